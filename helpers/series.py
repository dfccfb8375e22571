"""Real series from files, and how they are cut into windows."""

import io
import re
from itertools import accumulate
from pathlib import Path

import torch

# What the usual sources call their columns; of the closing prices, the best one first.
CLOSING = (
    "adj close,adjusted close,close,close/last,last,price,value,"
    "schlusskurs,schluss,zuletzt,kurs,dernier,cierre,último"
).split(",")
OTHERS = (
    "open,high,low,volume,vol,change,change %,turnover,openint,per,time,currency,"
    "dividends,dividend amount,stock splits,split coefficient,capital gains,repaired?,"
    "erster,eröffnung,eröffn,hoch,tief,stücke,stuecke,volumen,umsatz,änderung,+/- %"
).split(",")
SHORT = "adj close|close|open|high|low|volume"  # known beside a company's name, too
COMPANY = "ticker,symbol,name,company,stock".split(",")
BLANK = ["", "-", ".", "null", "nan", "n/a", "na", "none"]
DATES = (  # how days are written; of the next two rows, only a day above 12 tells which
    "%Y-%m-%d,%Y/%m/%d,%Y.%m.%d,%Y%m%d,%Y-%m,%b %d %Y,%B %d %Y,%d %b %Y,"
    "%d-%b-%Y,%d-%b-%y,%d.%m.%Y,%d.%m.%y"
).split(",")
DAY_FIRST = [*DATES, "%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y", "%d-%m-%y"]
MONTH_FIRST = [*DATES, "%m/%d/%Y", "%m/%d/%y", "%m-%d-%Y", "%m-%d-%y"]


def load_prices(*paths, day_first=None):
    """Read closing prices from CSV files: a column per company, or a file per company.

    No path: matplotlib's Stocks.csv, each first row of a month, which holds the price
    at the month's end. day_first: is 01/02/2024 in February? Only needed where no day
    above 12 tells. Prints what was taken, and what wasn't.
    Returns {company: (dates, prices)}: a list and a tensor, both (n,), oldest first.
    Raises FileNotFoundError, or ValueError with line, column, value and a remedy.
    """
    companies = {}
    for path in paths or [None]:
        for name, series in _read_file(path, day_first).items():
            _expect(name not in companies, path, "each company once", name)
            companies[name] = series
    averaged = [name for name in companies if looks_averaged(companies[name][1])]
    if averaged:
        print(
            f"Are these averages? Neighbouring returns are alike: {', '.join(averaged)}"
            "\n   Averaging makes such a pattern, and nobody can trade on it."
        )
    return companies


def looks_averaged(prices):
    """Whether neighbouring returns correlate as averages' do: by 1/4 (Working 1960)."""
    returns = prices[1:] / prices[:-1] - 1
    returns = returns - returns.mean()
    products = returns[1:] * returns[:-1]
    alike = products.sum() > 0.12 * returns.square().sum()
    return bool(alike and products.sum() > 2.5 * products.square().sum().sqrt())


def _read_file(path, day_first):
    """Return {company: (dates, prices)} of one file, and print what was taken."""
    cells, head = _read_cells(path)
    days = _read_days(cells, head, day_first)
    if path is None:  # rows between the months hold dividends
        days = days[days.dt.day == 1]
    columns, taken = _choose(cells, head, days.name, Path(path or "").stem)
    companies, dropped = {}, []
    for name, column in columns.items():
        where = f"column {name}"
        column = column[column.index.isin(days.index)]
        prices = _read_prices(column[~column.str.lower().isin(BLANK)], where)
        some = "2 prices or more (delete an empty column)"
        _expect(len(prices) > 1, where, some, len(prices))
        dates = days[prices.index].sort_values(kind="stable")
        again = dates[dates.duplicated()].dt.strftime("%Y-%m-%d again")
        _refuse(again, where, "each date once (delete one of its rows)")
        inside = days[column.index].between(dates.iloc[0], dates.iloc[-1]).sum()
        gaps = inside - len(prices)
        most = "a price in most rows (give it a file of its own)"
        _expect(gaps <= inside / 2, where, most, f"none in {gaps} of {inside}")
        if gaps:
            dropped.append(f"{gaps} of {name}")
        values = torch.tensor(prices[dates.index].tolist(), dtype=torch.float64)
        companies[name] = [day.date() for day in dates], values
    print(f"{Path(path or 'Stocks.csv').name}: {taken}")
    if dropped:
        print(f"   dropped, without a price: {', '.join(dropped)}")
    return companies


def _read_cells(path):
    """Return a file's rows as text, by line, and the words above each column."""
    import pandas as pd  # only here: other notebooks needn't wait for it

    if path is None:
        from matplotlib.cbook import get_sample_data

        path = get_sample_data("Stocks.csv", asfileobj=False)
    raw = Path(path).read_bytes()
    excel = raw[:2] == b"PK" or raw[:4] == b"\xd0\xcf\x11\xe0"
    _expect(not excel, path, "CSV (in Excel: Save as, CSV UTF-8)", "an Excel file")
    try:
        text = raw.decode("utf-16" if b"\0" in raw[:99] else "utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    lines = dict(enumerate(text.splitlines(), 1))
    lines = {n: s for n, s in lines.items() if s.strip('";,\t ') and s[0] != "#"}
    _expect(len(lines) > 1, path, "a header and rows", f"{len(lines)} lines")
    header = next(iter(lines.values()))
    mark = max(";\t,", key=header.count)
    cells = pd.read_csv(
        io.StringIO("\n".join(lines.values())),
        sep=mark,
        names=range(1 + max(line.count(mark) for line in lines.values())),
        dtype=str,
        keep_default_na=False,
        skipinitialspace=True,
    ).fillna("")
    cells = cells.apply(lambda column: column.str.strip())
    cells.index = list(lines)
    # Headers take more than one row in yfinance's files; no number is among them.
    pattern = r"[$€£]?[\d.,:/ e-]*\d[\d.,:/ -]*"
    number = cells.apply(lambda column: column.str.fullmatch(pattern))
    rows = max(1, int(number.any(axis=1).to_numpy().argmax()))
    head = {c: [w for w in cells[c].iloc[:rows] if w] for c in cells}
    cells = cells.iloc[rows:]
    for c in list(cells)[1:]:
        if not head[c]:
            named = "a name above each column (or quotes around 1,5)"
            _refuse(cells[c][cells[c] != ""], f"column {c + 1}", named)
    return cells, head


def _read_days(cells, head, day_first):
    """Return the dates, by line; the name is that of their column."""
    import pandas as pd

    def days(text, formats):  # in the format that fits most rows
        tried = [pd.to_datetime(text, format=f, errors="coerce") for f in formats]
        return max(tried, key=lambda parsed: parsed.notna().sum())

    for column in cells:
        text = cells[column].str.replace(r"[T ]\d\d?:.*$|,", "", regex=True)
        by_day, by_month = days(text, DAY_FIRST), days(text, MONTH_FIRST)
        more = by_day.notna().sum() - by_month.notna().sum()
        found = by_day if (more > 0 if day_first is None else day_first) else by_month
        if 2 * found.notna().sum() >= len(cells):
            break
    else:
        column, found = 0, pd.Series(pd.NaT, cells.index)
    where = f"column {(head[column] or [1])[-1]}"
    _refuse(cells[column][found.isna()], where, "a date such as 2024-01-31")
    if day_first is None and more == 0:
        which = "to be told: day_first=True or day_first=False"
        _refuse(text[by_day != by_month], where, which)
    return found.rename(column)


def _read_prices(cells, where):
    """Return prices as numbers, by line: 1234.5, 1,234.50, $1234; or all as 1.234,5."""
    text = cells.str.replace(r"[\s$€£¥']", "", regex=True)
    comma = text.str.fullmatch(r"-?(\d{1,3}(\.\d{3})+|\d+),(\d{1,2}|\d{4,})")
    dot = text.str.fullmatch(r".*\.(\d{1,2}|\d{4,})")
    if comma.any() and not dot.any():  # a decimal comma
        text = text.str.translate(str.maketrans(",.", ".,"))
    pattern = r"[-+]?(\d{1,3}(,\d{3})+|\d*)\.?\d*(e[-+]?\d+)?"
    number = text.str.lower().str.fullmatch(pattern) & text.str.contains(r"\d")
    prices = text.where(number, "nan").str.replace(",", "").map(float)
    wrong = ~((prices > 0) & (prices < float("inf")))
    _refuse(cells[wrong], where, "a price above 0 (mend the row or delete it)")
    return prices


def _field(words):
    """Return what a column holds, by the words above it: its kind, and the company."""
    kind = name = ""
    for word in words:
        word = word.strip("<>")
        plain = re.sub(r"^\d+\. |[.*]", "", word).replace("_", " ").strip()
        both = re.fullmatch(rf"(?i)\W*(.+?\W+)??({SHORT})(\W+.+?)?\W*", plain)
        if plain.lower() in CLOSING + OTHERS:
            kind = plain.lower()
        elif both:  # "AAPL Close", "Close_AAPL"
            kind, name = both[2].lower(), (both[1] or both[3]).strip(" '\",")
        else:
            name = word
    return kind, name


def _choose(cells, head, days, stem):
    """Return {company: its column}, and a sentence on what was taken and left."""
    kinds = {c: _field(head[c]) for c in cells if c != days and head[c]}
    closing = [c for c in kinds if kinds[c][0] in CLOSING]
    closing.sort(key=lambda c: -CLOSING.index(kinds[c][0]))  # the best one last
    plain = [c for c, (kind, name) in kinds.items() if name and not kind]
    ticker = [c for c in plain if kinds[c][1].lower() in COMPANY]
    if ticker and closing:
        of, taken = cells[ticker[0]], closing[-1:]
        columns = {name: cells[taken[0]][of == name] for name in of.unique()}
    else:
        taken = {kinds[c][1] or stem: c for c in closing or plain}
        names = [kinds[c][1] for c in plain]
        _expect(closing or len(taken) == len(names), "header", "each name once", names)
        columns = {name: cells[c] for name, c in taken.items()}
        taken = taken.values()
    titles = {c: " ".join(head[c]) for c in kinds}
    _expect(columns, "header", "a column of closing prices", [*titles.values()])
    told = f"prices of {', '.join(columns)}"
    if closing:
        told += f" from {', '.join(titles[c] for c in sorted(taken))}"
    left = [title for c, title in titles.items() if c not in taken]
    return columns, told + (f"; left out: {', '.join(left)}" if left else "")


def _expect(fits, where, wanted, got):
    if not fits:
        raise ValueError(f"{where}: expected {wanted}, got {got}")


def _refuse(wrong, where, wanted):
    for line, cell in wrong.items():
        _expect(False, f"line {line}, {where}", wanted, repr(cell))


def step_name(companies):
    """Return what lies between two prices of the first series: day, week or month."""
    days, _ = next(iter(companies.values()))
    gaps = sorted((b - a).days for a, b in zip(days, days[1:]))
    usual = gaps[len(gaps) // 2]
    return "month" if usual > 20 else "week" if usual > 4 else "day"


def last_training_day(companies, months):
    """Choose the day up to which models train: 60 % of all dates.

    companies: as from `load_prices`; months: the length of a window.
    Raises ValueError where training or test months are too few.
    """
    days = sorted({day for dates, _ in companies.values() for day in dates})
    _expect(days, "companies", "one or more", companies)
    last = days[int(0.6 * len(days)) - 1]
    early = {c: sum(d <= last for d in dates) for c, (dates, _) in companies.items()}
    wanted = f"{4 * months} prices or more up to {last}"
    longest = max(early.values())
    _expect(longest >= 4 * months, "longest series", wanted, longest)
    for name, (dates, _) in companies.items():
        later = len(dates) - early[name]
        wanted = f"{2 * months} prices or more after {last}"
        _expect(later >= 2 * months, name, wanted, later)
    return last


def make_windows(series, length):
    """Cut a series into all windows of this length, and the value after each.

    series: (days,). Returns inputs (n, length) and next values (n,), in the order of
    time, n = days - length. Both are views of the series.
    """
    windows = series.unfold(0, length + 1, 1)  # (n, length + 1)
    return windows[:, :-1], windows[:, -1]


def load_neuron():
    """Read the membrane potential of one nerve cell, from a file that matplotlib ships.

    Returns a float64 tensor (12000,) in millivolts, a value every 0.5 ms for 6 s.
    """
    from matplotlib.cbook import get_sample_data  # only needed here

    with get_sample_data("membrane.dat") as file:
        values = torch.frombuffer(bytearray(file.read()), dtype=torch.float32)
    return 100 * values.double()


def load_python_code(*names):
    """Read Python files of mpmath 1.3.0, and what each of their characters is.

    names: as "calculus/odes". Returns {name: (text, kinds)}: a string, and a tensor
    (characters,) as from `kinds_of`. Prints which version it found. Raises
    RuntimeError where it isn't 1.3.0: other files would give other numbers.
    """
    import mpmath  # only needed here

    version = mpmath.__version__
    if version != "1.3.0":
        raise RuntimeError(
            f"expected mpmath 1.3.0, found {version}: "
            "`pip install mpmath==1.3.0`, then restart the kernel"
        )
    folder = Path(mpmath.__file__).parent
    texts = {name: (folder / f"{name}.py").read_text("utf-8") for name in names}
    print(f"mpmath {version}: {sum(map(len, texts.values())):,} characters")
    return {name: (text, kinds_of(text)) for name, text in texts.items()}


def kinds_of(text):
    """Say what each character of Python code is: 0 code, 1 comment, 2 in a string.

    Quotes, and a letter like the r of r"...", belong to their string. Raises
    SyntaxError or tokenize.TokenError where Python can't read the text.
    """
    import tokenize  # only needed here

    kinds = torch.zeros(len(text), dtype=torch.long)
    lines = re.findall(r".*\n|.+", text)  # not splitlines, which splits at \f, too
    begins = [0, *accumulate(map(len, lines))]  # where each line begins
    opened = []  # f-strings, each of which is several tokens since Python 3.12
    for token in tokenize.generate_tokens(iter(lines).__next__):
        name = tokenize.tok_name[token.type]
        start, end = (begins[row - 1] + at for row, at in (token.start, token.end))
        if name.endswith("STRING_START"):
            opened.append(start)
        elif name.endswith("STRING_END"):
            kinds[opened.pop() : end] = 2
        elif name == "STRING":
            kinds[start:end] = 2
        elif name == "COMMENT":
            kinds[start:end] = 1
    return kinds
