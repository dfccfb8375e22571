"""Readers' answers: the right ones are accepted, each wrong one gets its own hint.

They stand in answers/lesson_NN.py, under the name of their check: functions, or edits
("old -> new", as in helpers/checks/frame.py) of the notebook's solution. Beside each
stand words of its hint, or "right", or "right, but it changes" what is handed in.
"""

import ast
import contextlib
import copy
import re
from pathlib import Path

import nbformat
import pytest
import torch

from helpers import checks
from helpers.checks import frame

ROOT = Path(__file__).parent.parent
CHECKS = {
    name: check for name, check in vars(checks).items() if name.startswith("check_")
}
TEXTS = [frame.NOTHING, frame.TEXT, frame.NOT_A_NUMBER, *frame.ERRORS.values()]


def find_exercises():
    """Return {check: (first cell, stub, the check's cell, solution)}."""
    found = {}
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        cells = nbformat.read(path, as_version=4).cells
        setup = next(cell.source for cell in cells if cell.cell_type == "code")
        for stub, check, solution in zip(cells, cells[1:], cells[2:]):
            if "exercise" in stub.metadata.get("tags", []):
                fence = r"<details><summary>Solution.*?```python\n(.*?)```"
                code = re.search(fence, solution.source, re.S).group(1)
                name = re.fullmatch(r"checks\.(\w+)\(\w+\)", check.source).group(1)
                found[name] = setup, stub.source, check.source, code
    return found


EXERCISES = find_exercises()
RIGHT = ("right", "right, but it changes")
FUNCTION = re.compile(r"def (\w+)")


def read_answers(path):
    """Yield (check, words of its hint, answer) of a file."""
    text = path.read_text(encoding="utf-8")
    lines, check = text.splitlines(), None
    for node in ast.parse(text).body[1:]:  # after the docstring
        above = [
            line[2:] for line in lines[: node.lineno] if line.startswith("# check_")
        ]
        check, value = above[-1], getattr(node, "value", None)
        solution = EXERCISES[check][3]
        if isinstance(value, ast.Dict):
            for edit, words in ast.literal_eval(value).items():
                yield check, words, frame.edit_source(solution, edit)
            continue
        beside, before = lines[node.lineno - 1], lines[node.lineno - 2]
        words = (beside if "  # " in beside else before).split("# ")[1]
        answer = ast.get_source_segment(text, value or node)
        if value:  # a lambda
            answer = f"{FUNCTION.match(solution).group(1)} = ({answer})"
        yield check, words, answer


ANSWERS = [
    answer
    for path in sorted((ROOT / "tests/answers").glob("lesson_*.py"))
    for answer in read_answers(path)
]


def named_hints(check):
    pairs = check.symptoms.items()
    return {*check.mistakes.values(), *(k if callable(h) else h for k, h in pairs)}


def hint_with(name, words):
    """Return the one hint of a check with these words, or the words alone."""
    check = CHECKS[name]
    hints = {*named_hints(check), check.hint, *TEXTS}
    found = [hint for hint in hints if words in hint]
    assert len(found) < 2, (name, found)
    return found[0] if found else words


@pytest.fixture
def run(capsys, monkeypatch):
    """Run a notebook's first cell, an answer and its check; return what is printed."""
    monkeypatch.chdir(ROOT / "notebooks")
    dtype = torch.get_default_dtype()

    def run_answer(name, answer, check=True):
        setup, _, cell, solution = EXERCISES[name]
        names = {}
        exec(setup, names)
        exec(answer, names)
        if not check:
            return names[FUNCTION.match(solution).group(1)]
        exec(cell, names)
        return " ".join(capsys.readouterr().out.split())

    yield run_answer
    torch.set_default_dtype(dtype)
    torch.set_grad_enabled(True)


def test_every_notebook_has_two_exercises_and_every_exercise_a_check():
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        cells = nbformat.read(path, as_version=4).cells
        stubs = [c for c in cells if "exercise" in c.metadata.get("tags", [])]
        assert len(stubs) >= 2, path.name
    assert sorted(EXERCISES) == sorted(CHECKS)


@pytest.mark.parametrize("name", EXERCISES)
def test_stubs_and_solutions(run, name):
    _, stub, _, solution = EXERCISES[name]
    assert run(name, stub) == frame.NOT_DONE
    assert run(name, solution) == f"Right! {CHECKS[name].insight}"
    assert stub.split("(")[0] == solution.split("(")[0]
    assert len(solution.strip().splitlines()) <= 10


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


@pytest.mark.parametrize("name", CHECKS)
def test_each_input_is_needed(name, run):
    """With two inputs, none can go. Of more, each changes what an answer is told."""
    check = CHECKS[name]
    if check.inputs == [()]:
        return  # the answer is given nothing
    assert len(check.inputs) > 1
    results = []
    for _, _, answer in (each for each in ANSWERS if each[0] == name):
        function = run(name, answer, check=False)
        with contextlib.suppress(NotImplementedError):
            results.append([check.result(function, each) for each in check.inputs])
    told = [check.judge(result)[:2] for result in results]
    for place in range(len(check.inputs) if len(check.inputs) > 2 else 0):
        fewer = copy.copy(check)
        fewer.inputs = check.inputs[:place] + check.inputs[place + 1 :]
        without = [result[:place] + result[place + 1 :] for result in results]
        assert told != [fewer.judge(result)[:2] for result in without], place
