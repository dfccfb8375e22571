"""Run the notebooks that students handed in, and write who solved which exercise.

    python tools/collect.py FOLDER RESULTS.csv [--seconds 120]

FOLDER holds one entry a student: a notebook file, or a folder with notebooks.
RESULTS.csv (`-` prints it) gets one row a student and one column an exercise:

    right, not yet (the check gave a hint), not done (the stub is still there), or
    stopped (it raised an error, or the run was ended before its check)

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
import time
from pathlib import Path

from copies import copy_helpers, copy_in

ROOT = Path(__file__).resolve().parent.parent
LARGEST = 50 * 2**20  # bytes of a notebook, and of a file that it writes
MEMORY = 6 * 2**30  # bytes of addresses; PyTorch alone takes up to 3 (CUDA build)
SAID = {
    "Right!": "right",
    "Not right yet": "not yet",
    "Not done yet": "not done",
    "Your function stopped": "stopped",
}


class Head(io.StringIO):
    """Keeps the first characters of an output that may have no end."""

    def write(self, text):
        super().write(text[: max(0, 100_000 - self.tell())])
        return len(text)


def run_one(notebook, report):
    """In a process of its own: run a notebook, and report each check as it comes.

    report: a file that gets one JSON list a line, [exercise, result], first with
    "stopped" for each, in case that the run never gets there; ["", remark] on trouble.
    """

    def tell(*line):
        with report.open("a", encoding="utf-8") as file:
            print(json.dumps(line), file=file)

    with contextlib.suppress(ImportError, ValueError):  # Windows; macOS
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST, LARGEST))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    from IPython.core.interactiveshell import InteractiveShell

    try:
        if notebook.stat().st_size > LARGEST:
            raise ValueError("the file is too large")
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        code = [cell["source"] for cell in cells if cell["cell_type"] == "code"]
        sources = ["".join(source) for source in code]
    except Exception as error:
        return tell("", f"no valid notebook: {type(error).__name__}")
    checked = [re.findall(r"checks\.check_(\w+)\(", source) for source in sources]
    for name in sum(checked, []):
        tell(name, "stopped")
    sys.path[0] = ""  # the notebook's folder, not this file's
    shell = InteractiveShell.instance()
    for source, names in zip(sources, checked):
        said = Head()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            shell.run_cell(source)
        said.seek(0)
        for line in said:
            for words, result in SAID.items():
                if names and line.startswith(words):
                    tell(names[-1], result)


def run_confined(notebook, seconds):
    """Run one hand-in elsewhere; return {exercise: result} and a remark."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as room:
        shutil.copy(ROOT / "lstm_scratch.py", room)
        folder = Path(room, "notebooks")
        copy_helpers(Path(room))
        copy_in((ROOT / "notebooks").glob("*.ipynb"), folder)
        report = Path(room, "report")
        environment = {
            **{name: os.environ[name] for name in KEPT if name in os.environ},
            **{"HOME": room, "MPLBACKEND": "agg", "OMP_NUM_THREADS": "1"},
        }
        process = subprocess.Popen(
            [sys.executable, __file__, "--one", notebook.resolve(), report],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
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
        results = {}
        with contextlib.suppress(OSError, ValueError):
            for line in report.read_text(encoding="utf-8").splitlines():
                name, result = json.loads(line)
                results[name] = result
        remark = results.pop("", remark)
    return results, remark


KEPT = ("PATH", "SYSTEMROOT", "LANG", "ATEN_CPU_CAPABILITY")  # of our environment


def collect(folder, seconds):
    """Run all hand-ins; return the table's rows, the first of them its head."""
    rows = []
    exercises = {}  # in their order
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith(".") or entry.suffix == ".csv":
            continue
        found = [entry] if entry.is_file() else sorted(entry.rglob("*.ipynb"))
        notebooks = [
            path
            for path in found
            if path.suffix == ".ipynb" and ".ipynb_checkpoints" not in path.parts
        ]
        began = time.monotonic()
        results, remarks = {}, [] if notebooks else ["no notebook"]
        for notebook in notebooks:
            its_results, remark = run_confined(notebook, seconds)
            results |= its_results
            remarks += [remark] if remark else []
        exercises |= dict.fromkeys(results)
        took = f"{time.monotonic() - began:.0f}"
        rows.append((entry.stem, results, took, "; ".join(remarks)))
        print(*(rows[-1][0], *results.values(), *remarks), file=sys.stderr, sep=", ")
    head = ["student", *exercises, "seconds", "remark"]
    return [head] + [
        [safe(name), *(results.get(e, "not done") for e in exercises), took, remark]
        for name, results, took, remark in rows
    ]


def safe(name):
    """Keep a spreadsheet from taking a file's name for a formula."""
    return f"'{name}" if name[:1] in "=+-@" else name


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        sys.exit(run_one(Path(sys.argv[2]), Path(sys.argv[3])))
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, help="one notebook or folder a student")
    parser.add_argument("results", help="the CSV file to write, or - to print it")
    parser.add_argument("--seconds", type=int, default=120, help="limit a notebook")
    arguments = parser.parse_args()
    table = collect(arguments.folder, arguments.seconds)
    if arguments.results == "-":
        csv.writer(sys.stdout).writerows(table)
    else:  # with a mark by which Excel knows the encoding
        with open(arguments.results, "w", newline="", encoding="utf-8-sig") as file:
            csv.writer(file).writerows(table)
