"""Checks for the exercises, a file per notebook; `frame` says how they work."""

from importlib import import_module
from pathlib import Path

for path in Path(__file__).parent.glob("lesson_*.py"):
    lesson = import_module(f".{path.stem}", __name__)
    globals().update({n: c for n, c in vars(lesson).items() if n.startswith("check_")})
