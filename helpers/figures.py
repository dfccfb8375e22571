"""The plots of the series. The model is never in here.

Company A and B, and each gate, keep their colour in every figure; no figure relies on
colour alone.
"""

import base64
import io
from collections import Counter

import matplotlib.pyplot as plt
import PIL.Image
import torch
from IPython import get_ipython
from IPython.display import Markdown, display
from matplotlib.collections import LineCollection
from matplotlib.colors import ListedColormap, to_hex
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator
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
    if get_ipython():
        texts = get_ipython().display_formatter.formatters["text/plain"]
        texts.for_type(
            Figure, lambda figure, printer, _: printer.text(in_words(figure))
        )
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


def in_words(figure):
    """Return what a figure shows, as text.

    It stands beside the picture in the notebook, and so is compared: a label, a curve
    or an axis that is missing is noticed. Long curves, which come from trainings, are
    told without their values.
    """
    said = []
    for ax in figure.axes:
        shown = [
            f"curve {line.get_linestyle()} {line.get_marker()} "
            f"{to_hex(line.get_color())}: {points_in_words(line.get_xydata())}"
            for line in ax.lines
        ]
        shown += [
            f"bar {to_hex(bar.get_facecolor())} {bar.get_hatch() or ''}: "
            f"{points_in_words([bar.get_xy(), (bar.get_width(), bar.get_height())])}"
            for bar in ax.patches
        ]
        shown += [f"shape {type(shape).__name__}" for shape in ax.collections]
        shown += [f"grid of {image.get_array().shape}" for image in ax.images]
        legend = ax.get_legend()
        texts = [*ax.texts, *(legend.get_texts() if legend else ())]
        words = [text.get_text().replace("\n", " / ") for text in texts]
        for axis in (ax.xaxis, ax.yaxis):
            if isinstance(ticks := axis.get_major_locator(), FixedLocator):
                words += axis.get_major_formatter().format_ticks(ticks.locs)
        said.append(f"panel '{ax.get_title()}'")
        said.append(f"  across: '{ax.get_xlabel()}', {ax.get_xscale()}")
        said.append(f"  up: '{ax.get_ylabel()}', {ax.get_yscale()}")
        said += [f"  {n} x {one}" for one, n in Counter(shown).items()]
        said.append(f"  words: {' | '.join(words)}")
    for legend in figure.legends:
        names = [text.get_text() for text in legend.get_texts()]
        said.append(f"one legend for all: {' | '.join(names)}")
    return "\n".join(said)


def points_in_words(points):
    if len(points) > 12:
        return f"{len(points)} points"
    points = [[f"{round(float(value), 2) + 0.0:g}" for value in p] for p in points]
    return " ".join(",".join(point) for point in points)


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


def plot_companies(a, b, wanted):
    """Plot both companies' prices, and hollow, on the day after, what is wanted."""
    _, ax = plt.subplots(figsize=(6.5, 3.8), layout="constrained")
    after = len(a) + 1
    for company, prices, next_price in zip("AB", (a, b), wanted):
        style = COMPANY_STYLES[company]
        ax.plot(range(1, after), prices, **style)
        hollow = style | dict(linestyle="none", markerfacecolor="white")
        ax.plot(after, next_price, markersize=11, markeredgewidth=2, **hollow)
        bold = dict(va="center", color=style["color"], fontweight="bold")
        ax.text(0.8, prices[0], company, ha="right", **bold)
        ax.text(after + 0.2, next_price, f"{company}?", **bold)
    ax.set(xlabel="day", ylabel="price (scaled)", xticks=range(1, after + 1))
    ax.set(xlim=(0.4, after + 0.8), ylim=(-0.15, 1.15))
    plt.show()


def plot_account(written, forget_gates):
    """Stack, day by day, what is left in the long memory of each day's writing."""
    _, ax = plt.subplots(figsize=(8, 4.2), layout="constrained")
    layers = []  # what is left of day 1, of day 2, ...
    for day, (new, forget) in enumerate(zip(written, forget_gates), 1):
        layers = [layer * forget for layer in layers] + [new]
        bottom = 0
        for number, layer in enumerate(layers):
            dark = ("#004c7a", "#4b96c4", "#a6cbe3", "#e3eff7")[number]
            ax.bar(day, layer, 0.7, bottom, color=dark, edgecolor=INK)
            ax.text(
                day,
                bottom + layer / 2,
                f"day {number + 1}: {layer:.2f}",
                ha="center",
                va="center",
                fontsize=12,
                color="white" if number < 1 else INK,
            )
            bottom += layer
        ax.text(day, bottom + 0.06, f"{bottom:.2f}", ha="center", fontweight="bold")
    ax.set(xlabel="day", ylabel="B's long memory", xticks=range(1, len(layers) + 1))
    ax.margins(y=0.12)
    ax.grid(axis="x", visible=False)
    ax.set_axisbelow(True)
    plt.show()


def plot_nine(nine, cases):
    """Draw predictions as a grid, a row for each long memory, darker where higher."""
    _, ax = plt.subplots(figsize=(6.5, 4.4), layout="constrained")
    ax.imshow(nine, cmap="Oranges", vmin=-0.1, vmax=1.6)
    for row, values in enumerate(nine):
        for column, value in enumerate(values):
            text = f"{value + 0.0:.2f}".replace("-0.00", "0.00")
            ax.text(column, row, text, ha="center", va="center", fontsize=18)
    places = range(len(cases))
    ax.set_xticks(places, [f"short {case}" for case in cases])
    ax.set_yticks(places, [f"long {case}" for case in cases])
    ax.xaxis.tick_top()
    ax.tick_params(length=0)
    ax.grid(visible=False)
    ax.spines[:].set_visible(False)
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


def mark_epochs(ax, marks):
    for epoch, side in zip(marks, ("right", "left")):
        ax.axvline(epoch, color="#888888", linestyle=":", linewidth=1.5)
        place = ax.get_xaxis_transform()  # epochs across, the panel's height up
        ax.text(epoch, 1.01, f"{epoch}", ha=side, fontsize=11, transform=place)


def plot_loss(loss):
    """Plot one loss twice, on an ordinary axis and on a logarithmic one."""
    _, axes = plt.subplots(1, 2, figsize=(10, 3.6), layout="constrained")
    for ax, scale, name in zip(axes, ("linear", "log"), ("ordinary", "logarithmic")):
        ax.plot(range(1, len(loss) + 1), loss, color=INK)
        ax.set(title=f"{name} axis", xlabel="epoch", yscale=scale)
    axes[0].set_ylabel("mean squared error")
    plt.show()


def plot_predictions(predictions):
    """Plot both predictions over the epochs, with a line at 0.5."""
    _, ax = plt.subplots(figsize=(9, 4.2), layout="constrained")
    ax.axhline(0.5, color=FLOOR, linestyle=":")
    ax.text(len(predictions), 0.52, "0.5", color=FLOOR, ha="right", va="bottom")
    for company, values in zip("AB", zip(*predictions)):
        style = COMPANY_STYLES[company]
        ax.plot(range(1, len(values) + 1), values, markevery=50, **style)
        ax.text(
            len(values) * 1.02,
            values[-1],
            company,
            color=style["color"],
            va="center",
            fontweight="bold",
        )
    ax.set(xlabel="epoch", ylabel="predicted price (scaled)")
    plt.show()


def plot_losses(losses, floor):
    """Plot losses over the epochs, {name: values}, above the simplest forecast's."""
    _, ax = plt.subplots(figsize=(9, 4), layout="constrained")
    plot_curves(losses, "epoch", "mean squared error", ax=ax)
    ends = [1, max(len(loss) for loss in losses.values())]
    ax.plot(ends, [floor, floor], color=FLOOR, linestyle=":")
    ax.text(1, floor - 0.01, f"simplest forecast: {floor:g}", color=FLOOR, va="top")
    ax.set_ylim(bottom=-0.01)
    plt.show()


def plot_numbers(numbers, marks=()):
    """Plot the twelve parameters over the epochs, a panel for each part of the unit.

    numbers: twelve values per epoch; marks: epochs to mark with a line.
    """
    _, axes = plt.subplots(
        1, 4, figsize=(10, 3.8), layout="constrained", sharex=True, sharey=True
    )
    curves, epochs = list(zip(*numbers)), range(1, len(numbers) + 1)
    for ax, letter, gate in zip(axes, "abcd", GATE_COLORS):
        mark_epochs(ax, marks)
        ends = []
        for name, line in (
            (f"w{letter}1", "-"),
            (f"w{letter}2", "--"),
            (f"b{letter}1", ":"),
        ):
            values = curves.pop(0)
            ax.plot(epochs, values, line, color=GATE_COLORS[gate], label=name)
            ends.append((values[-1], name))
        height = -9.0
        for end, name in sorted(ends):  # beside its line, none upon another
            height = max(end, height + 0.28)
            ax.text(len(numbers) * 1.03, height, name, va="center", fontsize=12)
        ax.set_title(gate, pad=16)
        ax.set(xlabel="epoch", xlim=(0, len(numbers) * 1.3), xticks=(0, 250, 500))
    axes[0].set_ylabel("value")
    plt.show()


def plot_sweeps(day_1, first, second, mark):
    """Plot both models' predictions against the price of day 1; mark: one price."""
    _, ax = plt.subplots(figsize=(9, 4.2), layout="constrained")
    ax.axvline(mark, color="#888888", linestyle=":")
    ax.text(mark + 0.01, 0.0, f"{mark}", va="center", fontsize=12)
    ax.plot(day_1, first, "-", color=INK)
    ax.plot(day_1, second, "--", color=INK)
    ax.text(0.6, 1.0, "first model", va="bottom")
    ax.text(0.6, 0.9, "second model", va="top")
    ax.set(xlabel="price on day 1 (0: Company A, 1: Company B)")
    ax.set(ylabel="predicted price (scaled)", ylim=(-0.05, 1.1))
    plt.show()


def plot_longer(ends):
    """Plot both predictions, (A's, B's), against the number of days put between."""
    _, ax = plt.subplots(figsize=(8, 3.6), layout="constrained")
    for company, values in zip("AB", zip(*ends)):
        style = COMPANY_STYLES[company]
        ax.plot(range(len(values)), values, **style)
        bold = dict(color=style["color"], fontweight="bold", va="center")
        ax.text(-0.15, values[0], company, ha="right", **bold)
    ax.set(xlabel="more days at 0.5", ylabel="prediction", ylim=(-0.1, 1.1))
    ax.set_xlim(left=-0.5)
    plt.show()


def plot_company(prices, first, second):
    """Plot a company's prices and, on the day after, both models' predictions."""
    _, ax = plt.subplots(figsize=(9, 4.2), layout="constrained")
    ax.plot(range(1, len(prices) + 1), prices, "-o", color=INK)
    after = len(prices) + 1
    heights = sorted([float(first), float(second)])
    gap = max(0.0, 0.16 - (heights[1] - heights[0])) / 2  # two texts, apart
    for name, answer, marker in (("first", first, "s"), ("second", second, "^")):
        value = float(answer)
        ax.plot(after, value, marker, color=INK, markersize=11)
        shift = gap if value == heights[1] else -gap
        text = f"{name} model {value:.2f}"
        ax.text(after + 0.15, value + shift, text, va="center")
    ax.set(xlabel="day", ylabel="price (scaled)", ylim=(-1.1, 1.15))
    ax.set(xlim=(0.7, after + 1.9), xticks=range(1, after + 1))
    plt.show()


def plot_fan(losses, passed, floor, marked):
    """Plot many trainings, those that passed a test against those that did not.

    losses: tensor (epochs, models); passed: tensor (models,) of bool; floor: a loss to
    mark with a line; marked: the seed whose curve stands out.
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
        if chosen[marked]:
            curve = losses[:, marked].numpy()
            ax.plot(range(1, len(losses) + 1), curve, color="#0072B2", linewidth=3)
            ground = dict(facecolor="white", edgecolor="none", pad=1)
            ax.text(len(losses), curve[-1] * 0.4, f"seed {marked}", bbox=ground)
        draw_floor(ax, floor, len(losses))
        ax.set(
            title=f"{int(chosen.sum())} {title}",
            xlabel="epoch",
            yscale="log",
        )
    axes[0].set_ylabel("mean squared error")
    plt.show()


def plot_wilson(k, n, low, high):
    """Draw where Wilson's interval comes from: which counts each true share gives."""
    shares = torch.linspace(0, 1, 201)
    width = 1.96 * (n * shares * (1 - shares)).sqrt()
    figure, ax = plt.subplots(figsize=(8, 4.2), layout="constrained")
    ax.fill_between(shares, n * shares - width, n * shares + width, color="#cfe3f2")
    ax.plot(shares, n * shares, color="#0072B2")
    ax.axhline(k, color=INK)
    ax.text(0.02, k + 1, f"our count: {k}")
    for end in (low, high):
        ax.plot([end, end], [0, k], ":", color=INK)
        ax.text(end, 1, f" {end:.2f}")
    ax.text(0.98, n * 0.45, "band: 1.96 deviations\nto both sides", ha="right")
    ax.set(xlabel="true share p of starts that pass", ylabel=f"count in {n} starts")
    ax.set(ylim=(0, n), xlim=(0, 1))
    plt.show()


def plot_intervals(rows, xlabel):
    """Draw shares with their intervals, a row each: {label: (share, low, high)}."""
    figure, ax = plt.subplots(figsize=(8, 0.9 + 0.6 * len(rows)), layout="constrained")
    for place, (share, low, high) in enumerate(rows.values()):
        ax.plot([low, high], [place, place], color=INK)
        ax.plot(share, place, "o", color=INK, markersize=10)
    ax.set_yticks(range(len(rows)), rows)
    ax.set(xlabel=xlabel, xlim=(0, 1), ylim=(len(rows) - 0.5, -0.5))


def plot_influences(by_day):
    """Plot how much each day counts: the median of the rows, a line per unit.

    by_day: {name: influences (rows, days)}.
    """
    _, ax = plt.subplots(figsize=(9, 4), layout="constrained")
    for (name, values), style in zip(by_day.items(), LINE_STYLES):
        middle = values.median(dim=0).values
        ax.plot(range(1, len(middle) + 1), middle, **style)
        below = name != next(iter(by_day))  # the first line lies above the others
        ax.annotate(
            name,
            (40, middle[39]),
            xytext=(5, -5) if below else (-5, 5),
            textcoords="offset points",
            ha="left" if below else "right",
            va="top" if below else "bottom",
            color=style["color"],
        )
    ax.margins(y=0.15)
    ax.set(xlabel="day", ylabel="influence on the prediction", yscale="log")
    plt.show()


def plot_shares(ranges, shares):
    """Plot the share of day 1 against the range of the prices: {name: shares}."""
    _, ax = plt.subplots(figsize=(9, 4), layout="constrained")
    curves = {name: (ranges, values) for name, values in shares.items()}
    label = "share of day 1"
    plot_curves(curves, "largest price", label, log=True, ax=ax)
    ax.set(xscale="log", xlim=(0.008, 2.5))
    ax.set_xticks(ranges, [f"{r:g}" for r in ranges])
    ax.minorticks_off()
    plt.show()


def plot_solved(solved, rates, budgets, of):
    """Draw a map of how many starts solve a task; each row's best cells are framed.

    solved: {kind: counts (rates, budgets)}; of: the number of starts.
    """
    rows = [counts.flatten().tolist() for counts in solved.values()]
    _, ax = plt.subplots(figsize=(9.5, 0.55 * len(rows) + 1.4), layout="constrained")
    ax.imshow(rows, cmap="Blues", vmin=0, vmax=1.3 * of, aspect="auto")
    for y, row in enumerate(rows):
        for x, count in enumerate(row):
            color = "white" if count > 0.7 * of else INK
            ax.text(x, y, count, ha="center", va="center", color=color)
            if count == max(row) > 0:
                frame = plt.Rectangle((x - 0.46, y - 0.42), 0.92, 0.84)
                frame.set(fill=False, edgecolor=INK, linewidth=2)
                ax.add_patch(frame)
    ax.set_xticks(
        range(len(rows[0])), [f"{steps} steps" for steps in budgets * len(rates)]
    )
    for number, rate in enumerate(rates):
        x = (number + 0.5) * len(budgets) - 0.5
        ax.text(x, -0.62, f"rate {rate}", ha="center", va="bottom")
    ax.set_yticks(range(len(rows)), solved)
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    ax.grid(visible=False)
    plt.show()


def draw_stacked(W, V, b, short, x, sums):
    """Draw W @ short + V @ x + b for two memories and one input, gate by gate."""
    figure, ax = plt.subplots(figsize=(9, 4.6), layout="constrained")
    columns = {"W": W, "V": V, "b": b[:, None], "sum": sums[:, None]}
    left = 2.6
    for name, matrix in columns.items():
        matrix = matrix.tolist()
        wide = len(matrix[0])
        ax.text(left + wide / 2, -0.5, name, ha="center", va="center", weight="bold")
        for row, values in enumerate(matrix):
            color = list(GATE_COLORS.values())[(1, 0, 2, 3)[row // 2]]
            box = dict(facecolor=color, edgecolor="white", alpha=0.18)
            ax.add_patch(plt.Rectangle((left, row), wide, 1, **box))
            for column, value in enumerate(values):
                middle = left + column + 0.5, row + 0.5
                ax.text(*middle, f"{value:g}", ha="center", va="center", color=color)
        left += wide
        after = {"W": f"@ {vector(short)} +", "V": f"@ {vector(x)} +", "b": "="}
        if name in after:
            ax.text(left + 1.1, 4, after[name], ha="center", va="center")
            left += 2.2
    for place, gate in enumerate(("input", "forget", "candidate", "output")):
        name = gate if gate == "candidate" else f"{gate} gate"
        ax.text(2.4, 2 * place + 1, name, ha="right", va="center")
    ax.set(xlim=(0, left), ylim=(8.1, -1))
    ax.axis("off")
    plt.show()


def vector(values):
    return "(" + ", ".join(f"{value:g}" for value in values.tolist()) + ")"


def plot_growth(curves):
    """Draw how times grow: {what: (sizes, times as long as the first)}."""
    _, ax = plt.subplots(figsize=(10, 5.2), layout="constrained")
    plot_curves(curves, "how many", "times as long as one", ax=ax)
    ax.set_xscale("log", base=4)
    ax.set_yscale("log", base=4)
    ax.set_ylim(bottom=0.5)
    ax.text(1, 0.65, "flat: the calls are the cost", color="#666666")
    ax.text(750, 35, "steep: the numbers\nare the cost", color="#666666")
    plt.show()


def plot_race(results, kinds):
    """Draw ratios as dots beside a line at 1: {size: one ratio per kind}."""
    _, ax = plt.subplots(figsize=(10, 3.4), layout="constrained")
    ax.axvline(1, color=INK, linestyle="--")
    places, labels = [], []
    for group, (size, ratios) in enumerate(results.items()):
        for place, (kind, ratio) in enumerate(zip(kinds, ratios)):
            places.append(group * (len(kinds) + 0.5) + place)
            labels.append(f"{size}: {kind}")
            ax.plot(ratio, places[-1], "o", color=INK, markersize=11)
            paper = dict(color="white", pad=1)  # where the text is on the line
            ax.text(ratio + 0.03, places[-1], f"{ratio:.2f}", va="center", bbox=paper)
    ax.set_yticks(places, labels)
    ax.invert_yaxis()
    ax.set(xlabel="times as long as nn.LSTM without oneDNN", xlim=(0, 1.6))
    plt.show()


def draw_forecast(dates, prices, said, split, name):
    """Draw prices and a forecast of them, and mark where the test months begin."""
    _, ax = plt.subplots(figsize=(9, 4.2), layout="constrained")
    ax.plot(dates, prices, color=INK, label="truth")
    ax.plot(dates, said, "--", color="#0072B2", label="LSTM")
    ax.axvline(dates[split], color="#666666", linestyle=":")
    for align, part in (("right", "training "), ("left", " test")):
        ax.text(
            dates[split],
            0.97,
            part,
            ha=align,
            va="top",
            transform=ax.get_xaxis_transform(),
        )
    ax.set(xlabel="year", ylabel=f"price of {name}")
    ax.legend(loc="center left")
    plt.show()


def draw_three(dates, truth, lstm, last, name):
    """Draw the truth, an LSTM's forecast, and "next = last"."""
    _, ax = plt.subplots(figsize=(9, 4.2), layout="constrained")
    ax.plot(dates, truth, color=INK, label="truth")
    ax.plot(dates, lstm, "--", color="#0072B2", label="LSTM")
    ax.plot(dates, last, ":o", color="#D55E00", markersize=5, label="next = last")
    ax.set(xlabel="year and month", ylabel=f"price of {name}")
    ax.legend()
    plt.show()


def draw_scores(scores, naive, label):
    """Draw one dot per start, and a line at the score of "next = last"."""
    _, ax = plt.subplots(figsize=(9, 1.9), layout="constrained")
    ax.scatter(scores, torch.zeros(len(scores)), s=90, alpha=0.5, color="#0072B2")
    ax.axvline(naive, color="#D55E00", linestyle=":")
    ax.text(naive, 0.04, "next = last ", ha="right", va="top", color="#D55E00")
    ax.set(xlabel=label, yticks=[], ylim=(-0.06, 0.05))
    ax.spines["left"].set_visible(False)
    plt.show()


def draw_intervals(panels, names, label):
    """Draw values with their ±, a row per name, a panel each: {title: [(value, ±)]}."""
    _, axes = plt.subplots(
        1,
        len(panels),
        figsize=(10, 4.8),
        layout="constrained",
        sharex=True,
        sharey=True,
    )
    rows = range(len(names))
    for ax, (title, pairs) in zip(axes, panels.items()):
        low = [float(value - chance) for value, chance in pairs]
        high = [float(value + chance) for value, chance in pairs]
        ax.hlines(rows, low, high, color=INK)
        ax.scatter([float(value) for value, _ in pairs], rows, color=INK, zorder=3)
        ax.axvline(0, color=FLOOR, linestyle="--")
        ax.set_title(title, fontsize=13)
    axes[0].set_yticks(rows, names)
    axes[0].invert_yaxis()
    axes[len(axes) // 2].set_xlabel(label)
    plt.show()


def draw_against_truth(said, truth):
    """Draw what forecasts said against what came, a panel each: {title: forecasts}."""
    _, axes = plt.subplots(
        1, len(said), figsize=(9, 4.4), layout="constrained", sharey=True
    )
    for ax, (title, forecast) in zip(axes, said.items()):
        ax.plot(forecast, truth, ".", color=INK, alpha=0.3)
        ax.plot([-2, 2], [-2, 2], "--", color=FLOOR)
        ax.set(xlabel="forecast (scaled)", title=title, xlim=(-2, 2), ylim=(-2, 2))
    axes[0].set_ylabel("true return (scaled)")
    plt.show()


def draw_twins(twins, naive, label):
    """Draw one dot per start, a row per kind: {kind: scores}; naive: (name, score)."""
    _, ax = plt.subplots(figsize=(9, 2.6), layout="constrained")
    looks = (("#D55E00", "s"), ("#0072B2", "o"))
    for row, (scores, (color, marker)) in enumerate(zip(twins.values(), looks)):
        # Side by side in the row, in the order of the scores, or equal ones would hide.
        order = torch.linspace(-0.3, 0.3, len(scores))
        ax.scatter(scores.sort()[0], row + order, s=45, color=color, marker=marker)
    name, score = naive
    ax.axvline(score, color=INK, linestyle="--")
    ax.text(score, -0.55, f" {name}", va="center")
    ax.set_yticks(range(len(twins)), twins)
    ax.set(xlabel=label, ylim=(1.5, -0.8))
    ax.grid(axis="y", visible=False)


def plot_voltage(recording, start, stop):
    """Plot a nerve cell's voltage; start, stop: seconds."""
    plt.figure(figsize=(6.2, 2.3), layout="constrained")
    part = slice(round(start * 2000), round(stop * 2000))
    seconds = torch.arange(len(recording)) / 2000
    plt.plot(seconds[part], recording[part], color=INK, linewidth=1)
    plt.xlabel("time in seconds")
    plt.ylabel("voltage in mV")
    plt.show()


def plot_errors(rows, starts, column, xlabel):
    """Plot one error per forecast as a dot, and small dots for the LSTM's starts."""
    _, ax = plt.subplots(figsize=(9, 3.6), layout="constrained")
    for place, (name, errors) in enumerate(rows.items()):
        if name.startswith("LSTM"):
            line = starts[:, column]
            ax.scatter(line, [place] * len(line), s=30, color="#0072B2")
        ax.plot(errors[column], place, "o", color=INK, markersize=9, mfc="none")
    ax.set_yticks(range(len(rows)), rows)
    ax.invert_yaxis()
    ax.set(xlabel=xlabel, xlim=(0, None))
    plt.show()


def plot_dreams(dreams):
    """Plot dreams below each other: {name: (steps,) in mV, a value every 5 ms}."""
    figure, axes = plt.subplots(len(dreams), figsize=(5.8, 3.8), sharex=True)
    figure.set_layout_engine("constrained")
    for ax, (name, voltage) in zip(axes, dreams.items()):
        ax.plot(torch.arange(120) / 200, voltage[:120], color=INK, linewidth=1.5)
        ax.text(0.61, -40, name, va="center")
        ax.set(ylim=(-65, 5), yticks=[-40], xlim=(0, 0.72))
        ax.grid(False)
    axes[-1].set_xlabel("seconds since it was left alone")
    figure.supylabel("voltage in mV", fontsize=14)
    plt.show()


def plot_alarms(recording, now, seen, limits):
    """Plot the voltage, and below it what is watched, each in units of its limit."""
    near = (now > 6200) & (now < 8800)  # around the change
    seconds = now[near] / 2000
    _, axes = plt.subplots(
        1 + len(seen), figsize=(6, 4.4), sharex=True, layout="constrained"
    )
    axes[0].plot(seconds, recording[now[near]], color=INK, linewidth=0.8)
    axes[0].set_ylabel("mV")
    for ax, (name, values) in zip(axes[1:], seen.items()):
        ax.plot(seconds, values[near] / limits[name], color=INK, linewidth=0.8)
        ax.axhline(1, color=FLOOR, linestyle="--")
        ax.set_title(f"{name}: alarm above the dashed line", loc="left", fontsize=12)
        ax.set(ylabel="in limits", ylim=(0, 6))
        ax.grid(False)
    axes[-1].set_xlabel("time in seconds")
    plt.show()


def draw_numbers(values, rows, columns, xlabel):
    """Draw a table of t values, in colours: the further from 0, the darker."""
    _, ax = plt.subplots(figsize=(9.5, 0.5 + 0.42 * len(rows)), layout="constrained")
    ax.imshow(values.numpy(), cmap="RdBu", vmin=-6, vmax=6, aspect="auto")
    for row, line in enumerate(values.tolist()[:20]):
        for column, value in enumerate(line):
            text = f"{round(value, 1) + 0:.1f}"
            ax.text(column, row, text, ha="center", va="center", fontsize=11)
    ax.set_yticks(range(len(rows)), rows)
    ax.set_xticks(range(len(columns)), map(str, columns))
    ax.set_xlabel(xlabel)
    ax.grid(visible=False)
    plt.show()


def draw_maps(maps, strengths, lags, most):
    """Draw what each search finds, in how many of `most` series: {kind: (s, lags)}."""
    _, axes = plt.subplots(
        1, len(maps), figsize=(10, 5), layout="constrained", sharey=True
    )
    for ax, (kind, counts) in zip(axes, maps.items()):
        ax.imshow(counts.numpy(), cmap="Greens", vmin=0, vmax=most, aspect="auto")
        for (row, column), count in zip(
            torch.cartesian_prod(*map(torch.arange, counts.shape)).tolist(),
            counts.flatten().tolist(),
        ):
            color = "white" if 2 * count > most else INK
            ax.text(
                column,
                row,
                str(count),
                ha="center",
                va="center",
                fontsize=10,
                color=color,
            )
        ax.set(title=f"{kind}: found in how many of {most}", xlabel="lag")
        ax.title.set_size(13)
        ax.set_xticks(range(len(lags)), map(str, lags))
        ax.set_yticks(range(len(strengths)), [f"{s:+.1f}" for s in strengths])
        ax.axhline(len(strengths) / 2 - 0.5, color=INK, linewidth=1)
        ax.grid(visible=False)
    axes[0].set_ylabel("strength of the pattern")
    plt.show()


def draw_rows(scores, best):
    """Draw R² of many starts, a row per kind, and a bar at the pattern's own."""
    _, ax = plt.subplots(figsize=(9, 3.6), layout="constrained")
    for row, (values, own) in enumerate(zip(scores.values(), best)):
        ax.scatter(values, [row] * len(values), s=60, alpha=0.5, color="#0072B2")
        ax.vlines(own, row - 0.35, row + 0.35, color=FLOOR)
    ax.set_yticks(range(len(scores)), scores)
    ax.set(xlabel="R² of the returns, in the test", ylim=(len(scores) - 0.4, -0.6))
    plt.show()


KIND_COLORS = ["#ffffff", "#cfe8d5", "#ffe2b8"]  # code, comment, in a string


def show_small(figure):
    """Show a figure in 32 colours: coloured text is a tenth of the size so."""
    file = io.BytesIO()
    figure.savefig(file, format="png")
    picture = PIL.Image.open(file).convert("RGB").quantize(32, dither=0)
    file = io.BytesIO()
    picture.save(file, format="png")
    picture = base64.b64encode(file.getvalue()).decode()
    display({"image/png": picture, "text/plain": in_words(figure)}, raw=True)
    plt.close(figure)


def write_code(ax, text, kinds, columns=80):
    """Write code into a panel, a row per line, on the colours of its kinds.

    A line under the characters says the same: dotted a comment, full a string.
    Returns the place (column, row) of each character.
    """
    places, column, row = [], 0, 0
    for character in text:
        places.append((column, row))
        column += 1
        if character == "\n":
            column, row = 0, row + 1
    rows = places[-1][1] + 1
    grid = torch.zeros(rows, columns)
    for (column, row), kind in zip(places, kinds):
        grid[row, column] = kind
    ax.imshow(
        grid,
        cmap=ListedColormap(KIND_COLORS),
        extent=(0, columns, rows, 0),
        vmin=0,
        vmax=2,
        aspect="auto",
        interpolation="nearest",
    )
    for kind, style in ((1, "dotted"), (2, "solid")):
        shown = [(c, r + 0.93) for (c, r), k in zip(places, kinds) if k == kind]
        ends = [((c, r), (c + 1, r)) for c, r in shown]
        ax.add_collection(LineCollection(ends, colors=INK, lw=0.8, linestyles=style))
    width = ax.get_position().width * ax.figure.get_size_inches()[0] * 72
    for row, line in enumerate(text.splitlines()):
        ax.text(
            0,
            row + 0.5,
            line,
            family="DejaVu Sans Mono",
            size=width / columns / 0.602,  # its letters are 0.602 of their size wide
            va="center",
            parse_math=False,
        )
    ax.set(xlim=(0, columns), ylim=(rows, 0), xticks=[], yticks=[])
    ax.spines[:].set_visible(False)
    ax.grid(False)
    return torch.tensor(places)


def plot_reading(text, truth, said):
    """Draw code in its true kinds, and in those that a model says, mistakes marked."""
    plt.rcParams["text.hinting"] = "none"  # else letters drift from their places
    rows = len(text.splitlines())
    figure = plt.figure(figsize=(9, 0.5 * rows + 1))
    high = 0.5 - 0.6 / (0.5 * rows + 1)
    for title, kinds, bottom in (("truth", truth, 0.53), ("model", said, 0.02)):
        ax = figure.add_axes((0.02, bottom, 0.96, high))
        places = write_code(ax, text, kinds)
        ax.set_title(title, loc="left", fontsize=14)
    wrong = places[truth != said] + 0.5
    ax.scatter(*wrong.T, marker="s", s=90, facecolors="none", edgecolors=FLOOR, lw=2)
    show_small(figure)


def plot_memory(text, kinds, memory):
    """Draw one memory, from -1 to 1, as a line under each line of code."""
    plt.rcParams["text.hinting"] = "none"
    lines = text.splitlines(keepends=True)
    figure = plt.figure(figsize=(9, 0.62 * len(lines) + 0.2))
    begin, high = 0, 1 / len(lines)
    for row, line in enumerate(lines):
        end = begin + len(line)
        bottom = 1 - (row + 1) * high
        ax = figure.add_axes((0.02, bottom + 0.55 * high, 0.96, 0.38 * high))
        write_code(ax, line.rstrip("\n") or " ", kinds[begin:end])
        ax.axis("off")
        ax = figure.add_axes((0.02, bottom + 0.05 * high, 0.96, 0.48 * high))
        steps = [float(value) for value in memory[begin:end] for _ in (0, 1)]
        across = [at + side for at in range(len(line)) for side in (0, 1)]
        ax.fill_between(across, steps, color="#0072B2", lw=0)
        ax.axhline(0, color="#999999", lw=0.8)
        ax.set(xlim=(0, 80), ylim=(-1.05, 1.05))
        ax.axis("off")
        begin = end
    show_small(figure)


def plot_starts(starts, known):
    """Draw the shares right: {name: one per start}, and lines {name: share}."""
    figure, ax = plt.subplots(figsize=(9, 3), layout="constrained")
    for row, (name, shares) in enumerate(starts.items()):
        ax.scatter(shares, [row] * len(shares), color="#0072B2", s=60, alpha=0.6)
    for name, share in known.items():
        ax.axvline(share, color=INK, linestyle=":")
        ax.text(share, -0.4, f"{name} ", rotation=90, ha="right", va="bottom")
    ax.set(xlabel="share right", ylim=(-0.5, len(starts) - 0.5), xlim=(None, 1))
    ax.set_yticks(range(len(starts)), starts)
    show_small(figure)


def plot_wiped(lengths, shares, look_up):
    """Draw the share right by how much is seen: wiped LSTMs beside the look-up.

    lengths: characters between two wipes; shares: (starts, lengths); look_up: {longest
    window: share}.
    """
    figure, ax = plt.subplots(figsize=(9, 4.2), layout="constrained")
    low, _ = shares.min(0)
    high, _ = shares.max(0)
    ax.fill_between(lengths, low, high, color="#0072B2", alpha=0.3, lw=0)
    ax.scatter(lengths, shares.median(0).values, color="#0072B2", marker="o")
    ax.plot(look_up.keys(), look_up.values(), color=INK, linestyle="--", marker="s")
    ax.text(2, 0.84, "look-up", color=INK)
    words = "LSTM, wiped:\nmedian and range\nof eight starts"
    ax.text(45, 0.62, words, color="#0072B2")
    ax.set(
        xscale="log",
        xticks=(1, 2, 5, 10, 20, 50, 100, 200),
        xticklabels="1 2 5 10 20 50 100 200".split(),
        xlabel="characters looked at, or between two wipes",
        ylabel="share right",
        ylim=(0.4, 1.01),
    )
    show_small(figure)


def plot_distances(edges, curves):
    """Draw the share right by the distance since the last quote: {name: shares}."""
    figure, ax = plt.subplots(figsize=(9, 4.2), layout="constrained")
    at = torch.arange(len(edges) - 1) + 0.5
    for (name, shares), style in zip(curves.items(), LINE_STYLES):
        color, marker = style["color"], style["marker"] or "o"
        points = torch.stack([at, torch.as_tensor(shares).float()], 1)
        line = LineCollection([points], colors=color, linestyles=style["linestyle"])
        ax.add_collection(line)
        ax.scatter(*points.T, color=color, marker=marker)
        ax.text(at[-1] + 0.15, shares[-1], name, color=color, va="center")
    names = [f"{a}–{b - 1}" for a, b in zip(edges, edges[1:-1])]
    names.append(f"{edges[-2]} on")
    ax.set_xticks(at.tolist(), names, fontsize=11)
    ax.set(
        xlabel="characters since the last quote",
        ylabel="share right",
        xlim=(0, len(at) + 1),
    )
    show_small(figure)


def plot_held(orders):
    """Draw what holding more and more memories does: {order: (starts, number held)}."""
    figure, ax = plt.subplots(figsize=(9, 4.2), layout="constrained")
    for (name, shares), color, marker in zip(orders.items(), ("#D55E00", INK), "os"):
        held = torch.arange(shares.shape[1])
        for each in shares:
            ax.scatter(held, each, color=color, marker=marker, s=12, alpha=0.4)
        median = shares.quantile(0.5, dim=0)
        points = torch.stack([held, median], 1)
        ax.add_collection(LineCollection([points], colors=color, linewidths=2))
        at = 3 if median[3] < 0.5 else 10
        ax.text(at + 0.3, median[at] + 0.08, name, color=color)
    ax.set(
        xlabel="memories held at their mean in code",
        ylabel="called “in a string”",
        ylim=(-0.03, 1.15),
    )
    show_small(figure)
