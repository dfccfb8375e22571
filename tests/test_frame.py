"""What a check says: the hint first, then inputs by name, expected and got."""

import sys

import numpy
import pytest
import torch
from torch import nn

from helpers import checks
from helpers.checks import frame
from helpers.checks.frame import Check, Wrong, edit_source


def add_up(some_numbers):
    total = sum(some_numbers)
    return total


def double(numbers):
    return 2 * numbers


SUM = Check(
    add_up,
    inputs=[([1.0, 2.0],), ([3.0, 4.0, 0.5],)],
    hint="The general hint.",
    insight="An insight.",
    mistakes={"return: 2 * it": "Twice?", "sum -> max & return: -it": "Largest?"},
    symptoms={"Even?": lambda _, got: got % 2 == 0, "Big?": lambda _, got: got > 99},
)
DOUBLE = Check(double, [(torch.ones(2),), (torch.ones(3),)], "H", "I")


@pytest.fixture
def say(capsys):
    def said(answer, check=SUM):
        check(answer)
        return capsys.readouterr().out.splitlines()

    return said


def test_the_hint_comes_first_then_inputs_by_name(say):
    assert say(lambda numbers: numbers[0]) == [
        "Not right yet.",
        "The general hint.",
        "For some numbers [1.0, 2.0]:",
        "  expected 3.0000",
        "  got      1.0000",
    ]
    assert say(lambda numbers: sum(numbers) + 0.0002)[3:] == [
        "  expected 3.0000",
        "  got      3.0002",
    ]


@pytest.mark.parametrize(
    ("answer", "hint"),
    [
        (lambda n: 2 * sum(n), "Twice?"),
        (lambda n: -max(n), "Largest?"),
        (lambda n: 8, "Even?"),
        (lambda n: 101, "Big?"),
        (lambda n: print(sum(n)), frame.NOTHING),
        (lambda n: [sum(n), None], frame.NOTHING),
        (lambda n: float("nan"), frame.NOT_A_NUMBER),
        (lambda n: f"{sum(n)}", frame.TEXT),
        (lambda n: {}, "The general hint."),
        (lambda n: object(), "The general hint."),
        (lambda n: sum(n) if len(n) < 3 else 0.5, "The general hint."),
    ],
)
def test_each_kind_of_wrong_answer_gets_its_hint(say, answer, hint):
    said = say(answer)
    assert hint.startswith(said[said.index("Not right yet.") + 1])


@pytest.mark.parametrize(
    "answer",
    [
        lambda numbers: torch.tensor(numbers).sum(),
        lambda numbers: numpy.array(numbers).sum(),
        lambda numbers: torch.tensor([sum(numbers)]),
        lambda numbers: (sum(numbers) for _ in "1"),
    ],
)
def test_other_forms_are_right(say, answer):
    assert say(answer) == ["Right! An insight."]


@pytest.mark.parametrize(
    ("check", "answer"),
    [
        (SUM, lambda numbers: sum([numbers.pop() for _ in range(len(numbers))])),
        (SUM, lambda numbers: [sum(numbers), numbers.reverse()][0]),
        (DOUBLE, lambda numbers: numbers.mul_(2)),
    ],
)
def test_a_right_answer_that_changes_its_input_is_told_so(say, check, answer):
    said = say(answer, check)
    assert said[0].startswith("Right! ")
    assert " ".join(said[1:]) == frame.INPUT_CHANGED
    assert check.inputs == SUM.inputs or check.inputs[0][0].sum() == 2  # a copy


def test_right_numbers_in_another_shape(say):
    said = say(lambda numbers: 2 * numbers[:, None], DOUBLE)
    assert said[1] == "The numbers are right, but not their shape (2, 1)."


def test_a_stub_is_not_done_and_an_error_does_not_stop_the_notebook(say):
    def stub(numbers):
        raise NotImplementedError

    assert say(stub) == [frame.NOT_DONE]
    assert say(lambda numbers: 1 / 0) == [
        "Your function stopped with ZeroDivisionError: division by zero",
        "For some numbers [1.0, 2.0]:",
        "  expected 3.0000",
    ]
    assert say(lambda n: sys.exit())[0] == "Your function stopped with SystemExit"
    said = say(lambda n: nn.Linear(1, 1).weight.mul_(2.0))
    assert said[-1] == frame.ERRORS["in-place operation"]


def test_a_name_without_a_value_is_told_with_the_one_that_may_be_meant(say):
    assert say(lambda numbers: sum(nubmers))[1] == (  # noqa: F821
        "Nothing is called `nubmers` here: did you mean `numbers`?"
    )
    assert say(lambda numbers: xyzzy)[1].endswith("where does it get a value?")  # noqa: F821


def test_an_error_of_the_check_is_not_blamed_on_the_answer(say):
    def observe(answer, numbers):
        return float(answer(numbers))

    check = Check(add_up, SUM.inputs, "H", "I", observe=observe)
    assert say(lambda numbers: [1, 2], check)[:2] == ["Not right yet.", "H"]
    assert say(lambda g, lr: [1, 2], checks.check_first_step)[0] == "Not right yet."

    def refuse(answer, numbers):
        raise Wrong("A word of the check's." if answer(numbers) else "")

    check = Check(add_up, SUM.inputs, "H", "I", observe=refuse)
    assert say(sum, check) == ["Not right yet.", "A word of the check's."]


def test_long_lines_are_folded(say):
    check = Check(add_up, [([0.5] * 40,), ([1.0] * 2,)], "word " * 40, "I")
    said = say(lambda numbers: 0.0, check)
    assert len(said) > 6 and max(map(len, said)) <= 88
    assert "For some numbers [0.5, 0.5" in "".join(said[3:5])


def test_an_edit_that_does_not_fit_fails_and_none_is_compiled_before_its_time():
    with pytest.raises(AssertionError):
        edit_source("def f(x):\n    return x", "y -> z")
    several = edit_source(
        "def f(x):\n    a = x + x\n    return a", "+ x -> & return: g(it)"
    )
    assert several == "def f(x):\n    a = x \n    return g((a))\n"
    fresh = Check(add_up, SUM.inputs, "H", "I", mistakes={"nothing -> like it": "?"})
    assert "formulas" not in vars(fresh)
