"""The plots of the series. The model is never in here.

Company A and B, and each gate, keep their colour in every figure; no figure relies on
colour alone. Jupyter shows a figure at the end of the cell that drew it.
"""

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
BLUE = "#0072B2"
# For curves that have no colour of their own: each differs in more than its colour.
LINE_STYLES = [
    dict(linestyle="-", marker="", color=INK),
    dict(linestyle="--", marker="", color=BLUE),
    dict(linestyle=":", marker="", color="#D55E00"),
    dict(linestyle="-.", marker="", color="#117733"),
]
STYLE = {
    "font.size": 14,
    "figure.figsize": (9, 4.2),
    "figure.constrained_layout.use": True,
    "figure.facecolor": "white",
    "savefig.facecolor": "white",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.grid": True,
    "grid.color": "#dddddd",
    "lines.linewidth": 2,
    "date.converter": "concise",
}


def set_style():
    """Set the fonts, the white ground and the grid of all figures that follow."""
    plt.rcParams.update(STYLE)
    if get_ipython():
        plt.switch_backend(plt.get_backend())  # it brings formatters of its own
        formatters = get_ipython().display_formatter.formatters
        formatters["image/png"].for_type(Figure, in_few_colours)
        formatters["text/plain"].for_type(
            Figure, lambda figure, printer, _: printer.text(in_words(figure))
        )


def in_few_colours(figure):
    """Return a figure as PNG in 96 colours: half the size, and it looks the same."""
    file = io.BytesIO()
    figure.savefig(file, format="png")
    picture = PIL.Image.open(file).convert("RGB")
    few = picture.quantize(96, PIL.Image.Quantize.MAXCOVERAGE, dither=0)
    return few._repr_png_()


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
            f"bar {to_hex(bar.get_facecolor())} : "
            f"{points_in_words([bar.get_xy(), (bar.get_width(), bar.get_height())])}"
            for bar in ax.patches
        ]
        # Newer versions of matplotlib call a band by a longer name.
        kinds = [type(shape).__name__ for shape in ax.collections]
        shown += [f"shape {kind.removeprefix('FillBetween')}" for kind in kinds]
        shown += [f"grid of {image.get_array().shape}" for image in ax.images]
        legend = ax.get_legend()
        texts = [*ax.texts, *(legend.get_texts() if legend else ())]
        words = [text.get_text().replace("\n", " / ") for text in texts]
        for axis in (ax.xaxis, ax.yaxis):
            if isinstance(ticks := axis.get_major_locator(), FixedLocator):
                words += axis.get_major_formatter().format_ticks(ticks.locs)
        said.append(f"panel '{ax.get_title() or ax.get_title('left')}'")
        said.append(f"  across: '{ax.get_xlabel()}', {ax.get_xscale()}")
        said.append(f"  up: '{ax.get_ylabel()}', {ax.get_yscale()}")
        said += [f"  {n} x {one}" for one, n in Counter(shown).items()]
        said.append(f"  words: {' | '.join(words)}")
    return "\n".join(said)


def points_in_words(points):
    if len(points) > 12:
        return f"{len(points)} points"
    points = [[f"{round(float(value), 2) + 0.0:g}" for value in p] for p in points]
    return " ".join(",".join(point) for point in points)


def show_table(label, rows, columns):
    """Show columns as a table: numbers with four decimals, text as it is.

    label: heads the rows' names; rows: one name a row; columns: {name: values}.
    """
    lines = [[label, *columns], ["---:"] * (1 + len(columns))]
    for name, row in zip(rows, zip(*columns.values())):
        cells = [cell if isinstance(cell, str) else f"{cell:.4f}" for cell in row]
        lines.append([str(name), *cells])
    display(Markdown("\n".join("| " + " | ".join(line) + " |" for line in lines)))


# What several figures are made of.


def write_beside(ax, point, text, right=8, up=0, **style):
    """Write a text beside a point, this many points of a font to the right and up."""
    style = dict(va="center") | style
    ax.annotate(text, point, (right, up), textcoords="offset points", **style)


def bold(company):
    return dict(color=COMPANY_STYLES[company]["color"], fontweight="bold")


def plot_curves(curves, xlabel, ylabel):
    """Plot curves, each with its name at its end and a line style of its own.

    curves: {name: values} or {name: (x, values)}; without x they are numbered from 1.
    """
    _, ax = plt.subplots()
    for (name, values), style in zip(curves.items(), LINE_STYLES):
        x, y = values if isinstance(values, tuple) else (None, values)
        y = [float(value) for value in y]
        x = range(1, len(y) + 1) if x is None else list(x)
        ax.plot(x, y, **style, label=name)
        write_beside(ax, (x[-1], y[-1]), name, color=style["color"])
    ax.set(xlabel=xlabel, ylabel=ylabel)


def plot_dots(rows, xlabel, lines={}):
    """Plot a row of dots for each name, {name: values}, and lines {name: value}."""
    _, ax = plt.subplots(figsize=(9, 2 + 0.45 * len(rows)))
    for row, values in enumerate(rows.values()):
        # One above the other, or equal ones would hide each other.
        heights = row + (torch.arange(len(values)) - (len(values) - 1) / 2) / 50
        ax.scatter(values, heights, s=80, color=BLUE, edgecolors="white", lw=0.5)
    for name, value in lines.items():
        ax.axvline(value, color=INK, linestyle=":")
        ax.text(value, -0.55, f"{name} ", rotation=30, va="bottom")
    ax.set_yticks(range(len(rows)), rows)
    ax.set(xlabel=xlabel, ylim=(len(rows) - 0.5, -0.5))


def draw_cells(ax, numbers, rows, columns, digits=0, **colors):
    """Draw a table: each number in a cell, whose colour shows it, too."""
    numbers = torch.as_tensor(numbers).tolist()
    image = ax.imshow(numbers, aspect="auto", **colors)
    for row, line in enumerate(numbers):
        for column, number in enumerate(line):
            ground = image.cmap(image.norm(number))
            color = INK if sum(ground[:3]) > 1.3 else "white"
            text = f"{round(number, digits) + 0:.{digits}f}"  # 0.0, never -0.0
            ax.text(column, row, text, ha="center", va="center", color=color)
    ax.set_xticks(range(len(columns)), map(str, columns))
    ax.set_yticks(range(len(rows)), rows)
    ax.tick_params(length=0)
    ax.grid(visible=False)
    ax.spines[:].set_visible(False)


# 01 to 03


def plot_companies(a, b, wanted):
    """Plot both companies' prices, and hollow, on the day after, what is wanted."""
    _, ax = plt.subplots(figsize=(6.5, 3.8))
    after = len(a) + 1
    for company, prices, next_price in zip("AB", (a, b), wanted):
        style = COMPANY_STYLES[company]
        ax.plot(range(1, after), prices, **style)
        hollow = style | dict(linestyle="none", markerfacecolor="white")
        ax.plot(after, next_price, markersize=11, markeredgewidth=2, **hollow)
        write_beside(ax, (1, prices[0]), company, -20, **bold(company))
        write_beside(ax, (after, next_price), f"{company}?", 12, **bold(company))
    ax.set(xlabel="day", ylabel="price (scaled)", xticks=range(1, after + 1))
    ax.set(xlim=(0.4, after + 0.8), ylim=(-0.15, 1.15))


def draw_sigmoid_and_tanh(points):
    """Draw both curves side by side, with the values at these points."""
    z, at = torch.linspace(-5, 5, 201), torch.tensor(points, dtype=torch.float)
    _, axes = plt.subplots(1, 2, figsize=(10, 3.8))
    for ax, function in zip(axes, (torch.sigmoid, torch.tanh)):
        name = function.__name__
        ax.plot(z, function(z), color=INK)
        ax.plot(at, function(at), "o", color=INK, markersize=9)
        for point in zip(at.tolist(), function(at).tolist()):
            write_beside(ax, point, f"{point[1]:.4f}", 10, -5, va="top")
        ax.set(title=name, xlabel="z", ylabel=f"{name}(z)", xlim=(-5, 5))


def plot_by_day(runs, names, ylabel):
    """Plot Company A against Company B over the days, a panel for each name.

    runs: {"A": {name: values}, "B": {name: values}}, one value a day.
    """
    _, axes = plt.subplots(1, len(names), figsize=(11, 3.8), sharey=True)
    for ax, name in zip(axes, names):
        # Label the lines where they are furthest apart.
        gaps = [abs(a - b) for a, b in zip(runs["A"][name], runs["B"][name])]
        at = gaps.index(max(gaps))
        for company, other in ("AB", "BA"):
            values = runs[company][name]
            days = range(1, len(values) + 1)
            up = 16 if values[at] > runs[other][name][at] else -16
            ax.plot(days, values, **COMPANY_STYLES[company])
            point = days[at], values[at]
            write_beside(ax, point, company, 0, up, ha="center", **bold(company))
        ax.set(title=name, xlabel="day", xticks=days)
        ax.margins(y=0.2)
    axes[0].set_ylabel(ylabel)


def plot_account(written, forget_gates):
    """Stack, day by day, what is left in the long memory of each day's writing."""
    _, ax = plt.subplots(figsize=(8, 4.2))
    layers = []  # what is left of day 1, of day 2, ...
    for day, (new, forget) in enumerate(zip(written, forget_gates), 1):
        layers = [layer * forget for layer in layers] + [new]
        bottom = 0
        for number, layer in enumerate(layers, 1):
            color = ("#004c7a", "#4b96c4", "#a6cbe3", "#e3eff7")[number - 1]
            bar = ax.bar(day, layer, 0.7, bottom, color=color, edgecolor=INK)
            ink = "white" if number == 1 else INK
            text = f"day {number}: {layer:.2f}"
            ax.bar_label(bar, [text], label_type="center", fontsize=12, color=ink)
            bottom += layer
        ax.text(day, bottom + 0.06, f"{bottom:.2f}", ha="center", fontweight="bold")
    ax.set(xlabel="day", ylabel="B's long memory", xticks=range(1, len(layers) + 1))
    ax.margins(y=0.12)
    ax.grid(axis="x", visible=False)


def plot_nine(nine, cases):
    """Draw predictions as a grid, a row for each long memory, darker where higher."""
    _, ax = plt.subplots(figsize=(6.5, 4.4))
    rows, columns = ([f"{part} {case}" for case in cases] for part in ("long", "short"))
    draw_cells(ax, nine, rows, columns, 2, cmap="Oranges", vmin=-0.1, vmax=1.6)
    ax.xaxis.tick_top()
    ax.set_aspect("equal")
    plt.setp(ax.texts, fontsize=18)


def plot_loss(loss):
    """Plot one loss twice, on an ordinary axis and on a logarithmic one."""
    _, axes = plt.subplots(1, 2, figsize=(10, 3.6))
    for ax, scale, name in zip(axes, ("linear", "log"), ("ordinary", "logarithmic")):
        ax.plot(range(1, len(loss) + 1), loss, color=INK)
        ax.set(title=f"{name} axis", xlabel="epoch", yscale=scale)
    axes[0].set_ylabel("mean squared error")


def plot_predictions(predictions):
    """Plot both predictions over the epochs, with a line at 0.5."""
    _, ax = plt.subplots()
    ax.axhline(0.5, color=FLOOR, linestyle=":")
    ax.text(len(predictions), 0.52, "0.5", color=FLOOR, ha="right", va="bottom")
    for company, values in zip("AB", zip(*predictions)):
        epochs = range(1, len(values) + 1)
        ax.plot(epochs, values, markevery=50, **COMPANY_STYLES[company])
        write_beside(ax, (epochs[-1], values[-1]), company, 10, **bold(company))
    ax.set(xlabel="epoch", ylabel="predicted price (scaled)")


def plot_losses(losses, floor):
    """Plot losses over the epochs, {name: values}, above the simplest forecast's."""
    plot_curves(losses, "epoch", "mean squared error")
    ends = [1, max(len(loss) for loss in losses.values())]
    plt.plot(ends, [floor, floor], color=FLOOR, linestyle=":")
    plt.text(1, floor - 0.01, f"simplest forecast: {floor:g}", color=FLOOR, va="top")
    plt.ylim(bottom=-0.01)


def plot_numbers(numbers, marks):
    """Plot the twelve parameters over the epochs, a panel for each part of the unit.

    numbers: twelve values per epoch; marks: epochs to mark with a line.
    """
    _, axes = plt.subplots(1, 4, figsize=(10, 3.8), sharex=True, sharey=True)
    numbers = torch.tensor(numbers)  # (epochs, 12)
    for ax, letter, gate, three in zip(axes, "abcd", GATE_COLORS, numbers.split(3, 1)):
        for epoch, side in zip(marks, ("right", "left")):
            ax.axvline(epoch, color="#888888", linestyle=":", linewidth=1.5)
            top = ax.get_xaxis_transform()  # epochs across, the panel's height up
            ax.text(epoch, 1.01, f"{epoch}", ha=side, fontsize=11, transform=top)
        names = [f"w{letter}1", f"w{letter}2", f"b{letter}1"]
        for values, line in zip(three.T, ("-", "--", ":")):
            ax.plot(range(1, len(numbers) + 1), values, line, color=GATE_COLORS[gate])
        height = -9.0
        for end, name in sorted(zip(three[-1].tolist(), names)):
            height = max(end, height + 0.28)  # beside its line, none upon another
            ax.text(len(numbers) * 1.03, height, name, va="center", fontsize=12)
        ax.set_title(gate, pad=16)
        ax.set(xlabel="epoch", xlim=(0, len(numbers) * 1.3), xticks=(0, 250, 500))
    axes[0].set_ylabel("value")


# 04 and 05


def plot_sweeps(day_1, first, second, mark):
    """Plot both models' predictions against the price of day 1; mark: one price."""
    _, ax = plt.subplots()
    ax.axvline(mark, color="#888888", linestyle=":")
    ax.text(mark + 0.01, 0.0, f"{mark}", va="center", fontsize=12)
    ax.plot(day_1, first, "-", color=INK)
    ax.plot(day_1, second, "--", color=INK)
    ax.text(0.6, 1.0, "first model", va="bottom")
    ax.text(0.6, 0.9, "second model", va="top")
    ax.set(xlabel="price on day 1 (0: Company A, 1: Company B)")
    ax.set(ylabel="predicted price (scaled)", ylim=(-0.05, 1.1))


def plot_longer(ends):
    """Plot both predictions, (A's, B's), against the number of days put between."""
    _, ax = plt.subplots(figsize=(8, 3.6))
    for company, values in zip("AB", zip(*ends)):
        ax.plot(range(len(values)), values, **COMPANY_STYLES[company])
        write_beside(ax, (0, values[0]), company, -20, **bold(company))
    ax.set(xlabel="more days at 0.5", ylabel="prediction", ylim=(-0.1, 1.1))
    ax.set_xlim(left=-0.5)


def plot_company(prices, first, second):
    """Plot a company's prices and, on the day after, both models' predictions."""
    _, ax = plt.subplots()
    ax.plot(range(1, len(prices) + 1), prices, "-o", color=INK)
    after = len(prices) + 1
    first, second = float(first), float(second)
    apart = max(0.0, 0.16 - abs(first - second)) / 2  # room for both texts
    for name, marker, value in (("first", "s", first), ("second", "^", second)):
        ax.plot(after, value, marker, color=INK, markersize=11)
        height = value + (apart if value == max(first, second) else -apart)
        ax.text(after + 0.15, height, f"{name} model {value:.2f}", va="center")
    ax.set(xlabel="day", ylabel="price (scaled)", ylim=(-1.1, 1.15))
    ax.set(xlim=(0.7, after + 1.9), xticks=range(1, after + 1))


def plot_fan(losses, passed, floor, marked):
    """Plot many trainings, those that passed a test against those that did not.

    losses: tensor (epochs, models); passed: tensor (models,) of bool; floor: a loss to
    mark with a line; marked: the seed whose curve stands out.
    """
    _, axes = plt.subplots(1, 2, figsize=(10, 3.4), sharex=True, sharey=True)
    epochs = range(1, len(losses) + 1)
    for ax, chosen, title in zip(axes, (passed, ~passed), ("pass", "don't pass")):
        # Without antialiasing the picture is a third of the size.
        thin = dict(color="#666666", linewidth=1, antialiased=False)
        ax.plot(epochs, losses[:, chosen].numpy(), **thin)
        if chosen[marked]:
            curve = losses[:, marked]
            ax.plot(epochs, curve, color=BLUE, linewidth=3)
            ax.text(epochs[-1] * 1.02, curve[-1], f"seed {marked}", va="center")
        ax.axhline(floor, linestyle=":", color=FLOOR)
        ax.set(title=f"{int(chosen.sum())} {title}", xlabel="epoch", yscale="log")
    text, right = f"best without memory: {floor:g}", dict(ha="right", color=FLOOR)
    axes[0].text(epochs[-1], floor * 1.05, text, va="bottom", **right)
    axes[0].set_ylabel("mean squared error")


def plot_wilson(k, n, low, high):
    """Draw where Wilson's interval comes from: which counts each true share gives."""
    _, ax = plt.subplots(figsize=(8, 4.2))
    shares = torch.linspace(0, 1, 201)
    width = 1.96 * (n * shares * (1 - shares)).sqrt()
    ax.fill_between(shares, n * shares - width, n * shares + width, color="#cfe3f2")
    ax.plot(shares, n * shares, color=BLUE)
    ax.axhline(k, color=INK)
    ax.text(0.02, k + 1, f"our count: {k}")
    for end in (low, high):
        ax.plot([end, end], [0, k], ":", color=INK)
        ax.text(end, 1, f" {end:.2f}")
    ax.text(0.98, n * 0.45, "usual counts", ha="right", color=BLUE)
    ax.set(xlabel="true share p of starts that pass", ylabel=f"count in {n} starts")
    ax.set(ylim=(0, n), xlim=(0, 1))


def plot_intervals(rows, xlabel):
    """Draw shares with their intervals, a row each: {label: (share, low, high)}."""
    _, ax = plt.subplots(figsize=(8, 0.9 + 0.6 * len(rows)))
    for place, (share, low, high) in enumerate(rows.values()):
        ax.plot([low, high], [place, place], color=INK)
        ax.plot(share, place, "o", color=INK, markersize=10)
    ax.set_yticks(range(len(rows)), rows)
    ax.set(xlabel=xlabel, xlim=(0, 1), ylim=(len(rows) - 0.5, -0.5))


# 07 to 10


def draw_stacked(W, V, b, short, x, sums):
    """Draw W @ short + V @ x + b for two memories and one input, gate by gate."""
    _, ax = plt.subplots(figsize=(9, 4.6))
    center = dict(ha="center", va="center")
    gates = ("input gate", "forget gate", "candidate", "output gate")
    left = 2.6
    for name, matrix, after in (
        ("W", W, f"@ {in_brackets(short)} +"),
        ("V", V, f"@ {in_brackets(x)} +"),
        ("b", b[:, None], "="),
        ("sum", sums[:, None], ""),
    ):
        wide = matrix.shape[1]
        ax.text(left + wide / 2, -0.5, name, weight="bold", **center)
        for row, values in enumerate(matrix.tolist()):
            color = GATE_COLORS[gates[row // 2].split()[0]]
            box = dict(facecolor=color, edgecolor="white", alpha=0.18)
            ax.add_patch(plt.Rectangle((left, row), wide, 1, **box))
            for column, value in enumerate(values):
                place = left + column + 0.5, row + 0.5
                ax.text(*place, f"{value:g}", color=color, **center)
        if after:
            ax.text(left + wide + 1.1, 4, after, **center)
        left += wide + 2.2
    for place, gate in enumerate(gates):
        ax.text(2.4, 2 * place + 1, gate, ha="right", va="center")
    ax.set(xlim=(0, left - 2.2), ylim=(8.1, -1))
    ax.axis("off")


def in_brackets(vector):
    return "(" + ", ".join(f"{value:g}" for value in vector.tolist()) + ")"


def plot_influences(by_day):
    """Plot how much each day counts: the median of the rows, a line per unit.

    by_day: {name: influences (rows, days)}.
    """
    _, ax = plt.subplots()
    sides = ((-5, 14, "right"), (5, -14, "left"))  # the first line is the higher one
    for (name, rows), style, side in zip(by_day.items(), LINE_STYLES, sides):
        middle = rows.median(dim=0).values
        ax.plot(range(1, len(middle) + 1), middle, **style)
        right, up, align = side
        point = 40, middle[39]
        write_beside(ax, point, name, right, up, ha=align, color=style["color"])
    ax.set(xlabel="day", ylabel="influence on the prediction", yscale="log")


def plot_shares(ranges, shares):
    """Plot the share of day 1 against the range of the prices: {name: shares}."""
    curves = {name: (ranges, values) for name, values in shares.items()}
    plot_curves(curves, "largest price", "share of day 1")
    plt.loglog()
    plt.xticks(ranges, [f"{r:g}" for r in ranges])
    plt.minorticks_off()


def plot_solved(solved, rates, budgets, of):
    """Draw a map of how many starts solve a task; each row's best cells are framed.

    solved: {kind: counts (rates, budgets)}; of: the number of starts.
    """
    rows = [counts.flatten().tolist() for counts in solved.values()]
    _, ax = plt.subplots(figsize=(9.5, 0.55 * len(rows) + 1.4))
    columns = [f"{steps} steps" for steps in budgets * len(rates)]
    draw_cells(ax, rows, solved, columns, cmap="Blues", vmin=0, vmax=1.3 * of)
    frame = dict(fill=False, edgecolor=INK, linewidth=2)
    for y, row in enumerate(rows):
        for x, count in enumerate(row):
            if count == max(row) > 0:
                ax.add_patch(plt.Rectangle((x - 0.46, y - 0.42), 0.92, 0.84, **frame))
    for number, rate in enumerate(rates):
        x = (number + 0.5) * len(budgets) - 0.5
        ax.text(x, -0.62, f"rate {rate}", ha="center", va="bottom")


def plot_growth(curves):
    """Draw how times grow: {what: (sizes, times as long as the first)}."""
    plot_curves(curves, "how many", "times as long as one")
    figure, ax = plt.gcf(), plt.gca()
    figure.set_size_inches(10, 5.2)
    ax.set_xscale("log", base=4)
    ax.set_yscale("log", base=4)
    ax.set_ylim(bottom=0.5)


def plot_race(results, kinds):
    """Draw ratios as dots beside a line at 1: {size: one ratio per kind}."""
    labels = [f"{size}: {kind}" for size in results for kind in kinds]
    ratios = [ratio for row in results.values() for ratio in row]
    xlabel = "times as long as nn.LSTM without oneDNN"
    plot_dots({label: [ratio] for label, ratio in zip(labels, ratios)}, xlabel)
    plt.axvline(1, color=INK, linestyle="--")
    for place, ratio in enumerate(ratios):
        paper = dict(color="white", pad=1)  # where the text is on the line
        write_beside(plt.gca(), (ratio, place), f"{ratio:.2f}", 12, bbox=paper)
    plt.xlim(0, 1.6)


# 11 to 13


def draw_forecasts(dates, curves, name, split=None):
    """Draw the truth and forecasts, {name: prices}; split: the first test month."""
    _, ax = plt.subplots()
    for (label, prices), style in zip(curves.items(), LINE_STYLES):
        ax.plot(dates, prices, **style, label=label)
    if split:
        ax.axvline(dates[split], color="#666666", linestyle=":")
        top = dict(va="top", transform=ax.get_xaxis_transform())
        ax.text(dates[split], 0.97, "training ", ha="right", **top)
        ax.text(dates[split], 0.97, " test", ha="left", **top)
    ax.set(xlabel="date", ylabel=f"price of {name}")
    ax.legend()


def draw_intervals(panels, names, label):
    """Draw values with their ±, a row per name, a panel each: {title: [(value, ±)]}."""
    _, axes = plt.subplots(1, len(panels), figsize=(10, 4.8), sharex=True, sharey=True)
    for ax, (title, pairs) in zip(axes, panels.items()):
        values, chances = torch.tensor(pairs).T
        ax.hlines(range(len(names)), values - chances, values + chances, color=INK)
        ax.scatter(values, range(len(names)), color=INK, zorder=3)
        ax.axvline(0, color=FLOOR, linestyle="--")
        ax.set_title(title, fontsize=13)
    axes[0].set_yticks(range(len(names)), names)
    axes[0].invert_yaxis()
    axes[len(axes) // 2].set_xlabel(label)


def draw_against_truth(said, truth):
    """Draw what forecasts said against what came, a panel each: {title: forecasts}."""
    _, axes = plt.subplots(1, len(said), figsize=(9, 4.4), sharey=True)
    for ax, (title, forecast) in zip(axes, said.items()):
        ax.plot(forecast, truth, ".", color=INK, alpha=0.3)
        ax.plot([-2, 2], [-2, 2], "--", color=FLOOR)
        ax.set(xlabel="forecast (scaled)", title=title, xlim=(-2, 2), ylim=(-2, 2))
    axes[0].set_ylabel("true return (scaled)")


def draw_numbers(values, rows, columns, xlabel):
    """Draw a table of t values, in colours: the further from 0, the darker."""
    _, ax = plt.subplots(figsize=(9.5, 0.5 + 0.42 * len(rows)))
    draw_cells(ax, values, rows, columns, 1, cmap="RdBu", vmin=-6, vmax=6)
    ax.set_xlabel(xlabel)


def draw_maps(maps, strengths, lags, most):
    """Draw what each search finds, in how many of `most` series: {kind: (s, lags)}."""
    _, axes = plt.subplots(1, len(maps), figsize=(10, 5), sharey=True)
    rows = [f"{s:+.1f}" for s in strengths]
    for ax, (kind, counts) in zip(axes, maps.items()):
        draw_cells(ax, counts, rows, lags, cmap="Greens", vmin=0, vmax=most)
        ax.set_title(f"{kind}: found in how many of {most}", fontsize=13)
        ax.set_xlabel("lag")
        ax.axhline(len(rows) / 2 - 0.5, color=INK, linewidth=1)
    axes[0].set_ylabel("strength of the pattern")


def draw_rows(scores, best):
    """Draw R² of many starts, a row per kind, and a bar at the pattern's own."""
    plot_dots(scores, "R² of the returns, in the test")
    rows = torch.arange(len(best))
    plt.vlines(best, rows - 0.35, rows + 0.35, color=FLOOR)


def plot_voltage(recording, start, stop):
    """Plot a nerve cell's voltage; start, stop: seconds."""
    _, ax = plt.subplots(figsize=(6.2, 2.3))
    part = range(round(start * 2000), round(stop * 2000))
    ax.plot([at / 2000 for at in part], recording[part], color=INK, linewidth=1)
    ax.set(xlabel="time in seconds", ylabel="voltage in mV")


def plot_errors(rows, starts, column, xlabel):
    """Plot each forecast's error as a ring, and the LSTM's starts as dots."""
    errors = [float(values[column]) for values in rows.values()]
    dots = {name: starts[:, column] if "LSTM" in name else [] for name in rows}
    plot_dots(dots, xlabel)
    plt.scatter(errors, range(len(errors)), s=160, facecolors="none", edgecolors=INK)
    plt.xlim(left=0)


def plot_dreams(dreams):
    """Plot dreams below each other: {name: (steps,) in mV, a value every 5 ms}."""
    figure, axes = plt.subplots(len(dreams), figsize=(5.8, 3.8), sharex=True)
    for ax, (name, voltage) in zip(axes, dreams.items()):
        ax.plot(torch.arange(120) / 200, voltage[:120], color=INK, linewidth=1.5)
        ax.text(0.61, -40, name, va="center")
        ax.set(ylim=(-65, 5), yticks=[-40], xlim=(0, 0.72))
        ax.grid(False)
    axes[-1].set_xlabel("seconds since it was left alone")
    figure.supylabel("voltage in mV", fontsize=14)


def plot_alarms(recording, now, seen, limits):
    """Plot the voltage, and below it what is watched, each in units of its limit."""
    near = (now > 6200) & (now < 8800)  # around the change
    seconds = now[near] / 2000
    _, axes = plt.subplots(1 + len(seen), figsize=(6, 4.4), sharex=True)
    axes[0].plot(seconds, recording[now[near]], color=INK, linewidth=0.8)
    axes[0].set_ylabel("mV")
    for ax, (name, values) in zip(axes[1:], seen.items()):
        ax.plot(seconds, values[near] / limits[name], color=INK, linewidth=0.8)
        ax.axhline(1, color=FLOOR, linestyle="--")
        ax.set_title(f"{name}: alarm above the dashed line", loc="left", fontsize=12)
        ax.set(ylabel="in limits", ylim=(0, 6))
        ax.grid(False)
    axes[-1].set_xlabel("time in seconds")


# 14


def write_code(ax, text, kinds):
    """Write code into a panel 8.64 inches wide, on the colours of its kinds.

    A line under the characters says the same: dotted a comment, full a string.
    Returns the place (column, row) of each character.
    """
    plt.rcParams["text.hinting"] = "none"  # else letters drift from their places
    lines = text.rstrip("\n").split("\n")
    sizes = [
        (row, column)
        for row, line in enumerate(lines)
        for column in range(len(line) + 1)
    ]
    rows, columns = torch.tensor(sizes[: len(text)]).T
    grid = torch.zeros(len(lines), 80)
    grid[rows, columns] = kinds.float()
    colors = ListedColormap(["#ffffff", "#cfe8d5", "#ffe2b8"])  # code, comment, string
    extent = (0, 80, len(lines), 0)
    ax.imshow(grid, colors, vmin=0, vmax=2, aspect="auto", extent=extent)
    for kind, style in ((1, "dotted"), (2, "solid")):
        row, column = rows[kinds == kind], columns[kinds == kind]
        ax.hlines(row + 0.93, column, column + 1, INK, style, linewidth=0.8)
    font = dict(family="DejaVu Sans Mono", size=12.92, parse_math=False)
    for row, line in enumerate(lines):
        ax.text(0, row + 0.5, line, va="center", **font)
    ax.set(xlim=(0, 80), ylim=(len(lines), 0), xticks=[], yticks=[])
    ax.spines[:].set_visible(False)
    ax.grid(False)
    return torch.stack([columns, rows], 1)


def plot_reading(text, truth, said):
    """Draw code in its true kinds, and in those that a model says, mistakes marked."""
    high = 0.5 * len(text.splitlines()) + 1
    figure = plt.figure(figsize=(9, high), layout="none")
    for title, kinds, bottom in (("truth", truth, 0.53), ("model", said, 0.02)):
        ax = figure.add_axes((0.02, bottom, 0.96, 0.5 - 0.6 / high))
        places = write_code(ax, text, kinds)
        ax.set_title(title, loc="left", fontsize=14)
    wrong = places[truth != said] + 0.5
    ax.scatter(*wrong.T, marker="s", s=90, facecolors="none", edgecolors=FLOOR, lw=2)


def plot_memory(text, kinds, memory):
    """Draw one memory, from -1 to 1, as a line under each line of code."""
    lines = text.splitlines(keepends=True)
    figure = plt.figure(figsize=(9, 0.62 * len(lines) + 0.2), layout="none")
    begin, high = 0, 1 / len(lines)
    for row, line in enumerate(lines, 1):
        end = begin + len(line)
        ax = figure.add_axes((0.02, 1 - (row - 0.55) * high, 0.96, 0.38 * high))
        code = line.rstrip("\n") or " "
        write_code(ax, code, kinds[begin : begin + len(code)])
        ax.axis("off")
        ax = figure.add_axes((0.02, 1 - (row - 0.05) * high, 0.96, 0.48 * high))
        steps = [*memory[begin:end].tolist(), 0]
        ax.fill_between(range(len(steps)), steps, step="post", color=BLUE, lw=0)
        ax.axhline(0, color="#999999", lw=0.8)
        ax.set(xlim=(0, 80), ylim=(-1.05, 1.05))
        ax.axis("off")
        begin = end


def plot_wiped(lengths, shares, look_up):
    """Draw the share right by how much is seen: wiped LSTMs beside the look-up.

    lengths: characters between two wipes; shares: (starts, lengths); look_up: {longest
    window: share}.
    """
    _, ax = plt.subplots()
    low, high = shares.aminmax(dim=0)
    ax.fill_between(lengths, low, high, color=BLUE, alpha=0.3, lw=0)
    ax.scatter(lengths, shares.median(0).values, color=BLUE, marker="o")
    ax.plot(look_up.keys(), look_up.values(), color=INK, linestyle="--", marker="s")
    ax.text(2, 0.84, "look-up", color=INK)
    words = "LSTM, wiped:\nmedian and range\nof eight starts"
    ax.text(45, 0.62, words, color=BLUE)
    ax.set(xlabel="characters looked at, or between two wipes", xscale="log")
    ax.set(ylabel="share right", ylim=(0.4, 1.01))
    ticks = (1, 2, 5, 10, 20, 50, 100, 200)
    ax.set_xticks(ticks, map(str, ticks))


def plot_distances(edges, curves):
    """Draw the share right by the distance since the last quote: {name: shares}."""
    _, ax = plt.subplots()
    at = torch.arange(len(edges) - 1) + 0.5
    for (name, shares), style in zip(curves.items(), LINE_STYLES):
        color, marker = style["color"], style["marker"] or "o"
        points = torch.stack([at, torch.as_tensor(shares).float()], 1)
        line = LineCollection([points], colors=color, linestyles=style["linestyle"])
        ax.add_collection(line)
        ax.scatter(*points.T, color=color, marker=marker)
        ax.text(at[-1] + 0.15, shares[-1], name, color=color, va="center")
    names = [f"{a}–{b - 1}" for a, b in zip(edges, edges[1:-1])]
    ax.set_xticks(at.tolist(), [*names, f"{edges[-2]} on"], fontsize=11)
    ax.set(xlabel="characters since the last quote", xlim=(0, len(at) + 1))
    ax.set_ylabel("share right")


def plot_held(orders):
    """Draw what holding more and more memories does: {order: (starts, number held)}."""
    _, ax = plt.subplots()
    for (name, shares), color, marker in zip(orders.items(), ("#D55E00", INK), "os"):
        held = torch.arange(shares.shape[1])
        for each in shares:
            ax.scatter(held, each, color=color, marker=marker, s=12, alpha=0.4)
        median = shares.quantile(0.5, dim=0)
        points = torch.stack([held, median], 1)
        ax.add_collection(LineCollection([points], colors=color, linewidths=2))
        at = 3 if median[3] < 0.5 else 10
        ax.text(at + 0.3, median[at] + 0.08, name, color=color)
    ax.set(xlabel="memories held at their mean in code", ylim=(-0.03, 1.15))
    ax.set_ylabel("called “in a string”")
