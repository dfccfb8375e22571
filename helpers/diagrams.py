"""Fill numbers into the drawings unit.svg, chain.svg and backward.svg, and show them.

A drawing holds `{forget_gate:.4f}` where a number belongs. A name without a value
becomes a blank to write on: `draw_unit()` is a worksheet.
"""

import re
from pathlib import Path

from IPython.display import display

DAYS = range(1, 5)  # as many as chain.svg has room for, each 240 wide
# What chain.svg calls a day's numbers where notebook 02 has another name for them.
IN_CHAIN = {
    "price": "input_value",
    "long memory": "updated_long_memory",
    "short memory": "updated_short_memory",
}


def draw_unit(values={}):
    """Show one day. values: what `one_day` in notebook 01 returns."""
    show(fill(template("unit.svg"), values))


def draw_way_back(values={}):
    """Show one day backwards. values: what `one_day_back` in notebook 06 returns."""
    show(fill(template("backward.svg"), values))


def draw_four_days(days={}, company="", start=(0.0, 0.0)):
    """Show the unit once per day; each day passes its memories to the next.

    days: {name: values}, one value per day, with the names of notebook 02; company:
    "A", "B", or "" for neither; start: both memories before day 1.
    """
    show(chain(days, company, start))


def chain(days={}, company="", start=(0.0, 0.0)):
    """Return the drawing that `draw_four_days` shows."""
    values = dict(zip(("long_memory_1", "short_memory_1"), start))
    for name, column in days.items():
        name = IN_CHAIN.get(name, name.replace(" ", "_"))
        values |= {f"{name}_{day}": value for day, value in zip(DAYS, column)}
    for day in DAYS if days else ():
        written = values[f"input_gate_{day}"] * values[f"candidate_{day}"]
        values[f"written_{day}"] = written
    title = f"Company {company}" if company else "Four days"
    drawing = template("chain.svg").replace("{company}", company)
    before, first, after = re.split(
        r'(?ms)(<g class="day".*?^</g>\n)', drawing.replace("{title}", title)
    )
    for day in DAYS:
        place = f"translate({113 + 240 * (day - 1)})"
        drawn = first.replace("translate(113)", place).replace("day 1", f"day {day}")
        before += drawn.replace("_1:", f"_{day}:")
    return fill(before + after, values)


def show(drawing):
    # JupyterLab shows no SVG of a notebook that it doesn't trust yet, but its text.
    title = re.search("<title>(.*)</title>", drawing)[1]
    text = f"{title} (run the cell to see it)"
    display({"image/svg+xml": drawing.strip(), "text/plain": text}, raw=True)


def template(name):
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def fill(drawing, values):
    """Return the drawing with the values in it, and a blank where there is none."""

    def number(found):
        if found[1] not in values:
            return "_" * (int(found[2]) + 3)
        value = round(float(values[found[1]]), int(found[2]))
        return f"{value + 0.0:.{found[2]}f}"  # 0.0000, never -0.0000

    return re.sub(r"\{(\w+):\.(\d)f\}", number, drawing)
