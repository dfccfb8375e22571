"""The data, the training loop and the documented run."""

import math
import runpy
from pathlib import Path

import pytest
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from lstm_scratch import (
    COMPANY_A,
    COMPANY_B,
    LSTM_Scratch,
    make_dataloader,
    train_model,
)

ROOT = Path(__file__).parent.parent
COMPANIES = [COMPANY_A, COMPANY_B]


class Line(nn.Module):
    """Predict w times the price: a model small enough to train by hand."""

    def __init__(self, w=0.5):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(w))

    def forward(self, input):
        return self.w * input[:, 0]


def adam_by_hand(data, num_epochs, lr, w=0.5):
    """Train Line by hand: losses and w, from the equations of Kingma & Ba (2015)."""
    m = v = step = 0
    losses = []
    for _ in range(num_epochs):
        total = 0
        for prices, labels in data:
            n = len(prices)
            errors = [w * x - y for x, y in zip(prices, labels)]
            total += sum(e * e for e in errors) / n
            gradient = sum(2 * e * x for e, x in zip(errors, prices)) / n
            step += 1
            m = 0.9 * m + 0.1 * gradient
            v = 0.999 * v + 0.001 * gradient**2
            m_hat, v_hat = m / (1 - 0.9**step), v / (1 - 0.999**step)
            w -= lr * m_hat / (math.sqrt(v_hat) + 1e-8)
        losses.append(total / len(data))
    return losses, w


def test_losses_and_steps_by_hand():
    model = Line()
    loader = make_dataloader([[1.0], [2.0], [-1.0]], [3.0, 1.0, 0.5], batch_size=2)
    losses = train_model(model, loader, num_epochs=20, lr=0.05)
    by_hand, w = adam_by_hand([([1.0, 2.0], [3.0, 1.0]), ([-1.0], [0.5])], 20, 0.05)
    assert losses == pytest.approx(by_hand, abs=1e-5)
    assert model.w.item() == pytest.approx(w, abs=1e-5)


def test_defaults_are_500_epochs_at_a_hundredth():
    model = Line()
    losses = train_model(model, make_dataloader([[1.0]], [3.0]))
    by_hand, w = adam_by_hand([([1.0], [3.0])], 500, 0.01)
    assert losses == pytest.approx(by_hand, abs=1e-4)
    assert model.w.item() == pytest.approx(w, abs=1e-4)


def test_what_is_printed(capsys):
    losses = train_model(Line(), make_dataloader([[1.0]], [3.0]), num_epochs=201)
    assert capsys.readouterr().out.splitlines() == [
        f"Epoch [1/201], Loss: {losses[0]:.4f}",
        f"Epoch [101/201], Loss: {losses[100]:.4f}",
        f"Epoch [201/201], Loss: {losses[200]:.4f}",
        "Training complete!",
    ]


def test_no_epochs_train_nothing(capsys):
    model = Line()
    assert train_model(model, make_dataloader([[1.0]], [3.0]), num_epochs=0) == []
    assert model.w.item() == 0.5
    assert capsys.readouterr().out == "Training complete!\n"


def test_importing_the_module_prints_and_trains_nothing(capsys):
    runpy.run_path(str(ROOT / "lstm_scratch.py"), run_name="lstm_scratch")
    assert capsys.readouterr().out == ""


# --- the data ---------------------------------------------------------------


def test_batches_are_one_company_at_a_time_in_order():
    batches = list(make_dataloader(COMPANIES, [0, 1]))
    assert [prices.tolist() for prices, _ in batches] == [[COMPANY_A], [COMPANY_B]]
    assert [labels.tolist() for _, labels in batches] == [[0.0], [1.0]]
    assert all(t.dtype == torch.get_default_dtype() for batch in batches for t in batch)


def test_batch_size_and_the_smaller_last_batch():
    loader = make_dataloader([[1.0], [2.0], [3.0]], [1.0, 2.0, 3.0], batch_size=2)
    assert [labels.tolist() for _, labels in loader] == [[1.0, 2.0], [3.0]]


def test_shuffle_keeps_prices_and_labels_together():
    numbers = [float(n) for n in range(50)]
    loader = make_dataloader([[n] for n in numbers], numbers, shuffle=True)
    torch.manual_seed(0)
    pairs = [(prices.item(), label.item()) for prices, label in loader]
    assert pairs != sorted(pairs)
    assert sorted(pairs) == [(n, n) for n in numbers]


@pytest.mark.parametrize(
    "convert", [torch.tensor, lambda values: torch.tensor(values).numpy()]
)
def test_tensors_and_arrays_are_data_too(convert):
    loader = make_dataloader(convert([[1.0, 2.0]]), convert([3.0]))
    (prices, labels), *_ = loader
    assert prices.tolist() == [[1.0, 2.0]] and labels.tolist() == [3.0]


def test_whole_numbers_become_floats():
    prices, labels = next(iter(make_dataloader([[0, 1]], [1])))
    assert prices.dtype == labels.dtype == torch.get_default_dtype()


def test_labels_take_the_precision_of_the_prices():
    loader = make_dataloader(torch.tensor([[1.0]], dtype=torch.float64), [3])
    prices, labels = next(iter(loader))
    assert prices.dtype == labels.dtype == torch.float64


NAN, INF = math.nan, math.inf


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ([[1.0, 2.0], [3.0]], [1.0, 2.0]),
            "inputs: expected numbers, in rows of one length",
        ),
        (([["one", "two"]], [1.0]), "inputs: expected numbers"),
        ((None, [1.0]), "inputs: expected numbers"),
        (([[1.0]], ["one"]), "labels: expected numbers"),
        (
            (COMPANY_A, [1.0]),
            r"inputs: expected a tensor of shape \(n, seq_len\), got \(4,\)",
        ),
        (([[COMPANY_A]], [1.0]), r"inputs: .* got \(1, 1, 4\)"),
        (([], []), r"inputs: .* got \(0,\)"),
        (([[], []], [1.0, 2.0]), r"inputs: .* got \(2, 0\)"),
        (
            (COMPANIES, [1.0]),
            r"labels: .* shape \(2,\), one a row of inputs, got \(1,\)",
        ),
        ((COMPANIES, [[0.0], [1.0]]), r"labels: .* shape \(2,\).* got \(2, 1\)"),
        ((COMPANIES, 1.0), r"labels: .* shape \(2,\).* got \(\)"),
        (([[1.0, NAN]], [1.0]), "inputs: expected finite numbers, got NaN or infinity"),
        (([[1.0, -INF]], [1.0]), "inputs: expected finite numbers"),
        (([[1.0, 2.0]], [NAN]), "labels: expected finite numbers"),
        (
            (COMPANIES, [1.0, 1.0], 0),
            "batch_size: expected a whole number from 1, got 0",
        ),
    ],
)
def test_bad_data_is_refused(arguments, message):
    with pytest.raises(ValueError, match=message):
        make_dataloader(*arguments)


def test_a_batch_size_that_is_no_whole_number_is_refused():
    with pytest.raises(TypeError, match="batch_size: expected a whole number, got 1.5"):
        make_dataloader(COMPANIES, [1.0, 1.0], batch_size=1.5)


# --- bad training: refused, and the weights are as they were ------------------

GOOD = (torch.tensor([COMPANY_A]), torch.tensor([1.0]))


def batches(*pairs):
    """A loader as a reader might write it, past the checks of make_dataloader."""
    return [GOOD, *pairs]


@pytest.mark.parametrize(
    ("loader", "options", "error", "message"),
    [
        (
            [],
            {},
            ValueError,
            "number of batches: expected a whole number from 1, got 0",
        ),
        (
            batches(),
            {"num_epochs": -1},
            ValueError,
            "num_epochs: expected a whole number from 0, got -1",
        ),
        (
            batches(),
            {"num_epochs": 2.5},
            TypeError,
            "num_epochs: expected a whole number, got 2.5",
        ),
        (batches(), {"num_epochs": "5"}, TypeError, "num_epochs: .* got '5'"),
        (
            batches(),
            {"lr": 0},
            ValueError,
            "lr: expected a finite number from 1e-12, got 0",
        ),
        (batches(), {"lr": -0.1}, ValueError, "lr: .* got -0.1"),
        (batches(), {"lr": NAN}, ValueError, "lr: .* got nan"),
        (batches(), {"lr": INF}, ValueError, "lr: .* got inf"),
        (
            batches(),
            {"lr": "0.1"},
            TypeError,
            "lr: expected a finite number, got '0.1'",
        ),
        # The second batch is bad: the first has already moved the weights.
        (batches((COMPANIES, GOOD[1])), {}, TypeError, "input: expected a tensor"),
        (batches((GOOD[0][0], GOOD[1])), {}, ValueError, r"input: .* got \(4,\)"),
        (
            batches((GOOD[0], 1.0)),
            {},
            TypeError,
            "labels: expected a tensor .* got float",
        ),
        (
            batches((torch.tensor(COMPANIES), torch.tensor([[1.0], [1.0]]))),
            {},
            ValueError,
            r"labels: .* shape \(2,\), that of the outputs, got \(2, 1\)",
        ),
        (
            batches((torch.tensor([[1.0, NAN]]), GOOD[1])),
            {},
            ValueError,
            "inputs: expected finite numbers, got NaN or infinity",
        ),
        # An infinite price shuts or opens the gates, and the loss stays finite.
        (
            batches((torch.tensor([[1.0, INF]]), GOOD[1])),
            {},
            ValueError,
            "inputs: expected finite",
        ),
        (
            batches((GOOD[0], torch.tensor([NAN]))),
            {},
            ValueError,
            "labels: expected finite",
        ),
        # Labels near the end of the 32-bit numbers: their squares are past it.
        (
            batches((GOOD[0], torch.tensor([3e38]))),
            {},
            ValueError,
            r"loss in epoch 1, lr=0.01: .* infinity",
        ),
    ],
)
def test_bad_training_is_refused_and_changes_nothing(loader, options, error, message):
    torch.manual_seed(5)
    model = LSTM_Scratch()
    before = {name: p.detach().clone() for name, p in model.named_parameters()}
    with pytest.raises(error, match=message):
        train_model(model, loader, **options)
    for name, parameter in model.named_parameters():
        assert torch.equal(parameter, before[name]), name


def test_data_loaders_of_the_reader_are_checked_too():
    labels = torch.tensor([[1.0], [1.0]])  # the classic bug: (n, 1) instead of (n,)
    loader = DataLoader(TensorDataset(torch.tensor(COMPANIES), labels), batch_size=2)
    with pytest.raises(ValueError, match=r"\(2,\), .* got \(2, 1\)"):
        train_model(LSTM_Scratch(), loader)


def test_a_loss_that_grows_without_end_is_refused_and_changes_nothing():
    model = Line()
    with pytest.raises(
        ValueError, match=r"loss in epoch 2, lr=2e\+19: expected finite numbers"
    ):
        train_model(model, make_dataloader([[1.0]], [3.0]), lr=2e19)
    assert model.w.item() == 0.5
