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
    ("check_tipping_price", "return 0.13", "a little less"),
    ("check_tipping_price", "return 0.12", "a little more"),
    ("check_tipping_price", "return 0.5", "too high or too low"),
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
        "Only the forget gates' biases change",
    ),
]
RIGHT = [
    ("check_keep_memory", "return 0.0, 0.0, 2000.0, 0.0, 0.0, -2000.0"),
    # 08
    ("check_forget_bias", "return -math.log(share ** (-1 / days) - 1)"),
    ("check_forget_bias", "return torch.tensor(share ** (1 / days)).logit()"),
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
