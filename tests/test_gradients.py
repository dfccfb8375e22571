"""The functions that notebook 05 teaches, on other numbers than those it shows."""

import ast
from pathlib import Path

import nbformat
import pytest
import torch

from lstm_scratch import (
    COMPANY_A,
    COMPANY_B,
    LSTM_Scratch,
    make_dataloader,
    train_model,
)

NOTEBOOK = Path(__file__).parent.parent / "notebooks" / "05_gradients_by_hand.ipynb"


@pytest.fixture(scope="module")
def taught():
    """Run the imports from math, the names of the gates and the three functions."""
    cells = nbformat.read(NOTEBOOK, as_version=4).cells
    source = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    names = {}
    for node in ast.parse(source).body:
        from_math = isinstance(node, ast.ImportFrom) and node.module == "math"
        by_hand = isinstance(node, ast.FunctionDef) and node.name.endswith("_by_hand")
        if from_math or by_hand or ast.unparse(node).startswith("GATES"):
            exec(ast.unparse(node), names)
    return names


def numbers_of(model):
    return {name: parameter.item() for name, parameter in model.named_parameters()}


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("days", [1, 2, 7, 40])
def test_gradients_by_hand_equal_autograd(taught, seed, days):
    torch.manual_seed(seed)
    model = LSTM_Scratch().double()
    prices = torch.randn(1, days, dtype=torch.float64)

    by_torch = model(prices)
    (3 * by_torch).sum().backward()
    numbers = numbers_of(model)
    prediction, tape = taught["forward_by_hand"](numbers, prices[0].tolist())
    gradients = taught["backward_by_hand"](numbers, tape, 3.0)

    assert prediction == pytest.approx(by_torch.item(), abs=1e-12)
    assert list(gradients) == list(numbers)
    for name, parameter in model.named_parameters():
        assert gradients[name] == pytest.approx(parameter.grad.item(), abs=1e-10)


@pytest.mark.parametrize("seed", [5, 6, 7])
def test_training_by_hand_is_training_with_autograd(taught, seed):
    torch.manual_seed(seed)
    model = LSTM_Scratch()
    start = numbers_of(model)
    losses = train_model(model, make_dataloader([COMPANY_A, COMPANY_B], [1.0, 1.0]))

    data = [(COMPANY_A, 1.0), (COMPANY_B, 1.0)]
    trained, losses_by_hand = taught["train_by_hand"](dict(start), data)
    assert losses_by_hand[-1] == pytest.approx(losses[-1], abs=1e-4)
    assert losses_by_hand == pytest.approx(losses, abs=1e-4)
    for name, value in numbers_of(model).items():
        assert trained[name] == pytest.approx(value, abs=1e-3)


def test_training_by_hand_leaves_its_start_alone(taught):
    start = numbers_of(LSTM_Scratch())
    before = dict(start)
    taught["train_by_hand"](start, [(COMPANY_A, 1.0)], num_epochs=3)
    assert start == before
