"""Ten made-up hand-ins, each of another kind: every one costs only its own row."""

import json

import collect
import pytest

CHECK = "checks.check_thing(thing)"
# In the place of the series: the same verdicts, without the second that PyTorch takes.
CHECKS = """
def check_thing(answer):
    try:
        print("Right! Yes." if answer() == 1 else "Not right yet. A hint.")
    except NotImplementedError:
        print("Not done yet. Fill in.")
    except Exception as error:
        print(f"Your function stopped with {error}")
"""


def notebook(*sources):
    start = "import sys\nsys.path.insert(0, '..')\nfrom helpers import checks"
    sources = (start, *sources, CHECK)
    return json.dumps({"cells": [dict(cell_type="code", source=s) for s in sources]})


def answer(line):
    return notebook(f"def thing():\n    print('trying')\n    {line}")


HAND_INS = {
    "01 right.ipynb": answer("return 1"),
    "02 not yet.ipynb": answer("return 2"),
    "03 not done.ipynb": answer("raise NotImplementedError"),
    "04 stopped.ipynb": answer("return 1 / 0"),
    "05 never defined.ipynb": notebook("def thing(:"),
    "06 endless.ipynb": notebook("thing = lambda: 1\nwhile True:\n    pass"),
    "07 huge.ipynb": notebook(
        "thing = lambda: 1\nfor n in range(300): print('x' * 10**6)"
    ),
    "08 broken.ipynb": answer("return 1")[:90],
    "09 Jürgen/a/b.ipynb": answer("return 1"),
    "10 left.ipynb": notebook("import os\nos._exit(3)"),
    "=11 no notebook.pdf": "%PDF",
}
EXPECTED = {
    "01 right": ("right", ""),
    "02 not yet": ("not yet", ""),
    "03 not done": ("not done", ""),
    "04 stopped": ("stopped", ""),
    "05 never defined": ("stopped", ""),
    "06 endless": ("stopped", "ended after 10 s"),
    "07 huge": ("right", ""),
    "08 broken": ("not done", "no valid notebook: JSONDecodeError"),
    "09 Jürgen": ("right", ""),
    "10 left": ("stopped", "the run broke off"),
    "'=11 no notebook": ("not done", "no notebook"),
}


@pytest.fixture
def hand_ins(tmp_path):
    for name, text in HAND_INS.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def small_series(tmp_path_factory, monkeypatch):
    root = tmp_path_factory.mktemp("series")
    (root / "notebooks").mkdir()
    (root / "helpers" / "checks").mkdir(parents=True)
    (root / "helpers" / "checks" / "__init__.py").write_text(CHECKS)
    (root / "lstm_scratch.py").touch()
    monkeypatch.setattr(collect, "ROOT", root)
    monkeypatch.setattr("copies.ROOT", root)  # whose copy_helpers is used


def test_each_kind_of_hand_in_costs_only_its_own_row(hand_ins, small_series):
    head, *rows = collect.collect(hand_ins, seconds=10)
    assert head == ["student", "thing", "seconds", "remark"]
    assert {row[0]: (row[1], row[3]) for row in rows} == EXPECTED
