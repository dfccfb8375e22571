"""Run the notebooks that students handed in, and write who solved which exercise.

    python tools/collect.py HAND_INS RESULTS.csv [--seconds 120]

HAND_INS is a folder or zip: a notebook, folder or zip per student, or what Moodle,
Canvas, Blackboard, Google Classroom or nbgrader let you download, as it is. An entry
without a notebook gets a row, too.
RESULTS.csv (`-` prints it) gets a row per student. Its columns: for each exercise

    right, not yet (the check gave a hint), not done (the stub is still there), or
    stopped (it raised an error, or the run was ended before its check)

and the hint, then what was written under each Predict, the seconds, and a remark. The
screen gets a summary with the commonest hints. Of several notebooks the best counts.

Each notebook runs from top to bottom in a process of its own, in a new folder with
this series' own module, helpers and checks, and is ended after --seconds. A broken,
endless or huge hand-in costs only its own row.

THIS RUNS STRANGERS' CODE WITH YOUR RIGHTS: it can read and delete what you can. On
Linux, confine it to a user made for it, without a network (the user must be able to
read this folder, so put it under /srv, say):

    sudo useradd --system grader
    sudo unshare --net runuser --user grader -- \\
        .venv/bin/python tools/collect.py hand-ins - > results.csv

A result is a help for the teacher, not proof: code that runs beside the check can say
what it likes.
"""

import argparse
import contextlib
import csv
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from copies import PREDICTION, copy_helpers, copy_in, notebooks
from hand_ins import by_student

ROOT = Path(__file__).resolve().parent.parent
LARGEST = 50 * 2**20  # bytes of a notebook, and of a file that it writes
MEMORY = 6 * 2**30  # bytes of addresses; PyTorch alone takes up to 3 (CUDA build)
KEPT = ("PATH", "SYSTEMROOT", "LANG", "ATEN_CPU_CAPABILITY")  # of our environment
SAID = {  # what a check says: the result, from the worst to the best
    "Not done yet": "not done",
    "Your function stopped with ": "stopped",
    "Not right yet": "not yet",
    "Right!": "right",
}
RANKS = list(SAID.values())
VERDICT = re.compile(f"({'|'.join(SAID)})(.*)\n(.*)")


class Tail(io.StringIO):
    """Keeps the last characters of an output that may have no end."""

    text = ""

    def write(self, text):
        self.text = (self.text + text)[-10_000:]
        return len(text)


def run_one(notebook, report):
    """In a process of its own: run a notebook, and report what comes, as it comes.

    report: a file that gets a JSON list per line: "result", exercise, result, hint
    (first "stopped" for each, in case the run never gets there); "prediction", its
    number, its words; or "remark", the trouble.
    """

    def tell(*line):
        with report.open("a", encoding="utf-8", errors="replace") as file:
            print(json.dumps(line, ensure_ascii=False), file=file)

    with contextlib.suppress(ImportError, ValueError):  # Windows; macOS
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST, LARGEST))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        if notebook.stat().st_size > LARGEST:
            raise ValueError("the file is too large")
        cells = json.loads(notebook.read_text(encoding="utf-8-sig"))["cells"]
        cells = [(cell["cell_type"], "".join(cell["source"])) for cell in cells]
    except Exception as error:
        return tell("remark", f"no valid notebook: {type(error).__name__}")
    sources = [source for kind, source in cells if kind == "code"]
    uncommented = re.sub("#.*", "", "\n".join(sources))
    for name in re.findall(r"\bcheck_(\w+)\(", uncommented):
        tell("result", name, "stopped", "")
    for number, words in predictions([source for _, source in cells]):
        tell("prediction", number, words)

    from IPython.core.interactiveshell import InteractiveShell

    sys.path[:1] = ["", ".."]  # the notebook's folder, not this file's; the helpers'
    from helpers import checks

    def telling(name, check):
        def checked(*answers, **more):
            with contextlib.redirect_stdout(said := Tail()):
                check(*answers, **more)
            for words, rest, hint in VERDICT.findall(said.text + "\n\n")[-1:]:
                hint = {"stopped": rest, "not yet": hint}.get(SAID[words], "")
                tell("result", name, SAID[words], hint)

        return checked

    # A check's words are told whatever is printed around them, and a hint is one line.
    textwrap.fill = lambda text, *_, **__: " ".join(text.split())
    for name in filter(re.compile("check_").match, dir(checks)):
        setattr(checks, name, telling(name[6:], getattr(checks, name)))
    shell = InteractiveShell.instance()
    for source in sources:
        with contextlib.redirect_stdout(Tail()), contextlib.redirect_stderr(Tail()):
            shell.run_cell(source)


def predictions(sources):
    """Yield what stands under each Predict: "01 P3", words. sources: all cells'."""
    lesson, number, lines = "", "", "\n".join(sources).splitlines()
    for path in Path().glob("[0-9][0-9]_*.ipynb"):  # of the new folder
        first = json.loads(path.read_text(encoding="utf-8"))["cells"][0]
        if "".join(first["source"]).partition("\n")[0] in lines:  # its title
            lesson = path.name[:2]
    for source in sources:
        number = (re.findall(r"\*\*Predict (\d+)", source) or [number])[-1]
        _, here, words = source.partition(PREDICTION.strip())
        if here and words.strip():
            yield f"{lesson} P{number}", " ".join(words.split())


def run_confined(notebook, seconds):
    """Run one hand-in elsewhere; return the lines that it reported."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as room:
        shutil.copy(ROOT / "lstm_scratch.py", room)
        folder = Path(room, "notebooks")
        copy_helpers(Path(room))
        copy_in(notebooks(), folder)
        report = Path(room, "report")
        environment = {
            **{name: os.environ[name] for name in KEPT if name in os.environ},
            **{"HOME": room, "MPLBACKEND": "agg", "OMP_NUM_THREADS": "1"},
        }
        process = subprocess.Popen(
            [sys.executable, __file__, "--one", notebook.resolve(), report],
            cwd=folder,
            env=environment,
            **dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL),
            start_new_session=True,  # so that what it starts can be ended with it
        )
        remark = ""
        try:
            if process.wait(seconds):
                remark = "the run broke off"
        except subprocess.TimeoutExpired:
            remark = f"ended after {seconds} s"
        finally:
            with contextlib.suppress(ProcessLookupError):
                if hasattr(os, "killpg"):
                    os.killpg(process.pid, signal.SIGKILL)
                process.kill()
            process.wait()
        lines = [["remark", remark]] if remark else []
        with contextlib.suppress(OSError, ValueError):
            for line in report.read_text(encoding="utf-8").split("\n"):
                lines.append([part[:1000] for part in json.loads(line)])
    return lines


def collect(folder, seconds):
    """Run all hand-ins; return the table's rows, the first of them its head."""
    checks = sorted((ROOT / "helpers" / "checks").glob("*.py"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in checks)
    known = re.findall(r"(?m)^(?:def )?check_(\w+)", text)
    sayable = {*known, *RANKS}

    def row(handed_in):
        began = time.monotonic()
        results, written, remarks = {}, {}, [] if handed_in else ["no notebook"]
        for notebook in handed_in:
            mine = {}
            for line in run_confined(notebook, seconds):
                match line:
                    case "result", name, result, hint if {name, result} <= sayable:
                        mine[name] = result, hint
                    case "prediction", number, words:
                        written[number] = words
                    case "remark", remark:
                        remarks.append(remark)
            for name, result in mine.items():  # of several notebooks, the best
                before = results.get(name, result)
                results[name] = max(before, result, key=lambda r: RANKS.index(r[0]))
        return results, written, time.monotonic() - began, "; ".join(remarks)

    with tempfile.TemporaryDirectory() as room:
        students = by_student(folder, room)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            rows = list(pool.map(row, students.values()))
    exercises = [name for name in known if any(name in r[0] for r in rows)]
    asked = sorted({p for r in rows for p in r[1]}, key=lambda p: (p[:2], len(p), p))
    columns = [column for name in exercises for column in (name, f"{name}: hint")]
    table = [["student", *columns, *asked, "seconds", "remark"]]
    names = Counter(name for name, _ in students)
    for (name, number), (results, written, took, remark) in zip(students, rows):
        cells = [f"{name} ({number})" if names[name] > 1 else name]
        for each in exercises:
            cells += results.get(each, ("not done", ""))
        cells += [*(written.get(each, "") for each in asked), f"{took:.0f}", remark]
        table.append(list(map(safe, cells)))
    return table


def summary(head, *rows):
    """Yield for each exercise how many solved it, and the commonest three hints."""
    yield f"{len(rows)} students"
    for n, name in enumerate(head):
        if name.endswith(": hint"):
            results = Counter(row[n - 1] for row in rows)
            counted = [f"{results[each]} {each}" for each in reversed(RANKS)]
            yield f"\n{head[n - 1]}: {', '.join(counted)}"
            hints = Counter(row[n] for row in rows if row[n])
            yield from (f"  {count} x {hint}" for hint, count in hints.most_common(3))


def safe(text):
    """Keep a spreadsheet from taking what a student wrote for a formula."""
    number = re.fullmatch(r"[-+]?[\d.]+", text)
    return f"'{text}" if text[:1] in tuple("=+-@") and not number else text


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        sys.exit(run_one(Path(sys.argv[2]), Path(sys.argv[3])))
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("hand_ins", type=Path, help="a folder or zip")
    parser.add_argument("results", help="the CSV file to write, or - to print it")
    parser.add_argument("--seconds", type=int, default=120, help="limit a notebook")
    arguments = parser.parse_args()
    table = collect(arguments.hand_ins, arguments.seconds)
    if arguments.results == "-":
        csv.writer(sys.stdout).writerows(table)
    else:  # with a mark by which Excel knows the encoding
        with open(arguments.results, "w", newline="", encoding="utf-8-sig") as file:
            csv.writer(file).writerows(table)
    print(*summary(*table), sep="\n", file=sys.stderr)
