"""The functions that notebook 06 teaches, on other numbers than those it shows."""

import pytest
import torch

from helpers.taught import take
from lstm_scratch import (
    COMPANY_A,
    COMPANY_B,
    LSTM_Scratch,
    make_dataloader,
    train_model,
)

TAUGHT = take(
    "06_gradients_by_hand", "forward_by_hand", "backward_by_hand", "train_by_hand"
)


def numbers_of(model):
    return {name: parameter.item() for name, parameter in model.named_parameters()}


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("days", [1, 2, 7, 40])
def test_gradients_by_hand_equal_autograd(seed, days):
    torch.manual_seed(seed)
    model = LSTM_Scratch().double()
    prices = torch.randn(1, days, dtype=torch.float64)

    by_torch = model(prices)
    (3 * by_torch).sum().backward()
    numbers = numbers_of(model)
    prediction, tape = TAUGHT["forward_by_hand"](numbers, prices[0].tolist())
    gradients = TAUGHT["backward_by_hand"](numbers, tape, 3.0)

    assert prediction == pytest.approx(by_torch.item(), abs=1e-12)
    assert list(gradients) == list(numbers)
    for name, parameter in model.named_parameters():
        assert gradients[name] == pytest.approx(parameter.grad.item(), abs=1e-10)


@pytest.mark.parametrize("seed", [6, 7])  # the notebook itself shows seed 5
def test_training_by_hand_is_training_with_autograd(seed):
    torch.manual_seed(seed)
    model = LSTM_Scratch()
    start = numbers_of(model)
    loader = make_dataloader([COMPANY_A, COMPANY_B], [1.0, 1.0])
    losses = train_model(model, loader, num_epochs=100)

    data = [(COMPANY_A, 1.0), (COMPANY_B, 1.0)]
    trained, losses_by_hand = TAUGHT["train_by_hand"](dict(start), data, num_epochs=100)
    assert losses_by_hand[-1] == pytest.approx(losses[-1], abs=1e-4)
    assert losses_by_hand == pytest.approx(losses, abs=1e-4)
    for name, value in numbers_of(model).items():
        assert trained[name] == pytest.approx(value, abs=1e-3)


def test_training_by_hand_leaves_its_start_alone():
    start = numbers_of(LSTM_Scratch())
    before = dict(start)
    TAUGHT["train_by_hand"](start, [(COMPANY_A, 1.0)], num_epochs=3)
    assert start == before
