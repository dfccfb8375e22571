"""The unit and the unrolled pass, against numbers worked by hand and nn.LSTM."""

import pytest
import torch
from torch import nn

from helpers.taught import take
from lstm_scratch import LSTM_Scratch

NAMES = "wa1 wa2 ba1 wb1 wb2 bb1 wc1 wc2 bc1 wd1 wd2 bd1".split()

# With short memory 0.4 and price 0.5, the sums of the four gates are 2, 0.5, -1 and 1.
WORKED = [1.5, 0.8, 1.0, -0.5, 1.0, 0.2, 1.0, -3.0, 0.1, 2.0, 0.6, -0.1]


def model_with(values):
    model = LSTM_Scratch()
    for parameter, value in zip(model.parameters(), values):
        parameter.data.fill_(value)
    return model


def random_model(seed):
    generator = torch.Generator().manual_seed(seed)
    return model_with(torch.randn(12, generator=generator)).double()


def library_twin(model):
    """nn.LSTM(1, 1) with the twelve numbers of `model` and second biases of 0."""
    values = torch.stack([p.detach() for p in model.parameters()]).reshape(4, 3)
    values = values[[1, 0, 2, 3]]  # nn.LSTM's rows: input, forget, candidate, output
    library = nn.LSTM(1, 1, batch_first=True).double()
    for name, column in zip(("weight_hh_l0", "weight_ih_l0", "bias_ih_l0"), values.T):
        parameter = library.get_parameter(name)
        parameter.data.copy_(column.reshape(parameter.shape))
    library.bias_hh_l0.data.zero_()
    return library


def test_parameters_are_twelve_scalars_drawn_in_order_and_biases_of_0():
    torch.manual_seed(11)
    normal = torch.distributions.Normal(0.0, 1.0)
    draws = [normal.sample().item() for _ in range(8)]
    torch.manual_seed(11)
    parameters = dict(LSTM_Scratch().named_parameters())
    assert list(parameters) == NAMES
    assert all(parameter.shape == () for parameter in parameters.values())
    values = [parameter.item() for parameter in parameters.values()]
    assert values[2::3] == [0, 0, 0, 0]
    assert values[0::3] == draws[0::2] and values[1::3] == draws[1::2]


def test_unit_by_hand():
    model = model_with(WORKED)
    gates = [gate.item() for gate in model.gates(0.5, 0.4)]
    # sigmoid(2), sigmoid(0.5), tanh(-1), sigmoid(1)
    assert gates == pytest.approx([0.880797, 0.622459, -0.761594, 0.731059], abs=1e-6)
    # 0.8 * 0.880797 + 0.622459 * -0.761594 = 0.230577; tanh of it * 0.731059 = 0.165640
    memories = [memory.item() for memory in model.lstm_unit(0.5, 0.8, 0.4)]
    assert memories == pytest.approx([0.230577, 0.165640], abs=1e-6)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("shape", [(1, 1), (2, 4), (5, 30)])
def test_outputs_and_gradients_equal_nn_lstm(seed, shape):
    model = random_model(seed)
    library = library_twin(model)
    prices = torch.rand(shape, generator=torch.Generator().manual_seed(seed)).double()
    ours, theirs = model(prices), library(prices.unsqueeze(-1))[1][0].flatten()
    torch.testing.assert_close(ours, theirs, rtol=0, atol=1e-12)

    ours.square().sum().backward()
    theirs.square().sum().backward()
    gradients = torch.stack([p.grad for p in model.parameters()]).reshape(4, 3)
    weights = library.weight_hh_l0, library.weight_ih_l0, library.bias_ih_l0
    expected = torch.stack([p.grad.flatten() for p in weights], dim=1)
    torch.testing.assert_close(gradients[[1, 0, 2, 3]], expected, rtol=0, atol=1e-12)


def test_gradients_equal_finite_differences():
    values = [p.detach().requires_grad_() for p in random_model(0).parameters()]
    prices = torch.rand(2, 4, dtype=torch.float64, requires_grad=True)

    def predict(prices, *values):
        named = dict(zip(NAMES, values))
        return torch.func.functional_call(LSTM_Scratch().double(), named, prices)

    assert torch.autograd.gradcheck(predict, (prices, *values))


def test_unit_steps_many_models_at_once():
    models = [random_model(seed) for seed in range(3)]
    many = LSTM_Scratch()
    for name, parameter in many.named_parameters():
        parameter.data = torch.stack([m.get_parameter(name).detach() for m in models])
    memories = torch.stack(many.lstm_unit(0.5, 0.8, 0.4))
    one_by_one = [torch.stack(model.lstm_unit(0.5, 0.8, 0.4)) for model in models]
    torch.testing.assert_close(memories, torch.stack(one_by_one, dim=1))


def test_forward_works_on_the_device_of_its_input():
    # The meta device has no numbers, only shapes and places: it mixes with no other.
    prediction = LSTM_Scratch().to("meta")(torch.zeros(2, 4, device="meta"))
    assert prediction.device.type == "meta" and prediction.shape == (2,)


@pytest.mark.parametrize("kind", "float16 bfloat16 float64 int64".split())
def test_forward_keeps_the_kind_of_its_input(kind):
    prices = torch.tensor([[0, 1]]).to(getattr(torch, kind))
    floats = prices.dtype if prices.is_floating_point() else torch.float32
    prediction = model_with(WORKED).to(floats)(prices)
    expected = model_with(WORKED)(torch.tensor([[0.0, 1.0]])).to(floats)
    torch.testing.assert_close(prediction, expected, rtol=0.02, atol=0)  # same dtype


@pytest.mark.parametrize("shape", [(), (4,), (2, 4, 1), (2, 0), (0, 4)])
def test_forward_refuses_other_shapes(shape):
    with pytest.raises(ValueError) as error:
        LSTM_Scratch()(torch.zeros(shape))
    assert str(error.value) == f"input: expected shape (batch, seq_len), got {shape}"


# --- VectorLSTM, which notebook 07 teaches --------------------------------------

VectorLSTM = take("07_from_scalars_to_vectors", "VectorLSTM")["VectorLSTM"]


@pytest.mark.parametrize("sizes", [(1, 1), (1, 8), (3, 16), (10, 5)])
@pytest.mark.parametrize(("batch", "days"), [(1, 1), (4, 7)])
def test_vector_lstm_equals_nn_lstm_from_its_start(sizes, batch, days):
    results = []
    for kind in (VectorLSTM, lambda *sizes: nn.LSTM(*sizes, batch_first=True)):
        torch.manual_seed(3)
        model = kind(*sizes).double()
        x = torch.randn(batch, days, sizes[0], dtype=torch.float64).requires_grad_()
        output, (h_n, c_n) = model(x)
        (output.sin().sum() + h_n.square().sum() + c_n.cos().sum()).backward()
        names, parameters = zip(*model.named_parameters())
        gradients = [parameter.grad for parameter in parameters]
        results.append([names, *parameters, output, h_n, c_n, x.grad, *gradients])
    (names, *ours), (their_names, *theirs) = results
    assert names == their_names and len(ours) == len(theirs)
    for mine, other in zip(ours, theirs):
        torch.testing.assert_close(mine, other, rtol=0, atol=1e-10)
