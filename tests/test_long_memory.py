"""What notebook 08 says and doesn't show: its rounding, its starts, its figure."""

import copy
import json
import math
from pathlib import Path

import matplotlib.pyplot as plt
import pytest
import torch

from helpers import taught

NOTEBOOK = "08_long_memory"
FOLDER = Path(__file__).parent.parent / "notebooks"


@pytest.fixture
def taken(monkeypatch):
    """Take names out of the notebook, with its 64-bit numbers."""
    monkeypatch.chdir(FOLDER)
    dtype = torch.get_default_dtype()
    torch.set_default_dtype(torch.float64)
    yield lambda *names: taught.take(NOTEBOOK, *names)
    torch.set_default_dtype(dtype)


def source_of(cell_id):
    text = (FOLDER / f"{NOTEBOOK}.ipynb").read_text(encoding="utf-8")
    (cell,) = (c for c in json.loads(text)["cells"] if c["id"] == cell_id)
    return "".join(cell["source"])


def test_rounding_stops_a_difference_that_would_grow_a_thousand_times(
    taken, monkeypatch
):
    names = taken("train", "lstm", "kinds")
    models = names["kinds"]["LSTM, bias 4"]
    nudged = copy.deepcopy(models)
    for model in nudged:
        model[1].bias.data += 1e-13

    def difference_at_the_end():
        losses = [names["train"](names["lstm"], m, 10) for m in (models, nudged)]
        return (losses[0] - losses[1]).abs().max().item()

    assert difference_at_the_end() < 1e-14
    monkeypatch.setattr(torch.Tensor, "round", lambda weight, decimals: weight)
    assert difference_at_the_end() > 1e-10


def test_the_starts_are_what_the_text_says(taken):
    kinds = taken("kinds")["kinds"]
    assert all(len(models) == 10 for models in kinds.values())
    for plain, orthogonal in zip(kinds["RNN"], kinds["RNN, orthogonal"]):
        matrix = plain[0].weight_hh_l0
        # Applied again and again, it shrinks what it is applied to.
        assert torch.linalg.eigvals(matrix).abs().max() < 1
        turned = orthogonal[0].weight_hh_l0
        assert torch.allclose(turned @ turned.T, torch.eye(8))
        assert torch.equal(plain[0].weight_ih_l0, orthogonal[0].weight_ih_l0)
    for bias in (1, 2, 3, 4):
        for plain, biased in zip(kinds["LSTM"], kinds[f"LSTM, bias {bias}"]):
            gates = [
                (model[0].bias_ih_l0 + model[0].bias_hh_l0).reshape(4, 8)
                for model in (plain, biased)
            ]
            assert (gates[1][1] == bias).all()
            others = [0, 2, 3]
            assert torch.equal(gates[0][others], gates[1][others])
            assert torch.equal(plain[0].weight_hh_l0, biased[0].weight_hh_l0)


@pytest.mark.parametrize("count", range(11))
def test_wilsons_interval_ends_where_the_count_is_z_deviations_away(taken, count):
    low, high = taken("wilson")["wilson"](count)
    assert 0 <= low <= count / 10 <= high <= 1
    for end in (low, high):
        if 0 < end < 1:
            deviation = math.sqrt(end * (1 - end) / 10)
            assert abs(abs(count / 10 - end) - 1.96 * deviation) < 1e-9


def test_the_figure_shows_each_count_with_its_interval_and_the_rule(
    taken, monkeypatch, capsys
):
    names = taken("wilson", "figures", "plt", "math")
    kinds = ["RNN", "RNN, orthogonal", "LSTM"]
    kinds += [f"LSTM, bias {bias}" for bias in (1, 2, 3, 4)]
    solved = {kind: [n, n + 1, n + 2] for n, kind in enumerate(kinds)}
    monkeypatch.setattr(plt, "show", lambda: None)
    exec(source_of("08-figure"), names | {"solved": solved, "noisy": (5, 10, 20)})
    axes = plt.gcf().axes
    assert [ax.get_title() for ax in axes] == [f"{n} noisy days" for n in (5, 10, 20)]
    assert axes[0].get_ylabel()
    for number, (ax, days) in enumerate(zip(axes, (5, 10, 20))):
        ticks = [label.get_text() for label in ax.get_xticklabels()]
        assert ticks == ["none", "1", "2", "3", "4", "RNN", "orth."]
        points = {
            line.get_xdata()[0]: (line.get_ydata()[0], line.get_marker())
            for line in ax.lines
            if len(line.get_xdata()) == 1
        }
        bars = {
            line.get_xdata()[0]: tuple(line.get_ydata())
            for line in ax.lines
            if len(line.get_xdata()) == 2 and line.get_linestyle() == "-"
        }
        places = [0, 1, 2, 3, 4, 6, 7]  # a gap before the RNNs
        assert list(ax.get_xticks()) == places
        for place, kind in zip(places, [*kinds[2:], *kinds[:2]]):
            count = solved[kind][number]
            assert points[place] == (count / 10, "o" if place < 5 else "s")
            assert bars[place] == names["wilson"](count)
        (rule,) = (line for line in ax.lines if line.get_linestyle() == "--")
        assert list(rule.get_xdata()) == [math.log(days)] * 2
        assert f"ln {days}" in [text.get_text() for text in ax.texts]
    plt.close()
