"""The plots of the series. The model is never in here.

Company A and B, and each gate, keep their colour in every figure; no figure relies on
colour alone.
"""

import matplotlib.pyplot as plt
import torch
from IPython.display import Markdown, display
from matplotlib_inline.config import InlineBackend

COMPANY_STYLES = {
    "A": dict(color="#0072B2", linestyle="-", marker="o"),
    "B": dict(color="#D55E00", linestyle="--", marker="s"),
}
GATE_COLORS = {
    "forget": "#882255",
    "input": "#117733",
    "candidate": "#8a6d00",
    "output": "#332288",
}
INK = "#222222"
FLOOR = "#b00020"
# For curves that have no colour of their own: each differs in more than its colour.
LINE_STYLES = [
    dict(linestyle="-", marker="", color=INK),
    dict(linestyle="--", marker="", color="#0072B2"),
    dict(linestyle=":", marker="", color="#D55E00"),
    dict(linestyle="-.", marker="", color="#117733"),
    dict(linestyle="-", marker="o", color="#882255"),
    dict(linestyle="--", marker="s", color="#666666"),
]


def set_style():
    """Set the fonts, the white ground and the grid of all figures that follow."""
    # Each figure sees to its own margins. Cutting them afterwards would draw it twice.
    InlineBackend.instance().print_figure_kwargs = {"bbox_inches": None}
    plt.rcParams.update(
        {
            "font.size": 14,
            "figure.facecolor": "white",
            "savefig.facecolor": "white",
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.grid": True,
            "grid.color": "#dddddd",
            "lines.linewidth": 2,
        }
    )


def plot_curves(curves, xlabel, ylabel, log=False, ax=None):
    """Plot curves, each with its name at its end and a line style of its own.

    curves: {name: values} or {name: (x, values)}; without x they are numbered from 1.
    log: a logarithmic vertical axis; ax: draw there, and leave showing to the caller.
    """
    shown = ax is None
    if shown:
        _, ax = plt.subplots(figsize=(9, 4.2), layout="constrained")
    for (name, values), style in zip(curves.items(), LINE_STYLES):
        x, y = values if isinstance(values, tuple) else (None, values)
        y = [float(value) for value in y]
        x = range(1, len(y) + 1) if x is None else list(x)
        ax.plot(x, y, **style, label=name)
        ax.annotate(
            name,
            (x[-1], y[-1]),
            xytext=(8, 0),
            textcoords="offset points",
            va="center",
            color=style["color"],
        )
    ax.set(xlabel=xlabel, ylabel=ylabel, yscale="log" if log else "linear")
    if shown:
        plt.show()


def show_table(label, rows, columns):
    """Show columns as a table: numbers with four decimals, text as it is.

    label: heads the rows' names; rows: one name a row; columns: {name: values}.
    """
    lines = [[label, *columns], ["---:"] * (1 + len(columns))]
    for name, row in zip(rows, zip(*columns.values())):
        cells = [cell if isinstance(cell, str) else f"{cell:.4f}" for cell in row]
        lines.append([str(name), *cells])
    display(Markdown("\n".join("| " + " | ".join(line) + " |" for line in lines)))


def draw_sigmoid_and_tanh(points):
    """Draw both curves side by side, with the values at these points."""
    z = torch.linspace(-5, 5, 201)
    figure, axes = plt.subplots(1, 2, figsize=(10, 3.8), layout="constrained")
    at = torch.tensor(points, dtype=z.dtype)
    for ax, function in zip(axes, (torch.sigmoid, torch.tanh)):
        name = function.__name__
        ax.plot(z, function(z), color=INK)
        ax.plot(at, function(at), "o", color=INK, markersize=9)
        for place, value in zip(at.tolist(), function(at).tolist()):
            ax.annotate(
                f"{value:.4f}",
                (place, value),
                xytext=(10, -5),
                textcoords="offset points",
                va="top",
            )
        ax.set(title=name, xlabel="z", ylabel=f"{name}(z)", xlim=(-5, 5))
    plt.show()


def plot_by_day(runs, names, ylabel):
    """Plot Company A against Company B over the days, a panel for each name.

    runs: {"A": {name: values}, "B": {name: values}}, one value a day.
    """
    size = (5.5 * min(len(names), 2), 3.8)
    figure, axes = plt.subplots(
        1,
        len(names),
        figsize=size,
        layout="constrained",
        sharey=True,
        squeeze=False,
    )
    for ax, name in zip(axes[0], names):
        # Label the lines where they are furthest apart.
        gaps = [abs(a - b) for a, b in zip(runs["A"][name], runs["B"][name])]
        at = gaps.index(max(gaps))
        for company, other in ("AB", "BA"):
            values, style = runs[company][name], COMPANY_STYLES[company]
            days = range(1, len(values) + 1)
            above = values[at] > runs[other][name][at]
            ax.plot(days, values, **style)
            ax.annotate(
                company,
                (days[at], values[at]),
                xytext=(0, 9 if above else -20),
                textcoords="offset points",
                ha="center",
                color=style["color"],
                fontweight="bold",
            )
        ax.set(xlabel="day", xticks=days)
        if len(names) > 1:
            ax.set_title(name)
        ax.margins(y=0.2)
    axes[0, 0].set_ylabel(ylabel)
    plt.show()


def draw_floor(ax, floor, right):
    """Mark a loss with a dotted line, that of the best model without a memory."""
    ax.axhline(floor, linestyle=":", color=FLOOR)
    text = f"best without memory: {floor:g}"
    ax.text(
        right,
        floor * 1.05,
        text,
        color=FLOOR,
        ha="right",
        va="bottom",
        bbox=dict(facecolor="white", edgecolor="none", alpha=0.7, pad=1),
    )


def plot_numbers(numbers):
    """Plot the twelve parameters, twelve values an epoch, a panel for each gate."""
    figure, axes = plt.subplots(
        1,
        4,
        figsize=(10, 4.6),
        layout="constrained",
        sharex=True,
        sharey=True,
    )
    curves = list(zip(*numbers))
    for ax, letter, gate in zip(axes, "abcd", GATE_COLORS):
        for name, line in (
            (f"w{letter}1", "-"),
            (f"w{letter}2", "--"),
            (f"b{letter}1", ":"),
        ):
            ax.plot(
                range(1, len(numbers) + 1),
                curves.pop(0),
                line,
                color=GATE_COLORS[gate],
                label=name,
            )
        ax.set(title=gate, xlabel="epoch")
        ax.legend(
            loc="upper center",
            bbox_to_anchor=(0.5, -0.2),
            frameon=False,
        )
    axes[0].set_ylabel("value")
    plt.show()


def plot_fan(losses, passed, floor):
    """Plot many trainings, those that passed a test against those that did not.

    losses: tensor (epochs, models); passed: tensor (models,) of bool; floor: a loss to
    mark with a line.
    """
    figure, axes = plt.subplots(
        1,
        2,
        figsize=(10, 3.4),
        layout="constrained",
        sharex=True,
        sharey=True,
    )
    for ax, chosen, title in zip(axes, (passed, ~passed), ("pass", "don't pass")):
        # Without antialiasing the picture is a third of the size.
        ax.plot(
            range(1, len(losses) + 1),
            losses[:, chosen].numpy(),
            color="#666666",
            linewidth=1,
            antialiased=False,
        )
        draw_floor(ax, floor, len(losses))
        ax.set(
            title=f"{int(chosen.sum())} {title}",
            xlabel="epoch",
            yscale="log",
        )
    axes[0].set_ylabel("mean squared error")
    plt.show()


def plot_speed(shares, names, reference):
    """Draw how many times as long as the reference each version takes, as bars.

    shares: {(inputs, memories, days, batch): one share for each of the names}.
    """
    _, ax = plt.subplots(figsize=(10, 7.5), layout="constrained")
    looks = (("white", "///"), ("#888888", ""), ("#bcd9ee", "..."))
    for number, (name, (color, hatch)) in enumerate(zip(names, looks)):
        places = [group + 0.27 * (number - 1) for group in range(len(shares))]
        lengths = [share[number] for share in shares.values()]
        bars = ax.barh(places, lengths, 0.27, label=name, color=color, hatch=hatch)
        for bar in bars:
            bar.set_edgecolor(INK)
        blank = {"color": "white", "pad": 1}  # behind the number
        ax.bar_label(bars, fmt="%.2f", padding=5, bbox=blank)
    ax.axvline(1, color=INK, linestyle="--", label=reference)
    words = "{} in, {} memories\n{} days, batch {}"
    ax.set_yticks(range(len(shares)), [words.format(*size) for size in shares])
    ax.set_xlabel(f"times as long as {reference}")
    ax.grid(axis="y", visible=False)
    ax.invert_yaxis()
    ax.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2)
    plt.show()
