"""Find out which notebook is whose, in what a learning platform lets one download."""

import contextlib
import re
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

LARGEST = 50 * 2**20  # bytes of a file
STUDENTS = (  # how platforms name what a student handed in: the name, a number
    r"(?P<name>.+?)_(?P<id>\d+)_assignsubmission_",  # Moodle
    r"(?P<name>[^_]+)(?:_LATE)?_(?P<id>\d{3,})_\d{3,}_",  # Canvas
    r".+_(?P<name>[^_]+)(?P<id>)_attempt_\d{4}-",  # Blackboard
    r"(?P<name>.+)(?P<id>) - .*\d\d_[a-z_]+.*\.ipynb",  # Google Classroom
)


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
