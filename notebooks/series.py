"""Real series, and how they are cut into windows."""

import csv
import math
from datetime import date
from numbers import Integral

import torch


def load_prices(path=None):
    """Read a CSV file with a date column and one column of prices a company.

    path: dates as YYYY-MM-DD, rising, one a day or one a month; prices above 0, in any
    currency. Cells may be blank before a company's first price and after its last.
    Lines that begin with `#` and rows without any price are passed over. Without a
    path, the file is the Stocks.csv that matplotlib ships, its companies adjusted for
    splits and dividends; only its rows dated on the first of a month are kept, which
    hold the price at the end of that month (the last one, at 28 June 2022).
    Returns {company: (dates, prices)}, a list of dates and a float64 tensor (n,).
    Raises FileNotFoundError, or ValueError that names the line and the column.
    """
    is_sample = path is None
    if is_sample:
        from matplotlib.cbook import get_sample_data  # only needed here

        path = get_sample_data("Stocks.csv", asfileobj=False)

    with open(path, newline="", encoding="utf-8-sig") as file:
        reader = csv.reader(file)
        rows = [
            (reader.line_num, row)
            for row in reader
            if row and row[0][:1] != "#"
        ]
    if not rows or len(rows[0][1]) < 2:
        raise ValueError(
            "line 1: expected a header, a date column and a column a company"
        )
    date_column, *names = rows[0][1]
    if len(set(names)) < len(names):
        raise ValueError(
            f"line {rows[0][0]}: expected a name once, got {names}"
        )

    companies = {name: ([], []) for name in names}
    blank_since = {}
    day_before = date.min
    for line, row in rows[1:]:
        if len(row) != 1 + len(names):
            raise ValueError(
                f"line {line}: expected {1 + len(names)} cells, got {len(row)}"
            )
        if not any(row[1:]):
            continue
        where = f"line {line}, column {date_column}"
        try:
            day = date.fromisoformat(row[0])
        except ValueError:
            raise ValueError(
                f"{where}: expected YYYY-MM-DD, got {row[0]!r}"
            ) from None
        if day <= day_before:
            raise ValueError(
                f"{where}: expected a date after {day_before}, got {day}"
            )
        day_before = day
        if is_sample and day.day != 1:
            continue
        for name, cell in zip(names, row[1:]):
            dates, prices = companies[name]
            if cell:
                if name in blank_since:
                    where = f"line {blank_since[name]}, column {name}"
                    raise ValueError(
                        f"{where}: expected a price above 0, got ''"
                    )
                dates.append(day)
                prices.append(
                    _as_price(cell, f"line {line}, column {name}")
                )
            elif prices:
                blank_since.setdefault(
                    name, line
                )  # an error if a price follows

    for name, (_, prices) in companies.items():
        if len(prices) < 2:
            raise ValueError(
                f"column {name}: expected 2 prices or more, got {len(prices)}"
            )
    return {
        name: (dates, torch.tensor(prices, dtype=torch.float64))
        for name, (dates, prices) in companies.items()
    }


def _as_price(cell, where):
    try:
        price = float(cell)
    except ValueError:
        price = math.nan
    if not 0 < price < math.inf:
        raise ValueError(
            f"{where}: expected a price above 0, got {cell!r}"
        )
    return price


def make_windows(series, length):
    """Cut a series into all its windows: `length` values, and the one that follows.

    series: shape (days,). Returns inputs (n, length) and next values (n,), with
    n = days - length, in the order of time, ready for `make_dataloader`. Both are views
    of the series.
    """
    series = _as_numbers("series", series)
    if series.dim() != 1:
        raise ValueError(
            f"series: expected shape (days,), got {tuple(series.shape)}"
        )
    if not isinstance(length, Integral):
        raise TypeError(
            f"length: expected a whole number, got {length!r}"
        )
    if not 1 <= length < len(series):
        raise ValueError(
            f"length: expected 1 to {len(series) - 1}, one less than the series has "
            f"values, got {length}"
        )
    windows = series.unfold(0, length + 1, 1)  # (n, length + 1)
    return windows[:, :-1], windows[:, -1]


def _as_numbers(name, values):
    try:
        tensor = torch.as_tensor(values)
    except (TypeError, ValueError, RuntimeError) as error:
        raise ValueError(
            f"{name}: expected numbers, in rows of one length ({error})"
        ) from error
    if not tensor.is_floating_point():
        tensor = tensor.to(torch.get_default_dtype())
    if not tensor.isfinite().all():
        raise ValueError(
            f"{name}: expected finite numbers, got NaN or infinity"
        )
    return tensor


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
    return 100 * _as_numbers("membrane.dat", values.double())
