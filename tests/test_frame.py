"""What a check says: the hint first, then inputs by name, expected and got."""

import sys

import numpy
import pytest
import torch

from helpers.checks import frame
from helpers.checks.frame import Check, Wrong, edit_source

INPUTS = [([1.0, 2.0],), ([3.0, 4.0, 0.5],)]
EDITS = {"return: 2 * it": "Twice?", "sum -> max & return: -it": "Largest?"}
CONDITIONS = {"got % 2 == 0": "Even?", "got > 99": "Big?"}
GIVEN = "For some numbers [1.0, 2.0]:\n  expected 3.0\n"
NOT_YET, STOPPED = "Not right yet.\n", "Your function stopped with "
RIGHT = "Right! An insight.\n"
CHANGED = frame.textwrap.fill(frame.CHANGED, 88) + "\n"


def add_up(some_numbers):
    total = sum(some_numbers)
    return total


def say(capsys, answer, mistakes=EDITS | CONDITIONS, **options):
    check = Check(add_up, INPUTS, "Hint.", "An insight.", mistakes, **options)
    check(answer)
    assert check.inputs == INPUTS  # the answer got a copy
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda n: n[0], f"{NOT_YET}Hint.\n{GIVEN}  got      1.0\n"),
        (lambda n: sum(n) if len(n) < 3 else 0.5, "Hint.\n"),
        (lambda n: -max(n), "Largest?"),
        (lambda n: 8, "Even?"),
        (lambda n: 101, "Big?"),
        (lambda n: object(), frame.PLAIN),
        (lambda n: sum(n) + 0.004, frame.ROUNDED),
        (lambda n: sum(n) + 0.00444, "Hint.\n"),
        (lambda n: [sum(n), 0.5], "How many values are asked for? Return 1."),
        (lambda n: torch.tensor(n).sum(), RIGHT),
        (lambda n: numpy.array([sum(n)]), RIGHT),
        (lambda n: (sum(n) for _ in "1"), RIGHT),
        (lambda n: [sum(n), n.reverse()][0], RIGHT + CHANGED),
        (lambda n: {}[0], f"{STOPPED}KeyError: 0\nHint.\n{GIVEN}"),
        (lambda n: sys.exit(), f"{STOPPED}SystemExit\nHint.\n"),
        (lambda n: m, f"'m' is not defined\n{frame.NO_VALUE}"),  # noqa: F821
    ],
)  # fmt: skip
def test_what_is_said(capsys, answer, said):
    assert said in say(capsys, answer)


def test_what_a_check_may_ask_for(capsys):
    assert say(capsys, lambda n: n.pop() + sum(n), changes=False) == NOT_YET + CHANGED
    assert say(capsys, lambda n: n.pop() + sum(n), changes=True) == RIGHT
    said = say(capsys, lambda n: sum(n) + 1e-5, tolerance=1e-9)
    assert "expected 3.0\n  got      3.00001\n" in said


def test_an_error_of_the_check_is_not_blamed_on_the_answer(capsys):
    def observe(answer, values):
        """the sum"""
        if (returned := answer(values)) == -1:
            raise Wrong("A word.")
        return float(returned)

    said = say(capsys, lambda n: ["a"], observe=observe)
    assert said.startswith(f"{NOT_YET}{frame.PLAIN}\nFor values [1.0, 2.0], the sum:\n")
    assert say(capsys, lambda n: -1, observe=observe) == NOT_YET + "A word.\n"
    with pytest.raises(ZeroDivisionError):
        say(capsys, sum, observe=lambda answer, n: 1 / 0)


def test_long_lines_are_folded_and_long_lists_cut(capsys):
    Check(add_up, [([0.5] * 15,), ([0.5] * 17,)], "word " * 40, "I")(lambda n: 7.5)
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 7 and max(map(len, said)) <= 88
    assert said[4] == "For some numbers [0.5, 0.5, …] of 17 numbers:"


def test_edits_are_joined_and_one_that_does_not_fit_fails():
    source = "def f(x):\n    a = x + 1\n    return a"
    several = edit_source(source, "+ 1 -> - 2 & return: g(it)")
    assert several == "def f(x):\n    a = x - 2\n    return g((a))\n"
    with pytest.raises(AssertionError):
        edit_source(source, "y -> z")
