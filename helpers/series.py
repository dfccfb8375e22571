"""Real series from files, and how they are cut into windows."""

import csv
import math
from datetime import date
from numbers import Integral

import torch
from matplotlib.cbook import get_sample_data


def load_prices(path=None):
    """Read a CSV file: a column of dates, and one of prices a company.

    Dates: YYYY-MM-DD, rising. Prices: above 0; blank before a company's
    first and after its last. Lines that begin with `#` and rows without
    a price are passed over. No path: matplotlib's Stocks.csv, each
    first row of a month, which holds the price at the month's end.
    Returns {company: (dates, prices)}: a list and a tensor, both (n,).
    Raises FileNotFoundError, or ValueError naming line and column.
    """
    source = path or get_sample_data("Stocks.csv", asfileobj=False)
    with open(source, newline="", encoding="utf-8-sig") as file:
        lines = csv.reader(file)
        rows = [(lines.line_num, row) for row in lines]
    rows = [(n, row) for n, row in rows if row and row[0][:1] != "#"]
    (n, (date_column, *names)), *rows = rows or [(1, [""])]
    header = "a header, a date column and a column a company"
    _expect(names, f"line {n}", header, repr(date_column))
    no_twins = len(set(names)) == len(names)
    _expect(no_twins, f"line {n}", "a name once", names)
    companies = {name: ([], []) for name in names}
    day, ended = date.min, {}
    for n, (text, *cells) in rows:
        width, got = f"{1 + len(names)} cells", 1 + len(cells)
        _expect(len(cells) == len(names), f"line {n}", width, got)
        if not any(cells):
            continue
        day = _read_day(text, f"line {n}, column {date_column}", day)
        if path is None and day.day > 1:
            continue
        for name, cell in zip(names, cells):
            dates, prices = companies[name]
            if cell:
                where = f"line {ended.get(name, n)}, column {name}"
                cell = "" if name in ended else cell  # a gap is refused
                prices.append(_read_price(cell, where))
                dates.append(day)
            elif prices:
                ended.setdefault(name, n)
    for name, (dates, prices) in companies.items():
        got, wanted = len(prices), "2 prices or more"
        _expect(got > 1, f"column {name}", wanted, got)
        prices = torch.tensor(prices, dtype=torch.float64)
        companies[name] = dates, prices
    return companies


def _expect(fits, where, wanted, got):
    if not fits:
        raise ValueError(f"{where}: expected {wanted}, got {got}")


def _read_day(text, where, day_before):
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    _expect(day, where, "YYYY-MM-DD", repr(text))
    _expect(day > day_before, where, f"a date after {day_before}", day)
    return day


def _read_price(text, where):
    try:
        price = float(text)
    except ValueError:
        price = math.nan
    fits = 0 < price < math.inf
    _expect(fits, where, "a price above 0", repr(text))
    return price


def last_training_day(companies, months):
    """Choose the day up to which models train: 60 % of all dates.

    companies: as from `load_prices`; months: the length of a window.
    Raises ValueError where training or test months are too few.
    """
    days = sorted({day for dates, _ in companies.values() for day in dates})
    last = days[int(0.6 * len(days)) - 1]
    most = max(sum(d <= last for d in ds) for ds, _ in companies.values())
    wanted = f"{4 * months} prices or more up to {last}"
    _expect(most >= 4 * months, "longest series", wanted, most)
    for name, (dates, prices) in companies.items():
        early = sum(day <= last for day in dates)
        later = len(dates) - early
        wanted = f"{2 * months} prices or more after {last}"
        _expect(later >= 2 * months, name, wanted, later)
        for part in (prices[:early], prices[early:]):
            moves = len(part) <= months or part.std() > 0
            _expect(moves, name, "prices that change", "one price")
    return last


def make_windows(series, length):
    """Cut a series into all windows: `length` values, and the next one.

    series: (days,). Returns inputs (n, length) and next values (n,), in
    the order of time, n = days - length. Both are views of the series.
    """
    try:
        series = torch.as_tensor(series)
    except (TypeError, ValueError, RuntimeError) as error:
        raise ValueError(f"series: expected numbers ({error})") from error
    if not series.is_floating_point():
        series = series.to(torch.get_default_dtype())
    shape = tuple(series.shape)
    _expect(len(shape) == 1, "series", "shape (days,)", shape)
    finite = series.isfinite().all()
    _expect(finite, "series", "finite numbers", "NaN or infinity")
    if not isinstance(length, Integral):
        wanted = "expected a whole number"
        raise TypeError(f"length: {wanted}, got {length!r}")
    fits = f"1 to {len(series) - 1}, one less than the series has values"
    _expect(1 <= length < len(series), "length", fits, length)
    windows = series.unfold(0, length + 1, 1)  # (n, length + 1)
    return windows[:, :-1], windows[:, -1]


def load_neuron():
    """Read the membrane potential of one nerve cell, from a file that matplotlib ships.

    Returns a float64 tensor (12000,) in millivolts, a value every 0.5 ms for 6 s.
    Raises FileNotFoundError where the file is missing, ValueError where it isn't this
    recording.
    """
    from matplotlib.cbook import get_sample_data  # only needed here

    path = get_sample_data("membrane.dat", asfileobj=False)
    try:
        with open(path, "rb") as file:
            content = file.read()
    except FileNotFoundError as error:
        raise FileNotFoundError(
            "membrane.dat isn't among matplotlib's sample data "
            f"({path}); 3.8 to 3.11 have it"
        ) from error
    if len(content) != 48000:
        raise ValueError(
            "membrane.dat: expected 12000 float32 values (48000 bytes), "
            f"got {len(content)} bytes"
        )
    values = torch.frombuffer(bytearray(content), dtype=torch.float32)
    finite = values.isfinite().all()
    _expect(finite, "membrane.dat", "finite numbers", "NaN or infinity")
    return 100 * values.double()
