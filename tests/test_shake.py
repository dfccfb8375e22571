"""Shaken last bits: the seed says which, and a print that hangs on them fails."""

import subprocess
import sys
from pathlib import Path

import nbformat.v4
import pytest
import shake
import torch
from torch.utils.flop_counter import FlopCounterMode

ROOT = Path(__file__).parent.parent


def trained(seed=None, kind=torch.float32):
    """Take one step, shaken or not; return the weights."""
    torch.manual_seed(0)
    weights = torch.randn(1000, dtype=kind).requires_grad_()
    zero, other = torch.zeros(1, requires_grad=True), torch.ones(9)
    handle = shake.shake_steps(seed) if seed else None
    optimizer = torch.optim.SGD([weights, zero, other], lr=0.1)
    (weights.square().sum() + 0 * zero).backward()
    optimizer.step()
    if handle:
        handle.remove()
    assert zero.item() == 0 and set(other.tolist()) == {1.0}
    return weights.detach()


@pytest.mark.parametrize("kind", [torch.float32, torch.float64])
def test_the_seed_says_which_half_of_the_weights_move_by_one_last_bit(kind):
    bits = {torch.float32: torch.int32, torch.float64: torch.int64}[kind]
    moved = trained(3, kind).view(bits) - trained(kind=kind).view(bits)
    assert set(moved.tolist()) == {-1, 0, 1}
    assert 400 < moved.count_nonzero() < 600 and abs(moved.sum()) < 100
    assert torch.equal(trained(3, kind), trained(3, kind))
    assert not torch.equal(trained(3, kind), trained(4, kind))
    with FlopCounterMode(display=False):  # nothing moves while operations are counted
        assert torch.equal(trained(3, kind), trained(kind=kind))


def test_a_print_that_hangs_on_last_bits_is_noticed(tmp_path):
    training = """import torch; w = torch.full((50,), 0.3, requires_grad=True)
step = torch.optim.SGD([w], lr=0.1).step
for _ in range(20): w.grad = w.detach().exp(); step()"""
    exec(training, results := {})
    cells = [nbformat.v4.new_code_cell(training, execution_count=1)]
    for digits in (4, 8):
        cell = nbformat.v4.new_code_cell(f"print(f'{{w.max():.{digits}f}}')")
        text = f"{results['w'].max():.{digits}f}\n"
        cell.outputs = [nbformat.v4.new_output("stream", text=text)]
        cell.execution_count = digits
        cells.append(cell)
    notebook = tmp_path / "small.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), notebook)
    options = ["5", "-n0", "-c", ROOT / "pyproject.toml", notebook]
    command = [sys.executable, shake.__file__, *options]
    ended = subprocess.run(command, capture_output=True, text=True)
    assert "1 failed, 2 passed" in ended.stdout and ended.returncode == 1
    assert "::Cell 2" in ended.stdout
