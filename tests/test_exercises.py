"""Readers' answers: the right ones are accepted, each wrong one gets its own hint.

They stand in answers/lesson_NN.py, under the name of their check: functions, or edits
("old -> new", as in helpers/checks/frame.py) of the notebook's solution. Beside each
stand words of its hint, or "right", or "right, but it changes" what is handed in.
"""

import ast
import functools
import re
from collections import Counter
from pathlib import Path

import nbformat
import pytest
import torch

from helpers import checks
from helpers.checks import frame, lesson_04

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
CHECKS = {name: check for name, check in vars(checks).items() if name[:6] == "check_"}
TEXTS = [frame.NOTHING, frame.TEXT, frame.NOT_A_NUMBER, *frame.ERRORS.values()]
RIGHT = ("right", "right, but it changes")


def find_exercises():
    """Return {check: (first cell, stub, solution, the function's name)}."""
    found = {}
    for path in NOTEBOOKS:
        cells = nbformat.read(path, as_version=4).cells
        setup = next(cell.source for cell in cells if cell.cell_type == "code")
        for stub, check, solution in zip(cells, cells[1:], cells[2:]):
            if "exercise" in stub.metadata.get("tags", []):
                fence = r"<details><summary>Solution.*?```python\n(.*?)```"
                code = re.search(fence, solution.source, re.S)[1]
                name, function = re.search(
                    r"^checks\.(\w+)\((\w+)\)$", check.source
                ).groups()
                found[name] = setup, stub.source, code, function
    return found


EXERCISES = find_exercises()


def read_answers(path):
    """Yield (check, words of its hint, answer) of a file."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    for node in ast.parse(text).body[1:]:  # after the docstring
        above = [line for line in lines[: node.lineno] if line.startswith("# check_")]
        check, value = above[-1][2:], getattr(node, "value", None)
        *_, solution, name = EXERCISES[check]
        if isinstance(value, ast.Dict):
            for edit, words in ast.literal_eval(value).items():
                yield check, words, frame.edit_source(solution, edit)
            continue
        beside, before = lines[node.lineno - 1], lines[node.lineno - 2]
        words = (beside if "  # " in beside else before).split("# ")[1]
        answer = ast.get_source_segment(text, value or node)
        yield check, words, f"{name} = ({answer})" if value else answer  # a lambda


ANSWERS = [
    answer
    for path in sorted((ROOT / "tests/answers").glob("lesson_*.py"))
    for answer in read_answers(path)
]


def named_hints(check):
    return {*check.mistakes.values(), *check.symptoms.values()}


def hint_with(name, words):
    """Return the one hint of a check with these words, or the words alone."""
    check = CHECKS[name]
    hints = {*named_hints(check), check.hint, *TEXTS}
    found = [hint for hint in hints if words in hint]
    assert len(found) < 2, (name, found)
    return found[0] if found else words


@functools.cache
def first_cell(setup):
    """Run a notebook's first cell; return its names, and PyTorch's dtype after it."""
    names = {}
    exec(setup, names)
    return names, torch.get_default_dtype()


@pytest.fixture
def run(monkeypatch, capsys):
    """Let a check judge an answer, as in its notebook; return what is printed."""
    monkeypatch.chdir(ROOT / "notebooks")
    before = torch.get_default_dtype()

    def run_answer(name, answer):
        setup, *_, function = EXERCISES[name]
        torch.set_default_dtype(before)
        known, dtype = first_cell(setup)
        torch.set_default_dtype(dtype)
        names = dict(known)
        exec(answer, names)
        CHECKS[name](names[function])
        return " ".join(capsys.readouterr().out.split())

    yield run_answer
    torch.set_default_dtype(before)
    torch.set_grad_enabled(True)


def test_every_notebook_has_two_exercises_and_every_exercise_a_check():
    assert sorted(EXERCISES) == sorted(CHECKS)
    lessons = Counter(check.right.__module__ for check in CHECKS.values())
    assert len(lessons) == len(NOTEBOOKS) and min(lessons.values()) > 1


@pytest.mark.parametrize("name", EXERCISES)
def test_stubs_and_solutions(run, name):
    _, stub, solution, function = EXERCISES[name]
    assert run(name, stub) == frame.NOT_DONE
    assert run(name, solution) == f"Right! {CHECKS[name].insight}"
    head = f"def {function}("
    assert stub.startswith(head) and solution.startswith(head)
    assert len(solution.strip().splitlines()) <= 10
    assert run(name, f"{function} = lambda *given: None").endswith(frame.NOTHING)
    inputs = CHECKS[name].inputs
    assert len(inputs) > 1 or inputs == [()]  # nothing to hand in


@pytest.mark.parametrize(("name", "words", "answer"), ANSWERS)
def test_each_answer_is_told_what_it_needs(run, name, words, answer):
    said = run(name, answer)
    if words in RIGHT:
        assert f"Right! {CHECKS[name].insight}" in said
        assert (frame.INPUT_CHANGED in said) == words.endswith("changes"), said
    else:
        hint = hint_with(name, words)
        assert "Right!" not in said and hint in said, said


@pytest.mark.parametrize("name", CHECKS)
def test_each_hint_has_an_answer_and_each_edit_its_hint(name, capsys):
    check = CHECKS[name]
    words = [words for check, words, _ in ANSWERS if check == name]
    hints = {hint_with(name, each) for each in words if each not in RIGHT}
    assert named_hints(check) <= hints
    for mistake, hint in check.formulas.items():
        check(mistake)
        assert " ".join(hint.split()) in " ".join(capsys.readouterr().out.split())


SECOND = lesson_04.second_model()


@pytest.mark.parametrize(
    ("lesson", "known", "printed"),
    [
        ("01", "0.2306", "0.2306"),
        ("02", "1.19, 0.48, 1.33, 0.86, 1.29, 0.82", "[1.19, 0.48, 1.33]"),
        ("02", "1.97, 2.01, -0.54, 0.98, 0.68, 1.53", "[0.98, 0.68, 1.53]"),
        ("04", "second_model", f"{SECOND(torch.zeros(1, 4).double()).item():.4f}"),
        ("06", "0.680997", f"d_output_sum     {0.680997:.4f}"),
    ],
)
def test_a_number_that_a_hint_knows_stands_in_the_notebook(lesson, known, printed):
    (notebook,) = (ROOT / "notebooks").glob(f"{lesson}_*.ipynb")
    source = (ROOT / f"helpers/checks/lesson_{lesson}.py").read_text(encoding="utf-8")
    assert known in source
    assert printed in notebook.read_text(encoding="utf-8")
