"""What a check says: the hint first, then inputs by name, expected and got."""

import sys

import numpy
import pytest
import torch

from helpers import checks
from helpers.checks import frame
from helpers.checks.frame import Check, Wrong, edit_source


def add_up(some_numbers):
    total = sum(some_numbers)
    return total


INPUTS = [([1.0, 2.0],), ([3.0, 4.0, 0.5],)]
SUM = Check(
    add_up,
    INPUTS,
    hint="The general hint.",
    insight="An insight.",
    mistakes={"return: 2 * it": "Twice?", "sum -> max & return: -it": "Largest?"},
    symptoms={"got % 2 == 0": "Even?", "got > 99": "Big?"},
)
GIVEN = ["For some numbers [1.0, 2.0]:", "  expected 3.0000"]
STOPPED = "Your function stopped with"
CHANGED = ["Right! An insight.", *frame.textwrap.wrap(frame.INPUT_CHANGED, 88)]


def stub(numbers):
    raise NotImplementedError


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda n: n[0], ["Not right yet.", SUM.hint, *GIVEN, "  got      1.0000"]),
        (lambda n: -max(n), ["Not right yet.", "Largest?"]),
        (lambda n: 8, ["Not right yet.", "Even?"]),
        (lambda n: 101, ["Not right yet.", "Big?"]),
        (lambda n: object(), ["Not right yet.", SUM.hint]),
        (lambda n: sum(n) if len(n) < 3 else 0.5, ["Not right yet.", SUM.hint]),
        (lambda n: [sum(n), None], ["Not right yet.", frame.NOTHING]),
        (lambda n: torch.tensor(n).sum(), ["Right! An insight."]),
        (lambda n: numpy.array([sum(n)]), ["Right! An insight."]),
        (lambda n: (sum(n) for _ in "1"), ["Right! An insight."]),
        (lambda n: sum(n.pop() for _ in range(len(n))), CHANGED),
        (lambda n: [sum(n), n.reverse()][0], CHANGED),
        (lambda n: 1 / 0, [f"{STOPPED} ZeroDivisionError: division by zero", *GIVEN]),
        (lambda n: sys.exit(), [f"{STOPPED} SystemExit", *GIVEN]),
        (stub, [frame.NOT_DONE]),
    ],
)  # fmt: skip
def test_what_is_said(capsys, answer, said):
    SUM(answer)
    assert capsys.readouterr().out.splitlines()[: len(said)] == said
    assert SUM.inputs == INPUTS  # the answer got a copy


def say(capsys, answer, **options):
    Check(add_up, INPUTS, "H", "I", **options)(answer)
    return capsys.readouterr().out.splitlines()


def test_a_name_without_a_value_is_told_with_the_one_that_may_be_meant(capsys):
    said = say(capsys, lambda numbers: sum(nubmers))  # noqa: F821
    assert said[1] == "Nothing is called `nubmers` here: did you mean `numbers`?"
    said = say(capsys, lambda numbers: xyzzy)  # noqa: F821
    assert said[1] == "Nothing is called `xyzzy` here: where does it get a value?"


def test_an_error_of_the_check_is_not_blamed_on_the_answer(capsys):
    def refuse(answer, numbers):
        raise Wrong("A word of the check's." if answer(numbers) else "")

    said = say(capsys, lambda n: [1, 2], observe=lambda answer, n: float(answer(n)))
    assert said[:2] == ["Not right yet.", "H"]
    said = say(capsys, sum, observe=refuse)
    assert said == ["Not right yet.", "A word of the check's."]
    checks.check_first_step(lambda gradient, lr: [1, 2])
    assert capsys.readouterr().out.startswith("Not right yet.")


def test_long_lines_are_folded_long_lists_cut_and_decimals_added(capsys):
    Check(add_up, [([0.5] * 15,), ([0.5] * 17,)], "word " * 40, "I")(lambda n: 7.5)
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 7 and max(map(len, said)) <= 88
    assert said[4] == "For some numbers [0.5, 0.5, …] of 17 numbers:"
    said = say(capsys, lambda n: sum(n) + 0.00001, tolerance=1e-9)
    assert said[3:] == ["  expected 3.00000000", "  got      3.00001000"]


def test_an_edit_that_does_not_fit_fails_and_none_is_compiled_before_its_time():
    with pytest.raises(AssertionError):
        edit_source("def f(x):\n    return x", "y -> z")
    source = "def f(x):\n    a = x + 1\n    return a"
    several = edit_source(source, "+ 1 -> - 2 & return: g(it)")
    assert several == "def f(x):\n    a = x - 2\n    return g((a))\n"
    fresh = Check(add_up, INPUTS, "H", "I", mistakes={"nothing -> like it": "?"})
    assert "formulas" not in vars(fresh)
