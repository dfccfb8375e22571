"""Readers' answers: the right ones are accepted, each wrong one gets its own hint.

They stand in answers/lesson_NN.py, under the name of their check: functions, or edits
("old -> new", as in helpers/checks/frame.py) of the notebook's solution. Beside each
stand words of its hint, or "right", or "right, but it changes" what is handed in.
"""

import ast
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


def find_exercises():
    """Return {check: (first cell, solution, the function's name)}."""
    found = {}
    for path in NOTEBOOKS:
        cells = nbformat.read(path, as_version=4).cells
        setup = next(cell.source for cell in cells if cell.cell_type == "code")
        for stub, check, solution in zip(cells, cells[1:], cells[2:]):
            if "exercise" in stub.metadata.get("tags", []):
                code = re.search(r"```python\n(.*?)```", solution.source, re.S)[1]
                name, function = re.findall(r"\w+", check.source)[1:]
                found[name] = setup, code, function
    return found


EXERCISES = find_exercises()


def read_answers(path):
    """Yield (check, words of its hint, answer) of a file."""
    for part in path.read_text(encoding="utf-8").split("\n# check_")[1:]:
        check, text = f"check_{part}".split("\n", 1)
        _, solution, name = EXERCISES[check]
        for node in ast.parse(text).body:
            value = getattr(node, "value", None)
            if isinstance(value, ast.Dict):
                for edit, words in ast.literal_eval(value).items():
                    yield check, words, frame.edit_source(solution, edit)
                continue
            words = text.splitlines()[node.lineno - 1].split("  # ")[1]
            answer = ast.get_source_segment(text, value or node)
            yield check, words, f"{name} = ({answer})" if value else answer  # a lambda


FILES = sorted((ROOT / "tests/answers").glob("lesson_*.py"))
ANSWERS = [answer for path in FILES for answer in read_answers(path)]


@pytest.fixture
def run(monkeypatch, capsys):
    """Let a check judge an answer, as in its notebook; return what is printed."""
    monkeypatch.chdir(ROOT / "notebooks")
    before = torch.get_default_dtype()

    def run_answer(name, answer):
        setup, _, function = EXERCISES[name]
        names = {}
        exec(setup + "\n" + answer, names)
        CHECKS[name](names[function])
        return " ".join(capsys.readouterr().out.split())

    yield run_answer
    torch.set_default_dtype(before)
    torch.set_grad_enabled(True)


def test_every_notebook_has_two_exercises_and_every_exercise_a_check():
    assert sorted(EXERCISES) == sorted(CHECKS)
    lessons = Counter(check.right.__module__ for check in CHECKS.values())
    assert len(lessons) == len(NOTEBOOKS) and min(lessons.values()) > 1


@pytest.mark.parametrize("name", CHECKS)
def test_the_solution_is_right_and_each_edit_gets_its_hint(run, capsys, name):
    check, (_, solution, function) = CHECKS[name], EXERCISES[name]
    assert run(name, solution) == f"Right! {check.insight}"
    assert run(name, f"{function} = lambda *given: None").endswith(frame.NOTHING)
    assert len(check.inputs) > 1 or check.inputs == [()]  # nothing to hand in
    for edit in filter(frame.is_edit, check.mistakes):
        check(frame.edited(check.right, edit))
        assert check.mistakes[edit] in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(("name", "words", "answer"), ANSWERS)
def test_each_answer_is_told_what_it_needs(run, name, words, answer):
    said = run(name, answer)
    if words.startswith("right"):
        assert f"Right! {CHECKS[name].insight}" in said
        assert (frame.CHANGED in said) == words.endswith("changes"), said
    else:
        assert "Right!" not in said and words in said, said


@pytest.mark.parametrize("name", CHECKS)
def test_each_condition_and_the_general_hint_have_an_answer_of_their_own(name):
    check = CHECKS[name]
    conditions = [key for key in check.mistakes if not frame.is_edit(key)]
    wanted = {check.hint, *(check.mistakes[key] for key in conditions)}
    for each, words, _ in ANSWERS:
        if each == name and not words.startswith("right"):
            meant = {h for h in (check.hint, *check.mistakes.values()) if words in h}
            assert len(meant) < 2, meant
            wanted -= meant
    assert not wanted


def test_a_check_knows_the_notebooks_second_model():
    model = frame.known_model(lesson_04.SECOND)
    said = f"{model(torch.zeros(1, 4)).item():.4f}"
    assert said in NOTEBOOKS[3].read_text(encoding="utf-8")
