"""Put faults into lstm_scratch.py, one at a time, and see whether the tests notice.

usage: python tools/faults.py [N]     (about N of them, evenly spread; default: all)

Each fault is a slip that a hand could make: `+` for `-`, `<` for `<=`, sigmoid for
tanh, one weight or gate for its neighbour, a number shifted by one, a condition turned
round, a check left out, a call like `zero_grad()`, `backward()` or `step()` forgotten.
"""

import ast
import contextlib
import io
import multiprocessing
import os
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
MODULE = "lstm_scratch.py"
# Those that notice most come first: pytest stops at the first failure.
TESTS = ["tests/test_model.py", "tests/test_training.py"]

OPERATORS = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.Mod: ast.Div,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.In: ast.NotIn,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Not: ast.UAdd,
    ast.USub: ast.UAdd,
}
NEIGHBOURS = {  # each name for the next in its row
    name: neighbour
    for row in (
        "wa1 wa2 wb1 wb2 wc1 wc2 wd1 wd2",
        "ba1 bb1 bc1 bd1",
        "forget_gate input_gate candidate output_gate",
        "long_memory short_memory",
        "updated_long_memory updated_short_memory",
        "kept written",
        "inputs labels",
        "sigmoid tanh",
    )
    for name, neighbour in zip(row.split(), row.split()[1:] + row.split()[:1])
}
# Faults that no user could notice, and why.
HARMLESS = {}


def slips(node):
    """Yield (node, field, value): set the node's field to the value to make a fault."""
    if isinstance(node, (ast.BinOp, ast.BoolOp, ast.UnaryOp, ast.AugAssign)):
        if type(node.op) in OPERATORS:
            yield node, "op", OPERATORS[type(node.op)]()
    elif isinstance(node, ast.Compare):
        for place, op in enumerate(node.ops):
            if type(op) in OPERATORS:
                ops = node.ops[:place] + [OPERATORS[type(op)]()] + node.ops[place + 1 :]
                yield node, "ops", ops
    elif isinstance(node, ast.Attribute) and node.attr in NEIGHBOURS:
        yield node, "attr", NEIGHBOURS[node.attr]
    elif isinstance(node, ast.Name) and node.id in NEIGHBOURS:
        yield node, "id", NEIGHBOURS[node.id]
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield node, "value", not node.value
    elif isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        yield node, "value", node.value + 1
    elif isinstance(node, ast.If) and isinstance(node.body[0], ast.Raise):
        yield node, "test", ast.Constant(False)
    elif isinstance(node, (ast.If, ast.IfExp)):
        yield node, "test", ast.UnaryOp(ast.Not(), node.test)
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield node, "value", ast.Constant(None)


def faults():
    """Return (description, source of the module with that fault) for each fault."""
    source = (ROOT / MODULE).read_text(encoding="utf-8")
    lines = [line.strip() for line in source.splitlines()]
    tree = ast.parse(source)
    found = []
    for node, field, value in [slip for node in ast.walk(tree) for slip in slips(node)]:
        original = getattr(node, field)
        before = shown(node)
        setattr(node, field, value)
        description = f"{lines[node.lineno - 1]}  # {before} -> {shown(node)}"
        found.append((description, ast.unparse(tree)))
        setattr(node, field, original)
    return found


def shown(node):
    return ast.unparse(node.test if isinstance(node, ast.If) else node)


def is_noticed(source):
    """Run the tests on a copy of the project with this source of the module."""
    import pytest

    with tempfile.TemporaryDirectory() as folder:
        hidden = shutil.ignore_patterns(".*", "__pycache__")
        shutil.copytree(ROOT, folder, ignore=hidden, dirs_exist_ok=True)
        (Path(folder) / MODULE).write_text(source, encoding="utf-8")
        os.chdir(folder)
        with contextlib.redirect_stdout(io.StringIO()):
            return pytest.main(["-x", "-q", "-n0", "-p", "no:cacheprovider", *TESTS])


def main():
    chosen = faults()
    if len(sys.argv) > 1:
        chosen = chosen[:: max(1, len(chosen) // int(sys.argv[1]))]
    descriptions, sources = zip(*chosen)
    without_fault = (ROOT / MODULE).read_text(encoding="utf-8")
    missed = []
    # A process for each run, born with PyTorch in it: that takes a third of the time.
    method = "forkserver" if hasattr(os, "fork") else "spawn"
    context = multiprocessing.get_context(method)
    context.set_forkserver_preload(["torch", "pytest"])
    with context.Pool(os.cpu_count(), maxtasksperchild=1) as pool:
        results = pool.imap(is_noticed, [without_fault, *sources])
        if next(results):
            sys.exit("the tests fail without any fault")
        for fault, noticed in zip(descriptions, results):
            if not noticed:
                missed.append(fault)
                why = HARMLESS.get(fault, "NOT NOTICED")
                print(fault, why, sep="\n    ", flush=True)
    print(f"{len(chosen) - len(missed)} of {len(chosen)} faults noticed")
    sys.exit(any(fault not in HARMLESS for fault in missed))


if __name__ == "__main__":
    main()
