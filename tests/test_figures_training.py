"""What the figures of notebooks 03, 04 and 05 show, by what matplotlib holds."""

from pathlib import Path

import matplotlib.pyplot as plt
import nbformat
import pytest
import torch

from helpers import figures

NOTEBOOKS = Path(__file__).parent.parent / "notebooks"


@pytest.fixture(autouse=True)
def no_window(monkeypatch):
    monkeypatch.setattr(plt, "show", lambda: None)
    yield
    plt.close("all")


def draw(cell_id, **names):
    """Run one cell of a notebook with made-up data; return its figure's axes."""
    path = next(NOTEBOOKS.glob(f"{cell_id[:2]}_*.ipynb"))
    cells = {cell.id: cell for cell in nbformat.read(path, as_version=4).cells}
    known = {"figures": figures, "plt": plt, "torch": torch, "print": lambda *_: None}
    exec(cells[cell_id].source, known | names)
    return plt.gcf().axes


def curve(line):
    return list(line.get_xdata()), [float(y) for y in line.get_ydata()]


def look(line):
    return line.get_linestyle(), line.get_marker()


def labels(ax):
    return ax.get_xlabel(), ax.get_ylabel()


def place_of(ax, text):
    """Where this text stands, once, in the units of the data."""
    (found,) = [t for t in ax.texts if t.get_text() == text]
    return found.xy if hasattr(found, "xy") else found.get_position()


def has_floor(ax, floor):
    (line,) = [x for x in ax.lines if x.get_color() == figures.FLOOR]
    assert list(line.get_ydata()) == [floor, floor] and line.get_linestyle() == ":"
    assert place_of(ax, f"best without memory: {floor:g}")[1] == pytest.approx(
        floor, rel=0.1
    )


def test_the_loss_is_drawn_on_both_axes():
    loss = [0.5**epoch for epoch in range(500)]
    axes = draw("03-loss-figure", notes={"loss": loss})
    assert [ax.get_yscale() for ax in axes] == ["linear", "log"]
    assert [ax.get_title() for ax in axes] == ["linear axis", "log axis"]
    assert labels(axes[0]) == ("epoch", "mean squared error")
    for ax in axes:
        (line,) = ax.lines
        assert curve(line) == (list(range(1, 501)), loss)
        assert ax.get_xlabel() == "epoch"


def test_both_predictions_over_the_epochs():
    pairs = [[0.2 - n / 5000, 0.2 + n / 1000] for n in range(500)]
    (ax,) = draw(
        "03-memory-figure", memory={"predictions": pairs}, epochs=range(1, 501)
    )
    assert labels(ax) == ("epoch", "predicted price (scaled)")
    for company, line, values in zip("AB", ax.lines, zip(*pairs), strict=True):
        assert curve(line) == (list(range(1, 501)), list(values))
        assert line.get_color() == figures.COMPANY_STYLES[company]["color"]
        assert place_of(ax, company)[1] == values[-1]
    a, b = ax.lines
    assert a.get_linestyle() != b.get_linestyle() and a.get_marker() != b.get_marker()
    assert a.get_marker() not in ("", "None") and len(a.get_xdata()[::50]) == 10


def test_the_loss_with_and_without_day_1():
    losses = {
        "memory": torch.linspace(0.4, 0.0, 500),
        "control": torch.linspace(0.4, 0.25, 250),
    }
    (ax,) = draw(
        "03-control-figure",
        memory="memory",
        control="control",
        loss_of=losses.get,
    )
    assert labels(ax) == ("epoch", "mean squared error")
    has_floor(ax, 0.25)
    curves = [line for line in ax.lines if line.get_color() != figures.FLOOR]
    expected = {
        "without day 1": losses["control"],
        "with day 1": losses["memory"][:250],
    }
    for line, (name, values) in zip(curves, expected.items(), strict=True):
        assert curve(line) == (list(range(1, 251)), values.tolist())
        assert place_of(ax, name) == (250, pytest.approx(values[-1].item()))
    assert look(curves[0]) != look(curves[1])


def test_the_twelve_numbers_stand_in_their_gates_panels():
    names = [f"{kind}{gate}{n}" for gate in "abcd" for kind, n in ("w1", "w2", "b1")]
    numbers = [[float(n * e) for n in range(12)] for e in range(5)]
    figures.plot_numbers(numbers, marks=[2, 4])
    axes = plt.gcf().axes
    assert [ax.get_title() for ax in axes] == list(figures.GATE_COLORS)
    assert axes[0].get_ylabel() == "value"
    for place, ax in enumerate(axes):
        assert ax.get_xlabel() == "epoch"
        marked = [line.get_xdata()[0] for line in ax.lines[:2]]
        shown = {line.get_label(): line for line in ax.lines[2:]}
        assert list(shown) == names[3 * place : 3 * place + 3] and marked == [2, 4]
        assert {text.get_text() for text in ax.texts} == {"2", "4", *shown}
        for name, line in shown.items():
            values = [row[names.index(name)] for row in numbers]
            assert curve(line) == ([1, 2, 3, 4, 5], values)
            assert line.get_color() == figures.GATE_COLORS[ax.get_title()]
        assert len({line.get_linestyle() for line in shown.values()}) == 3


def test_both_sweeps_of_day_1():
    (ax,) = draw(
        "04-sweep-figure",
        first=0.1,
        second=0.2,
        predict=lambda model, rows: [model * row[0] for row in rows],
    )
    x = torch.linspace(0, 1, 101)
    for line, slope in zip(ax.lines, (0.1, 0.2), strict=True):
        assert curve(line)[0] == x.tolist()
        assert curve(line)[1] == pytest.approx((slope * x).tolist())
    assert look(ax.lines[0]) != look(ax.lines[1])
    assert place_of(ax, "first model")[1] > place_of(ax, "second model")[1]
    assert labels(ax) == (
        "price on day 1 (0: Company A, 1: Company B)",
        "predicted price (scaled)",
    )


def test_a_companys_prices_and_both_predictions():
    (ax,) = draw(
        "04-company",
        first=0.9,
        second=-0.3,
        predict=lambda model, rows: torch.tensor([model]),
    )
    prices, first, second = ax.lines
    assert curve(prices) == ([1, 2, 3, 4], [0.0, 0.5, 0.25, 1.0])
    for line, name, value in ((first, "first", 0.9), (second, "second", -0.3)):
        assert curve(line) == ([5], [pytest.approx(value)])
        assert place_of(ax, f"{name} model {value:.2f}")[1] == pytest.approx(value)
    assert len({look(line) for line in ax.lines}) == 3
    assert labels(ax) == ("day", "price (scaled)")
    assert ax.get_ylim()[0] <= -1 and ax.get_ylim()[1] >= 1


def test_trainings_that_pass_stand_left_the_others_right():
    losses = torch.rand(20, 5)
    passed = torch.tensor([True, False, True, True, False])
    figures.plot_fan(losses, passed, floor=0.25, marked=0)
    axes = plt.gcf().axes
    assert [ax.get_title() for ax in axes] == ["3 pass", "2 don't pass"]
    assert axes[0].get_ylabel() == "mean squared error"
    for ax, chosen in zip(axes, (passed, ~passed)):
        has_floor(ax, 0.25)
        lines = [line for line in ax.lines if line.get_color() != figures.FLOOR]
        assert [curve(line) for line in lines] == [
            (list(range(1, 21)), values.tolist()) for values in losses.T[chosen]
        ]
        assert (ax.get_yscale(), ax.get_xlabel()) == ("log", "epoch")


def test_the_loss_after_one_step():
    rates = torch.linspace(0, 3, 61)
    after_step = (rates - 0.65) ** 2 + 0.25
    (ax,) = draw("05-step-figure", rates=rates, after_step=after_step)
    has_floor(ax, 0.25)
    line, dot = (x for x in ax.lines if x.get_color() != figures.FLOOR)
    assert curve(line) == (rates.tolist(), after_step.tolist())
    assert curve(dot) == ([0.65], [pytest.approx(0.25)]) and dot.get_marker() == "o"
    assert labels(ax) == ("learning rate of one step", "loss after the step")
    assert ax.get_title() == "lr = 0.65: loss 0.2500"
