"""Prices from a file, windows, and that nothing from the future reaches training."""

import sys
from datetime import date
from pathlib import Path

import matplotlib.pyplot as plt
import nbformat
import pytest
import torch

from helpers.series import last_training_day, load_prices, make_windows
from helpers.taught import take


def write(folder, text):
    path = folder / "prices.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_matplotlib_prices():
    companies = load_prices()
    names = "IBM AAPL MSFT XRX AMZN DELL GOOGL ADBE ^GSPC ^IXIC".split()
    assert list(companies) == names
    dates, prices = companies["IBM"]
    assert len(dates) == len(prices) == 390
    assert dates[0] == date(1990, 1, 1) and dates[-1] == date(2022, 6, 1)
    assert all(day.day == 1 for dates, _ in companies.values() for day in dates)
    assert prices[0].item() == 10.970438003540039
    assert len(companies["DELL"][0]) == 70
    assert companies["DELL"][0][0] == date(2016, 9, 1)


def test_own_prices_by_day(tmp_path):
    text = "# mine\nday,Us,Them\n2024-01-02,1.5,\n2024-01-03,,\n\n"
    text += "2024-01-04,2,7\n2024-01-05,3,8\n"
    companies = load_prices(write(tmp_path, text))
    assert companies["Us"][0] == [date(2024, 1, 2), date(2024, 1, 4), date(2024, 1, 5)]
    assert companies["Us"][1].tolist() == [1.5, 2.0, 3.0]
    assert companies["Us"][1].dtype == torch.float64
    assert companies["Them"][0] == [date(2024, 1, 4), date(2024, 1, 5)]
    assert companies["Them"][1].tolist() == [7.0, 8.0]


def test_a_file_saved_by_excel_has_a_mark_in_front(tmp_path):
    companies = load_prices(
        write(tmp_path, "\ufeff# x\nDate,A\n2024-01-01,1\n2024-01-02,2\n")
    )
    assert companies["A"][1].tolist() == [1.0, 2.0]


def test_a_company_may_end_early(tmp_path):
    text = "Date,A,B\n2024-01-01,1,4\n2024-01-02,2,5\n2024-01-03,3,\n2024-01-04,4,\n"
    companies = load_prices(write(tmp_path, text))
    assert companies["B"][0] == [date(2024, 1, 1), date(2024, 1, 2)]
    assert companies["B"][1].tolist() == [4.0, 5.0]


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="nowhere.csv"):
        load_prices(tmp_path / "nowhere.csv")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("", "line 1: expected a header"),
        ("Date\n2024-01-01\n", "line 1: expected a header"),
        ("Date,A,A\n2024-01-01,1,1\n", "line 1: expected a name once"),
        (
            "Date,A\n2024-01-01,1\n,2\n",
            "line 3, column Date: expected YYYY-MM-DD, got ''",
        ),
        ("Date,A\n01/02/2024,1\n", "line 2, column Date: .* got '01/02/2024'"),
        (
            "Date,A\n2024-01-01,1\n2024-01-01,2\n",
            "line 3, column Date: expected a date after 2024-01-01, got 2024-01-01",
        ),
        (
            "Date,A\n2024-02-01,1\n\n2024-01-01,2\n",
            "line 4, column Date: expected a date after 2024-02-01, got 2024-01-01",
        ),
        (
            "Date,A\n2024-01-01,1\n2024-01-02,n/a\n",
            "line 3, column A: .*above 0, got 'n/a'",
        ),
        ("Date,A\n2024-01-01,1\n2024-01-02,0\n", "line 3, column A: .* got '0'"),
        ("Date,A\n2024-01-01,1\n2024-01-02,-3\n", "line 3, column A: .* got '-3'"),
        ("Date,A\n2024-01-01,1\n2024-01-02,inf\n", "line 3, column A: .* got 'inf'"),
        ("Date,A\n2024-01-01,1\n2024-01-02,nan\n", "line 3, column A: .* got 'nan'"),
        (
            "Date,A,B\n2024-01-01,1,1\n2024-01-02,,2\n2024-01-03,1,1\n",
            "line 3, column A: expected a price above 0, got ''",
        ),
        ("Date,A\n2024-01-01,1\n2024-01-02,2,3\n", "line 3: expected 2 cells, got 3"),
        (
            "Date,A,B\n2024-01-01,1,\n2024-01-02,2,5\n",
            "column B: expected 2 prices or more, got 1",
        ),
        ("Date,A\n", "column A: expected 2 prices or more, got 0"),
    ],
)
def test_bad_files_are_refused(tmp_path, rows, message):
    with pytest.raises(ValueError, match=message):
        load_prices(write(tmp_path, rows))


def test_windows_by_hand():
    inputs, labels = make_windows([1.0, 2.0, 3.0, 4.0, 5.0], 3)
    assert inputs.tolist() == [[1.0, 2.0, 3.0], [2.0, 3.0, 4.0]]
    assert labels.tolist() == [4.0, 5.0]
    assert make_windows([1.0, 2.0], 1)[0].tolist() == [[1.0]]


@pytest.mark.parametrize(
    ("series", "length", "error", "message"),
    [
        (
            [[1.0, 2.0]],
            1,
            ValueError,
            r"series: expected shape \(days,\), got \(1, 2\)",
        ),
        ([1.0, float("nan"), 2.0], 1, ValueError, "series: expected finite numbers"),
        ([1.0, 2.0, 3.0], 3, ValueError, "length: expected 1 to 2, .* got 3"),
        ([1.0, 2.0, 3.0], 0, ValueError, "length: expected 1 to 2, .* got 0"),
        ([1.0, 2.0, 3.0], 1.5, TypeError, "length: expected a whole number, got 1.5"),
    ],
)
def test_bad_windows_are_refused(series, length, error, message):
    with pytest.raises(error, match=message):
        make_windows(series, length)


# --- Notebook 10 --------------------------------------------------------------

NOTEBOOK = Path(__file__).parent.parent / "notebooks" / "11_real_stock_prices.ipynb"
TAUGHT = take("11_real_stock_prices", "prepare", "MONTHS", "LAST_TRAINING_DAY")


def test_no_price_after_the_last_training_day_reaches_training_or_scaling():
    companies, prepare = load_prices(), TAUGHT["prepare"]
    changed = {}
    for name, (dates, prices) in companies.items():
        later = torch.tensor([day > TAUGHT["LAST_TRAINING_DAY"] for day in dates])
        other = torch.where(later, torch.linspace(5, 50, len(prices)).double(), prices)
        changed[name] = (dates, other)

    training, test, scales = prepare(companies)
    training_after, test_after, scales_after = prepare(changed)
    assert scales == scales_after
    for name, (inputs, labels) in training.items():
        assert torch.equal(inputs, training_after[name][0])
        assert torch.equal(labels, training_after[name][1])
    # And the change did reach the test data, so the comparison above isn't blind.
    assert not torch.equal(test["IBM"][1], test_after["IBM"][1])


def test_every_later_month_is_tested():
    _, test, _ = TAUGHT["prepare"](load_prices())
    assert len(test) == 10
    assert TAUGHT["LAST_TRAINING_DAY"] == date(2009, 6, 1)
    assert len(test["IBM"][1]) == 156  # July 2009 to June 2022


def made_up(months, late, seed=0, suspended=()):
    """Two companies from January 2015 on, the second `late` months later.

    suspended: months from which on the first keeps its price for 14 months.
    """
    torch.manual_seed(seed)
    prices = 100 * (1 + 0.05 * torch.randn(months, 2)).cumprod(0)
    for month in suspended:
        prices[month : month + 14, 0] = prices[month, 0].item()
    prices = prices.tolist()
    lines = ["Date,Ours,Theirs"]
    for n, (ours, theirs) in enumerate(prices):
        theirs = f"{theirs:.2f}" if n >= late else ""
        lines.append(f"{2015 + n // 12}-{n % 12 + 1:02}-15,{ours:.2f},{theirs}")
    return "\n".join(lines) + "\n"


def test_notebook_10_runs_on_prices_of_ones_own(tmp_path, monkeypatch):
    mine = str(write(tmp_path, made_up(96, late=60, suspended=(20, 70))))
    sources = [
        cell.source
        for cell in nbformat.read(NOTEBOOK, as_version=4).cells
        if cell.cell_type == "code"
    ]
    assert "\n".join(sources).count("load_prices(") == 1  # one place to change
    monkeypatch.chdir(NOTEBOOK.parent)
    monkeypatch.setattr(sys, "path", [*sys.path])
    plt.switch_backend("agg")
    monkeypatch.setattr(plt, "show", plt.close)
    names, threads, dtype = {}, torch.get_num_threads(), torch.get_default_dtype()
    try:
        with plt.rc_context():
            for source in sources:
                exec(source.replace("load_prices()", f"load_prices({mine!r})"), names)
    finally:
        torch.set_default_dtype(dtype)
        torch.set_num_threads(threads)
    assert list(names["test"]) == ["Ours", "Theirs"]
    assert names["LAST_TRAINING_DAY"] == date(2019, 9, 15)
    assert all(0.5 < r < 2 for r in names["ratios"].flatten().tolist())
    for seen in (12, 13):  # twelve or thirteen equal prices have no scale
        parts = names["scaled_windows"](seen)
        assert all(len(part) > 0 and part.isfinite().all() for part in parts)


@pytest.mark.parametrize(
    ("months", "late", "message"),
    [
        (79, 0, "longest series: expected 48 prices or more up to 2018-11-15, got 47"),
        (96, 73, "Theirs: expected 24 prices or more after 2019-09-15, got 23"),
    ],
)
def test_too_few_months_are_refused(months, late, message, tmp_path):
    companies = load_prices(write(tmp_path, made_up(months, late)))
    with pytest.raises(ValueError, match=message):
        last_training_day(companies, 12)


def test_prices_that_stand_still_are_refused(tmp_path):
    companies = load_prices(write(tmp_path, made_up(96, late=0)))
    dates, prices = companies["Theirs"]
    companies["Theirs"] = dates, prices.clamp(1, 1)
    with pytest.raises(ValueError, match="Theirs: expected prices that change"):
        last_training_day(companies, 12)
