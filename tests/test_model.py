"""The unit and the unrolled pass, against numbers worked by hand and nn.LSTM."""

import pytest
import torch
from torch import nn

from lstm_scratch import LSTM_Scratch

NAMES = "wa1 wa2 ba1 wb1 wb2 bb1 wc1 wc2 bc1 wd1 wd2 bd1".split()

# With short memory 0.4 and price 0.5, the sums of the four gates are 2, 0.5, -1 and 1.
WORKED = [1.5, 0.8, 1.0, -0.5, 1.0, 0.2, 1.0, -3.0, 0.1, 2.0, 0.6, -0.1]


def model_with(values):
    model = LSTM_Scratch()
    for parameter, value in zip(model.parameters(), values):
        parameter.data.fill_(value)
    return model


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


@pytest.mark.parametrize("shape", [(1, 1), (2, 4), (5, 30)])
def test_outputs_and_gradients_equal_nn_lstm(shape):
    torch.manual_seed(0)
    library = nn.LSTM(1, 1, batch_first=True).double()
    library.bias_hh_l0.data.zero_()
    weights = library.weight_hh_l0, library.weight_ih_l0, library.bias_ih_l0

    def twelve(columns):  # nn.LSTM's rows: input, forget, candidate, output
        rows = torch.stack([column.flatten() for column in columns], dim=1)
        return rows[[1, 0, 2, 3]].flatten()

    model = model_with(twelve(weights).detach()).double()
    prices = torch.rand(shape).double()
    ours, theirs = model(prices), library(prices.unsqueeze(-1))[1][0].flatten()
    torch.testing.assert_close(ours, theirs, rtol=0, atol=1e-12)
    ours.square().sum().backward()
    theirs.square().sum().backward()
    gradients = torch.stack([p.grad for p in model.parameters()])
    expected = twelve(weight.grad for weight in weights)
    torch.testing.assert_close(gradients, expected, rtol=0, atol=1e-12)


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
