"""The unit and the unrolled pass, against numbers worked by hand and nn.LSTM."""

import math

import pytest
import torch
from torch import nn

from helpers.taught import take
from lstm_scratch import COMPANY_A, COMPANY_B, LSTM_Scratch

NAMES = "wa1 wa2 ba1 wb1 wb2 bb1 wc1 wc2 bc1 wd1 wd2 bd1".split()

# With short memory 0.4 and price 0.5, the sums of the four gates are 2, 0.5, -1 and 1.
WORKED = [1.5, 0.8, 1.0, -0.5, 1.0, 0.2, 1.0, -3.0, 0.1, 2.0, 0.6, -0.1]


def model_with(values, dtype=torch.float32):
    model = LSTM_Scratch().to(dtype)
    with torch.no_grad():
        for parameter, value in zip(model.parameters(), values):
            parameter.fill_(value)
    return model


def random_model(seed):
    generator = torch.Generator().manual_seed(seed)
    return model_with(torch.randn(12, generator=generator).tolist(), torch.float64)


def library_twin(model):
    """nn.LSTM(1, 1) with the twelve numbers of `model` and second biases of 0."""
    library = nn.LSTM(1, 1, batch_first=True).double()
    rows = {"a": 1, "b": 0, "c": 2, "d": 3}  # forget, input, candidate, output
    with torch.no_grad():
        library.bias_hh_l0.zero_()
        for letter, row in rows.items():
            library.weight_hh_l0[row] = model.get_parameter(f"w{letter}1")
            library.weight_ih_l0[row] = model.get_parameter(f"w{letter}2")
            library.bias_ih_l0[row] = model.get_parameter(f"b{letter}1")
    return library, rows


def test_parameters_are_twelve_scalars_in_order():
    parameters = dict(LSTM_Scratch().named_parameters())
    assert list(parameters) == NAMES
    assert all(parameter.shape == () for parameter in parameters.values())


def test_weights_start_as_normal_draws_in_order_and_biases_at_0():
    torch.manual_seed(11)
    draws = [torch.normal(torch.tensor(0.0), torch.tensor(1.0)) for _ in range(8)]
    torch.manual_seed(11)
    parameters = dict(LSTM_Scratch().named_parameters())
    weights = [p for name, p in parameters.items() if name.startswith("w")]
    biases = [p for name, p in parameters.items() if name.startswith("b")]
    assert torch.equal(torch.stack(weights), torch.stack(draws))
    assert torch.equal(torch.stack(biases), torch.zeros(4))


def test_each_gate_by_hand():
    gates = [gate.item() for gate in model_with(WORKED).gates(0.5, 0.4)]
    # sigmoid(2), sigmoid(0.5), tanh(-1), sigmoid(1)
    assert gates == pytest.approx([0.880797, 0.622459, -0.761594, 0.731059], abs=1e-6)


def test_unit_by_hand():
    # 0.8 * 0.880797 + 0.622459 * -0.761594 = 0.230577; tanh of it * 0.731059 = 0.165640
    long_memory, short_memory = model_with(WORKED).lstm_unit(0.5, 0.8, 0.4)
    assert long_memory.item() == pytest.approx(0.230577, abs=1e-6)
    assert short_memory.item() == pytest.approx(0.165640, abs=1e-6)


def test_unrolled_pass_by_hand():
    def sigmoid(z):
        return 1 / (1 + math.exp(-z))

    wa1, wa2, ba1, wb1, wb2, bb1, wc1, wc2, bc1, wd1, wd2, bd1 = WORKED
    long_memory = short_memory = 0.0
    for price in COMPANY_B:
        forget = sigmoid(wa1 * short_memory + wa2 * price + ba1)
        enter = sigmoid(wb1 * short_memory + wb2 * price + bb1)
        candidate = math.tanh(wc1 * short_memory + wc2 * price + bc1)
        show = sigmoid(wd1 * short_memory + wd2 * price + bd1)
        long_memory = forget * long_memory + enter * candidate
        short_memory = show * math.tanh(long_memory)
    prediction = model_with(WORKED)(torch.tensor([COMPANY_B]))
    assert prediction.item() == pytest.approx(short_memory, abs=1e-6)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("shape", [(1, 1), (2, 4), (5, 30)])
def test_outputs_and_gradients_equal_nn_lstm(seed, shape):
    model = random_model(seed)
    library, rows = library_twin(model)
    prices = torch.rand(shape, generator=torch.Generator().manual_seed(seed)).double()

    ours = model(prices)
    _, (h_n, _) = library(prices.unsqueeze(-1))
    torch.testing.assert_close(ours, h_n.flatten(), rtol=0, atol=1e-12)

    ours.square().sum().backward()
    h_n.square().sum().backward()
    for letter, row in rows.items():
        for ours, theirs in (
            (model.get_parameter(f"w{letter}1"), library.weight_hh_l0),
            (model.get_parameter(f"w{letter}2"), library.weight_ih_l0),
            (model.get_parameter(f"b{letter}1"), library.bias_ih_l0),
        ):
            torch.testing.assert_close(
                ours.grad, theirs.grad[row].squeeze(), rtol=0, atol=1e-12
            )


def test_gradcheck():
    model = random_model(0)
    values = [p.detach().clone().requires_grad_() for p in model.parameters()]
    prices = torch.rand(2, 4, dtype=torch.float64, requires_grad=True)

    def predict(prices, *values):
        return torch.func.functional_call(model, dict(zip(NAMES, values)), prices)

    assert torch.autograd.gradcheck(predict, (prices, *values))


def test_unit_steps_many_models_at_once():
    models = [random_model(seed) for seed in range(3)]
    many = LSTM_Scratch()
    for name, parameter in many.named_parameters():
        parameter.data = torch.stack([m.get_parameter(name).detach() for m in models])
    long_memory, short_memory = many.lstm_unit(0.5, 0.8, 0.4)
    assert long_memory.shape == short_memory.shape == (3,)
    for column, model in enumerate(models):
        one_long, one_short = model.lstm_unit(0.5, 0.8, 0.4)
        torch.testing.assert_close(long_memory[column], one_long)
        torch.testing.assert_close(short_memory[column], one_short)


def test_forward_works_on_the_device_of_its_input():
    # The meta device has no numbers, only shapes and places: it mixes with no other.
    prices = torch.zeros(2, 4, device="meta")
    prediction = LSTM_Scratch().to("meta")(prices)
    assert prediction.device.type == "meta"
    assert prediction.shape == (2,)


def test_whole_numbers_are_prices_too():
    model = model_with(WORKED)
    whole, floats = torch.tensor([[0, 1]]), torch.tensor([[0.0, 1.0]])
    assert torch.equal(model(whole), model(floats))


@pytest.mark.parametrize("bad", [COMPANY_A, [COMPANY_A], None, 0.5])
def test_forward_refuses_what_is_no_tensor(bad):
    with pytest.raises(TypeError, match=r"input: .*\(batch, seq_len\), got "):
        LSTM_Scratch()(bad)


@pytest.mark.parametrize("shape", [(), (4,), (2, 4, 1), (2, 0), (0, 4)])
def test_forward_refuses_other_shapes(shape):
    with pytest.raises(ValueError, match=r"input: .*\(batch, seq_len\)") as error:
        LSTM_Scratch()(torch.zeros(shape))
    assert f"got {shape}" in str(error.value)


# --- VectorLSTM ---------------------------------------------------------------

SIZES = [(1, 1), (1, 8), (3, 16), (10, 5)]
VectorLSTM = take("07_from_scalars_to_vectors", "VectorLSTM")["VectorLSTM"]


@pytest.mark.parametrize("sizes", SIZES)
def test_vector_lstm_starts_as_nn_lstm_does(sizes):
    torch.manual_seed(3)
    library = nn.LSTM(*sizes).state_dict()
    torch.manual_seed(3)
    ours = VectorLSTM(*sizes).state_dict()
    assert list(ours) == list(library)
    assert all(torch.equal(ours[name], library[name]) for name in library)


@pytest.mark.parametrize("sizes", SIZES)
@pytest.mark.parametrize(("batch", "days"), [(1, 1), (4, 7)])
def test_vector_lstm_equals_nn_lstm(sizes, batch, days):
    ours, library = (
        VectorLSTM(*sizes).double(),
        nn.LSTM(*sizes, batch_first=True).double(),
    )
    library.load_state_dict(ours.state_dict())
    ours.load_state_dict(library.state_dict())
    x = torch.randn(batch, days, sizes[0], dtype=torch.float64)

    results = []
    for model in (ours, library):
        x_model = x.clone().requires_grad_()
        output, (h_n, c_n) = model(x_model)
        (output.sin().sum() + h_n.square().sum() + c_n.cos().sum()).backward()
        gradients = [parameter.grad for parameter in model.parameters()]
        results.append([output, h_n, c_n, x_model.grad, *gradients])
    for mine, theirs in zip(*results):
        assert mine.shape == theirs.shape
        torch.testing.assert_close(mine, theirs, rtol=0, atol=1e-10)


def test_the_twelve_numbers_are_the_vector_lstm_of_size_1():
    scratch = random_model(4)
    vector = VectorLSTM(1, 1).double()
    vector.load_state_dict(library_twin(scratch)[0].state_dict())
    prices = torch.rand(5, 9, dtype=torch.float64)
    _, (h_n, _) = vector(prices.unsqueeze(-1))
    torch.testing.assert_close(h_n.flatten(), scratch(prices), rtol=0, atol=1e-12)


def test_vector_lstm_works_on_the_device_of_its_input():
    output, _ = VectorLSTM(3, 2).to("meta")(torch.zeros(4, 5, 3, device="meta"))
    assert output.device.type == "meta"
