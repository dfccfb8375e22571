"""Each solution is accepted, each mistake gets its own hint, nothing else is accepted."""

import re
from pathlib import Path

import checks
import nbformat
import numpy
import pytest
import torch

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


# Answers as a reader would write them: a name of a check, then the code.
NOT_RIGHT = [
    ("check_keep_memory", "return 0, 0, 2, 0, 0, -20", "to four decimals"),
    ("check_keep_memory", "return 0, 0, 9.22, 0, 0, -9.22", "to four decimals"),
    ("check_keep_memory", "return 0, 0, 20, 0, 0, 0", "What is let in"),
    ("check_keep_memory", "return 0, 0, 20, -20, 0, -20", "listen"),
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
        "mean of one value",
    ),
    ("check_first_step", "print(-lr if gradient > 0 else lr)", "is there a `return`"),
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
    # 04
    ("check_tipping_price", "return 0.13", "a little less"),
    ("check_tipping_price", "return 0.12", "a little more"),
    ("check_tipping_price", "return 0.127", "fourth decimal"),
    ("check_tipping_price", "return 0.5", "too high or too low"),
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
        "rows = [[*prices[:-1], p] for p in (0.0, 0.3, 1.0)]\n"
        "return model(torch.tensor(rows))",
        "One prediction for each",
    ),
    # 05
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
        "the value at this place",
    ),
    (
        "check_take_out",
        "one = LSTM_Scratch()\n"
        "for name, parameter in one.named_parameters():\n"
        "    parameter = many.get_parameter(name)[number]\nreturn one",
        "the value at this place",
    ),
]
RIGHT = [
    ("check_keep_memory", "return 0.0, 0.0, 2000.0, 0.0, 0.0, -2000.0"),
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
    # 04
    ("check_tipping_price", "return '0.12724'"),
    ("check_tipping_price", "return torch.tensor([0.1273])"),
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


def test_every_hint_is_produced_by_a_test():
    tested = " ".join(hint for _, _, hint in NOT_RIGHT)
    for check in CHECKS.values():
        for hint in [*check.symptoms]:
            assert any(part in hint for _, _, part in NOT_RIGHT), (hint, tested)


# --- the frame ----------------------------------------------------------------


def add_up(numbers):
    return sum(numbers)


SUM = checks.Check(add_up, inputs=[([1.0, 2.0],), ([3.0],)], hint="H", insight="I")


@pytest.mark.parametrize(
    "answer",
    [
        lambda numbers: torch.tensor(numbers).sum(),
        lambda numbers: numpy.array(numbers).sum(),
        lambda numbers: torch.tensor([sum(numbers)]),
        lambda numbers: sum([numbers.pop() for _ in range(len(numbers))]),
    ],
)
def test_other_forms_and_emptied_inputs_do_no_harm(answer, capsys):
    SUM(answer)
    assert capsys.readouterr().out == "Right! I\n"


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
