"""The unit and the chain of days, drawn from live values. The model is never in here.

Each number is a text with its name as `gid`, so that a test, or a page that draws the
unit without Python, finds it.
"""

import matplotlib.pyplot as plt

from helpers.figures import COMPANY_STYLES, GATE_COLORS, INK

# --- what both drawings are made of -------------------------------------------


def arrow(ax, *points, color=INK):
    """Draw a line through the points with a head at the last, or up, down, sideways."""
    # A line and a triangle: much faster to draw than an annotation's arrow.
    ax.plot(
        *zip(*points),
        color=color,
        linewidth=2,
        solid_joinstyle="miter",
        zorder=1,
    )
    (x0, y0), (x1, y1) = points[-2:]
    head = (">" if x1 > x0 else "<") if y0 == y1 else ("^" if y1 > y0 else "v")
    x = x1 - 0.08 * (x1 > x0) + 0.08 * (x1 < x0)
    y = y1 - 0.08 * (y1 > y0) + 0.08 * (y1 < y0)
    ax.plot(x, y, head, color=color, markersize=8)


def line(ax, *points, color=INK):
    ax.plot(*zip(*points), color=color, linewidth=2, zorder=1)


def label(ax, x, y, text, color=INK, align="left", name=None, size=13):
    """Write a text; name: its gid."""
    ax.text(
        x,
        y,
        text,
        color=color,
        ha=align,
        va="center",
        fontsize=size,
        gid=name,
    )


def sign(ax, x, y, text, color=INK, size=24):
    """Draw a sum or product: a circle with its sign."""
    ax.plot(
        x,
        y,
        "o",
        markersize=size,
        color="white",
        markeredgecolor=color,
        zorder=3,
    )
    ax.text(
        x,
        y - 0.03,
        text,
        ha="center",
        va="center",
        fontsize=16,
        zorder=4,
    )


def box(ax, x, y, text, color=INK, name=None, size=14, pad=0.5):
    ax.text(
        x,
        y,
        text,
        color=color,
        fontsize=size,
        ha="center",
        va="center",
        zorder=4,
        linespacing=1.5,
        gid=name,
        bbox=dict(
            boxstyle=f"round,pad={pad}",
            facecolor="white",
            edgecolor=color,
            linewidth=2,
        ),
    )


# --- one day ------------------------------------------------------------------


def unit_figure(values):
    """Return a figure of one day of the unit, each arrow with its number.

    values: a dict with the inputs (`input_value`, `long_memory`, `short_memory`), for
    each gate its sum and itself (`forget_sum`, `forget_gate`, ...), and what follows:
    `kept`, `written`, `updated_long_memory`, `squashed`, `updated_short_memory`.
    """
    figure, ax = plt.subplots(figsize=(11, 6.6))  # no layout engine: it is slow
    figure.subplots_adjust(0, 0, 1, 1)
    ax.set(xlim=(-0.4, 14.6), ylim=(-0.7, 8.2))
    ax.axis("off")

    def number(x, y, name, color=INK, align="left"):
        label(ax, x, y, f"{values[name]:.4f}", color, align, name)

    def named(x, y, text, align="left"):
        label(ax, x, y, text, "#666666", align, size=12)

    def heading(x, y, text, align="left", **options):
        ax.text(x, y, text, ha=align, fontweight="bold", **options)

    top, rail, price, gate_height = 7.0, 0.9, 0.3, 2.6
    forget, inp, candidate, output, out = 2.6, 5.2, 7.6, 10.1, 12.7
    meet = (inp + candidate) / 2

    # The long memory's line: times the forget gate, plus what is written.
    arrow(ax, (0, top), (14, top))
    heading(0, top + 0.75, "long memory")
    number(0, top + 0.3, "long_memory")
    number((forget + meet) / 2, top + 0.3, "kept", align="center")
    named((forget + meet) / 2, top - 0.35, "kept", align="center")
    number(
        (meet + out) / 2,
        top + 0.3,
        "updated_long_memory",
        align="center",
    )
    heading(14, top + 0.75, "updated long memory", "right")

    # The short memory and the price run side by side under all four gates.
    line(ax, (0, rail), (output, rail))
    line(ax, (0, price), (output, price))
    heading(0, rail + 0.75, "short memory")
    number(0, rail + 0.3, "short_memory")
    heading(0, price - 0.7, "today's price")
    number(0, price - 0.25, "input_value")

    for x, name, function in (
        (forget, "forget", "sigmoid"),
        (inp, "input", "sigmoid"),
        (candidate, "candidate", "tanh"),
        (output, "output", "sigmoid"),
    ):
        color = GATE_COLORS[name]
        arrow(ax, (x, price), (x, gate_height - 0.62), color=color)
        ax.plot(
            [x, x],
            [price, rail],
            "o",
            color=color,
            markersize=7,
            zorder=3,
        )
        title = "candidate" if name == "candidate" else f"{name} gate"
        total = f"{function}({values[f'{name}_sum']:.4f})"
        box(
            ax,
            x,
            gate_height,
            f"{title}\n{total}",
            color,
            f"{name}_sum",
        )

    color = GATE_COLORS["forget"]
    arrow(
        ax,
        (forget, gate_height + 0.6),
        (forget, top - 0.3),
        color=color,
    )
    number(forget + 0.15, 4.9, "forget_gate", color)
    sign(ax, forget, top, "×", color)

    for x, name, side, align in (
        (inp, "input_gate", -1, "right"),
        (candidate, "candidate", 1, "left"),
    ):
        color = GATE_COLORS[name.removesuffix("_gate")]
        corner, end = (x, 4.7), (meet + side * 0.32, 4.7)
        arrow(ax, (x, gate_height + 0.6), corner, end, color=color)
        number(x + side * 0.15, 4.1, name, color, align)
    sign(ax, meet, 4.7, "×")
    arrow(ax, (meet, 5.0), (meet, top - 0.3))
    number(meet + 0.15, 5.9, "written")
    named(meet + 0.15, 5.5, "written")
    sign(ax, meet, top, "+")

    # The short memory: the long memory squashed, times the output gate.
    arrow(ax, (out, top), (out, 5.85))
    box(ax, out, 5.4, "tanh")
    arrow(ax, (out, 5.0), (out, gate_height + 0.3))
    number(out + 0.15, 4.2, "squashed")
    named(out + 0.15, 3.8, "squashed")
    color = GATE_COLORS["output"]
    arrow(
        ax,
        (output + 1.1, gate_height),
        (out - 0.3, gate_height),
        color=color,
    )
    number(
        (output + out) / 2 + 0.4,
        gate_height + 0.3,
        "output_gate",
        color,
        "center",
    )
    sign(ax, out, gate_height, "×", color)
    arrow(ax, (out, gate_height - 0.3), (out, rail), (14, rail))
    heading(
        14,
        rail - 0.5,
        "updated short memory\n= prediction",
        "right",
        va="top",
    )
    number(14, rail + 0.3, "updated_short_memory", align="right")
    return figure


def draw_unit(values):
    """Show `unit_figure(values)`."""
    unit_figure(values)
    plt.show()


# --- four days ----------------------------------------------------------------


def four_days_figure(days, company=None, start=(0.0, 0.0)):
    """Return a figure of the unit once a day; the memories pass from each to the next.

    days: {name: values}, one value a day, with the names "price", "forget gate", "input
    gate", "candidate", "output gate", "long memory" and "short memory"; company: "A",
    "B", or None for neither; start: both memories before day 1. The numbers have gids
    such as "day 2 forget gate"; "day 0" is the start.
    """
    figure, ax = plt.subplots(figsize=(11, 5))  # no layout engine: it is slow
    figure.subplots_adjust(0, 0, 1, 0.92)
    width, count = 3.4, len(days["price"])
    ax.set(xlim=(-1.3, width * count + 0.7), ylim=(-1.0, 5.7))
    ax.axis("off")
    color = COMPANY_STYLES[company]["color"] if company else INK
    for place in range(count):
        day = {name: float(values[place]) for name, values in days.items()}
        day["written"] = day["input gate"] * day["candidate"]
        draw_day(ax, place * width, place + 1, day, color)

    top, short = LONG_LEVEL, SHORT_LEVEL
    for level, name, value in (
        (top, "long memory", start[0]),
        (short, "short memory", start[1]),
    ):
        name_at = level + 0.95, name.replace(" ", "\n")
        label(ax, -1.2, *name_at, size=14)
        two_decimals(ax, -0.45, level + 0.3, 0, name, value)
        end = width * (count - 1) + 3.05
        arrow(ax, (end, level), (end + 0.95, level))
    title = f"Company {company}" if company else "Four days"
    ax.set_title(title, color=color, fontweight="bold")
    return figure


LONG_LEVEL, SHORT_LEVEL = 4.3, 0.45


def draw_day(ax, left, number, day, color):
    """Draw one day of the chain, from the frame's left edge on."""
    top, short, output = LONG_LEVEL, SHORT_LEVEL, 1.35
    forget, write, out = left + 0.65, left + 1.6, left + 2.65
    right = left + 3.05

    def value(x, y, name, color=INK, align="center"):
        two_decimals(ax, x, y, number, name, day[name], color, align)

    def named(x, y, text, color=INK, align="left"):
        label(ax, x, y, text, color, align, size=12)

    frame = dict(facecolor="#f4f4f4", edgecolor="#999999")
    ax.add_patch(plt.Rectangle((left + 0.3, 0), 2.75, 5, **frame))
    ax.text(
        left + 1.7,
        5.25,
        f"day {number}",
        ha="center",
        fontweight="bold",
    )

    # The short memory and the price end in the gates.
    gates = dict(facecolor="white", edgecolor=INK, linewidth=2)
    ax.add_patch(plt.Rectangle((left + 0.45, 0.15), 1.4, 1.5, **gates, zorder=2))
    label(ax, left + 1.15, 0.9, "gates", align="center", size=14)
    arrow(ax, (forget, -0.75), (forget, 0.15), color=color)
    gid = f"day {number} price"
    price = f"price {day['price']:g}"
    label(ax, forget + 0.2, -0.5, price, color, name=gid)

    # Each gate acts where its arrow ends.
    for x, name, title, paint in (
        (forget, "forget gate", "forget", GATE_COLORS["forget"]),
        (write, "written", "write", INK),
    ):
        arrow(ax, (x, 1.65), (x, top - 0.27), color=paint)
        named(x + 0.1, 3.3, title, paint)
        value(x + 0.1, 2.85, name, paint, "left")
    sign(ax, forget, top, "×", GATE_COLORS["forget"], size=20)
    sign(ax, write, top, "+", size=20)
    paint = GATE_COLORS["output"]
    arrow(ax, (left + 1.85, output), (out - 0.23, output), color=paint)
    named(left + 2.2, output + 0.75, "output", paint, "center")
    value(left + 2.2, output + 0.35, "output gate", paint)

    # The long memory runs straight through; a new short memory leaves.
    line(ax, (left + 0.3, top), (right, top))
    line(ax, (out, top), (out, short), (right, short))
    box(ax, out, 3.75, "tanh", size=11, pad=0.2)
    sign(ax, out, output, "×", paint, size=20)
    value(right + 0.33, top + 0.3, "long memory")
    value(right + 0.33, short + 0.3, "short memory")
    came = left - (0.35 if number > 1 else 1.2)  # from yesterday
    arrow(ax, (came, top), (left + 0.3, top))
    arrow(ax, (came, short), (left + 0.45, short))


def two_decimals(ax, x, y, day, name, value, color=INK, align="center"):
    value = round(value, 2) + 0.0  # 0.00, never -0.00
    gid = f"day {day} {name}"
    label(ax, x, y, f"{value:.2f}", color, align, gid, size=12)


def draw_four_days(days, company=None, start=(0.0, 0.0)):
    """Show `four_days_figure(days, company, start)`."""
    four_days_figure(days, company, start)
    plt.show()


# --- one day, backwards -----------------------------------------------


def way_back_figure(values):
    """Return a figure of one day backwards: the arrows reversed.

    values: a dict with what arrives (`d_short`, `from_tomorrow`), what
    each line passes back (`d_squashed`, `through_short`, `d_long`,
    `d_f`, `d_i`, `d_g`, `d_o`), the gates' sums (`d_forget_sum`, ...),
    and what yesterday gets (`d_long_before`, `d_short_before`).
    """
    figure, ax = plt.subplots(figsize=(11, 6.6))
    figure.subplots_adjust(0, 0, 1, 1)
    ax.set(xlim=(-0.4, 14.6), ylim=(-0.7, 8.2))
    ax.axis("off")

    def number(x, y, name, color=INK, align="left", between="\n"):
        value = round(values[name], 4) + 0.0  # 0.0000, never -0.0000
        text = f"{name}{between}{value:.4f}"
        label(ax, x, y, text, color, align, name)

    def heading(x, y, text, align="left"):
        ax.text(x, y, text, ha=align, fontweight="bold")

    top, rail, gate_height = 6.8, 0.5, 2.6
    forget, inp, candidate, output, out = 2.6, 5.2, 7.7, 10.3, 12.7
    meet = (inp + candidate) / 2

    # From tomorrow and through today's short memory: added here.
    heading(14.5, top + 1.05, "from tomorrow's long memory", "right")
    arrow(ax, (14.5, top), (out + 0.3, top))
    number(14.5, top + 0.5, "from_tomorrow", align="right", between="  ")
    sign(ax, out, top, "+")
    arrow(ax, (out, top), (forget + 0.3, top))
    number((meet + out) / 2, top + 0.5, "d_long", INK, "center", "  ")
    ax.plot(meet, top, "o", color=INK, markersize=7, zorder=3)
    sign(ax, forget, top, "×", GATE_COLORS["forget"])
    arrow(ax, (forget, top), (0, top))
    heading(0, top + 1.05, "to yesterday's long memory")
    number(0, top + 0.5, "d_long_before", between="  ")

    # The short memory: through the product, and through tanh.
    heading(
        14.5,
        rail - 0.75,
        "from the prediction,\nor from tomorrow",
        "right",
    )
    arrow(ax, (14.5, rail), (out, rail), (out, gate_height - 0.3))
    number(14.5, rail + 0.6, "d_short", align="right")
    color = GATE_COLORS["output"]
    sign(ax, out, gate_height, "×", color)
    arrow(
        ax,
        (out - 0.3, gate_height),
        (output + 1.1, gate_height),
        color=color,
    )
    number(
        (output + out) / 2 + 0.4,
        gate_height + 0.6,
        "d_o",
        color,
        "center",
    )
    arrow(ax, (out, gate_height + 0.3), (out, 4.65))
    number(out + 0.15, 3.75, "d_squashed")
    box(ax, out, 5.05, "tanh")
    arrow(ax, (out, 5.45), (out, top - 0.3))
    number(out - 0.15, 6.0, "through_short", align="right")

    # What reaches the four gates.
    color = GATE_COLORS["forget"]
    arrow(
        ax,
        (forget, top - 0.3),
        (forget, gate_height + 0.8),
        color=color,
    )
    number(forget + 0.15, 4.9, "d_f", color)
    arrow(ax, (meet, top), (meet, 5.1))
    sign(ax, meet, 4.8, "×")
    for x, name, gate, side, align in (
        (inp, "d_i", "input", -1, "right"),
        (candidate, "d_g", "candidate", 1, "left"),
    ):
        color, start = GATE_COLORS[gate], (meet + side * 0.32, 4.8)
        arrow(ax, start, (x, 4.8), (x, gate_height + 0.8), color=color)
        number(x + side * 0.15, 4.2, name, color, align)

    # Each gate's sum, and through its weight to yesterday.
    line(ax, (output, rail), (forget, rail))
    arrow(ax, (forget, rail), (0, rail))
    heading(0, rail - 0.75, "to yesterday's short memory")
    number(0, rail + 0.6, "d_short_before")
    for x, name, weight in (
        (forget, "forget", "wa1"),
        (inp, "input", "wb1"),
        (candidate, "candidate", "wc1"),
        (output, "output", "wd1"),
    ):
        color = GATE_COLORS[name]
        arrow(ax, (x, gate_height - 0.7), (x, rail + 0.05), color=color)
        label(ax, x + 0.2, rail + 0.75, f"× {weight}", color)
        title = "candidate" if name == "candidate" else f"{name} gate"
        total = f"d_{name}_sum"
        value = f"{round(values[total], 4) + 0.0:.4f}"
        box(
            ax,
            x,
            gate_height,
            f"{title}\n{total}\n{value}",
            color,
            total,
        )
    return figure


def draw_way_back(values):
    """Show `way_back_figure(values)`."""
    way_back_figure(values)
    plt.show()
