"""Each solution is accepted, each mistake gets its own hint, nothing else passes."""

import re
from pathlib import Path

import nbformat
import numpy
import pytest
import torch

from helpers import checks

NOTEBOOKS = Path(__file__).parent.parent / "notebooks"
CHECKS = {n: check for n, check in vars(checks).items() if type(check) is checks.Check}


def find_exercises():
    """Yield (first cell, stub, check, solution) of each exercise."""
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        cells = nbformat.read(path, as_version=4).cells
        setup = next(cell.source for cell in cells if cell.cell_type == "code")
        for stub, check, solution in zip(cells, cells[1:], cells[2:]):
            if "exercise" in stub.metadata.get("tags", []):
                fence = r"<details><summary>Solution.*?```python\n(.*?)```"
                code = re.search(fence, solution.source, re.S).group(1)
                name = re.fullmatch(r"checks\.(\w+)\(\w+\)", check.source).group(1)
                yield pytest.param(setup, stub.source, check.source, code, id=name)


EXERCISES = list(find_exercises())
BY_CHECK = {exercise.id: exercise.values for exercise in EXERCISES}


@pytest.fixture
def run(capsys, monkeypatch):
    """Run a notebook's first cell, an answer and its check; return what is printed."""
    monkeypatch.chdir(NOTEBOOKS)
    dtype = torch.get_default_dtype()

    def run_answer(setup, answer, check):
        names = {}
        for source in (setup, answer, check):
            exec(source, names)
        return capsys.readouterr().out

    yield run_answer
    torch.set_default_dtype(dtype)
    torch.set_grad_enabled(True)


def test_every_notebook_has_two_exercises_with_checks():
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        cells = nbformat.read(path, as_version=4).cells
        stubs = [c for c in cells if "exercise" in c.metadata.get("tags", [])]
        assert len(stubs) >= 2, path.name
    assert sorted(BY_CHECK) == sorted(CHECKS)


@pytest.mark.parametrize(("setup", "stub", "check", "solution"), EXERCISES)
def test_stubs_and_solutions(run, setup, stub, check, solution):
    assert run(setup, stub, check) == checks.NOT_DONE + "\n"
    assert run(setup, solution, check).startswith("Right! ")
    assert stub.split("(")[0] == solution.split("(")[0]
    assert len(solution.strip().splitlines()) <= 10


@pytest.mark.parametrize("name", CHECKS)
def test_the_right_function_is_right_and_nothing_is_noticed(name, capsys):
    check = CHECKS[name]
    check(check.right)
    assert capsys.readouterr().out == f"Right! {check.insight}\n"
    check(lambda *arguments: None)
    assert checks.NOTHING in capsys.readouterr().out
    check(lambda *arguments: float("nan"))
    assert not capsys.readouterr().out.startswith("Right!")


@pytest.mark.parametrize(
    ("name", "hint"),
    [(name, hint) for name, check in CHECKS.items() for hint in check.mistakes],
)
def test_each_mistake_gets_its_hint(name, hint, capsys):
    check = CHECKS[name]
    check(check.mistakes[hint])
    said = capsys.readouterr().out
    assert said.startswith("Not right yet. ") and said.endswith(f" {hint}\n"), said


def test_a_parameter_changed_without_no_grad_gets_a_hint(capsys):
    checks.check_take_out(lambda many, number: many.wa1.fill_(0.0))
    assert capsys.readouterr().out.endswith(
        "`with torch.no_grad():` above the lines.\n"
    )


# Answers as a reader would write them: a name of a check, then the code.
NOT_RIGHT = [
    # 01
    ("check_output_gate", "print(0.7)", "is there a `return`"),
    ("check_output_gate", "return wd1 + wd2 + bd1", "Start with the sum"),
    (
        "check_output_gate",
        "s = short_memory * wd1 + input_value * wd2 + bd1\nprint(s)",
        "is there a `return`",
    ),
    (
        "check_output_gate",
        "z = short_memory * wd1 + input_value * wd2 + bd1\n"
        "return round(1 / (1 + math.exp(-z)), 2)",
        "rounded",
    ),
    (
        "check_output_gate",
        "z = short_memory * wd1 + input_value * wd2 + bd1\n"
        "return math.exp(-z) / (1 + math.exp(-z))",
        "sign in the exponent",
    ),
    (
        "check_output_gate",
        "z = short_memory * wd1 + input_value * wd2 + bd1\nreturn 1 / 1 + math.exp(-z)",
        "brackets around that",
    ),
    (
        "check_output_gate",
        "return 1 / (1 + math.exp(-short_memory * wd1 + input_value * wd2 + bd1))",
        "before the whole sum",
    ),
    (
        "check_output_gate",
        "return 1 / (1 + math.exp(-(short_memory * wd1 + input_value * wd2)))",
        "where is the bias",
    ),
    (
        "check_output_gate",
        "return math.tanh(short_memory * wd1 + input_value * wd2 + bd1)",
        "which curve",
    ),
    (
        "check_output_gate",
        "output_sum = 0.4 * 2.0 + 0.5 * 0.6 - 0.1\n"
        "return 1 / (1 + math.exp(-output_sum))",
        "the notebook's day",
    ),
    (
        "check_output_gate",
        "z = short_memory * 2.0 + input_value * 0.6 - 0.1\n"
        "return 1 / (1 + math.exp(-z))",
        "the notebook's own numbers",
    ),
    ("check_output_gate", "return float('nan')", "NaN"),
    (
        "check_output_gate",
        "z = short_memory * wd1 + input_value * wd2\n"
        "return 1 / (1 + math.exp(-z)) + bd1",
        "before the sigmoid",
    ),
    (
        "check_output_gate",
        "z = short_memory * wd1 + bd1\nreturn 1 / (1 + math.exp(-z))",
        "Is the price in the sum",
    ),
    (
        "check_output_gate",
        "z = short_memory * wd1 + input_value * wd2 + bd1\n"
        "return f'{1 / (1 + math.exp(-z)):.4f}'",
        "made for printing",
    ),
    (
        "check_output_gate",
        "output_sum = short_memory * wd1 + input_value * wd2 + bd1\n"
        "return output_sum, 1 / (1 + math.exp(-output_sum))",
        "Which one is asked for",
    ),
    (
        "check_output_gate",
        "long_memory = 0.8\nz = long_memory * wd1 + input_value * wd2 + bd1\n"
        "return 1 / (1 + math.exp(-z))",
        "Which memory does",
    ),
    ("check_keep_memory", "return 0, 0, 2, 0, 0, -20", "to four decimals"),
    ("check_keep_memory", "return 0, 0, 5, 0, 0, -5", "to four decimals"),
    ("check_keep_memory", "return 0, 0, 9.22, 0, 0, -9.22", "to four decimals"),
    ("check_keep_memory", "return 0, 0, 20, 0, 0, 0", "What is let in"),
    ("check_keep_memory", "return 0, 0, 20, -20, 0, -20", "listen"),
    ("check_keep_memory", "return 1, 1, 1, 0, 0, 0", "listen"),
    ("check_keep_memory", "return 0, 0, 0, 0, 0, 0", "forget gate is low"),
    ("check_keep_memory", "return 0, 0, 1, 0, 0, 0", "sums, not gates"),
    ("check_keep_memory", "return 10, 0, 0, -10, 0, 0", "The bias is the last"),
    ("check_keep_memory", "return 0, 0, 0, 0, 11, -11", "First the forget gate"),
    ("check_keep_memory", "return 0, 0, 20, 0, 0, 20", "all of the candidate"),
    ("check_keep_memory", "return 0, 0, -20, 0, 0, 20", "Which one keeps"),
    ("check_keep_memory", "return 0, 0, -9, 0, 0, -9", "forget gate is low"),
    ("check_keep_memory", "return 20, -20", "Six numbers"),
    ("check_keep_memory", "return [0.0, 0.0, 20.0]", "Six numbers"),
    ("check_keep_memory", "return 0, 0, 20, 0, 0, -20, 0, 0", "Six numbers"),
    ("check_keep_memory", "print(0, 0, 20, 0, 0, -20)", "is there a `return`"),
    ("check_keep_memory", "return [float('nan')] * 6", "NaN"),
    # 02
    (
        "check_unroll",
        "return model(torch.tensor([prices]))[0]",
        "has the loop inside",
    ),
    (
        "check_unroll",
        "return model.forward(torch.tensor([prices])).item()",
        "has the loop inside",
    ),
    (
        "check_unroll",
        "long = short = torch.tensor(0.0)\nfor price in prices:\n"
        "    long, short = model.lstm_unit(price, long, short)\nprint(short)",
        "is there a `return`",
    ),
    (
        "check_unroll",
        "long = short = 0.0\nfor price in prices:\n"
        "    long, short = model.lstm_unit(price, long, short)\n"
        "    return short",
        "inside the loop",
    ),
    (
        "check_unroll",
        "long = short = 0.0\nfor day in range(4):\n"
        "    long, short = model.lstm_unit(prices[day], long, short)\n"
        "return short",
        "any number of days",
    ),
    (
        "check_unroll",
        "long = short = 0.0\nfor day in range(len(prices) - 1):\n"
        "    long, short = model.lstm_unit(prices[day], long, short)\n"
        "return short",
        "last day is missing",
    ),
    (
        "check_unroll",
        "long = short = 0.0\nfor day in range(1, len(prices)):\n"
        "    long, short = model.lstm_unit(prices[day], long, short)\n"
        "return short",
        "Day 1 is missing",
    ),
    (
        "check_unroll",
        "for price in prices:\n    long = short = torch.tensor(0.0)\n"
        "    long, short = model.lstm_unit(price, long, short)\nreturn short",
        "begins with memories of 0",
    ),
    (
        "check_unroll",
        "long = short = 0.0\nfor price in prices:\n"
        "    new_long, new_short = model.lstm_unit(price, long, short)\n"
        "return new_short",
        "begins with memories of 0",
    ),
    (
        "check_unroll",
        "long = short = 0.0\nfor price in prices:\n"
        "    long, new = model.lstm_unit(price, long, short)\nreturn new",
        "What about the short one",
    ),
    (
        "check_unroll",
        "long = short = 0.0\nfor price in prices:\n"
        "    long, short = model.lstm_unit(prices[0], long, short)\n"
        "return short",
        "belongs to each day",
    ),
    (
        "check_unroll",
        "long = short = 0.0\nfor price in prices:\n"
        "    long, short = model.lstm_unit(price, long, short)\n"
        "return long, short",
        "both memories",
    ),
    (
        "check_unroll",
        "long = short = 0.0\nevery = []\nfor price in prices:\n"
        "    long, short = model.lstm_unit(price, long, short)\n"
        "    every.append(short)\nreturn every",
        "of all days",
    ),
    (
        "check_unroll",
        "own = LSTM_Scratch()\n"
        "twelve = [1.19, 0.48, 1.33, 0.86, 1.29, 0.82]\n"
        "twelve += [1.97, 2.01, -0.54, 0.98, 0.68, 1.53]\n"
        "for parameter, value in zip(own.parameters(), twelve):\n"
        "    parameter.fill_(value)\nreturn own(torch.tensor([prices]))[0]",
        "the notebook's own model",
    ),
    (
        "check_unroll",
        "long = short = 0.0\nfor price in prices:\n"
        "    short = model.lstm_unit(price, long, short)\nreturn short",
        "two memories in the place of one",
    ),
    (
        "check_unroll",
        "return model.lstm_unit(prices, 0.0, 0.0)[1]",
        "got a list of prices",
    ),
    (
        "check_unroll",
        "long = short = torch.zeros(len(prices))\nfor price in prices:\n"
        "    long, short = model.lstm_unit(price, long, short)\nreturn short",
        "the prediction several times",
    ),
    (
        "check_unroll",
        "long = short = 0.0\nfor price in range(len(prices)):\n"
        "    long, short = model.lstm_unit(price, long, short)\nreturn short",
        "the numbers of the days",
    ),
    (
        "check_unroll",
        "long = short = 0.0\nfor price in COMPANY_A:\n"
        "    long, short = model.lstm_unit(price, long, short)\nreturn short",
        "Company A every time",
    ),
    (
        "check_unroll",
        "long = short = 0.0\nfor price in prices:\n"
        "    long = model.lstm_unit(price, long, short)[0]\n"
        "    short = model.lstm_unit(price, long, short)[1]\nreturn short",
        "once a day",
    ),
    (
        "check_unroll",
        "long = short = 0.0\nwhile prices:\n"
        "    long, short = model.lstm_unit(prices.pop(), long, short)\n"
        "return short",
        "run backwards",
    ),
    ("check_counting_numbers", "return [0.0] * 12", "Nothing is written"),
    (
        "check_counting_numbers",
        "return 0, 0, 20, 0, 0, -20, 0, 20, 0, 0, 0, 0",
        "Nothing is written",
    ),
    (
        "check_counting_numbers",
        "return 0, 0, 20, 0, 0, 0, 0, 20, 0, 0, 0, 0",
        "about half of the price",
    ),
    (
        "check_counting_numbers",
        "return 0, 0, 20, 0, 0, 20, 0, 1, 0, 0, 0, 0",
        "a little less than 1",
    ),
    (
        "check_counting_numbers",
        "return 0, 0, 20, 0, 0, 5, 0, 20, 0, 0, 0, 0",
        "a little less than 1",
    ),
    (
        "check_counting_numbers",
        "return 0, 0, 20, 0, 0, 20, 0, 3, 0, 0, 0, 0",
        "a little less than 1",
    ),
    (
        "check_counting_numbers",
        "return 0, 0, 10, 0, 0, 20, 0, 20, 0, 0, 0, 0",
        "loses some of the count",
    ),
    (
        "check_counting_numbers",
        "return 0, 0, 0, 0, 0, 20, 0, 20, 0, 0, 0, 0",
        "loses some of the count",
    ),
    (
        "check_counting_numbers",
        "return 0, 0, 5, 0, 0, 20, 0, 20, 0, 0, 0, 0",
        "loses some of the count",
    ),
    (
        "check_counting_numbers",
        "return 0, 0, -20, 0, 0, 20, 0, 20, 0, 0, 0, 0",
        "loses some of the count",
    ),
    (
        "check_counting_numbers",
        "return 0, 0, 20, 0, 20, 0, 0, 0, 20, 0, 0, 0",
        "takes nothing away",
    ),
    (
        "check_counting_numbers",
        "return 0, 0, 20, 0, 20, 0, 0, 20, 0, 0, 0, 0",
        "takes nothing away",
    ),
    (
        "check_counting_numbers",
        "return 0, 0, 20, 0, 0, 20, 0, 0, 20, 0, 0, 0",
        "as if it were a 1",
    ),
    (
        "check_counting_numbers",
        "return 0, 0, 20, 0, 0, 20, 0, -9, 0, 0, 0, 0",
        "the wrong way round",
    ),
    (
        "check_counting_numbers",
        "return 0, 0, 20, 0, 0, 20, 20, 0, 0, 0, 0, 0",
        "Nothing is written",
    ),
    (
        "check_counting_numbers",
        "return 0, 0, 20, 0, 0, 20, 0, 20, 20, 0, 0, 0",
        "is the candidate -1",
    ),
    (
        "check_counting_numbers",
        "return 0, 0, 20, 0, 0, 20, 20, 20, 0, 0, 0, 20",
        "Once the count is high",
    ),
    (
        "check_counting_numbers",
        "return 0, 0, 12, 0, 0, 12, 0, 12, 0, 0, 0, 12",
        "Nearly",
    ),
    (
        "check_counting_numbers",
        "return 0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0, 1",
        "sums, not gates",
    ),
    ("check_counting_numbers", "return 0, 20, 0", "Twelve numbers"),
    ("check_counting_numbers", "return [0, 0, 20] * 5", "Twelve numbers"),
    (
        "check_counting_numbers",
        "return 20, 0, 0, 0, 0, 20, 0, 20, 0, 0, 0, 0",
        "loses some of the count",
    ),
    ("check_counting_numbers", "print([0] * 12)", "is there a `return`"),
    ("check_counting_numbers", "return [float('nan')] * 12", "NaN"),
    (
        "check_candidate_numbers",
        "return library.weight_hh_l0[2], library.weight_ih_l0[2], "
        "library.bias_ih_l0[2]",
        "two biases",
    ),
    (
        "check_candidate_numbers",
        "return library.weight_ih_l0[2], library.weight_hh_l0[2], "
        "library.bias_ih_l0[2] + library.bias_hh_l0[2]",
        "is that ih or hh",
    ),
    (
        "check_candidate_numbers",
        "return library.weight_hh_l0[3], library.weight_ih_l0[3], "
        "library.bias_ih_l0[3] + library.bias_hh_l0[3]",
        "the output gate",
    ),
    (
        "check_candidate_numbers",
        "return library.weight_hh_l0, library.weight_ih_l0, "
        "library.bias_ih_l0 + library.bias_hh_l0",
        "Which row",
    ),
    (
        "check_candidate_numbers",
        "return library.weight_hh_l0[2], library.weight_ih_l0[2], "
        "library.bias_ih_l0[2], library.bias_hh_l0[2]",
        "both biases",
    ),
    (
        "check_candidate_numbers",
        "return library.weight_hh_l0[2], library.weight_ih_l0[2], "
        "(library.bias_ih_l0[2] + library.bias_hh_l0[2]) / 2",
        "mean",
    ),
    ("check_candidate_numbers", "return 1.97, 2.01, -0.54", "notebook's numbers"),
    (
        "check_candidate_numbers",
        "print(library.weight_hh_l0[2])",
        "is there a `return`",
    ),
    (
        "check_candidate_numbers",
        "return library.weight_hh_l0[2], library.weight_hh_l0[2], "
        "library.bias_ih_l0[2] + library.bias_hh_l0[2]",
        "out of one tensor",
    ),
    (
        "check_candidate_numbers",
        "return library.bias_ih_l0[2] + library.bias_hh_l0[2], "
        "library.weight_hh_l0[2], library.weight_ih_l0[2]",
        "The bias comes last",
    ),
    # 03
    ("check_first_step", "return -lr * gradient / gradient", "When does it go up"),
    (
        "check_first_step",
        "return lr * gradient / abs(gradient)",
        "against the gradient",
    ),
    ("check_first_step", "return lr * gradient", "root of v"),
    ("check_first_step", "return -lr * abs(gradient)", "root of v"),
    ("check_first_step", "return -lr / gradient", "Which root"),
    ("check_first_step", "return 1 if gradient < 0 else -1", "How far does it go"),
    (
        "check_first_step",
        "return -0.01 * gradient / (gradient**2) ** 0.5",
        "is handed in",
    ),
    (
        "check_first_step",
        "m = 0.9 * 0 + 0.1 * gradient\n"
        "v = 0.999 * 0 + 0.001 * gradient**2\n"
        "return -lr * m / (v**0.5 + 1e-8)",
        "Both means began at 0",
    ),
    (
        "check_first_step",
        "m = 0.1 * gradient\nreturn -lr * m / (gradient**2) ** 0.5",
        "Both means began at 0",
    ),
    (
        "check_first_step",
        "v = 0.001 * gradient**2\nreturn -lr * gradient / (v**0.5 + 1e-8)",
        "Both means began at 0",
    ),
    ("check_first_step", "print(-lr if gradient > 0 else lr)", "is there a `return`"),
    (
        "check_training_step",
        "loss = torch.nn.MSELoss(model(prices), next_price)\n"
        "optimizer.zero_grad()\nloss.backward()\noptimizer.step()\nreturn loss.item()",
        "A second pair of brackets calls it",
    ),
    (
        "check_training_step",
        "loss = torch.nn.MSELoss()(model(prices), next_price)\n"
        "loss.backward()\noptimizer.zero_grad()\noptimizer.step()\n"
        "return loss.item()",
        "cleared after `backward()`",
    ),
    (
        "check_training_step",
        "loss = torch.nn.MSELoss()(model(prices), next_price)\n"
        "loss.backward()\nmodel.zero_grad()\noptimizer.step()\n"
        "return loss.item()",
        "cleared after `backward()`",
    ),
    (
        "check_training_step",
        "optimizer = torch.optim.Adam(model.parameters(), lr=0.01)\n"
        "loss = torch.nn.MSELoss()(model(prices), next_price)\n"
        "optimizer.zero_grad()\nloss.backward()\noptimizer.step()\n"
        "return loss.item()",
        "not by the optimizer that is handed in",
    ),
    (
        "check_training_step",
        "optimizer = torch.optim.SGD(model.parameters(), lr=0.1)\n"
        "loss = torch.nn.MSELoss()(model(prices), next_price)\n"
        "optimizer.zero_grad()\nloss.backward()\noptimizer.step()\n"
        "return loss.item()",
        "not by the optimizer that is handed in",
    ),
    (
        "check_training_step",
        "loss = torch.nn.MSELoss()(model(prices), next_price)\n"
        "optimizer.zero_grad()\nloss.backward\noptimizer.step()\n"
        "return loss.item()",
        "No gradient was computed",
    ),
    (
        "check_training_step",
        "loss = torch.nn.MSELoss()(model(prices), next_price)\n"
        "optimizer.zero_grad()\nloss.backward()\noptimizer.step\n"
        "return loss.item()",
        "nothing moved",
    ),
    (
        "check_training_step",
        "loss = torch.nn.MSELoss()(model(prices), next_price)\n"
        "optimizer.step()\noptimizer.zero_grad()\nloss.backward()\n"
        "return loss.item()",
        "The step comes before",
    ),
    (
        "check_training_step",
        "for _ in range(2):\n"
        "    loss = torch.nn.MSELoss()(model(prices), next_price)\n"
        "    optimizer.zero_grad()\n    loss.backward()\n    optimizer.step()\n"
        "return loss.item()",
        "more than one step",
    ),
    (
        "check_training_step",
        "loss_fn = torch.nn.MSELoss()\nloss = loss_fn(model(prices), next_price)\n"
        "optimizer.zero_grad()\nloss.backward()\noptimizer.step()\n"
        "return loss_fn(model(prices), next_price).item()",
        "the loss after it",
    ),
    (
        "check_training_step",
        "predicted = model(prices)\n"
        "loss = torch.nn.MSELoss()(predicted, next_price)\n"
        "optimizer.zero_grad()\nloss.backward()\noptimizer.step()\n"
        "return predicted.mean().item()",
        "What you return isn't the loss",
    ),
    (
        "check_training_step",
        "loss = (model(prices) - next_price).square().sum()\n"
        "optimizer.zero_grad()\nloss.backward()\noptimizer.step()\n"
        "return loss.item()",
        "What does the M",
    ),
    (
        "check_training_step",
        "loss = (model(prices) - next_price.view(-1, 1)).square().mean()\n"
        "optimizer.zero_grad()\nloss.backward()\noptimizer.step()\n"
        "return loss.item()",
        "labels have another shape",
    ),
    (
        "check_training_step",
        "loss = torch.nn.MSELoss()(model(prices[:1]), next_price[:1])\n"
        "optimizer.zero_grad()\nloss.backward()\noptimizer.step()\n"
        "return loss.item()",
        "Only the first company",
    ),
    (
        "check_training_step",
        "loss = (model(prices) - torch.ones_like(next_price)).square().mean()\n"
        "optimizer.zero_grad()\nloss.backward()\noptimizer.step()\n"
        "return loss.item()",
        "is it always 1",
    ),
    (
        "check_training_step",
        "loss = torch.nn.MSELoss()(model(prices), next_price)\n"
        "optimizer.zero_grad()\nloss.backward()\noptimizer.step()\n"
        "print(loss.item())",
        "is there a `return`",
    ),
    ("check_first_step", "return -lr / (gradient**2) ** 0.5", "What stands above it"),
    (
        "check_first_step",
        "return -lr / (abs(gradient) + 1e-8)",
        "What stands above it",
    ),
    ("check_first_step", "return gradient - lr", "root of v"),
    (
        "check_training_step",
        "loss = torch.nn.MSELoss()(model(prices), next_price)\n"
        "optimizer.zero_grad()\noptimizer.step()\nloss.backward()\n"
        "return loss.item()",
        "The step comes before",
    ),
    (
        "check_training_step",
        "import lstm_scratch\nmemory_model = lstm_scratch.LSTM_Scratch().double()\n"
        "loss = torch.nn.MSELoss()(memory_model(prices), next_price)\n"
        "optimizer.zero_grad()\nloss.backward()\noptimizer.step()\n"
        "return loss.item()",
        "which model do you use",
    ),
    (
        "check_training_step",
        "loss = torch.nn.MSELoss()(model(prices), next_price)\n"
        "optimizer.zero_grad\nloss.backward()\noptimizer.step()\n"
        "return loss.item()",
        "add up until they are cleared",
    ),
    (
        "check_training_step",
        "for row, wanted in zip(prices, next_price):\n"
        "    loss = (model(row[None])[0] - wanted) ** 2\n"
        "    optimizer.zero_grad()\n    loss.backward()\n    optimizer.step()\n"
        "return loss.item()",
        "more than one step",
    ),
    # 04
    ("check_tipping_price", "return 0.13", "a little lower"),
    ("check_tipping_price", "return 0.12", "a little higher"),
    ("check_tipping_price", "return 0.127", "fourth decimal"),
    ("check_tipping_price", "return 0.128", "a little lower"),
    ("check_tipping_price", "return 0.1282", "a little lower"),
    ("check_tipping_price", "return 0.1262", "a little higher"),
    ("check_tipping_price", "return 0.1271", "a little higher"),  # rounds to 0.499
    (
        "check_sweep_last_day",
        "rows = torch.tensor([prices[:-1] + [p] for p in last_prices])\n"
        "return [round(p.item(), 2) for p in model(rows)]",
        "rounded",
    ),
    (
        "check_sweep_last_day",
        "return {p: model(torch.tensor([prices[:-1] + [p]])) for p in last_prices}",
        "not a dictionary",
    ),
    ("check_tipping_price", "return '0.1272'", "That is a text"),
    ("check_tipping_price", "return f'{0.5:.4f}'", "That is a text"),
    ("check_tipping_price", "return 0.27", "too high or too low"),
    ("check_tipping_price", "return 0.4999", "0.5 is the prediction"),
    ("check_tipping_price", "return 12.72", "between 0 and 1"),
    (
        "check_sweep_last_day",
        "as_it_is = model(torch.tensor([prices]))\n"
        "rows = [[*prices[:-1], price] for price in last_prices]\n"
        "return [model(torch.tensor([row])) - as_it_is for row in rows]",
        "changes against the company",
    ),
    (
        "check_take_out",
        "one = LSTM_Scratch()\nfor name, parameter in one.named_parameters():\n"
        "    value = many.get_parameter(name)[number].item()\n"
        "    parameter.data = torch.tensor([value])\nreturn one",
        "without an axis",
    ),
    (
        "check_take_out",
        "one = LSTM_Scratch()\nfor name, parameter in one.named_parameters():\n"
        "    many.get_parameter(name).data[number] = parameter.data\nreturn one",
        "writes into `many`",
    ),
    (
        "check_split_cost",
        "n = (time_many - time_few) / (many - few)\nreturn int(time_few - few * n), n",
        "cuts decimals off",
    ),
    (
        "check_sweep_last_day",
        "rows = [prices[:-2] + [price] for price in last_prices]\n"
        "return model(torch.tensor(rows))",
        "which days stay",
    ),
    (
        "check_sweep_last_day",
        "said = []\nfor price in last_prices:\n    prices.append(price)\n"
        "    said.append(model(torch.tensor([prices])).item())\nreturn said",
        "begin with `prices` anew",
    ),
    (
        "check_sweep_last_day",
        "rows = [prices[:-1] + [price] for price in sorted(last_prices)]\n"
        "return model(torch.tensor(rows))",
        "in another order",
    ),
    (
        "check_sweep_last_day",
        "for price in last_prices:\n"
        "    return model(torch.tensor([prices[:-1] + [price]]))",
        "One prediction for each",
    ),
    # 06
    (
        "check_output_gate_gradients",
        "d_sum = d_short * squashed * o * (1 - o)\nprint(d_sum * short_before)",
        "is there a `return`?",
    ),
    (
        "check_output_gate_gradients",
        "return d_short * squashed * o * (1 - o)",
        "Three gradients",
    ),
    (
        "check_output_gate_gradients",
        "d_o = d_short * squashed\nreturn d_o * short_before, d_o * price, d_o",
        "The gate is a sigmoid: what is its slope?",
    ),
    (
        "check_output_gate_gradients",
        "d = d_short * squashed * o * (1 - o)\nreturn d, d * short_before, d * price",
        "In which order",
    ),
    (
        "check_output_gate_gradients",
        "d = d_short * squashed * o * (1 - o)\nreturn d * short_before, d * price, 1.0",
        "bd1 is only added",
    ),
    (
        "check_output_gate_gradients",
        "d = d_short * squashed * o * (1 - o)\n"
        "return [round(g, 2) for g in (d * short_before, d * price, d)]",
        "rounded",
    ),
    (
        "check_output_gate_gradients",
        "return [float('nan')] * 3",
        "NaN, not a number",
    ),
    (
        "check_output_gate_gradients",
        "d = d_squashed * o * (1 - o)\nreturn d * short_before, d * price, d",
        "stopped with NameError",
    ),
    (
        "check_output_gate_gradients",
        "d = d_short * squashed * (1 - o)\nreturn d * short_before, d * price, d",
        "which factor is missing",
    ),
    (
        "check_output_gate_gradients",
        "d = d_short * squashed * (1 - squashed**2) * o * (1 - o)\n"
        "return d * short_before, d * price, d",
        "one slope too many",
    ),
    (
        "check_output_gate_gradients",
        "d = d_short * squashed * o * (1 - o)\nreturn d * short_before, d * 1.0, d",
        "By what is wd2 multiplied",
    ),
    (
        "check_output_gate_gradients",
        "d = d_short * squashed * o * (1 - o)\nreturn d * 2.0, d * price, d",
        "By what is wd1 multiplied",
    ),
    (
        "check_output_gate_gradients",
        "d = d_short * squashed * o * (1 - o)\nreturn d * 2.0, d * 0.6, d",
        "By what are wd1 and wd2 multiplied",
    ),
    (
        "check_output_gate_gradients",
        "d_output_sum = 0.6809968  # left over from the notebook's day 4\n"
        "return d_output_sum * short_before, d_output_sum * price, d_output_sum",
        "of day 4. Compute it",
    ),
    (
        "check_output_gate_gradients",
        "d = d_short * squashed * o * 1 - o\nreturn d * short_before, d * price, d",
        "Without brackets",
    ),
    (
        "check_output_gate_gradients",
        "d = d_short * squashed + o * (1 - o)\nreturn d * short_before, d * price, d",
        "but d_output_sum is wrong",
    ),
    (
        "check_backward_plain",
        "d_w = 0.0\nfor short_before, short in reversed(tape):\n"
        "    d_sum = d_short * (1 - short**2)\n    d_w -= d_sum * short_before\n"
        "    d_short = d_sum * w\nreturn d_w",
        "added, or taken away",
    ),
    (
        "check_backward_plain",
        "d_w = 0.0\nfor short_before, short in reversed(tape):\n"
        "    d_sum = d_short * (1 - short**2)\n    d_w += d_sum * short_before\n"
        "    d_short = d_sum / w\nreturn d_w",
        "look at three things",
    ),
    (
        "check_output_gate_gradients",
        "d = d_short * squashed * o * (1 - o)\n"
        "return [f'{x:.4f}' for x in (d * short_before, d * price, d)]",
        "neither as text",
    ),
    (
        "check_output_gate_gradients",
        "d = d_short * squashed * o * (1 - o)\n"
        "return {'wd1': d * short_before, 'wd2': d * price, 'bd1': d}",
        "nor with names",
    ),
    ("check_backward_plain", "return 0.0", "nothing is added to it yet"),
    (
        "check_backward_plain",
        "d_w = 0.0\nfor n in range(len(tape) - 1, 0, -1):\n"
        "    d_sum = d_short * (1 - tape[n][1] ** 2)\n"
        "    d_w += d_sum * tape[n][0]\n    d_short = d_sum * w\nreturn d_w",
        "Day 1 is missing",
    ),
    (
        "check_backward_plain",
        "d_w = 0.0\nfor short_before, short in reversed(tape[-4:]):\n"
        "    d_sum = d_short * (1 - short**2)\n    d_w += d_sum * short_before\n"
        "    d_short = d_sum * w\nreturn d_w",
        "always take four days",
    ),
    (
        "check_backward_plain",
        "d_w = 0.0\nfor short, short_before in reversed(tape):\n"
        "    d_sum = d_short * (1 - short**2)\n    d_w += d_sum * short_before\n"
        "    d_short = d_sum * w\nreturn d_w",
        "Which of the pair comes first",
    ),
    (
        "check_backward_plain",
        "d_w = 0.0\nfor short_before, short in reversed(tape):\n"
        "    d_sum = d_short * (1 - short**2)\n    d_w += d_sum * w\n"
        "    d_short = d_sum * w\nreturn d_w",
        "w gets what arrives times the other factor",
    ),
    (
        "check_backward_plain",
        "d_w = 0.0\nfor short_before, short in reversed(tape):\n"
        "    d_sum = d_short * (1 - short**2)\n    d_w = d_sum * short_before\n"
        "    d_short = d_sum * w\nreturn d_w",
        "or replace what is there",
    ),
    (
        "check_backward_plain",
        "d_w = 0.0\nfor short_before, short in tape:\n"
        "    d_sum = d_short * (1 - short**2)\n    d_w += d_sum * short_before\n"
        "    d_short = d_sum * w\nreturn d_w",
        "with which day must you begin",
    ),
    (
        "check_backward_plain",
        "d_w = 0.0\nfor short_before, short in reversed(tape):\n"
        "    d_sum = d_short * (1 - short**2)\n    d_w += d_sum * short_before\n"
        "    d_short += d_sum * w\nreturn d_w",
        "a += too many",
    ),
    (
        "check_backward_plain",
        "d_w = 0.0\nfor short_before, short in reversed(tape):\n"
        "    d_short = d_short * (1 - short**2) * w\n"
        "    d_w += d_short * short_before\nreturn d_w",
        "handed on too early",
    ),
    (
        "check_backward_plain",
        "d_w = 0.0\nfor short_before, short in reversed(tape):\n"
        "    d_sum = d_short * (1 - short**2)\n    d_w += d_sum * short_before\n"
        "    return d_w",
        "add up the shares of all days",
    ),
    (
        "check_backward_plain",
        "d_w = 0.0\nfor short_before, short in reversed(tape):\n"
        "    d_sum = d_short * (1 - short**2)\n    d_w += d_sum * short_before\n"
        "    d_short = d_sum * w\nprint(d_w)",
        "is there a `return`?",
    ),
    (
        "check_backward_plain",
        "shares = []\nfor short_before, short in reversed(tape):\n"
        "    d_sum = d_short * (1 - short**2)\n"
        "    shares.append(d_sum * short_before)\n    d_short = d_sum * w\n"
        "return shares",
        "shares of all days, added up",
    ),
    (
        "check_output_gate_gradients",
        "d = d_short * squashed * o * (1 - o)\nreturn d * short_before, d * price",
        "Three gradients",
    ),
    # 07
    (
        "check_count",
        "return 4 * hidden * (hidden + inputs) + 4 * hidden",
        "two biases in each gate",
    ),
    ("check_count", "return 16 * inputs * hidden", "Count one gate"),
    ("check_count", "print(4 * hidden * (hidden + inputs + 2))", "`return`"),
    (
        "check_one_day_stacked",
        "i, f, g, o = (short @ W + x @ V + b).chunk(4, dim=1)\n"
        "long = f.sigmoid() * long + i.sigmoid() * g.tanh()\n"
        "return long, o.sigmoid() * long.tanh()",
        "which matrices need a `.T`",
    ),
    (
        "check_one_day_stacked",
        "i, f, g, o = (W @ short + V @ x + b).chunk(4)\n"
        "long = f.sigmoid() * long + i.sigmoid() * g.tanh()\n"
        "return long, o.sigmoid() * long.tanh()",
        "which matrices need a `.T`",
    ),
    (
        "check_one_day_stacked",
        "i, f, g, o = (short * W.T + x * V.T + b).chunk(4, dim=1)\nreturn long, short",
        "which products are `@`",
    ),
    (
        "check_one_day_stacked",
        "i, f, g, o = (short @ W.T + x @ V.T + b).chunk(4)\n"
        "long = f.sigmoid() * long + i.sigmoid() * g.tanh()\n"
        "return long, o.sigmoid() * long.tanh()",
        "Without dim=1, chunk cuts the companies apart",
    ),
    (
        "check_one_day_stacked",
        "i, f, g, o = (short @ W.T + x @ V.T + b).chunk(4, dim=1)\n"
        "long = f * long + i * g\nreturn long, o * long.tanh()",
        "What makes gates",
    ),
    (
        "check_one_day_stacked",
        "i, f, g, o = (short @ W.T + x @ V.T + b).chunk(4, dim=1)\n"
        "new = f.sigmoid() * long + i.sigmoid() * g.tanh()\n"
        "return new, o.sigmoid() * long.tanh()",
        "shows the new long memory",
    ),
    (
        "check_one_day_stacked",
        "sums = (short @ W.T + x @ V.T + b).sigmoid()\n"
        "i, f, g, o = sums.chunk(4, dim=1)\nlong = f * long + i * g\n"
        "return long, o * long.tanh()",
        "may be negative",
    ),
    ("check_one_day_stacked", "print(short @ W.T + x @ V.T + b)", "`return`"),
    (
        "check_one_day_stacked",
        "i, f, g, o = (short @ W.T + x @ V.T + b).split(4, dim=1)\n"
        "long = f.sigmoid() * long + i.sigmoid() * g.tanh()\n"
        "return long, o.sigmoid() * long.tanh()",
        "split wants the size of a part",
    ),
    (
        "check_one_day_stacked",
        "sums = short @ W.T + x @ V.T + b\n"
        "i, f, g, o = (sums[:, n : n + 4] for n in (0, 4, 8, 12))\n"
        "long = f.sigmoid() * long + i.sigmoid() * g.tanh()\n"
        "return long, o.sigmoid() * long.tanh()",
        "always 4 memories",
    ),
    (
        "check_one_day_stacked",
        "long = short = torch.zeros(len(x), W.shape[1])\n"
        "i, f, g, o = (short @ W.T + x @ V.T + b).chunk(4, dim=1)\n"
        "long = f.sigmoid() * long + i.sigmoid() * g.tanh()\n"
        "return long, o.sigmoid() * long.tanh()",
        "start from 0",
    ),
    (
        "check_one_day_stacked",
        "i, f, g, o = (short @ W.T + b).chunk(4, dim=1)\n"
        "long = f.sigmoid() * long + i.sigmoid() * g.tanh()\n"
        "return long, o.sigmoid() * long.tanh()",
        "today's inputs",
    ),
    (
        "check_one_day_stacked",
        "i, f, g, o = (short @ W.T + x @ V.T + b).chunk(4, dim=1)\n"
        "long = f.sigmoid() * long + i * g.tanh()\n"
        "return long, o.sigmoid() * long.tanh()",
        "`i` is still a sum",
    ),
    (
        "check_one_day_stacked",
        "i, f, g, o = (short @ W.T + x @ V.T + b).reshape(4, *short.shape)\n"
        "long = f.sigmoid() * long + i.sigmoid() * g.tanh()\n"
        "return long, o.sigmoid() * long.tanh()",
        "reshape mixes",
    ),
    (
        "check_one_day_stacked",
        "i, f, g, o = (short @ W.T + x @ V.T + b).chunk(4, dim=1)\n"
        "i, f, o = (torch.log(z) for z in (i, f, o))\n"
        "long = f * long + i * g.tanh()\nreturn long, o * long.tanh()",
        "NaN",
    ),
    (
        "check_one_day_stacked",
        "i, f, g, o = (short @ W.T + x @ V.T + b).chunk(4, dim=1)\n"
        "long = f.sigmoid() * long + i.sigmoid() * g.tanh()\n"
        "return torch.cat([long, o.sigmoid() * long.tanh()])",
        "Both are asked for",
    ),
    ("check_tipping_price", "return [0.1272, 0.5, 0.25, 1.0]", "return one number"),
    ("check_tipping_price", "return torch.tensor(0.0)", "too high or too low"),
    (
        "check_sweep_last_day",
        "return model(torch.tensor([[*prices[:3], p] for p in last_prices]))",
        "Right for four days",
    ),
    (
        "check_sweep_last_day",
        "rows = []\nfor price in last_prices:\n    prices[-1] = price\n"
        "    rows.append(prices)\nreturn model(torch.tensor(rows))",
        "is each row a list of its own",
    ),
    (
        "check_sweep_last_day",
        "for price in last_prices:\n"
        "    said = model(torch.tensor([[*prices[:-1], price]]))\nreturn said",
        "One prediction for each",
    ),
    (
        "check_sweep_last_day",
        "rows = torch.tensor([COMPANY_A] * len(last_prices))\n"
        "rows[:, -1] = torch.tensor(last_prices)\nreturn model(rows)",
        "Company A's sweep",
    ),
    (
        "check_sweep_last_day",
        "rows = torch.tensor(prices).repeat(len(last_prices), 1)\n"
        "rows[:, 3] = torch.tensor(last_prices)\nreturn model(rows)",
        "changes the fourth day",
    ),
    (
        "check_sweep_last_day",
        "rows = torch.tensor([[*prices[:-1], p] for p in last_prices])\n"
        "return model(rows)[:, None]",
        "not their shape",
    ),
    (
        "check_sweep_last_day",
        "rows = [[*prices[:-1], p] for p in (0.3, 0.0, 1.0)]\n"
        "return model(torch.tensor(rows))",
        "One prediction for each",
    ),
    # 05
    (
        "check_passes",
        "a, b = (predictions[:2] - wanted[:2, None]).abs()\n"
        "return torch.maximum(a, b) < margin",
        "more than two companies",
    ),
    (
        "check_passes",
        "for row, right in zip(predictions, wanted):\n"
        "    return (row - right).abs() < margin",
        "Only the first company",
    ),
    (
        "check_passes",
        "for row, right in zip(predictions, wanted):\n"
        "    passed = (row - right).abs() < margin\nreturn passed",
        "overwrite the one before",
    ),
    (
        "check_passes",
        "return ((predictions.abs() - wanted[:, None].abs()) < margin).all(dim=0)",
        "taken away too early",
    ),
    (
        "check_passes",
        "right = []\nfor model in range(len(predictions)):\n"
        "    errors = (predictions[:, model] - wanted).abs()\n"
        "    right.append(bool((errors < margin).all()))\n"
        "return torch.tensor(right)",
        "as many answers as companies",
    ),
    (
        "check_passes",
        "return ((predictions - wanted).abs() < margin).all(dim=0)",
        "laid beside each row",
    ),
    (
        "check_passes",
        "errors = predictions - wanted[:, None]\nreturn (errors < margin).all(dim=0)",
        "takes away the sign",
    ),
    (
        "check_passes",
        "errors = predictions - wanted[:, None]\n"
        "return errors.abs().max(dim=0).values > margin",
        "the other way round",
    ),
    (
        "check_passes",
        "errors = (predictions - wanted[:, None]).abs()\n"
        "return (errors < margin).float().mean(dim=0) >= 0.5",
        "One good prediction",
    ),
    (
        "check_passes",
        "errors = (predictions - wanted[:, None]).abs()\n"
        "return (errors < margin).all(dim=0).tolist().count(True)",
        "Which ones",
    ),
    (
        "check_take_out",
        "one = LSTM_Scratch()\n"
        "for mine, theirs in zip(one.parameters(), many.parameters()):\n"
        "    mine.data = theirs.data[number]\nreturn one",
        "share their memory",
    ),
    (
        "check_take_out",
        "one = LSTM_Scratch()\n"
        "for name in ('wa1', 'wa2', 'wb1', 'wb2', 'wc1', 'wc2', 'wd1', 'wd2'):\n"
        "    value = many.get_parameter(name)[number].item()\n"
        "    one.get_parameter(name).data.fill_(value)\nreturn one",
        "four biases",
    ),
    (
        "check_take_out",
        "one = LSTM_Scratch()\n"
        "for name, parameter in one.named_parameters():\n"
        "    parameter.data = many.get_parameter(name).detach()[number - 1].clone()\n"
        "return one",
        "the model before it",
    ),
    ("check_take_out", "return many", "which one is wanted"),
    (
        "check_take_out",
        "for p in many.parameters():\n    p.data = p.data[number]\nreturn many",
        "That is `many` itself",
    ),
    (
        "check_take_out",
        "return [p[number].item() for p in many.parameters()]",
        "return an LSTM_Scratch, not a list",
    ),
    (
        "check_take_out",
        "torch.manual_seed(number)\nreturn LSTM_Scratch()",
        "None of these numbers is from `many`",
    ),
    (
        "check_take_out",
        "one = LSTM_Scratch()\n"
        "for name, parameter in one.named_parameters():\n"
        "    parameter = many.get_parameter(name)[number]\nreturn one",
        "what puts a value into a parameter",
    ),
    (
        "check_take_out",
        "one = LSTM_Scratch()\n"
        "for name, parameter in one.named_parameters():\n"
        "    parameter.data = many.get_parameter(name).detach()[number].clone()\n"
        "    return one",
        "does `return` stand inside the loop",
    ),
    (
        "check_take_out",
        "one = LSTM_Scratch()\n"
        "for name, parameter in one.named_parameters():\n"
        "    parameter.data = many.wd2.detach()[number].clone()\nreturn one",
        "For each of the twelve names",
    ),
    # 08
    ("check_forget_bias", "print(days)", "is there a `return`"),
    ("check_forget_bias", "return share ** (1 / days)", "Of which sum"),
    (
        "check_forget_bias",
        "gate = math.exp(math.log(share) / days)\nreturn math.log((1 - gate) / gate)",
        "stands above the line",
    ),
    ("check_forget_bias", "return math.log(20)", "First the gate"),
    ("check_forget_bias", "return float('nan')", "NaN"),
    (
        "check_forget_bias",
        "gate = round(share ** (1 / days), 4)\n"
        "return round(math.log(gate / (1 - gate)), 2)",
        "rounded",
    ),
    (
        "check_forget_bias",
        "gate = share ** (1 / days)\nreturn f'{math.log(gate / (1 - gate)):.4f}'",
        "That is a text",
    ),
    (
        "check_forget_bias",
        "gate = share ** (1 / days)\nreturn math.log(gate / 1 - gate)",
        "brackets around 1 - gate",
    ),
    (
        "check_forget_bias",
        "gate = days ** (1 / share)\nreturn math.log(gate / (1 - gate))",
        "between 0 and 1",
    ),
    (
        "check_forget_bias",
        "gate = share ** 1 / days\nreturn math.log(gate / (1 - gate))",
        "brackets around 1 / days",
    ),
    (
        "check_open_forget_gates",
        "n = lstm.hidden_size\n"
        "lstm.bias_ih_l0.data[n : 2 * n] = -bias\n"
        "lstm.bias_hh_l0.data[n : 2 * n] = 0.0\n"
        "return lstm",
        "make together",
    ),
    (
        "check_open_forget_gates",
        "n = lstm.hidden_size\n"
        "lstm.bias_ih_l0.data[n : 2 * n] = bias / 2\n"
        "lstm.bias_hh_l0.data[n : 2 * n] = 0.0\n"
        "return lstm",
        "make together",
    ),
    (
        "check_open_forget_gates",
        "n = lstm.hidden_size\n"
        "lstm.bias_ih_l0.data[n : 2 * n] = round(bias, 1)\n"
        "lstm.bias_hh_l0.data[n : 2 * n] = 0.0\n"
        "return lstm",
        "make together",
    ),
    (
        "check_forget_bias",
        "gate = share ** (1 / days)\nreturn gate, math.log(gate / (1 - gate))",
        "without the gate",
    ),
    (
        "check_open_forget_gates",
        "n = lstm.hidden_size\nlstm.bias_ih_l0.data[n : 2 * n] = bias\nreturn lstm",
        "in the other one",
    ),
    (
        "check_open_forget_gates",
        "lstm.bias_ih_l0.data.chunk(4)[1].fill_(bias)\n"
        "lstm.bias_hh_l0.data.chunk(4)[1].zero_()",
        "is there a `return`",
    ),
    (
        "check_open_forget_gates",
        "lstm = nn.LSTM(lstm.input_size, lstm.hidden_size)\n"
        "lstm.bias_ih_l0.data.chunk(4)[1].fill_(bias)\n"
        "lstm.bias_hh_l0.data.chunk(4)[1].zero_()\nreturn lstm",
        "as it was",
    ),
    (
        "check_open_forget_gates",
        "import copy\nlstm, n = copy.deepcopy(lstm), lstm.hidden_size\n"
        "lstm.bias_ih_l0.data[n : 2 * n] = bias\n"
        "lstm.bias_hh_l0.data[n : 2 * n] = 0.0\nreturn lstm",
        "as it was",
    ),
    (
        "check_open_forget_gates",
        "b, n = lstm.bias_ih_l0.data.clone(), lstm.hidden_size\n"
        "b[n : 2 * n] = bias\nreturn lstm",
        "as it was",
    ),
    (
        "check_open_forget_gates",
        "lstm.bias_ih_l0.data[1] = bias\nlstm.bias_hh_l0.data[1] = 0.0\nreturn lstm",
        "Only the forget gates' biases change",
    ),
    (
        "check_open_forget_gates",
        "n = lstm.hidden_size\nlstm.bias_ih_l0.data[n : 2 * n] += bias\n"
        "lstm.bias_hh_l0.data[n : 2 * n] = 0.0\nreturn lstm",
        "held before",
    ),
    (
        "check_open_forget_gates",
        "n = lstm.hidden_size\nlstm.bias_ih_l0.data[n : 2 * n] = bias\n"
        "lstm.bias_hh_l0.data[n : 2 * n] = -bias\nreturn lstm",
        "Together they make 0",
    ),
    (
        "check_open_forget_gates",
        "n = lstm.hidden_size\nlstm.bias_ih_l0[n : 2 * n] = bias\n"
        "lstm.bias_hh_l0[n : 2 * n] = 0.0\nreturn lstm",
        "Write into their `.data`",
    ),
    (
        "check_open_forget_gates",
        "n = lstm[0].hidden_size\nlstm[0].bias_ih_l0.data[n : 2 * n] = bias\n"
        "lstm[0].bias_hh_l0.data[n : 2 * n] = 0.0\nreturn lstm",
        "not an nn.Sequential",
    ),
    (
        "check_open_forget_gates",
        "n = lstm.hidden_size\nlstm.bias_ih_l0.data[n : 2 * n] = bias\n"
        "lstm.bias_hh_l0.data[n : 2 * n] = 0.0\nreturn lstm.bias_ih_l0",
        "not one of its parts",
    ),
    # 10
    (
        "check_mean_so_far",
        "said = []\nfor n in range(len(returns)):\n"
        "    said.append(returns[:n].mean() if n else 0.0)\n    return said",
        "inside the loop",
    ),
    (
        "check_mean_so_far",
        "said = torch.zeros(len(returns))\nfor n in range(1, len(returns)):\n"
        "    said[n] = returns[max(0, n - 12):n].mean()\nreturn said",
        "last twelve months only",
    ),
    (
        "check_mean_so_far",
        "return torch.stack([returns[:n].mean() for n in range(len(returns))])",
        "NaN",
    ),
    (
        "check_mean_so_far",
        "return (returns.cumsum(0) - returns) / (torch.arange(len(returns)) + 1)",
        "one too many",
    ),
    (
        "check_mean_so_far",
        "said = [returns[0]]\nfor n in range(1, len(returns)):\n"
        "    said.append(returns[:n].mean())\nreturn torch.stack(said)",
        "Only the first forecast",
    ),
    (
        "check_scale_both",
        "training = (training - training.min()) / (training.max() - training.min())\n"
        "test = (test - training.min()) / (training.max() - training.min())\n"
        "return training, test",
        "its lowest is 0 by now",
    ),
    (
        "check_scale_both",
        "low = training.min()\n"
        "training = (training - low) / (training.max() - low)\n"
        "return training, (test - low) / (training.max() - low)",
        "taken before `training` is overwritten",
    ),
    (
        "check_scale_both",
        "low, high = training.min(), training.max()\n"
        "return training - low / (high - low), test - low / (high - low)",
        "brackets around the difference",
    ),
    (
        "check_scale_both",
        "low, high = training.min(), training.max()\n"
        "return (training - low) / (high - low)",
        "the test series, too",
    ),
    # 09
    (
        "check_split_cost",
        "of_a_number = (time_many - time_few) / (many - few)\n"
        "return time_few - few * of_a_number",
        "`return` two numbers",
    ),
    (
        "check_split_cost",
        "of_a_number = (time_many - time_few) / (many - few)\n"
        "print(time_few - few * of_a_number, of_a_number)",
        "is there a `return`",
    ),
    ("check_split_cost", "return 4.0, 0.1", "only the numbers have grown"),
    (
        "check_split_cost",
        "n = (time_many - time_few) / (many - few)\n"
        "return round(time_few - few * n, 4), round(n, 4)",
        "are the costs rounded",
    ),
    (
        "check_split_cost",
        "n = (time_many - time_few) / (many - few)\n"
        "return round(time_few - few * n), round(n)",
        "are the costs rounded",
    ),
    (
        "check_split_cost",
        "n = (time_many - time_few) / (many - few)\nreturn time_many - time_few, n",
        "What is left of `time_few`",
    ),
    (
        "check_split_cost",
        "n = (time_many - time_few) / (many - few)\nreturn few * n - time_few, n",
        "What is left of `time_few`",
    ),
    (
        "check_split_cost",
        "n = (time_many - time_few) / (many - few)\n"
        "return torch.tensor(time_few - few * n)",
        "`return` two numbers",
    ),
    (
        "check_split_cost",
        "n = (time_many - time_few) / (many - few)\n"
        "return {'call': time_few - few * n, 'number': n}",
        "not a dictionary",
    ),
    (
        "check_split_cost",
        "n = (time_many - time_few) / (many - few)\n"
        "return time_few - few * n, n, few * n",
        "Only two costs",
    ),
    (
        "check_split_cost",
        "n = (time_many - time_few) / (many - few)\n"
        "return f'{time_few - few * n} and {n}'",
        "That is a text",
    ),
    (
        "check_count_products",
        "print(days * batch * memories * (4 * (memories + inputs) + 3))",
        "is there a `return`",
    ),
    ("check_count_products", "return 1620", "Count one memory on one day"),
    # 11
    (
        "check_run_on",
        "for _ in range(steps):\n"
        "    value = inputs[:, -1] + next_change(inputs)\n"
        "    inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)\n"
        "return value.round(decimals=2)",
        "rounded",
    ),
    (
        "check_run_on",
        "value = inputs[:, -1] + next_change(inputs)\n"
        "return torch.cat([inputs[:, 1:], value[:, None]], dim=0)",
        "side by side",
    ),
    (
        "check_run_on",
        "for _ in range(steps):\n    value = inputs[:, -1] + next_change(inputs)\n"
        "    inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)\n"
        "    return inputs[:, -1]",
        "after one step",
    ),
    (
        "check_run_on",
        "value = inputs[:, -1]\nfor _ in range(steps):\n"
        "    value = value + next_change(inputs)\nreturn value",
        "a window that has moved",
    ),
    (
        "check_run_on",
        "inputs = inputs.clone()\nfor _ in range(steps):\n"
        "    inputs[:, -1] += next_change(inputs)\nreturn inputs[:, -1]",
        "the newest or the oldest",
    ),
    (
        "check_run_on",
        "for _ in range(steps):\n    value = inputs[:, -1] + next_change(inputs)\n"
        "    torch.cat([inputs[:, 1:], value[:, None]], dim=1)\n"
        "return inputs[:, -1]",
        "where you began",
    ),
    (
        "check_run_on",
        "values = []\nfor _ in range(steps):\n"
        "    value = inputs[:, -1] + next_change(inputs)\n"
        "    inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)\n"
        "    values.append(value)\nreturn torch.stack(values, dim=1)",
        "values of all steps",
    ),
    (
        "check_run_on",
        "for _ in range(steps):\n    value = inputs[:, -1] + next_change(inputs)\n"
        "    inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)\n"
        "print(inputs[:, -1])",
        "is there a `return`",
    ),
    (
        "check_run_on",
        "for _ in range(steps):\n    value = inputs[:, -1] + next_change(inputs)\n"
        "    inputs[:, :-1] = inputs[:, 1:].clone()\n"
        "    inputs[:, -1] = value\nreturn inputs[:, -1]",
        "writes into `inputs`",
    ),
    (
        "check_run_on",
        "values = list(inputs)\nfor _ in range(steps):\n"
        "    window = torch.stack(values[-len(inputs):])\n"
        "    values.append(values[-1] + next_change(window))\nreturn values[-1]",
        "windows or values",
    ),
    (
        "check_run_on",
        "for _ in range(steps):\n    value = inputs[:, -1] + next_change(inputs)\n"
        "    inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)\n"
        "return inputs[-1]",
        "the last window, a row",
    ),
    (
        "check_run_on",
        "for _ in range(steps):\n    value = inputs[-1] + next_change(inputs)\n"
        "    inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)\n"
        "return inputs[:, -1]",
        "Which shapes do you put together",
    ),
    (
        "check_run_on",
        "for _ in range(steps):\n"
        "    value = inputs[:, -1] + next_change(inputs)[0, 0]\n"
        "    inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)\n"
        "return inputs[:, -1]",
        "What is `[0, 0]` to find there",
    ),
    (
        "check_run_on",
        "for _ in range(steps):\n    value = inputs[:, -1] + next_change(inputs)[0]\n"
        "    inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)\n"
        "return inputs[:, -1]",
        "the first one's",
    ),
    (
        "check_run_on",
        "for _ in range(steps):\n    value = inputs[:, -1] + next_change(inputs)\n"
        "    inputs = torch.cat([inputs[:, 1:], value], dim=1)\n"
        "return inputs[:, -1]",
        "make a column of it",
    ),
    (
        "check_run_on",
        "for _ in range(steps):\n    value = inputs[:, -1:] + next_change(inputs)\n"
        "    inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)\n"
        "return inputs[:, -1]",
        "Which shapes do you put together",
    ),
    (
        "check_run_on",
        "model = nn.LSTM(1, 4, batch_first=True).to(inputs.dtype)\n"
        "with torch.no_grad():\n    for _ in range(steps):\n"
        "        change = model(inputs[:, :, None])[0][:, -1, 0]\n"
        "        value = inputs[:, -1] + change\n"
        "        inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)\n"
        "return inputs[:, -1]",
        "never calls the `next_change`",
    ),
    (
        "check_run_on",
        "model = nn.LSTM(1, 4, batch_first=True).to(inputs.dtype)\n"
        "with torch.no_grad():\n"
        "    value = inputs[:, -1] + model(inputs[:, :, None])[0][:, -1]\n"
        "    return torch.cat([inputs[:, 1:], value[:, None]], dim=1)[:, -1]",
        "never calls the `next_change`",
    ),
    ("check_run_on", "return next_change(inputs[5])", "stopped with IndexError"),
    (
        "check_by_clock",
        "return recording[now + ahead - min(math.ceil(ahead / period), 3) * period]",
        "Three periods aren't always enough",
    ),
    (
        "check_by_clock",
        "for n in range(1, 4):\n    if ahead <= n * period:\n"
        "        return recording[now + ahead - n * period]",
        "returned nothing",
    ),
    (
        "check_by_clock",
        "place = now + ahead - period + 1\nwhile place > now:\n    place -= period\n"
        "return recording[place]",
        "You are one value off",
    ),
    ("check_by_clock", "return recording[now + ahead + period]", "a period after"),
    (
        "check_by_clock",
        "place = now + 10 * ahead\nwhile place > now:\n    place -= period\n"
        "return recording[place]",
        "not steps of 5 ms",
    ),
    (
        "check_by_clock",
        "place = now + ahead - math.ceil(ahead / period) * period\n"
        "return round(recording[place].item(), 1)",
        "is something rounded",
    ),
    (
        "check_by_clock",
        "for step in range(1, ahead + 1):\n"
        "    recording[now + step] = recording[now + step - period]\n"
        "return recording[now + ahead]",
        "writes into `recording`",
    ),
    (
        "check_by_clock",
        "PERIOD = 143\nback = math.ceil(ahead / PERIOD) * PERIOD\n"
        "return recording[now + ahead - back]",
        "Which period is your function given",
    ),
    (
        "check_by_clock",
        "place = now + ahead - period\nif place > now:\n    place -= period\n"
        "return recording[place]",
        "Two periods aren't always enough",
    ),
    (
        "check_by_clock",
        "return recording[now + ahead - round(ahead / period) * period]",
        "the future",
    ),
    (
        "check_by_clock",
        "back = math.ceil(ahead / period) * period\nreturn recording[ahead - back]",
        "Start at now + ahead",
    ),
    # slips of those who read the notebooks as students
    (
        "check_keep_memory",
        "return (20, 20, 0, -20, -20, 0)",
        "Which numbers make a gate listen to the ",
    ),
    (
        "check_keep_memory",
        "return (1.5, 0.8, 10, -0.5, 1.0, -10)",
        "Which numbers make a gate listen to the ",
    ),
    (
        "check_keep_memory",
        "wa1, wa2, ba1 = (0, 0, 20)\n"
        "wb1, wb2, bb1 = (0, 0, 20)\n"
        "return (wa1, wa2, ba1, wb1, wb2, bb1)",
        "The memory is kept, but all of the candi",
    ),
    (
        "check_output_gate",
        "return short_memory * wd1 + input_value * wd2 + bd1",
        "That is the sum",
    ),
    (
        "check_counting_numbers",
        "forget_gate = (0.0, 0.0, 10.0)\n"
        "input_gate = (0.0, 0.0, 10.0)\n"
        "candidate = (0.0, 10.0, 0.0)\n"
        "output_gate = (0.0, 0.0, 0.0)\n"
        "return (forget_gate, input_gate, candidate, output_gate)",
        "It loses some of the count every day",
    ),
    (
        "check_counting_numbers",
        "forget_gate = (0.0, 0.0, 1.0)\n"
        "input_gate = (0.0, 0.0, 1.0)\n"
        "candidate = (0.0, 1.0, 0.0)\n"
        "output_gate = (0.0, 0.0, 1.0)\n"
        "return (forget_gate, input_gate, candidate, output_gate)",
        "These numbers make sums, not gates",
    ),
    (
        "check_counting_numbers",
        "forget_gate = (0.0, 0.0, 20.0)\n"
        "input_gate = (0.0, 20.0, 0.0)\n"
        "candidate = (0.0, 20.0, 0.0)\n"
        "output_gate = (0.0, 0.0, 20.0)\n"
        "return (forget_gate, input_gate, candidate, output_gate)",
        "It counts the 1s, but a -1 takes nothing",
    ),
    (
        "check_candidate_numbers",
        "wc1 = library.weight_ih_l0[2]\n"
        "wc2 = library.weight_hh_l0[2]\n"
        "bc1 = library.bias_ih_l0[2] + library.bias_hh_l0[2]\n"
        "return (wc1, wc2, bc1)",
        "wc1 is the weight of the short memory",
    ),
    (
        "check_tipping_price",
        "return -0.1272",
        "The companies' prices lie between 0 and ",
    ),
    (
        "check_tipping_price",
        "return 0.1274",
        "Nearly",
    ),
    (
        "check_sweep_last_day",
        "return [prices[:-1] + [p] for p in last_prices]",
        "One prediction for each of `last_prices`",
    ),
    (
        "check_tipping_price",
        "return 0.5",
        "0.5 is the prediction",
    ),
    (
        "check_passes",
        "loss = (predictions - wanted[:, None]) ** 2\n"
        "return (loss < margin).all(dim=0)",
        "The margin is for the error, not for its",
    ),
    (
        "check_passes",
        "errors = (predictions - wanted[:, None]).abs()\n"
        "return (errors < margin).all(dim=0).sum()",
        "That is how many pass",
    ),
    (
        "check_passes",
        "errors = (predictions - wanted).abs()\nreturn (errors < margin).all(dim=0)",
        "`wanted` is laid beside each row, but it",
    ),
    (
        "check_take_out",
        "one = many\n"
        "for name, parameter in one.named_parameters():\n"
        "    parameter.data = torch.tensor(many.get_parameter(name)[number].item())\n"
        "return one",
        "That is `many` itself, with its other mo",
    ),
    (
        "check_take_out",
        "one = LSTM_Scratch()\n"
        "for name, parameter in one.named_parameters():\n"
        "    parameter.data = torch.tensor(many.get_parameter(name).mean().item())\n"
        "return one",
        "That is the mean of all models, not one ",
    ),
    (
        "check_take_out",
        "one = LSTM_Scratch()\n"
        "for name, parameter in one.named_parameters():\n"
        "    parameter.data = many.get_parameter(name).data[number]\n"
        "return one",
        "The numbers are right",
    ),
    (
        "check_backward_plain",
        "d_w = 0.0\n"
        "for short_before, short in reversed(tape):\n"
        "    d_sum = d_short * (1 - short ** 2)\n"
        "    d_w += d_sum * short\n"
        "    d_short = d_sum * w\n"
        "return d_w",
        "w multiplies the short memory that the d",
    ),
    (
        "check_output_gate_gradients",
        "d_output_sum = d_short * squashed * (1 - o ** 2)\n"
        "return (d_output_sum * short_before, d_output_sum * price, d_output_sum)",
        "1 - o² is the slope of tanh",
    ),
    (
        "check_output_gate_gradients",
        "d_o = d_short * o\n"
        "d_output_sum = d_o * o * (1 - o)\n"
        "return (d_output_sum * short_before, d_output_sum * price, d_output_sum)",
        "short = squashed * o",
    ),
    (
        "check_output_gate_gradients",
        "d_output_sum = d_short * squashed * o * (1 - o)\n"
        "short = squashed * o\n"
        "return (d_output_sum * short, d_output_sum * price, d_output_sum)",
        "wd2 and bd1 are right",
    ),
    (
        "check_count",
        "return 4 * (hidden * hidden + hidden * inputs + hidden)",
        "nn.LSTM has two biases in each gate.",
    ),
    (
        "check_count",
        "return 4 * (hidden * hidden + hidden * inputs + 2)",
        "Each memory has its own bias, in each ga",
    ),
    (
        "check_one_day_stacked",
        "sums = short @ W.T + x @ V.T + b\n"
        "i, f, g, o = sums.chunk(4, dim=1)\n"
        "long = f.sigmoid() * long + i.sigmoid() * g.tanh()\n"
        "short = o.sigmoid() * long.tanh()\n"
        "return (short, long)",
        "Return the long memory first, then the s",
    ),
    (
        "check_one_day_stacked",
        "sums = short @ W.T + x @ V.T + b\n"
        "f, i, g, o = sums.chunk(4, dim=1)\n"
        "long = f.sigmoid() * long + i.sigmoid() * g.tanh()\n"
        "short = o.sigmoid() * long.tanh()\n"
        "return (long, short)",
        "The order of the gates is input, forget,",
    ),
    (
        "check_one_day_stacked",
        "sums = short @ W.T + x @ V.T + b\n"
        "i, f, g, o = sums.chunk(4, dim=1)\n"
        "new_long = f.sigmoid() * long + i.sigmoid() * g.tanh()\n"
        "new_short = o.sigmoid() * long.tanh()\n"
        "return (new_long, new_short)",
        "The short memory shows the new long memo",
    ),
    (
        "check_open_forget_gates",
        "for b in (lstm.bias_ih_l0, lstm.bias_hh_l0):\n"
        "    i, f, g, o = b.data.clone().chunk(4)\n"
        "    f.fill_(bias / 2)\n"
        "return lstm",
        "The LSTM that you were given is as it wa",
    ),
    (
        "check_forget_bias",
        "gate = share ** (1 / (days - 1))\nreturn math.log(gate / (1 - gate))",
        "Count the multiplications again",
    ),
    (
        "check_forget_bias",
        "gate = share ** (1 / days)\nreturn math.log((1 - gate) / gate)",
        "1 - gate is what is forgotten",
    ),
    (
        "check_forget_bias",
        "gate = share ** (1 / days)\nreturn math.log10(gate / (1 - gate))",
        "`math.log` is the natural logarithm, to ",
    ),
    (
        "check_open_forget_gates",
        "n = lstm.hidden_size\n"
        "lstm.bias_ih_l0.data[n:2 * n] = bias\n"
        "lstm.bias_hh_l0.data[n:2 * n] = bias\n"
        "return lstm",
        "Each gate adds up two biases",
    ),
    (
        "check_open_forget_gates",
        "n = lstm.hidden_size\n"
        "lstm.bias_ih_l0.data[n:2 * n] = bias\n"
        "lstm.bias_hh_l0.data[:] = 0.0\n"
        "return lstm",
        "The forget gates are right",
    ),
    (
        "check_split_cost",
        "number = (time_many - time_few) / (many - few)\n"
        "return (number, time_few - few * number)",
        "First the cost of a call, then that of a",
    ),
    (
        "check_split_cost",
        "number = (time_many - time_few) / (many - few)\nreturn (time_few, number)",
        "Is the call's cost in `time_few` alone, ",
    ),
    (
        "check_split_cost",
        "number = time_many / many\nreturn (time_few - few * number, number)",
        "In `time_many` is a call, too",
    ),
    (
        "check_count_products",
        "return days * batch * memories * 4 * (memories + inputs)",
        "The sums are right",
    ),
    (
        "check_count_products",
        "return days * batch * (4 * memories * (memories + inputs) + 3)",
        "Each memory has its own three products a",
    ),
    (
        "check_count_products",
        "return days * memories * (4 * (memories + inputs) + 3)",
        "Does the whole batch count?",
    ),
    (
        "check_scale_both",
        "def scale(x):\n"
        "    return (x - x.min()) / (x.max() - x.min())\n"
        "return (scale(training), scale(test))",
        "The test data need the training data's s",
    ),
    (
        "check_scale_both",
        "both = torch.cat([training, test])\n"
        "low, high = (both.min(), both.max())\n"
        "return ((training - low) / (high - low), (test - low) / (high - low))",
        "Your scale knows the test data",
    ),
    (
        "check_scale_both",
        "training -= training.min()\n"
        "training /= training.max()\n"
        "test = (test - training.min()) / (training.max() - training.min())\n"
        "return (training, test)",
        "The training series is right, but the te",
    ),
    (
        "check_mean_so_far",
        "forecasts = torch.zeros(len(returns))\n"
        "total = 0.0\n"
        "for month in range(1, len(returns)):\n"
        "    total += returns[month - 1]\n"
        "    forecasts[month] = total / (month + 1)\n"
        "return forecasts",
        "You divide by one too many",
    ),
]
RIGHT = [
    # 01
    (
        "check_output_gate",
        "z = short_memory * wd1 + input_value * wd2 + bd1\n"
        "return torch.sigmoid(torch.tensor(z))",
    ),
    (
        "check_output_gate",
        "z = short_memory * wd1 + input_value * wd2 + bd1\n"
        "return math.exp(z) / (math.exp(z) + 1)",
    ),
    (
        "check_output_gate",
        "pairs = [(short_memory, wd1), (input_value, wd2), (1, bd1)]\n"
        "return 0.5 + 0.5 * math.tanh(sum(a * b for a, b in pairs) / 2)",
    ),
    (
        "check_output_gate",
        "import numpy as np\n"
        "z = np.dot([short_memory, input_value, 1], [wd1, wd2, bd1])\n"
        "return 1 / (1 + np.exp([-z]))",
    ),
    (
        "check_output_gate",
        "short_memory *= wd1\nshort_memory += input_value * wd2 + bd1\n"
        "return (1 + 2.718281828 ** -short_memory) ** -1",
    ),
    (
        "check_output_gate",
        "model = LSTM_Scratch()\nmodel.wd1.data.fill_(wd1)\n"
        "model.wd2.data.fill_(wd2)\nmodel.bd1.data.fill_(bd1)\n"
        "return model.gates(input_value, short_memory)[3]",
    ),
    (
        "check_output_gate",
        "price, memory = input_value, short_memory\n"
        "return [1 / (1 + math.exp(-(memory * wd1 + price * wd2 + bd1)))]",
    ),
    ("check_keep_memory", "return 0.0, 0.0, 2000.0, 0.0, 0.0, -2000.0"),
    ("check_keep_memory", "return [0, 0, 30, 0, 0, -30]"),
    ("check_keep_memory", "return (0, 0, 11), (0, 0, -11)"),
    ("check_keep_memory", "return torch.tensor([0, 0, 1.0, 0, 0, -1]) * 15"),
    ("check_keep_memory", "return 0.5, -1, 15, 3, 2, -20"),
    ("check_keep_memory", "return 0, 0, math.inf, 0, 0, -math.inf"),
    # 02
    (
        "check_unroll",
        "memories = 0.0, 0.0\nfor price in prices:\n"
        "    memories = model.lstm_unit(price, *memories)\nreturn memories[1]",
    ),
    (
        "check_unroll",
        "long = short = torch.zeros(1)\nfor price in torch.tensor(prices):\n"
        "    long, short = model.lstm_unit(price, long, short)\n"
        "return short.item()",
    ),
    (
        "check_unroll",
        "c = h = torch.zeros(1, 1)\nwhile prices:\n"
        "    c, h = model.lstm_unit(prices.pop(0), c, h)\nreturn h.numpy()",
    ),
    (
        "check_unroll",
        "import functools\nreturn functools.reduce(lambda m, x: "
        "model.lstm_unit(x, *m), prices, (0.0, 0.0))[1]",
    ),
    (
        "check_unroll",
        "def after(n):\n    if n == 0:\n        return 0.0, 0.0\n"
        "    return model.lstm_unit(prices[n - 1], *after(n - 1))\n"
        "return after(len(prices))[1]",
    ),
    (
        "check_unroll",
        "c = h = torch.tensor(0.0)\nfor t in range(len(prices)):\n"
        "    f, i, g, o = model.gates(prices[t], h)\n    c = c * f + i * g\n"
        "    h = torch.tanh(c) * o\nreturn h",
    ),
    (
        "check_unroll",
        "long, short = torch.tensor(0.0), torch.tensor(0.0)\n"
        "for price in prices:\n"
        "    new = model.lstm_unit(price, long, short)\n"
        "    long.copy_(new[0])\n    short.copy_(new[1])\nreturn short",
    ),
    ("check_counting_numbers", "return [0, 0, 20] * 2 + [0, 20, 0] + [5, 5, 5]"),
    ("check_counting_numbers", "return (0, 0, 15), (0, 0, 15), (0, 9, 0), (1, 1, 1)"),
    (
        "check_counting_numbers",
        "return torch.tensor([0, 0, 20.0] * 2 + [0, 20, 0] * 2)",
    ),
    (
        "check_counting_numbers",
        "import numpy\nnumbers = numpy.zeros(12)\nnumbers[[2, 5, 7]] = 1000\n"
        "return numbers",
    ),
    (
        "check_counting_numbers",
        "return 1.0, 2.0, 30.0, -1.0, 3.0, 25.0, 0.5, 9.0, 0.3, 2, 0, -1",
    ),
    (
        "check_counting_numbers",
        "return {'forget': (0, 0, 16), 'input': (0, 0, 16), "
        "'candidate': (0, 16, 0), 'output': (0, 0, 0)}.values()",
    ),
    (
        "check_candidate_numbers",
        "i, f, g, o = (library.bias_ih_l0 + library.bias_hh_l0).tolist()\n"
        "return [library.weight_hh_l0[2], library.weight_ih_l0[2], g]",
    ),
    (
        "check_candidate_numbers",
        "numbers = [tensor[2] for tensor in library.state_dict().values()]\n"
        "return numbers[1].item(), numbers[0].item(), sum(numbers[2:])",
    ),
    (
        "check_candidate_numbers",
        "hh, ih = library.weight_hh_l0.numpy(), library.weight_ih_l0.numpy()\n"
        "bias = library.bias_ih_l0.numpy()[-2] + library.bias_hh_l0.numpy()[-2]\n"
        "return hh[2, 0], ih[2, 0], bias",
    ),
    (
        "check_candidate_numbers",
        "return [sum(p.flatten().tolist()[2] for n, p in "
        "library.named_parameters() if part in n) "
        "for part in ('weight_hh', 'weight_ih', 'bias')]",
    ),
    (
        "check_candidate_numbers",
        "library.bias_ih_l0 += library.bias_hh_l0\n"
        "return torch.stack([library.weight_hh_l0[2, 0], "
        "library.weight_ih_l0[2, 0], library.bias_ih_l0[2]])",
    ),
    (
        "check_candidate_numbers",
        "parts = [p.reshape(4, -1).chunk(4)[2] for p in library.parameters()]\n"
        "return parts[1], parts[0], parts[2] + parts[3]",
    ),
    # 06
    (
        "check_output_gate_gradients",
        "import numpy\nscale = numpy.array([short_before, price, 1.0])\n"
        "return d_short * squashed * (o - o**2) * scale",
    ),
    (
        "check_output_gate_gradients",
        "d = torch.tensor(d_short * squashed * o * (1 - o))\n"
        "return [d * short_before, d * price, d]",
    ),
    (
        "check_output_gate_gradients",
        "z = torch.logit(torch.tensor(o, dtype=torch.float64)).requires_grad_()\n"
        "(d_short * squashed * z.sigmoid()).backward()\nd = z.grad.item()\n"
        "return d * short_before, d * price, d",
    ),
    (
        "check_backward_plain",
        "d_w = 0.0\nwhile tape:\n    short_before, short = tape.pop()\n"
        "    d_short *= 1 - short**2\n    d_w += d_short * short_before\n"
        "    d_short *= w\nreturn d_w",
    ),
    (
        "check_backward_plain",
        "if not tape:\n    return 0.0\n*days, (short_before, short) = tape\n"
        "d_sum = d_short * (1 - short * short)\n"
        "return d_sum * short_before + backward_plain(w, days, d_sum * w)",
    ),
    (
        "check_backward_plain",
        "rate = 0.0  # of short with w: forwards, day by day\n"
        "for short_before, short in tape:\n"
        "    rate = (1 - short**2) * (short_before + w * rate)\nreturn d_short * rate",
    ),
    (
        "check_output_gate_gradients",
        "d = d_short * squashed * (o - o * o)\n"
        "return (d * x for x in (short_before, price, 1))",
    ),
    (
        "check_backward_plain",
        "import numpy\nbefore, short = numpy.array(tape).T\nslopes = 1 - short**2\n"
        "ways = [numpy.prod(slopes[n:]) * w ** (len(tape) - n - 1)\n"
        "        for n in range(len(tape))]\n"
        "return d_short * (numpy.array(ways) * before).sum()",
    ),
    # 07
    (
        "check_count",
        "lstm = torch.nn.LSTM(inputs, hidden)\n"
        "return sum(p.numel() for p in lstm.parameters())",
    ),
    ("check_count", "return torch.tensor(4.0 * hidden * (hidden + inputs + 2))"),
    (
        "check_one_day_stacked",
        "sums = (W @ short.T + V @ x.T).T + b\nh = short.shape[1]\n"
        "i, f, o = [torch.sigmoid(sums[:, n * h:(n + 1) * h]) for n in (0, 1, 3)]\n"
        "long *= f\nlong += i * torch.tanh(sums[:, 2 * h:3 * h])\n"
        "return [long, o * torch.tanh(long)]",
    ),
    (
        "check_one_day_stacked",
        "import numpy\nW, V, b, x, long, short = [\n"
        "    t.numpy() for t in (W, V, b, x, long, short)]\n"
        "i, f, g, o = numpy.split(short @ W.T + x @ V.T + b, 4, axis=1)\n"
        "i, f, o = [1 / (1 + numpy.exp(-z)) for z in (i, f, o)]\n"
        "long = f * long + i * numpy.tanh(g)\nreturn long, o * numpy.tanh(long)",
    ),
    (
        "check_one_day_stacked",
        "cell = torch.nn.LSTMCell(x.shape[1], short.shape[1]).double()\n"
        "for p, value in zip(cell.parameters(), (V, W, b, 0 * b)):\n"
        "    p.data.copy_(value)\n"
        "short, long = cell(x, (short, long))\nreturn long, short",
    ),
    # 03
    ("check_first_step", "return -lr * gradient / abs(gradient)"),
    ("check_first_step", "return -lr * torch.tensor(gradient).sign()"),
    ("check_first_step", "return lr * ((gradient < 0) - (gradient > 0))"),
    (
        "check_first_step",
        "number = torch.nn.Parameter(torch.tensor(0.0))\n"
        "number.grad = torch.tensor(gradient)\n"
        "torch.optim.Adam([number], lr=lr).step()\nreturn number",
    ),
    (
        "check_training_step",
        "optimizer.zero_grad()\n"
        "(loss := ((model(prices) - next_price) ** 2).mean()).backward()\n"
        "optimizer.step()\nreturn loss",
    ),
    (
        "check_training_step",
        "loss = torch.nn.functional.mse_loss(model(prices), next_price)\n"
        "loss.backward()\noptimizer.step()\noptimizer.zero_grad()\n"
        "return loss.item()",
    ),
    (
        "check_training_step",
        "model.zero_grad()\nrows = zip(prices, next_price)\n"
        "losses = [(model(row[None])[0] - y) ** 2 for row, y in rows]\n"
        "loss = sum(losses) / len(losses)\nloss.backward()\noptimizer.step()\n"
        "return [loss.item()]",
    ),
    (
        "check_training_step",
        "loss = torch.nn.MSELoss()(model(prices), next_price)\n"
        "numbers = list(model.parameters())\n"
        "for p, g in zip(numbers, torch.autograd.grad(loss, numbers)):\n"
        "    p.grad = g\noptimizer.step()\nreturn loss.detach().numpy()",
    ),
    (
        "check_training_step",
        "def loss_and_gradients():\n    optimizer.zero_grad()\n"
        "    loss = torch.nn.MSELoss()(model(prices), next_price)\n"
        "    loss.backward()\n    return loss\n"
        "return optimizer.step(loss_and_gradients).item()",
    ),
    # 04
    ("check_tipping_price", "return 0.12724"),
    (
        "check_sweep_last_day",
        "import numpy\nrows = numpy.tile(prices, (len(last_prices), 1))\n"
        "rows[:, -1] = last_prices\nreturn model(torch.tensor(rows)).tolist()",
    ),
    (
        "check_sweep_last_day",
        "long = short = torch.zeros(len(last_prices))\n"
        "for price in prices[:-1] + [torch.tensor(last_prices)]:\n"
        "    long, short = model.lstm_unit(price, long, short)\nreturn short",
    ),
    ("check_tipping_price", "return torch.tensor([0.1273])"),
    (
        "check_sweep_last_day",
        "before = prices[:-1]\n"
        "return (model(torch.tensor([[*before, p]])).item() for p in last_prices)",
    ),
    (
        "check_split_cost",
        "from fractions import Fraction as F\n"
        "n = (F(time_many) - F(time_few)) / (many - few)\n"
        "return F(time_many) - many * n, n",
    ),
    (
        "check_sweep_last_day",
        "prices.pop()\n"
        "return [model(torch.tensor([prices + [p]])) for p in last_prices]",
    ),
    (
        "check_sweep_last_day",
        "rows = torch.tensor(prices).repeat(len(last_prices), 1)\n"
        "rows[:, -1] = torch.tensor(last_prices)\nreturn model(rows).numpy()",
    ),
    (
        "check_sweep_last_day",
        "said = []\nfor price in last_prices:\n    prices[-1] = price\n"
        "    said.append(model(torch.tensor([prices])).item())\nreturn said",
    ),
    # 05
    (
        "check_passes",
        "errors = predictions - wanted.reshape(-1, 1)\n"
        "return errors.abs().max(dim=0).values < margin",
    ),
    (
        "check_passes",
        "return [all(abs(p - w) < margin for p, w in zip(column, wanted))\n"
        "        for column in predictions.T]",
    ),
    (
        "check_passes",
        "return (abs(predictions.T - wanted).numpy() < margin).all(axis=1)",
    ),
    (
        "check_passes",
        "predictions -= wanted[:, None]\n"
        "return (predictions.abs() < margin).prod(dim=0)",
    ),
    (
        "check_take_out",
        "one = LSTM_Scratch().double()\n"
        "one.load_state_dict({k: v[number] for k, v in many.state_dict().items()})\n"
        "return one",
    ),
    (
        "check_take_out",
        "one = LSTM_Scratch()\nwith torch.no_grad():\n"
        "    for mine, theirs in zip(one.parameters(), many.parameters()):\n"
        "        mine.copy_(theirs[number])\nreturn one",
    ),
    # 08
    ("check_forget_bias", "return -math.log(share ** (-1 / days) - 1)"),
    ("check_forget_bias", "return torch.tensor(share ** (1 / days)).logit()"),
    (
        "check_forget_bias",
        "import numpy as np\ngate = np.exp(np.log(np.array([share])) / days)\n"
        "return np.log(gate / (1 - gate))",
    ),
    (
        "check_forget_bias",
        "low, high = -50.0, 50.0\nfor _ in range(100):\n"
        "    middle = (low + high) / 2\n"
        "    if (1 / (1 + math.exp(-middle))) ** days < share:\n"
        "        low = middle\n    else:\n        high = middle\nreturn low",
    ),
    (
        "check_open_forget_gates",
        "for k in range(lstm.hidden_size, 2 * lstm.hidden_size):\n"
        "    lstm.bias_ih_l0.data[k], lstm.bias_hh_l0.data[k] = 0.0, bias\n"
        "return lstm",
    ),
    (
        "check_open_forget_gates",
        "n, state = lstm.hidden_size, lstm.state_dict()\n"
        "state['bias_ih_l0'].numpy()[n : 2 * n] = bias\n"
        "state['bias_hh_l0'].numpy()[n : 2 * n] = 0\nreturn lstm",
    ),
    (
        "check_open_forget_gates",
        "for bias_of_all in (lstm.bias_ih_l0, lstm.bias_hh_l0):\n"
        "    bias_of_all.data.chunk(4)[1].fill_(bias / 2)\nreturn lstm",
    ),
    (
        "check_open_forget_gates",
        "n = lstm.hidden_size\nwith torch.no_grad():\n"
        "    lstm.bias_hh_l0[n : 2 * n] = bias - lstm.bias_ih_l0[n : 2 * n]\n"
        "return lstm",
    ),
    # 10
    (
        "check_mean_so_far",
        "later = range(1, len(returns))\n"
        "return [0.0] + [sum(returns[:n].tolist()) / n for n in later]",
    ),
    (
        "check_mean_so_far",
        "below = torch.tril(torch.ones(len(returns), len(returns)), -1)\n"
        "return below @ returns / torch.arange(len(returns)).clamp(min=1)",
    ),
    (
        "check_mean_so_far",
        "import numpy\na = returns.numpy()\n"
        "return numpy.append(0, a.cumsum()[:-1] / numpy.arange(1, len(a)))",
    ),
    (
        "check_mean_so_far",
        "total, said = 0, []\nfor n, r in enumerate(returns):\n"
        "    said.append(total / max(n, 1))\n    total += r\nreturn said",
    ),
    (
        "check_scale_both",
        "low, high = training.aminmax()\nfor series in (training, test):\n"
        "    series -= low.clone()\n    series /= high - low\nreturn training, test",
    ),
    (
        "check_scale_both",
        "low, high = min(training.tolist()), max(training.tolist())\n"
        "return [[(x - low) / (high - low) for x in s.tolist()]\n"
        "        for s in (training, test)]",
    ),
    (
        "check_scale_both",
        "a, b = training.numpy(), test.numpy()\nwidth = a.max() - a.min()\n"
        "return (a - a.min()) / width, (b - a.min()) / width",
    ),
    (
        "check_scale_both",
        "width = training.max() - training.min()\n"
        "return ((s - training.min()) / width for s in (training, test))",
    ),
    # 09
    (
        "check_count_products",
        "one_day = 4 * memories**2 + 4 * memories * inputs + 3 * memories\n"
        "return sum(one_day for _ in range(days * batch))",
    ),
    (
        "check_count_products",
        "W = torch.ones(4 * memories, memories + inputs)\n"
        "return days * batch * (W.sum() + 3 * memories)",
    ),
    (
        "check_split_cost",
        "import numpy as np\n"
        "return np.linalg.solve([[1, few], [1, many]], [time_few, time_many])",
    ),
    (
        "check_split_cost",
        "time_many -= time_few\nmany -= few\n"
        "return [time_few - time_many / many * few, time_many / many]",
    ),
    (
        "check_split_cost",
        "return torch.tensor([many * time_few - few * time_many,\n"
        "                     time_many - time_few]) / (many - few)",
    ),
    (
        "check_split_cost",
        "times = torch.tensor([time_few, time_many])  # with 32 bits\n"
        "n = (times[1] - times[0]) / (many - few)\nreturn times[0] - few * n, n",
    ),
    # 11
    (
        "check_run_on",
        "seen = [row.tolist() for row in inputs]\nfor _ in range(steps):\n"
        "    now = torch.tensor([row[-inputs.shape[1]:] for row in seen])\n"
        "    for row, change in zip(seen, next_change(now)):\n"
        "        row.append(row[-1] + change.item())\n"
        "return [row[-1] for row in seen]",
    ),
    (
        "check_run_on",
        "inputs = inputs.clone()\nfor _ in range(steps):\n"
        "    value = inputs[:, -1] + next_change(inputs)\n"
        "    inputs[:, :-1] = inputs[:, 1:].clone()\n"
        "    inputs[:, -1] = value\nreturn inputs[:, -1].numpy()",
    ),
    (
        "check_run_on",
        "if steps == 0:\n    return inputs[:, -1]\n"
        "new = inputs[:, -1:] + next_change(inputs).unsqueeze(1)\n"
        "return run_on(next_change, torch.hstack((inputs[:, 1:], new)), steps - 1)",
    ),
    (
        "check_by_clock",
        "place = now + ahead\nwhile place > now:\n    place -= period\n"
        "return recording[place].item()",
    ),
    ("check_by_clock", "return recording[now - period + 1 + (ahead - 1) % period]"),
    (
        "check_by_clock",
        "known = recording[: now + 1].tolist()\nfor _ in range(ahead):\n"
        "    known.append(known[-period])\nreturn known[-1]",
    ),
    (
        "check_by_clock",
        "last = recording.numpy()[now - period + 1 : now + 1]\n"
        "return [last.tolist() * ahead][0][ahead - 1]",
    ),
    # of the same readers
    (
        "check_output_gate",
        "import numpy as np\n"
        "z = np.dot([short_memory, input_value, 1], [wd1, wd2, bd1])\n"
        "return 1 / (1 + np.exp(-z))",
    ),
    (
        "check_output_gate",
        "total = bd1\n"
        "for a, w in zip([short_memory, input_value], [wd1, wd2]):\n"
        "    total += a * w\n"
        "return (1 + math.tanh(total / 2)) / 2",
    ),
    (
        "check_keep_memory",
        "return (0, 0, 1000, 0, 0, -1000)",
    ),
    (
        "check_counting_numbers",
        "import numpy as np\n"
        "numbers = np.zeros((4, 3))\n"
        "numbers[[0, 1], 2] = 100\n"
        "numbers[2, 1] = 50\n"
        "return numbers",
    ),
    (
        "check_candidate_numbers",
        "wi, wh, bi, bh = [p.detach().numpy() for p in library.parameters()]\n"
        "return [float(wh[2, 0]), float(wi[2, 0]), float(bi[2] + bh[2])]",
    ),
    (
        "check_sweep_last_day",
        "x = torch.tensor(prices).repeat(len(last_prices), 1)\n"
        "x[:, -1] = torch.tensor(last_prices)\n"
        "with torch.no_grad():\n"
        "    return model(x)",
    ),
    (
        "check_sweep_last_day",
        "import numpy as np\n"
        "x = np.tile(np.array(prices, dtype=np.float32), (len(last_prices), 1))\n"
        "x[:, -1] = last_prices\n"
        "return model(torch.from_numpy(x)).detach().numpy()",
    ),
    (
        "check_tipping_price",
        "from fractions import Fraction\nreturn Fraction(1272, 10000)",
    ),
    (
        "check_passes",
        "import numpy as np\n"
        "p, w = (predictions.detach().numpy(), wanted.numpy())\n"
        "return np.all(np.abs(p - w[:, None]) < margin, axis=0)",
    ),
    (
        "check_passes",
        "return (predictions - wanted.unsqueeze(1)).abs().max(dim=0).values <= margin",
    ),
    (
        "check_take_out",
        "one = LSTM_Scratch()\n"
        "with torch.no_grad():\n"
        "    for mine, theirs in zip(one.parameters(), many.parameters()):\n"
        "        mine.fill_(theirs[number])\n"
        "return one",
    ),
    (
        "check_backward_plain",
        "if not tape:\n"
        "    return 0.0\n"
        "*rest, (short_before, short) = tape\n"
        "d = d_short * (1 - short * short)\n"
        "return d * short_before + backward_plain(w, rest, d * w)",
    ),
    (
        "check_count",
        "import torch\n"
        "return sum((p.numel() for p in torch.nn.LSTM(inputs, hidden).parameters()))",
    ),
    (
        "check_one_day_stacked",
        "import torch\n"
        "h, c = torch.lstm_cell(x, (short, long), V, W, b, torch.zeros_like(b))\n"
        "return (c, h)",
    ),
    (
        "check_forget_bias",
        "import numpy as np\nreturn -np.log(np.power(float(share), -1.0 / days) - 1)",
    ),
    (
        "check_open_forget_gates",
        "for name, p in lstm.named_parameters():\n"
        "    if 'bias' in name:\n"
        "        p.data.chunk(4)[1].fill_(bias / 2)\n"
        "return lstm",
    ),
    (
        "check_split_cost",
        "n = torch.tensor((time_many - time_few) / (many - few))\n"
        "return torch.stack([time_many - many * n, n])",
    ),
    (
        "check_count_products",
        "lstm = nn.LSTM(inputs, memories)\n"
        "n = lstm.weight_ih_l0.numel() + lstm.weight_hh_l0.numel()\n"
        "return torch.tensor(days * batch * (n + 3 * memories))",
    ),
    (
        "check_mean_so_far",
        "import numpy as np\n"
        "r = returns.numpy()\n"
        "return np.concatenate([[0.0], np.cumsum(r)[:-1] / np.arange(1, len(r))])",
    ),
    (
        "check_scale_both",
        "low, high = torch.aminmax(training)\n"
        "scaled = (training.clone(), test.clone())\n"
        "for part in scaled:\n"
        "    part.sub_(low).div_(high - low)\n"
        "return scaled",
    ),
]

RIGHT_BUT_CHANGED = [  # what is handed in
    (
        "check_candidate_numbers",
        "with torch.no_grad():\n    library.bias_ih_l0 += library.bias_hh_l0\n"
        "numbers = library.weight_hh_l0, library.weight_ih_l0, library.bias_ih_l0\n"
        "return [number[2].item() for number in numbers]",
    ),
    (
        "check_passes",
        "predictions -= wanted[:, None]\n"
        "return (predictions.abs() < margin).all(dim=0)",
    ),
    (
        "check_backward_plain",
        "d_w = 0.0\n"
        "tape.reverse()\n"
        "for short_before, short in tape:\n"
        "    d_sum = d_short * (1 - short ** 2)\n"
        "    d_w += d_sum * short_before\n"
        "    d_short = d_sum * w\n"
        "return d_w",
    ),
    (
        "check_one_day_stacked",
        "sums = short @ W.T + x @ V.T + b\n"
        "i, f, g, o = sums.chunk(4, dim=1)\n"
        "long *= f.sigmoid()\n"
        "long += i.sigmoid() * g.tanh()\n"
        "short = o.sigmoid() * long.tanh()\n"
        "return (long, short)",
    ),
    (
        "check_mean_so_far",
        "forecasts = returns\n"
        "for month in range(len(returns) - 1, 0, -1):\n"
        "    forecasts[month] = returns[:month].mean()\n"
        "forecasts[0] = 0\n"
        "return forecasts",
    ),
    (
        "check_sweep_last_day",
        "predictions = []\n"
        "for price in last_prices:\n"
        "    prices[-1] = price\n"
        "    predictions.append(model(torch.tensor([prices])).item())\n"
        "return predictions",
    ),
]


def answer_to(name, body):
    head = next(line for line in BY_CHECK[name][1].splitlines() if "def " in line)
    return head + "\n    " + body.replace("\n", "\n    ")


@pytest.mark.parametrize(("name", "body", "hint"), NOT_RIGHT)
def test_wrong_answers_get_their_hint(run, name, body, hint):
    setup, _, check, _ = BY_CHECK[name]
    said = run(setup, answer_to(name, body), check)
    assert not said.startswith("Right!") and hint in said, said


@pytest.mark.parametrize(("name", "body"), RIGHT)
def test_right_answers_in_another_form_are_accepted(run, name, body):
    setup, _, check, _ = BY_CHECK[name]
    said = run(setup, answer_to(name, body), check)
    assert said.startswith("Right! "), said


@pytest.mark.parametrize(("name", "body"), RIGHT_BUT_CHANGED)
def test_a_right_answer_that_changes_what_it_is_given_is_told_so(run, name, body):
    setup, _, check, _ = BY_CHECK[name]
    said = run(setup, answer_to(name, body), check)
    assert said.startswith("Right! ") and checks.INPUT_CHANGED in said, said


def test_every_hint_is_produced_by_a_test():
    tested = " ".join(hint for _, _, hint in NOT_RIGHT)
    for check in CHECKS.values():
        for hint in [*check.symptoms]:
            assert any(part in hint for _, _, part in NOT_RIGHT), (hint, tested)


# --- the frame ----------------------------------------------------------------


def add_up(numbers):
    return sum(numbers)


SUM = checks.Check(add_up, inputs=[([1.0, 2.0],), ([3.0],)], hint="H", insight="I")
DOUBLE = checks.Check(
    lambda numbers: 2 * numbers,
    inputs=[(torch.tensor([1.0, 2.0]),), (torch.tensor(3.0),)],
    hint="H",
    insight="I",
)


@pytest.mark.parametrize(
    "answer",
    [
        lambda numbers: torch.tensor(numbers).sum(),
        lambda numbers: numpy.array(numbers).sum(),
        lambda numbers: torch.tensor([sum(numbers)]),
    ],
)
def test_other_forms_are_right(answer, capsys):
    SUM(answer)
    assert capsys.readouterr().out == "Right! I\n"


@pytest.mark.parametrize(
    ("check", "answer"),
    [
        (SUM, lambda numbers: sum([numbers.pop() for _ in range(len(numbers))])),
        (SUM, lambda numbers: [sum(numbers), numbers.reverse()][0]),
        (DOUBLE, lambda numbers: numbers.mul_(2)),
    ],
)
def test_a_right_answer_that_changes_its_input_is_told_so(check, answer, capsys):
    check(answer)
    said, more = capsys.readouterr().out.splitlines()
    assert said == "Right! I" and more.startswith("(But it changes a list,")


def test_an_answer_that_stops_is_told_and_does_not_stop_the_notebook(capsys):
    SUM(lambda numbers: 1 / 0)
    said = capsys.readouterr().out
    assert said == "Your function stopped with ZeroDivisionError: division by zero\n"


def test_what_was_expected_and_got_is_shown(capsys):
    SUM(lambda numbers: numbers[0])
    said = capsys.readouterr().out
    assert (
        said == "Not right yet. For [1.0000, 2.0000] expected 3.0000, got 1.0000. H\n"
    )
