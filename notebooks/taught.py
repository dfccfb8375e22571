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
    known = run(list(blocks_of(notebook)), set(names))
    missing = set(names) - set(known)
    if missing:
        raise KeyError(
            f"{notebook} doesn't define {', '.join(sorted(missing))}"
        )
    return known


def take_for(notebook, code):
    """Run the settings of a notebook's first cell, and what `code` needs."""
    blocks = list(blocks_of(notebook))
    settings = next(
        n
        for n, block in enumerate(blocks)
        if not is_definition(block[0])
    )
    return run(blocks, used(ast.parse(code).body), {settings})


def run(blocks, needed, chosen=frozenset()):
    """Run the chosen blocks and all that bind what is needed, in their order."""
    chosen = set(chosen)
    needed = needed.union(*(used(blocks[n]) for n in chosen))
    while True:
        more = {
            n for n, block in enumerate(blocks) if bound(block) & needed
        } - chosen
        if not more:
            break
        chosen |= more
        needed = needed.union(*(used(blocks[n]) for n in more))
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
        if cell["cell_type"] != "code" or tags & {
            "nbval-ignore-output",
            "exercise",
        }:
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
            names |= {
                (a.asname or a.name).split(".")[0]
                for a in statement.names
            }
        else:
            nodes = (
                n
                for n in ast.walk(statement)
                if isinstance(n, ast.Name)
            )
            names |= {
                n.id for n in nodes if isinstance(n.ctx, ast.Store)
            }
    return names


def used(block):
    """Return the names that a block reads and doesn't keep to a function of its own."""
    source = "\n".join(map(ast.unparse, block))
    tables = [symtable.symtable(source, "block", "exec")]
    names = {symbol.get_name() for symbol in tables[0].get_symbols()}
    while tables:
        tables += (table := tables.pop(0)).get_children()
        names |= {
            s.get_name() for s in table.get_symbols() if s.is_global()
        }
    return names
