"""The model and its training: by hand, against nn.LSTM, and as README shows them."""

import math
import re
import runpy
from pathlib import Path

import pytest
import torch
from torch import nn

from helpers.models import SideBySide
from lstm_scratch import LSTM_Scratch, make_dataloader, train_model

ROOT = Path(__file__).parent.parent
NAN, INF = math.nan, math.inf

# With short memory 0.4 and price 0.5, the sums of the four gates are 2, 0.5, -1 and 1.
WORKED = [1.5, 0.8, 1.0, -0.5, 1.0, 0.2, 1.0, -3.0, 0.1, 2.0, 0.6, -0.1]


def model_with(values):
    model = LSTM_Scratch()
    for parameter, value in zip(model.parameters(), values):
        parameter.data.fill_(value)
    return model


def test_unit_by_hand():
    model = model_with(WORKED)
    gates = [gate.item() for gate in model.gates(0.5, 0.4)]
    # sigmoid(2), sigmoid(0.5), tanh(-1), sigmoid(1)
    assert gates == pytest.approx([0.880797, 0.622459, -0.761594, 0.731059], abs=1e-6)
    # 0.8 * 0.880797 + 0.622459 * -0.761594 = 0.230577; tanh of it * 0.731059 = 0.165640
    memories = [memory.item() for memory in model.lstm_unit(0.5, 0.8, 0.4)]
    assert memories == pytest.approx([0.230577, 0.165640], abs=1e-6)


def test_it_says_and_learns_what_nn_lstm_says_and_learns():
    torch.manual_seed(0)
    library = nn.LSTM(1, 1, batch_first=True).double()
    library.bias_hh_l0.data.zero_()
    weights = [library.weight_hh_l0, library.weight_ih_l0, library.bias_ih_l0]

    def twelve():  # nn.LSTM's rows: input, forget, candidate, output
        rows = torch.stack([weight.detach().flatten() for weight in weights], dim=1)
        return rows[[1, 0, 2, 3]].flatten()

    model = model_with(twelve()).double()
    prices, labels = torch.rand(3, 30).double(), torch.rand(3).double()
    losses = train_model(model, make_dataloader(prices, labels, batch_size=2), 20, 0.05)
    optimizer = torch.optim.Adam(weights, lr=0.05)
    for epoch in range(20):
        total = 0.0
        for batch in ([0, 1], [2]):
            said = library(prices[batch].unsqueeze(-1))[1][0].flatten()
            loss = (said - labels[batch]).square().mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item()
        assert losses[epoch] == pytest.approx(total / 2, abs=1e-9)
    assert len(losses) == 20
    numbers = torch.stack([number.detach() for number in model.parameters()])
    torch.testing.assert_close(numbers, twelve(), rtol=0, atol=1e-9)


def test_forward_keeps_the_kind_and_the_device_of_its_input():
    model = model_with(WORKED)
    expected = model(torch.tensor([[0.0, 1.0]])).item()
    assert model(torch.tensor([[0, 1]])).item() == expected
    for kind in (torch.float16, torch.float64):
        prediction = model.to(kind)(torch.tensor([[0, 1]], dtype=kind))
        assert prediction.dtype == kind
        assert prediction.item() == pytest.approx(expected, rel=0.01)
    # The meta device has no numbers, only shapes and places: it mixes with no other.
    prediction = LSTM_Scratch().to("meta")(torch.zeros(2, 4, device="meta"))
    assert prediction.device.type == "meta" and prediction.shape == (2,)


def test_running_the_module_prints_what_the_readme_says(capsys):
    runpy.run_path(str(ROOT / "lstm_scratch.py"), run_name="__main__")
    printed = capsys.readouterr().out
    assert f"```\n{printed}```\n" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_shuffle_keeps_prices_and_labels_together():
    numbers = [float(n) for n in range(50)]
    loader = make_dataloader([[n] for n in numbers], numbers, shuffle=True)
    pairs = [(prices.item(), label.item()) for prices, label in loader]
    assert pairs != sorted(pairs)
    assert sorted(pairs) == [(n, n) for n in numbers]


@pytest.mark.parametrize(
    ("inputs", "labels", "kind"),
    [
        ([(1, 2)], (3,), torch.float32),
        ([torch.tensor([1, 2])], [torch.tensor(3.0)], torch.float32),
        (torch.tensor([[1.0, 2.0]]).half(), [3], torch.float16),
        (torch.tensor([[1.0, 2.0]]).double().numpy(), [3], torch.float64),
    ],
)
def test_lists_tensors_and_arrays_become_floats_of_one_kind(inputs, labels, kind):
    ((prices, label),) = make_dataloader(inputs, labels)
    assert prices.tolist() == [[1.0, 2.0]] and label.tolist() == [3.0]
    assert prices.dtype == label.dtype == kind


@pytest.mark.parametrize(
    ("inputs", "labels", "message"),
    [
        ([[1.0, 2.0], [3.0]], [1.0, 2.0], "inputs: expected rows of one length"),
        ([[1.0]], 1.0, "labels: expected rows of one length"),
        ([0.0, 1.0], [1.0], "inputs: expected shape (n, seq_len), got (2,)"),
        ([[0.0], [1.0]], [[0.0]], "labels: expected shape (2,), got (1, 1)"),
        ([[1.0, NAN]], [1.0], "inputs: got NaN or infinity"),
        ([[1.0, 2.0]], [NAN], "labels: got NaN or infinity"),
    ],
)
def test_bad_data_is_refused(inputs, labels, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        make_dataloader(inputs, labels)


@pytest.mark.parametrize("shape", [(4,), (2, 4, 1), (2, 0), (0, 4)])
def test_forward_refuses_other_shapes(shape):
    message = f"input: expected shape (batch, seq_len), got {shape}"
    with pytest.raises(ValueError, match=re.escape(message)):
        LSTM_Scratch()(torch.zeros(shape))


PRICES, LABELS = torch.tensor([[0.5, 1.0], [1.0, 0.5]]), torch.ones(2)


@pytest.mark.parametrize(
    ("loader", "message"),
    [
        ([], "dataloader: expected batches, got none"),
        # Without this, PyTorch would compare each label with each prediction.
        ([(PRICES, LABELS[:, None])], "labels: expected shape (2,), got (2, 1)"),
        # An infinite price shuts or opens the gates, and the loss stays finite.
        ([(PRICES * INF, LABELS)], "inputs: got NaN or infinity"),
        ([(PRICES, LABELS * NAN)], "labels: got NaN or infinity"),
        # A label near the end of the 32-bit numbers: its square is past it.
        ([(PRICES, LABELS * 3e38)], "loss: got NaN or infinity"),
    ],
)
def test_bad_training_is_refused_before_its_step(loader, message):
    model = model_with(WORKED)
    with pytest.raises(ValueError, match=re.escape(message)):
        train_model(model, loader)
    assert [p.item() for p in model.parameters()] == pytest.approx(WORKED)


@pytest.mark.parametrize("unit", [nn.RNN, nn.LSTM, nn.GRU])
@pytest.mark.parametrize("outputs", [1, 2])
def test_side_by_side(unit, outputs):
    options = {"nonlinearity": "relu"} if unit is nn.RNN and outputs == 2 else {}
    units = [unit(1, 8, batch_first=True, **options) for _ in "abc"]
    models = [nn.Sequential(unit, nn.Linear(8, outputs)) for unit in units]
    windows = torch.rand(3, 5, 7)  # each model its own, (5, 7)
    alone = [
        linear(unit(mine.unsqueeze(2))[0][:, -1])
        for (unit, linear), mine in zip(models, windows)
    ]
    said = SideBySide(models)(windows).view(3, 5, outputs)
    assert torch.allclose(said, torch.stack(alone), atol=1e-6)
