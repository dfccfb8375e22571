"""Prices and code from files, and that nothing from the future reaches training."""

from datetime import date
from pathlib import Path

import matplotlib.pyplot as plt
import nbformat
import pytest
import torch

from helpers import series
from helpers.series import last_training_day, load_prices
from helpers.taught import take

DAYS = [date(2024, 1, 2), date(2024, 1, 15), date(2024, 1, 16)]
PRICES = {"A": [1234.5, 1240.0, 1250.25], "B": [7.0, 8.0, 9.0]}
YFINANCE = "Price,Close,Close,High\nTicker,A,B,A\nDate,,,"
INVESTING = '\ufeff"Date","Price","Open","High","Low","Vol.","Change %"'
ACCEPTED = [  # file, header, row (d: day, p: A's price, q: B's), companies
    ("yfinance.csv", YFINANCE, "{d},{p},{q},5", "A B"),
    ("by_ticker.csv", "Ticker,A,A\nPrice,Open,Close\nDate,,", "{d},5,{p}", "A"),
    ("A.csv", "Date,Open,Close,Dividends", "{d} 00:00:00-05:00,5,{p},0", "A"),
    ("A.csv", "Date,High,Close,Adj Close,Volume", "{d},5,5,{p},400", "A"),
    ("A.csv", "<TICKER>,<PER>,<DATE>,<CLOSE>,<VOL>", "A,D,{d:%Y%m%d},{p},4", "A"),
    ("A.csv", "Date,Close/Last,Volume", '{d:%m/%d/%Y},"${p:,.2f}",400', "A"),
    ("A.csv", INVESTING, '"{d:%b %d, %Y}","{p:,.2f}","5","5","5","4M","1%"', "A"),
    ("A.csv", "timestamp,open,adjusted_close,volume", "{d},5,{p},400", "A"),
    ("A.csv", "Datum;Hoch;Schlusskurs;Volumen", "{d:%d.%m.%Y};5,0;{P};400", "A"),
    ("x.csv", "Datetime,A", "{d}T16:00:00Z,{p}", "A"),
    ("x.csv", "Date\tA\tVolume", "{d:%d/%m/%y}\t{p}\t400", "A"),
    ("x.csv", "Date,A Close,A Volume,Close_B", "{d},{p},4,{q}", "A B"),
    ("x.csv", ",Date,A", "0,{d:%d-%b-%Y},{p}", "A"),
    ("x.csv", "date,ticker,close,volume", "{d},A,{p},4\n{d},B,{q},4", "A B"),
    ("x.csv", "# mine\n\nDate,A,B", "{d},{p},{q}", "A B"),
]
REFUSED = [  # the file, and what it is told (a pattern)
    ("", "expected a header and rows"),
    ("PK\x03\x04", "an Excel file"),
    ("A,B\n1,2\n", "line 2, column A: expected a date such as .*, got '1'"),
    ("Date,Open,Volume\n2024-01-01,1,2\n", r"closing prices, got \['Open', 'Volume'"),
    ("Date,A,A\n2024-01-01,1,1\n", "header: expected each name once"),
    ("Date,A\n2024-01-01,1\n,2\n", "line 3, column Date: expected a date"),
    ("Date,A\n01/02/2024,1\n03/04/2024,1\n", "line 2, .*: expected .* day_first=True"),
    ("Date,A\n2024-01-01,1\n\n2024-01-01,2\n", "line 4, .*once .*2024-01-01 again"),
    ("Date,A\n2024-01-01,1\n2020-04-20,-37.63\n", "line 3, column A: .*'-37.63'"),
    ("Date,A\n2024-01-01,0\n2024-01-02,1\n", "line 2, column A: .* got '0'"),
    ("Date,A\n2024-01-01,1\n2024-01-02,inf\n", "line 3, column A: .* got 'inf'"),
    ('Date,A\n2024-01-01,1.5\n2024-01-02,"1,5"\n', "line 3, column A: .* got '1,5'"),
    ("Date,A\n2024-01-01,1,5\n2024-01-02,1,6\n", "line 2, column 3: .*name above each"),
    ("Date,A,B\n2024-01-01,1,\n2024-01-02,1,\n", "column B: expected 2 prices or more"),
    ("Date,A\n1/1/24,1\n1/2/24,\n1/3/24,\n1/4/24,-\n1/31/24,1\n", "none in 3 of 5"),
]


def write(folder, text, name="prices.csv", encoding="utf-8"):
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("newest_first", [False, True])
def test_files_as_people_have_them(tmp_path, newest_first, encoding, capsys):
    for file, header, row, names in ACCEPTED:
        rows = []
        for d, p, q in zip(DAYS, *PRICES.values()):
            german = f"{p:,.2f}".translate(str.maketrans(",.", ".,"))
            rows.append(row.format(d=d, p=p, P=german, q=q))
        text = "\n".join([header, *rows[:: -1 if newest_first else 1], ",,", ""])
        companies = load_prices(write(tmp_path, text, file, encoding))
        assert " ".join(companies) == names, header
        for name, (dates, prices) in companies.items():
            assert dates == DAYS and prices.tolist() == PRICES[name], header
            assert prices.dtype == torch.float64
        printed = capsys.readouterr().out
        for word in ("Open", "High", "Volume", "VOL", "Vol.", "Hoch"):
            assert word not in header or word in printed.split("left out: ")[1], header


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_bad_files_are_refused(tmp_path, text, message):
    with pytest.raises(ValueError, match=message):
        load_prices(write(tmp_path, text))


def test_dates_that_could_be_both_gaps_and_several_files(tmp_path, capsys):
    text = "Date,Us\n01/02/2024,1\n02/02/2024,-\n03/02/2024,8e-06\n"
    mine = write(tmp_path, text, "mine.csv")
    dates = [load_prices(mine, day_first=first)["Us"][0] for first in (True, False)]
    assert dates[0] == [date(2024, 2, 1), date(2024, 2, 3)]
    assert dates[1] == [date(2024, 1, 2), date(2024, 3, 2)]
    assert "dropped, without a price: 1 of Us" in capsys.readouterr().out
    other = write(tmp_path, "Date,Close\n2024-01-01,1\n2024-01-02,2\n", "Them.csv")
    assert list(load_prices(mine, other, day_first=True)) == ["Us", "Them"]
    with pytest.raises(ValueError, match="each company once, got Us"):
        load_prices(mine, mine, day_first=True)


def test_a_warning_of_averages(tmp_path, capsys):
    torch.manual_seed(0)
    daily = 100 * (1 + 0.01 * torch.randn(240, 21)).flatten().cumprod(0)
    both = zip(daily.view(240, 21).mean(1).tolist(), daily[20::21].tolist())
    rows = [f"{2000 + n // 12}-{n % 12 + 1:02},%f,%f" % p for n, p in enumerate(both)]
    load_prices(write(tmp_path, "\n".join(["month,Mean,End", *rows])))
    assert "Neighbouring returns are alike: Mean\n" in capsys.readouterr().out


def made_up(months, late):
    """Two companies from 2015 on, the first at rest at times, the second `late`."""
    torch.manual_seed(0)
    prices = 100 * (1 + 0.05 * torch.randn(months, 2)).cumprod(0)
    prices[20:34, 0], prices[70:84, 0] = 7, 8
    rows = [
        f"{2015 + n // 12}-{n % 12 + 1:02}-15,{ours:.2f},{theirs if n >= late else ''}"
        for n, (ours, theirs) in enumerate(prices.tolist())
    ]
    return "\n".join(["Date,Ours,Theirs", *rows])


def test_no_price_after_the_last_training_day_reaches_training_or_scaling():
    prepare = take("11_real_stock_prices", "prepare")["prepare"]
    companies, changed = load_prices(), {}
    last_day = last_training_day(companies, 12)
    for name, (dates, prices) in companies.items():
        later = torch.tensor([day > last_day for day in dates])
        changed[name] = dates, torch.where(later, prices**2, prices)
    training, test, scales = prepare(companies, last_day)
    training_after, test_after, scales_after = prepare(changed, last_day)
    assert scales == scales_after and len(test["IBM"][1]) == 156
    for name, pair in training.items():
        assert all(map(torch.equal, pair, training_after[name]))
    # And the change did reach the test data, so the comparison above isn't blind.
    assert not torch.equal(test["IBM"][1], test_after["IBM"][1])


@pytest.mark.parametrize("number", [11, 12])
def test_notebooks_run_on_prices_of_ones_own(number, tmp_path, monkeypatch, capsys):
    mine = str(write(tmp_path, made_up(96, late=60), "mine.csv"))
    (path,) = (Path(__file__).parent.parent / "notebooks").glob(f"{number}_*.ipynb")
    cells = nbformat.read(path, as_version=4).cells
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    assert code.count("load_prices()") == 1  # one place to change
    monkeypatch.chdir(path.parent)
    plt.switch_backend("agg")
    names = {}
    exec(code.replace("load_prices()", f"load_prices({mine!r})"), names)
    plt.close("all")
    assert "mine.csv: prices of Ours, Theirs\n" in capsys.readouterr().out
    if number == 11:
        assert names["last_day"] == date(2019, 9, 15)
        for seen in (12, 13):  # equal prices have no scale
            parts = names["scaled_windows"](seen)
            assert all(len(part) > 0 and part.isfinite().all() for part in parts)


@pytest.mark.parametrize(
    ("months", "late", "message"),
    [
        (79, 0, "longest series: expected 48 prices or more up to 2018-11-15, got 47"),
        (96, 73, "Theirs: expected 24 prices or more after 2019-09-15, got 23"),
    ],
)
def test_too_little_to_learn_from_is_refused(months, late, message, tmp_path):
    companies = load_prices(write(tmp_path, made_up(months, late)))
    with pytest.raises(ValueError, match=message):
        last_training_day(companies, 12)
    with pytest.raises(ValueError, match="companies: expected one or more, got {}"):
        last_training_day({}, 12)


# Under each line: . code, # comment, s in a string
SNIPPETS = [
    ('x = "a#b" # c "d"', "....sssss.#######"),
    ("y = 'it''s'  # '''", "....sssssss..#####"),
    ("'''a\n\"b\"\n'''#", 12 * "s" + "#"),
    (r'z = r"\"" + b', "....sssss...."),
    ("a = 'é' # ß", "....sss.###"),
    ("x = 1\n\fy = 'a'", "...........sss"),
    ("if a:\n\tb = ''", "...........ss"),
    ('f"a{b!r:>{w}}c" + d', "sssssssssssssss...."),
    ("f'{f(\"x\")}' # y", "sssssssssss.###"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "marks"), SNIPPETS)
def test_kinds_of_characters(text, marks):
    assert "".join(".#s"[kind] for kind in series.kinds_of(text).tolist()) == marks


def test_code_that_python_cannot_read_and_another_version(monkeypatch):
    with pytest.raises(Exception, match="EOF|unterminated"):
        series.kinds_of("'''never closed")
    monkeypatch.setattr("mpmath.__version__", "1.4.0")
    with pytest.raises(RuntimeError, match="found 1.4.0.*pip install"):
        series.load_python_code("calculus/odes")
