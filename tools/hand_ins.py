"""Find out which notebook is whose, in what a learning platform lets one download."""

import contextlib
import re
import tempfile
import zipfile
from pathlib import Path

LARGEST = 50 * 2**20  # bytes of a file in a zip
STUDENTS = (  # how platforms name what a student handed in: the name, a number
    r"(?P<name>.+?)_(?P<id>\d+)_assignsubmission_",  # Moodle
    r"(?P<name>[^_]+)(?:_LATE)?_(?P<id>\d{3,})_\d{3,}_",  # Canvas
    r".+_(?P<name>[^_]+)_attempt_\d{4}-",  # Blackboard
    r"(?P<name>.+) - .*\d\d_[a-z_]+.*\.ipynb",  # Google Classroom
)


def files(path, parts, room):
    """Yield all files and empty folders: the names that lead there, and the path.

    A zip counts as a folder. It is unpacked into the folder `room`.
    """
    if path.suffix == ".zip" and path.is_file() and len(parts) < 9:
        source, path = path, Path(tempfile.mkdtemp(dir=room))
        left = 40 * LARGEST
        with contextlib.suppress(Exception), zipfile.ZipFile(source) as archive:
            for item in archive.infolist():
                left -= item.file_size
                if item.file_size <= LARGEST and left > 0:
                    archive.extract(item, path)
    inside = sorted(path.iterdir()) if path.is_dir() else []
    for each in inside:
        if not each.name.startswith("."):
            yield from files(each, (*parts, each.name), room)
    if not inside and parts:
        yield parts, path


def by_student(folder, room):
    """Return {(name, number): [notebooks]}."""
    found = [each for each in files(folder, (), room) if each[1].suffix != ".csv"]
    while len({parts[0] for parts, _ in found}) == 1 and all(
        len(parts) > 2 - parts[0].endswith(".zip") for parts, _ in found
    ):  # one folder around all of them
        found = [(parts[1:], path) for parts, path in found]
    students = {}
    for parts, path in found:
        name = parts[0]
        if name.endswith(".zip") or len(parts) == 1 and path.is_file():
            name = Path(name).stem
        known = (re.match(pattern, part) for part in parts for pattern in STUDENTS)
        known = next(filter(None, known), None)
        key = (known["name"], known.groupdict().get("id")) if known else (name, "")
        students.setdefault(key, [])
        if path.suffix == ".ipynb":
            students[key].append(path)
    return students
