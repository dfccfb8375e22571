"""Each solution is accepted, and typical wrong answers get the hint meant for them."""

import re
import sys
from pathlib import Path

import nbformat
import pytest
import torch

NOTEBOOKS = Path(__file__).parent.parent / "notebooks"
sys.path.insert(0, str(NOTEBOOKS))

import checks  # noqa: E402 - it lies beside the notebooks

# {check: [(what to put in the place of what in the solution, part of the hint), ...]}
WRONG = {
    "check_output_gate": [
        ("1 / (1 + math.exp(-output_sum))", "math.tanh(output_sum)", "which curve"),
        (
            "short_memory * wd1 + input_value * wd2",
            "short_memory * wd2 + input_value * wd1",
            "which of the two weights",
        ),
        (" + bd1", "", "Three things are added"),
        ("1 / (1 + math.exp(-output_sum))", "output_sum", "one step further"),
        ("math.exp(-output_sum)", "math.exp(output_sum)", "sign in the exponent"),
    ],
    "check_keep_memory": [
        ("0.0, 0.0, 20.0", "0.0, 0.0, -20.0", "Mind the sign"),
        ("0.0, 0.0, 20.0", "0.0, 0.0, 2.0", "a sigmoid nearly 1"),
        ("0.0, 0.0, -20.0", "0.0, 0.0, 0.0", "What is let in"),
        ("0.0, 0.0, -20.0", "-20.0, 0.0, -20.0", "What is let in"),
    ],
    "check_unroll": [
        (
            "long_memory, short_memory = memories",
            "short_memory, long_memory = memories",
            "which comes first",
        ),
        (
            "        memories =",
            "        long_memory = short_memory = 0.0\n        memories =",
            "not every day",
        ),
        ("in prices", "in prices[:4]", "any number of days"),
        ("return short_memory", "return long_memory", "Which one is the prediction"),
        (
            "        long_memory, short_memory = memories\n",
            "        short_memory = memories[1]\n",
            "Hand both",
        ),
    ],
    "check_candidate_numbers": [
        ("[2]", "[1]", "forget gate. Look up the order"),
        (" + library.bias_hh_l0[2]", "", "two biases"),
        ("library.weight_hh_l0[2]", "library.weight_ih_l0[2]", "Return three numbers"),
    ],
    "check_first_step": [
        (
            "-lr if gradient > 0 else lr",
            "lr if gradient > 0 else -lr",
            "against the gradient",
        ),
        ("-lr if gradient > 0 else lr", "-lr * gradient", "What does Adam divide by"),
        ("-lr if gradient > 0 else lr", "lr", "What decides the direction"),
    ],
    "check_training_step": [
        ("    optimizer.zero_grad()\n", "", "until they are cleared"),
        ("    optimizer.step()\n", "", "Nothing has moved"),
        ("    loss.backward()\n", "", "Nothing has moved"),
        ("return loss.item()", "return 0.0", "Return the loss"),
    ],
    "check_tipping_price": [
        ("0.1272", "0.13", "a little less"),
        ("0.1272", "0.5", "too high or too low"),
        ("0.1272", "1.5", "no price between"),
    ],
    "check_sweep_last_day": [
        ("[*prices[:3], price]", "[price, *prices[1:]]", "Which day shall change"),
        ("[*prices[:3], price]", "[*prices, price]", "don't add a fifth"),
        ("[*prices[:3], price]", "prices", "Build one row a price"),
    ],
    "check_output_gate_gradients": [
        (" * o * (1 - o)", "", "what is its slope"),
        ("d_short * shown *", "d_short *", "multiply?"),
        (
            "d_output_sum * short_before, d_output_sum * price",
            "d_output_sum * price, d_output_sum * short_before",
            "is multiplied by the price",
        ),
        ("o * (1 - o)", "(1 - o * o)", "slope of tanh"),
    ],
    "check_backward_plain": [
        (" * (1 - short**2)", "", "goes through a tanh"),
        ("d_w += d_sum * short_before", "d_w += d_sum * short", "started with"),
        ("reversed(tape)", "reversed(tape[-1:])", "add up the shares"),
        ("        d_short = d_sum * w\n", "", "Go through reversed"),
    ],
    "check_count": [
        ("2 * hidden)", "hidden)", "two biases"),
        ("4 * (", "(", "How many gates"),
        ("hidden * hidden", "hidden", "listens to all"),
        ("inputs +", "inputs * inputs +", "Count one gate"),
    ],
    "check_one_day_stacked": [
        ("i, f, g, o =", "f, i, g, o =", "order of the gates"),
        ("i, f, g, o =", "i, f, o, g =", "third part"),
        (
            "return long, torch.sigmoid(o) * torch.tanh(long)",
            "return torch.sigmoid(o) * torch.tanh(long), long",
            "long memory first",
        ),
        ("torch.tanh(g)", "g", "One product"),
    ],
    "check_mean_so_far": [
        ("returns[:month]", "returns[: month + 1]", "sees the future"),
        ("returns[:month]", "returns", "contain all months"),
        (
            "torch.zeros(len(returns))",
            "torch.full((len(returns),), returns.mean())",
            "For each month",
        ),
    ],
    "check_scale_both": [
        (
            "training.min(), training.max()",
            "torch.cat([training, test]).min(), torch.cat([training, test]).max()",
            "knows the test data",
        ),
        (
            "(test - low) / (high - low)",
            "(test - test.min()) / (test.max() - test.min())",
            "not one of their own",
        ),
        ("(test - low)", "test", "Lowest and highest"),
    ],
}


def find_exercises():
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        cells = nbformat.read(path, as_version=4).cells
        setup = next(cell.source for cell in cells if cell.cell_type == "code")
        for stub, check, solution in zip(cells, cells[1:], cells[2:]):
            if "exercise" in stub.metadata.get("tags", []):
                code = re.search(
                    r"<details>.*?```python\n(.*?)```", solution.source, re.S
                )
                name = re.fullmatch(r"checks\.(\w+)\(\w+\)", check.source).group(1)
                yield pytest.param(
                    setup, stub.source, check.source, code.group(1), id=name
                )


EXERCISES = list(find_exercises())
BY_CHECK = {exercise.id: exercise.values for exercise in EXERCISES}


@pytest.fixture
def run(capsys, monkeypatch):
    """Run a notebook's first cell, an answer and its check; return what is printed."""
    monkeypatch.chdir(NOTEBOOKS)
    dtype, threads = torch.get_default_dtype(), torch.get_num_threads()

    def run_answer(setup, answer, check):
        names = {"checks": checks}
        exec(setup, names)
        exec(answer, names)
        exec(check, names)
        return capsys.readouterr().out

    yield run_answer
    torch.set_default_dtype(dtype)
    torch.set_num_threads(threads)
    torch.set_grad_enabled(True)


def test_every_notebook_has_two_exercises_with_checks():
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        cells = nbformat.read(path, as_version=4).cells
        stubs = [c for c in cells if "exercise" in c.metadata.get("tags", [])]
        assert len(stubs) >= 2, path.name
    assert sorted(BY_CHECK) == sorted(WRONG)
    assert all(len(answers) >= 2 for answers in WRONG.values())


@pytest.mark.parametrize(("setup", "stub", "check", "solution"), EXERCISES)
def test_stubs_and_solutions(run, setup, stub, check, solution):
    assert run(setup, stub, check).startswith("Not done yet.")
    assert run(setup, solution, check).startswith("Right! ")
    assert stub.split("(")[0] == solution.split("(")[0]
    assert len(solution.strip().splitlines()) <= 10


@pytest.mark.parametrize(
    ("name", "right", "wrong", "hint"),
    [(name, *answer) for name, answers in WRONG.items() for answer in answers],
)
def test_wrong_answers_get_their_hint(run, name, right, wrong, hint):
    setup, _, check, solution = BY_CHECK[name]
    assert right in solution
    said = run(setup, solution.replace(right, wrong), check)
    assert said.startswith("Not right yet. "), said
    assert hint.lower() in said.lower(), said


@pytest.mark.parametrize(
    ("name", "solution", "other"),
    [
        (
            "check_output_gate",
            "math.exp(-output_sum)",
            "torch.tensor([-output_sum]).exp()",
        ),
        ("check_keep_memory", "20.0", "2000.0"),
        ("check_unroll", "return short_memory", "return short_memory.reshape(1)"),
        ("check_candidate_numbers", ".item()", ""),
        ("check_one_day_stacked", "return long,", "long *= 1\n    return long,"),
        ("check_scale_both", "training - low", "training.numpy() - low.item()"),
    ],
)
def test_right_answers_in_another_form_are_accepted(run, name, solution, other):
    setup, _, check, code = BY_CHECK[name]
    assert solution in code
    said = run(setup, code.replace(solution, other), check)
    assert said.startswith("Right! "), said


def test_an_answer_that_stops_is_told_and_does_not_stop_the_notebook(run):
    setup, _, check, solution = BY_CHECK["check_count"]
    assert "ZeroDivisionError" in run(setup, solution.replace("4 *", "1 / 0 *"), check)
    assert run(setup, solution.replace("return ", ""), check).count("Not right yet")
