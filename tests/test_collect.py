"""Made-up hand-ins, each of another kind: every one costs only its own row."""

import json
import zipfile

import collect
import copies
import pytest
from hand_ins import by_student

CHECK = "checks.check_thing(thing)"
# Instead of the real one: the same verdicts, without the seconds that PyTorch takes.
FRAME = """
import textwrap
def check_thing(answer):
    try:
        said = ["Right! Yes."] if answer() == 1 else ["Not right yet.", "A hint " * 20]
    except NotImplementedError:
        said = ["Not done yet. Fill in."]
    except Exception as error:
        said = [f"Your function stopped with {error}"]
    for line in said:
        print(textwrap.fill(line, 88))
check_other = check_thing
"""
HINT = " ".join(["A hint"] * 20)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def notebook(*sources, check=CHECK):
    start = "import sys\nsys.path.insert(0, '..')\nfrom helpers import checks"
    cells = [dict(cell_type="markdown", source="# A lesson\nwords")]
    for source in (start, *sources, check):
        kind = "markdown" if source.startswith("**") else "code"
        cells.append(dict(cell_type=kind, source=source.splitlines(keepends=True)))
    return json.dumps({"cells": cells})


def answer(line, *more, **check):
    return notebook(f"def thing():\n    print('.', end='')\n    {line}", *more, **check)


THOUGHT = ("**Predict 2.** What?", "**Your prediction:** =1+1\n\nor so")
HUGE = "for n in range(50): print('x' * 10**6)\n    return 1"
LEAVES = "import os\nos._exit(3)"
ENDLESS = "import time\ntime.sleep(999)"
BOTH = CHECK + "\nchecks.check_other(lambda: 2)"
EXPECTED = {  # file: its text; student; result; hint; remark
    "02 no.ipynb": (answer("return 2"), "02 no", "not yet", HINT, ""),
    "03.ipynb": (answer("raise NotImplementedError"), "03", "not done", "", ""),
    "04.ipynb": (answer("return 1/0"), "04", "stopped", "division by zero", ""),
    "05.ipynb": (notebook("def thing(:"), "05", "stopped", "", ""),
    "06 two.ipynb": (answer("return 1", check=BOTH), "06 two", "right", "", ""),
    "07 huge.ipynb": (answer(HUGE), "07 huge", "right", "", ""),
    "08.ipynb": ("{", "08", "not done", "", "no valid notebook: JSONDecodeError"),
    "09 J. Ü/BOM.ipynb": ("\ufeff" + answer("return 1"), "09 J. Ü", "right", "", ""),
    "10.ipynb": (notebook(LEAVES), "10", "stopped", "", "the run broke off"),
    "11.ipynb": (notebook(ENDLESS), "11", "stopped", "", "ended after 15 s"),
    "12.ipynb": (answer("return 1", check=f"# {CHECK}"), "12", "not done", "", ""),
    "13/1.ipynb": (answer("return 1", *THOUGHT), "13", "right", "", ""),
    "13/Untitled.ipynb": (answer("raise NotImplementedError"), "13", "right", "", ""),
    "=14.pdf": ("%PDF", "'=14", "not done", "", "no notebook"),
}


def test_each_kind_of_hand_in_costs_only_its_own_row(tmp_path, monkeypatch):
    series, handed_in = tmp_path / "series", tmp_path / "in"
    write(series / "notebooks/03_lesson.ipynb", notebook(check=BOTH))
    write(series / "helpers/checks/frame.py", FRAME)
    write(series / "helpers/checks/__init__.py", "from .frame import *")
    for name in ("helpers/__init__.py", "lstm_scratch.py"):
        write(series / name, "")
    monkeypatch.setattr(copies, "ROOT", series)
    for name, (text, *_) in EXPECTED.items():
        write(handed_in / name, text)
    table = collect.collect(handed_in, seconds=15)
    shown = ["thing", "thing: hint", "other", "other: hint"]
    assert list(table) == ["student", *shown, "03 P2", "seconds", "remark"]
    expected = {each[1:] for each in EXPECTED.values()}
    rows = table[["student", *shown[:2], "remark"]].itertuples(index=False, name=None)
    assert set(rows) == expected
    by_name = table.set_index("student")
    assert list(by_name.loc["06 two", shown[2:]]) == ["not yet", HINT]
    assert by_name.loc["13", "03 P2"] == "'=1+1 or so"
    said = "\n".join(collect.summary(table))
    assert "13 students" in said and f"1 x {HINT}" in said
    assert "thing: 4 right, 1 not yet, 4 stopped, 4 not done" in said


FILES = {  # as platforms name what J. Smith and J. Doe handed in
    "Moodle": "{0}_{1}_assignsubmission_file/01_gates.ipynb",
    "Moodle, no folders": "{0}_{1}_assignsubmission_file_01_gates.ipynb",
    "Moodle, a zip each": "Class 10/{0}_{1}_assignsubmission_file/mine.zip/a/01.ipynb",
    "Canvas": "{0}_LATE_{1}_3000{1}_01_gates-1.ipynb",
    "Blackboard": "01_gates_{0}_attempt_2026-11-30-10-15-00_my_work.ipynb",
    "Google Classroom": "{0} - Copy of 01_gates.ipynb",
    "nbgrader": "{0}/lesson_01/01_gates.ipynb",
    "anything": "{0}.ipynb",
}


@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize("platform", FILES)
def test_each_is_known_by_the_full_name(platform, zipped, tmp_path):
    folder, room, inner = (tmp_path / name for name in ("in", "room", "inner.zip"))
    room.mkdir(), folder.mkdir()
    with zipfile.ZipFile(folder / "download-123.zip", "w") as archive:
        for name, number in [("J. Smith", 1001), ("J. Doe", 1002)]:
            path, is_zip, rest = FILES[platform].format(name, number).partition(".zip/")
            if is_zip:
                with zipfile.ZipFile(inner, "w") as one:
                    one.writestr(rest, "{}")
                    one.writestr(f"__MACOSX/._{rest}", "junk")
                archive.write(inner, f"{path}.zip")
            else:
                archive.writestr(path, "{}")
    if not zipped:
        zipfile.ZipFile(folder / "download-123.zip").extractall(folder)
        (folder / "download-123.zip").unlink()
    found = by_student(folder, room)
    assert sorted(found) == ["J. Doe", "J. Smith"]
    assert [len(paths) for paths in found.values()] == [1, 1]
