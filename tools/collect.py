"""Run the notebooks that students handed in, and write who solved which exercise.

    python tools/collect.py HAND_INS RESULTS.csv [--seconds 120]

HAND_INS is a folder or zip: a notebook, folder or zip per student, or what Moodle,
Canvas, Blackboard, Google Classroom or nbgrader let you download, as it is.
RESULTS.csv (`-` prints it) gets a row per student. It says for each exercise

    right, not yet (the check gave a hint), not done (the stub is still there), or
    stopped (it raised an error, or the run was ended before its check)

and the hint, then what was written under each Predict, the seconds, and a remark. Of
several notebooks the best counts. The screen gets the commonest hints.

Each notebook runs in a process of its own, in a new folder with this series' own
module, helpers and checks: a broken, endless or huge one costs only its own row.
Cells that only train or draw run where a check stops without them.

THIS RUNS STRANGERS' CODE WITH YOUR RIGHTS: it can read and delete what you can.
TEACHING.md says how to confine it.
"""

import argparse
import contextlib
import json
import multiprocessing
import os
import re
import signal
import sys
import tempfile
import time
import zipfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas
from copies import PREDICTION, copy_helpers, copy_in, notebooks

LARGEST = 50 * 2**20  # bytes of a file
MEMORY = 6 * 2**30  # bytes of addresses; PyTorch alone takes up to 3 (CUDA build)
SAID = {  # what a check says: the result, from the worst to the best
    "Not done yet": "not done",
    "Your function stopped with ": "stopped",
    "Not right yet": "not yet",
    "Right!": "right",
}
RANKS = list(SAID.values())
END = "[]"
NEEDED = r"(?m)^ *(import|from|def|class) |check_"  # of a notebook, to run a check
STUDENTS = (  # how platforms name what a student handed in: the name, a number
    r"(?P<name>.+?)_(?P<id>\d+)_assignsubmission_",  # Moodle
    r"(?P<name>[^_]+)(?:_LATE)?_(?P<id>\d{3,})_\d{3,}_",  # Canvas
    r".+_(?P<name>[^_]+)(?P<id>)_attempt_\d{4}-",  # Blackboard
    r"(?P<name>.+)(?P<id>) - .*\d\d_[a-z_]+.*\.ipynb",  # Google Classroom
)
# A notebook's process is born with these in it, but on Windows: that is faster.
KNOWN = ["torch._dynamo", "matplotlib.pyplot", "IPython.core.interactiveshell"]
forks = "forkserver" in multiprocessing.get_all_start_methods()
PROCESSES = multiprocessing.get_context("forkserver" if forks else "spawn")
PROCESSES.set_forkserver_preload(KNOWN)


def files(path, parts, room):
    """Yield all files and empty folders: the names that lead there, and the path.

    A zip counts as a folder. It is unpacked into the folder `room`.
    """
    if path.suffix == ".zip" and path.is_file() and len(parts) < 9:
        source, path = path, Path(tempfile.mkdtemp(dir=room))
        with contextlib.suppress(Exception), zipfile.ZipFile(source) as archive:
            for item in archive.infolist():
                if item.file_size <= LARGEST:
                    archive.extract(item, path)
    inside = sorted(path.glob("[!.]*")) if path.is_dir() else []
    for each in inside:
        yield from files(each, (*parts, each.name), room)
    if not inside and parts:
        yield parts, path


def by_student(folder, room):
    """Return {student: [notebooks]}, with the number where two have the same name."""
    found = [each for each in files(folder, (), room) if each[1].suffix != ".csv"]
    while len({parts[0] for parts, _ in found}) == 1 and all(
        len(parts) > 2 - parts[0].endswith(".zip") for parts, _ in found
    ):  # one folder around all of them
        found = [(parts[1:], path) for parts, path in found]
    students = {}
    for parts, path in found:
        is_file = parts[0].endswith(".zip") or len(parts) == 1 and path.is_file()
        student = Path(parts[0]).stem if is_file else parts[0], ""
        known = (re.match(pattern, part) for part in parts for pattern in STUDENTS)
        if match := next(filter(None, known), None):
            student = match["name"], match["id"]
        notebooks = students.setdefault(student, [])
        if path.suffix == ".ipynb":
            notebooks.append(path)
    count = Counter(name for name, _ in students)
    return {
        f"{name} ({number})" if count[name] > 1 else name: notebooks
        for (name, number), notebooks in students.items()
    }


def read(notebook):
    """Return a notebook's texts, those of its code cells, and the checks in these."""
    if notebook.stat().st_size > LARGEST:
        raise ValueError("too large")
    cells = json.loads(notebook.read_text(encoding="utf-8-sig"))["cells"]
    texts = [(cell["cell_type"], "".join(cell["source"])) for cell in cells]
    code = [text for kind, text in texts if kind == "code"]
    checks = re.findall(r"\bcheck_(\w+)\(", re.sub("#.*", "", "\n".join(code)))
    return [text for _, text in texts], code, checks


def run(code, room):
    """In a process of its own: run cells; write what checks say to the file `report`.

    A line is a JSON list: the exercise, then the lines that its check printed.
    """
    report = open(room / "report", "a", encoding="utf-8", buffering=1)
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(silence, stream)
    with contextlib.suppress(ImportError, ValueError):  # Windows; macOS
        import resource

        os.setsid()  # so that what it starts can be ended with it
        resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST, LARGEST))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    os.chdir(room / "notebooks")
    os.environ["IPYTHONDIR"] = str(room)
    sys.path[:0] = ["", ".."]

    from IPython.core.interactiveshell import InteractiveShell

    from helpers import checks

    names = {id(check): name[6:] for name, check in vars(checks).items()}
    judge = checks.frame.Check.judge

    def judge_and_tell(check, answer):
        said = judge(check, answer)
        print(json.dumps([names[id(check)], *said]), file=report)
        return said

    checks.frame.Check.judge = judge_and_tell
    shell = InteractiveShell.instance()
    for source in code:
        shell.run_cell(source)
    print(END, file=report)


def run_confined(code, seconds):
    """Run cells elsewhere; return {check: (result, hint)}, and a remark."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        room = Path(folder)
        copy_helpers(room)
        copy_in(notebooks(), room / "notebooks")
        process = PROCESSES.Process(target=run, args=(code, room))
        process.start()
        process.join(seconds)
        remark = f"ended after {seconds} s" if process.is_alive() else ""
        with contextlib.suppress(AttributeError, ProcessLookupError):  # Windows
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.join()
        results, line = {}, ""
        with contextlib.suppress(Exception):  # a report that the hand-in has spoilt
            for line in (room / "report").read_text(encoding="utf-8").splitlines():
                name, first, *more = json.loads(line)
                for words in filter(first.startswith, SAID):
                    hint = " ".join(more[:1])
                    if SAID[words] == "stopped":
                        hint = first.removeprefix(words)
                    results[name] = SAID[words], hint
    if not remark and line != END:
        remark = "the run broke off"
    return results, remark


def predictions(texts):
    """Return what was written under each Predict: {"01 P3": words}."""
    titles = {read(path)[0][0].splitlines()[0]: path.name[:2] for path in notebooks()}
    lines = "\n".join(texts).splitlines()
    lesson = next((titles[line] for line in lines if line in titles), "")
    number, written = "", {}
    for text in texts:
        number = (re.findall(r"\*\*Predict (\d+)", text) or [number])[-1]
        _, here, words = text.partition(PREDICTION.strip())
        if here and words.strip():
            written[f"{lesson} P{number}"] = " ".join(words.split())
    return written


def row_of(student, handed_in, seconds):
    """Run a student's notebooks; return the table's row, without its empty cells."""
    began = time.monotonic()
    row, remarks = {"student": student}, [] if handed_in else ["no notebook"]
    for notebook in handed_in:
        try:
            texts, code, checks = read(notebook)
        except Exception as error:
            remarks.append(f"no valid notebook: {type(error).__name__}")
            continue
        # First without what only trains or draws; all of it if a check then stops.
        for cells in ([text for text in code if re.search(NEEDED, text)], code):
            report, remark = run_confined(cells, seconds)
            results = dict.fromkeys(checks, ("stopped", "")) | report
            if remark or "stopped" not in {result for result, _ in results.values()}:
                break
        for name, (result, hint) in results.items():
            if RANKS.index(result) >= RANKS.index(row.get(name, RANKS[0])):
                row |= {name: result, f"{name}: hint": hint}
        row |= predictions(texts)
        remarks += filter(None, [remark])
    took = f"{time.monotonic() - began:.0f}"
    return row | {"seconds": took, "remark": "; ".join(remarks)}


def collect(folder, seconds):
    """Run all hand-ins; return the table."""
    with tempfile.TemporaryDirectory() as room:
        students = by_student(folder, room)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            tasks = [pool.submit(row_of, *each, seconds) for each in students.items()]
    if not tasks:
        raise SystemExit(f"{folder}: nothing was handed in there")
    table = pandas.DataFrame(task.result() for task in tasks)
    columns = ["student"]
    for name in [name for path in notebooks() for name in read(path)[2]]:
        if name in table:
            table[name] = table[name].fillna(RANKS[0])
            columns += [name, f"{name}: hint"]
    asked = table.filter(regex=r"^\d* P\d+$").columns
    columns += sorted(asked, key=lambda column: (column[:2], len(column), column))
    table = table[[*columns, "seconds", "remark"]].fillna("")
    return table.apply(lambda column: column.map(safe))


def safe(text):
    """Keep a spreadsheet from taking what a student wrote for a formula."""
    number = re.fullmatch(r"[-+]?[\d.]+", text)
    return f"'{text}" if text[:1] in tuple("=+-@") and not number else text


def summary(table):
    """Yield for each exercise how many solved it, and the commonest three hints."""
    yield f"{len(table)} students"
    for hints in table.filter(like=": hint"):
        name = hints.removesuffix(": hint")
        results = [f"{(table[name] == each).sum()} {each}" for each in reversed(RANKS)]
        yield f"\n{name}: {', '.join(results)}"
        common = table[hints][table[hints] != ""].value_counts().head(3)
        yield from (f"  {count} x {hint}" for hint, count in common.items())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("hand_ins", type=Path, help="a folder or zip")
    parser.add_argument("results", help="the CSV file to write, or - to print it")
    parser.add_argument("--seconds", type=int, default=120, help="limit a notebook")
    arguments = parser.parse_args()
    os.environ |= {"MPLBACKEND": "agg", "OMP_NUM_THREADS": "1"}
    table = collect(arguments.hand_ins, arguments.seconds)
    out = sys.stdout if arguments.results == "-" else arguments.results
    options = {"index": False, "lineterminator": "\n"}
    table.to_csv(out, encoding="utf-8-sig", **options)  # by which Excel knows it
    print(*summary(table), sep="\n", file=sys.stderr)
