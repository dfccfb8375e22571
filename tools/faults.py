"""Put faults in, one at a time, and see whether the tests notice.

usage: python tools/faults.py [N] [PART]     (about N, evenly spread; default: all)

In lstm_scratch.py, slips that a hand could make: `+` for `-`, one gate for its
neighbour, a refusal left out, `zero_grad()` forgotten. In the drawings: two numbers
swapped, an arrow or a label gone. In figures.py: a label, a line or a legend gone,
which notebooks should notice. PART, such as `.svg`, chooses files.
"""

import ast
import contextlib
import io
import multiprocessing
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SLIPS = {  # wherever this is found, that is put
    **{r" \+ ": " - ", r" \* ": " + ", " / ": " * ", " % ": " // ", r" \+= ": " = "},
    **{" == ": " != ", " != ": " == ", " > ": " >= ", " < ": " <= ", " = 0": " = 1"},
    **{" and ": " or ", " or ": " and ", r"\bnot ": "", "True": "False"},
    r"=False": "=True",
    r"(?<=if )(.+)(?=:\n +raise)": "False",
    r"(?<=if )(.+)(?=:\n +(?!raise))": r"not (\1)",
    r"(?m)^( +)[\w.]+\(.*\)$": r"\1pass",
    r"\b\d+(\.\d+)?(?=f?\b)": lambda number: f"{float(number[0]) + 1:g}",
}
for row in (
    "wa1 wa2 wb1 wb2 wc1 wc2 wd1 wd2, ba1 bb1 bc1 bd1, long_memory short_memory, "
    "forget_gate input_gate candidate output_gate, kept written, inputs labels, "
    "updated_long_memory updated_short_memory, sigmoid tanh, x h"
).split(", "):
    names = row.split()
    SLIPS |= {rf"\b{a}\b(?!=)": b for a, b in zip(names, names[1:] + names[:1])}
REDRAWN = {
    r"(?m)^ *<text.*\n": "",
    r"(?m)^ *<path.* m.*\n": "",
    r"(?s)(\{\w+:.\df\})(.*?)(\{\w+:.\df\})": r"\3\2\1",
}
LOOKS = "annotate|text|set_xlabel|set_ylabel|set_title|axhline|axvline|legend|bar_label"
UNDRAWN = {rf"(?m)^( +)([^\s(]+\.(?:{LOOKS})|write_beside)\(.*\)$": r"\1pass"}
DRAWN_BY = {"unit": "draw_unit", "chain": "draw_four_days", "backward": "draw_way_back"}


def tests_of(path, before):
    """Return the tests of what stands in this file after the text before it."""
    if path.name == "lstm_scratch.py":
        return ("tests/test_module.py",)
    name = DRAWN_BY.get(path.stem) or re.findall(r"(?m)^def (\w+)", before)[-1]
    call = f"s.{name}("  # figures.… or diagrams.…
    found = [p for p in NOTEBOOKS if call in p.read_text(encoding="utf-8")]
    notebooks = [f"notebooks/{p.name}" for p in found]
    return notebooks and ("tests/test_figures.py", *notebooks)


def faults_in(path):
    """Yield (file, what is wrong in it, its text with that fault, the tests to run)."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":  # without comments and docstrings, a statement a line
        text = re.sub(r'(?m)^ *"""(?s:.*?)"""\n', "", text)
        text = ast.unparse(ast.parse(text)) + "\n"
    wrong = {"lstm_scratch.py": SLIPS, "figures.py": UNDRAWN}.get(path.name, REDRAWN)
    for pattern, put in wrong.items():
        for found in re.finditer(pattern, text):
            before, after = text[: found.start()], text[found.end() :]
            new = put(found) if callable(put) else found.expand(put)
            line = (before.rpartition("\n")[2] + found[0] + after).partition("\n")[0]
            what = f"{line.strip()}  # {found[0].strip()[:60]} -> {new.strip()[:60]}"
            if tests := tests_of(path, before):
                yield path, what, before + new + after, tests


def is_noticed(job):
    """Run the tests on a copy of the project in which one file has this text."""
    import pytest

    path, _, text, tests = job
    with tempfile.TemporaryDirectory() as folder:
        hidden = shutil.ignore_patterns(".*", "__pycache__")
        shutil.copytree(ROOT, folder, ignore=hidden, dirs_exist_ok=True)
        (Path(folder) / path.relative_to(ROOT)).write_text(text, encoding="utf-8")
        os.chdir(folder)
        with contextlib.redirect_stdout(io.StringIO()):
            return pytest.main(["-x", "-q", "-n0", "-p", "no:cacheprovider", *tests])


def main():
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    parts = [word for word in sys.argv[1:] if not word.isdigit()]
    helpers = ROOT / "helpers"
    files = ROOT / "lstm_scratch.py", helpers / "figures.py", *helpers.glob("*.svg")
    chosen = [path for path in files if all(part in path.name for part in parts)]
    faults = [fault for path in chosen for fault in faults_in(path)]
    if numbers:
        faults = faults[:: max(1, len(faults) // numbers[0])]
    # First the same tests without any fault.
    all_tests = {tests for *_, tests in faults}
    sound = [(ROOT / "LICENSE", "", "", tests) for tests in all_tests]
    # A process for each run, born with PyTorch in it: that takes a third of the time.
    os.environ["OMP_NUM_THREADS"] = "1"  # else each of them takes all cores
    forks = "forkserver" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if forks else "spawn")
    context.set_forkserver_preload(["torch._dynamo", "nbval.plugin", "IPython"])
    missed = []
    with context.Pool(os.cpu_count(), maxtasksperchild=1) as pool:
        results = pool.imap(is_noticed, [*sound, *faults])
        if any([next(results) for _ in sound]):
            sys.exit("the tests fail without any fault")
        for (path, what, *_), noticed in zip(faults, results):
            if not noticed:
                missed.append(what)
                print(f"NOT NOTICED in {path.name}: {what}", flush=True)
    print(f"{len(faults) - len(missed)} of {len(faults)} faults noticed")
    sys.exit(bool(missed))


if __name__ == "__main__":
    main()
