"""The data, the training loop and what running the module does."""

import math
import runpy
from pathlib import Path

import pytest
import torch

from lstm_scratch import LSTM_Scratch, make_dataloader, train_model

ROOT = Path(__file__).parent.parent
COMPANIES = [[0.0, 0.5, 0.25, 1.0], [1.0, 0.5, 0.25, 1.0]]
NAN, INF = math.nan, math.inf


def train_here(model, batches, num_epochs, lr):
    """Return each epoch's loss, as notebook 03 takes its steps."""
    optimizer, losses = torch.optim.Adam(model.parameters(), lr=lr), []
    for _ in range(num_epochs):
        squares = []
        for prices, labels in batches:
            loss = (model(prices) - labels).square().mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            squares.append(loss.item())
        losses.append(sum(squares) / len(squares))
    return losses


@pytest.mark.parametrize(
    ("batches", "options", "num_epochs", "lr"),
    [
        ([([[1.0], [2.0]], [3.0, 1.0]), ([[-1.0]], [0.5])], (20, 0.05), 20, 0.05),
        ([([[1.0]], [3.0])], (), 500, 0.01),  # the defaults
        ([([[1.0]], [3.0])], (0,), 0, 0.01),
    ],
)
def test_losses_steps_and_prints(batches, options, num_epochs, lr, capsys):
    model, twin = LSTM_Scratch(), LSTM_Scratch()
    twin.load_state_dict(model.state_dict())
    prices, labels = (sum(column, []) for column in zip(*batches))
    loader = make_dataloader(prices, labels, batch_size=len(batches[0][0]))
    losses = train_model(model, loader, *options)
    batches = [tuple(map(torch.tensor, batch)) for batch in batches]
    assert losses == pytest.approx(train_here(twin, batches, num_epochs, lr), abs=1e-4)
    for ours, theirs in zip(model.parameters(), twin.parameters()):
        assert ours.item() == pytest.approx(theirs.item(), abs=1e-4)
    shown = [
        f"Epoch [{epoch}/{num_epochs}], Loss: {losses[epoch - 1]:.4f}\n"
        for epoch in range(1, num_epochs + 1, 100)
    ]
    assert capsys.readouterr().out == "".join(shown) + "Training complete!\n"


def test_shuffle_keeps_prices_and_labels_together():
    numbers = [float(n) for n in range(50)]
    loader = make_dataloader([[n] for n in numbers], numbers, shuffle=True)
    torch.manual_seed(0)
    pairs = [(prices.item(), label.item()) for prices, label in loader]
    assert pairs != sorted(pairs)
    assert sorted(pairs) == [(n, n) for n in numbers]


@pytest.mark.parametrize(
    ("inputs", "labels", "kind"),
    [
        ([(1, 2)], (3,), torch.float32),
        (torch.tensor([[1, 2]]), torch.tensor([3.0]), torch.float32),
        ([torch.tensor([1.0, 2.0])], [torch.tensor(3)], torch.float32),
        ([torch.tensor([1.0, 2.0]).half()], [3], torch.float16),
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
        (COMPANIES[0], [1.0], "inputs: expected shape (n, seq_len), got (4,)"),
        (COMPANIES, [[0.0]], "labels: expected shape (2,), got (1, 1)"),
        ([[1.0, NAN]], [1.0], "inputs: got NaN or infinity"),
        ([[1.0, 2.0]], [NAN], "labels: got NaN or infinity"),
    ],
)
def test_bad_data_is_refused(inputs, labels, message):
    with pytest.raises(ValueError) as error:
        make_dataloader(inputs, labels)
    assert str(error.value) == message


TWO, COLUMN = torch.tensor(COMPANIES), torch.tensor([[1.0], [1.0]])
ONE, LABEL = TWO[:1], torch.tensor([1.0])


@pytest.mark.parametrize(
    ("loader", "message"),
    [
        ([], "dataloader: expected batches, got none"),
        # Without this, PyTorch would compare each label with each prediction.
        ([(TWO, COLUMN)], "labels: expected shape (2,), got (2, 1)"),
        # An infinite price shuts or opens the gates, and the loss stays finite.
        ([(ONE.clamp(min=0.1) * INF, LABEL)], "inputs: got NaN or infinity"),
        ([(ONE, LABEL * NAN)], "labels: got NaN or infinity"),
        # A label near the end of the 32-bit numbers: its square is past it.
        ([(ONE, LABEL * 3e38)], "loss: got NaN or infinity"),
    ],
)
def test_bad_training_is_refused_before_its_step(loader, message):
    torch.manual_seed(5)
    model = LSTM_Scratch()
    before = [p.item() for p in model.parameters()]
    with pytest.raises(ValueError) as error:
        train_model(model, loader)
    assert str(error.value) == message
    assert [p.item() for p in model.parameters()] == before


def test_running_the_module_prints_what_the_readme_says(capsys):
    runpy.run_path(str(ROOT / "lstm_scratch.py"), run_name="imported")
    assert capsys.readouterr().out == ""
    runpy.run_path(str(ROOT / "lstm_scratch.py"), run_name="__main__")
    printed = capsys.readouterr().out
    assert f"```\n{printed}```\n" in (ROOT / "README.md").read_text(encoding="utf-8")
