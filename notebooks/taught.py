"""What another notebook defines, by name, so that nothing is written twice."""

import ast
import contextlib
import io
import json
import symtable
from pathlib import Path

FOLDER = Path(__file__).parent


def take(notebook, *names):
    """Run what `names` need of a notebook, in its order; return {name: value}.

    notebook: a file's name without .ipynb. An import, a function or a class is run by
    itself, anything else with the rest of its cell, silently. Timings, sliders and
    exercises are left out. Raises KeyError on a name that the notebook doesn't define.
    """
    known = run(list(blocks_of(notebook)), names)
    missing = set(names) - set(known)
    if missing:
        raise KeyError(f"{notebook} doesn't define {', '.join(sorted(missing))}")
    return known


def take_for(notebook, code):
    """Run the settings of a notebook's first cell, and what `code` needs."""
    blocks = list(blocks_of(notebook))
    settings = next(n for n, block in enumerate(blocks) if not is_definition(block[0]))
    return run(blocks, used(ast.parse(code).body), settings)


def run(blocks, names, first=None):
    """Run the block `first`, and those that `names` need, in their order."""
    wanted = {(name, len(blocks)) for name in names}
    if first is not None:
        wanted |= {(name, first) for name in used(blocks[first])}
    chosen, seen = {first} - {None}, set()
    while wanted:
        seen.add(found := wanted.pop())
        name, end = found
        places = [n for n, block in enumerate(blocks) if name in bound(block)]
        # The last that binds it before; a function may also use what comes later.
        before = [n for n in places if n < end] or places[:1]
        for place in before[-1:]:
            chosen.add(place)
            until = end if is_definition(blocks[place][0]) else place
            wanted |= {(n, until) for n in used(blocks[place])} - seen
    known = {}
    with contextlib.redirect_stdout(io.StringIO()):
        for n in sorted(chosen):
            exec("\n".join(map(ast.unparse, blocks[n])), known)
    return known


def is_definition(statement):
    kinds = ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef
    return isinstance(statement, kinds)


def blocks_of(notebook):
    """Yield what can only be run together, as lists of statements."""
    text = (FOLDER / f"{notebook}.ipynb").read_text(encoding="utf-8")
    for cell in json.loads(text)["cells"]:
        tags = set(cell["metadata"].get("tags", []))
        if cell["cell_type"] != "code" or tags & {"nbval-ignore-output", "exercise"}:
            continue
        statements = ast.parse("".join(cell["source"])).body
        yield from ([s] for s in statements if is_definition(s))
        rest = [s for s in statements if not is_definition(s)]
        if rest:
            yield rest


def bound(block):
    """Return the names that a block binds."""
    names = set()
    for statement in block:
        if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
            names.add(statement.name)
        elif is_definition(statement):
            names |= {(a.asname or a.name).split(".")[0] for a in statement.names}
        else:
            nodes = (n for n in ast.walk(statement) if isinstance(n, ast.Name))
            names |= {n.id for n in nodes if isinstance(n.ctx, ast.Store)}
    return names


def used(block):
    """Return the names that a block needs from before."""
    names, own = set(), set()
    for statement in block:
        names |= read(statement) - own
        own |= bound([statement])
    return names


def read(statement):
    """Return the names that a statement reads and doesn't keep to itself."""
    if isinstance(statement, (ast.For, ast.While, ast.With, ast.If)):
        fields = {name: [] for name in ("body", "orelse") if hasattr(statement, name)}
        parts = [part for name in fields for part in getattr(statement, name)]
        head = type(statement)(**{**vars(statement), **fields, "body": [ast.Pass()]})
        own = bound([head])
        return (read_at_once(head) | used(parts)) - own
    own = bound([statement]) if isinstance(statement, ast.AugAssign) else set()
    return read_at_once(statement) | own


def read_at_once(statement):
    table = symtable.symtable(ast.unparse(statement), "statement", "exec")
    names = {s.get_name() for s in table.get_symbols() if s.is_referenced()}
    within = table.get_children()
    while within:
        within += (table := within.pop()).get_children()
        names |= {s.get_name() for s in table.get_symbols() if s.is_global()}
    return names
