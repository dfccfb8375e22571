"""An LSTM of twelve numbers, its training loop and its data.

The equations are today's form of the LSTM of Hochreiter & Schmidhuber (1997), with
the forget gate of Gers, Schmidhuber & Cummins (2000). With x_t today's price, h the
short memory and c the long memory:

    forget gate       f_t = sigmoid(h_{t-1} wa1 + x_t wa2 + ba1)
    input gate        i_t = sigmoid(h_{t-1} wb1 + x_t wb2 + bb1)
    candidate memory  g_t = tanh   (h_{t-1} wc1 + x_t wc2 + bc1)
    output gate       o_t = sigmoid(h_{t-1} wd1 + x_t wd2 + bd1)
    long memory       c_t = c_{t-1} f_t + i_t g_t
    short memory      h_t = tanh(c_t) o_t

The two companies are those of StatQuest's lesson on LSTMs. Prices are scaled, so
they have no currency: 0 is the lowest price and 1 the highest.

Run `python lstm_scratch.py` to train the twelve numbers and print two predictions.
"""

import copy
import csv
import math
from datetime import date
from numbers import Integral, Real

import torch
from torch import nn, optim
from torch.utils.data import DataLoader, TensorDataset

# Four days each. Only day 1 differs.
COMPANY_A = [0.0, 0.5, 0.25, 1.0]
COMPANY_B = [1.0, 0.5, 0.25, 1.0]


class LSTM_Scratch(nn.Module):
    """One LSTM unit, unrolled over the days: twelve scalar parameters.

    `w·1` multiplies the short memory, `w·2` the price, `b·1` is added. Weights start
    as draws from a normal distribution (mean 0, standard deviation 1), biases at 0.
    """

    def __init__(self):
        super().__init__()

        def weight():
            return nn.Parameter(torch.normal(torch.tensor(0.0), torch.tensor(1.0)))

        def bias():
            return nn.Parameter(torch.tensor(0.0))

        # Created in this order, so that one seed always gives the same weights.
        self.wa1, self.wa2, self.ba1 = weight(), weight(), bias()  # forget gate
        self.wb1, self.wb2, self.bb1 = weight(), weight(), bias()  # input gate
        self.wc1, self.wc2, self.bc1 = weight(), weight(), bias()  # candidate memory
        self.wd1, self.wd2, self.bd1 = weight(), weight(), bias()  # output gate

    def gates(self, input_value, short_memory):
        """Return one day's (forget_gate, input_gate, candidate, output_gate).

        The arguments are numbers, or tensors whose shapes broadcast with each
        other and with the parameters. All results have the broadcast shape.
        """
        forget_gate = torch.sigmoid(
            short_memory * self.wa1 + input_value * self.wa2 + self.ba1
        )
        input_gate = torch.sigmoid(
            short_memory * self.wb1 + input_value * self.wb2 + self.bb1
        )
        candidate = torch.tanh(
            short_memory * self.wc1 + input_value * self.wc2 + self.bc1
        )
        output_gate = torch.sigmoid(
            short_memory * self.wd1 + input_value * self.wd2 + self.bd1
        )
        return forget_gate, input_gate, candidate, output_gate

    def lstm_unit(self, input_value, long_memory, short_memory):
        """Carry both memories through one day.

        Return (updated_long_memory, updated_short_memory). Shapes as in
        `gates`: with parameters of shape (n,), one call steps n models at once.
        """
        forget_gate, input_gate, candidate, output_gate = self.gates(
            input_value, short_memory
        )
        updated_long_memory = long_memory * forget_gate + input_gate * candidate
        updated_short_memory = torch.tanh(updated_long_memory) * output_gate
        return updated_long_memory, updated_short_memory

    def forward(self, input):
        """Predict each company's next price: the last short memory.

        input: prices, a tensor of shape (batch, seq_len), one row a company,
        one column a day. Returns a tensor of shape (batch,), on the same device,
        all values between -1 and 1.
        Raises TypeError when `input` is no tensor, ValueError on another shape.
        """
        if not isinstance(input, torch.Tensor):
            raise TypeError(
                "input: expected a tensor of shape (batch, seq_len), "
                f"got {type(input).__name__}"
            )
        if input.dim() != 2 or input.shape[1] == 0:
            raise ValueError(
                "input: expected shape (batch, seq_len) with at least one day, "
                f"got {tuple(input.shape)}"
            )
        batch_size, seq_len = input.shape
        long_memory = torch.zeros(batch_size, device=input.device)
        short_memory = torch.zeros(batch_size, device=input.device)
        for t in range(seq_len):
            long_memory, short_memory = self.lstm_unit(
                input[:, t], long_memory, short_memory
            )
        return short_memory


class VectorLSTM(nn.Module):
    """An LSTM layer with many inputs and many memories: what `nn.LSTM` computes.

    Parameters have the names, shapes and starting range of `nn.LSTM(input_size,
    hidden_size)`, so that a `state_dict` fits both. Their rows come in four quarters:
    input gate, forget gate, candidate, output gate.
    """

    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.input_size, self.hidden_size = input_size, hidden_size
        bound = 1 / math.sqrt(hidden_size)

        def uniform(*shape):
            return nn.Parameter(torch.empty(shape).uniform_(-bound, bound))

        self.weight_ih_l0 = uniform(4 * hidden_size, input_size)
        self.weight_hh_l0 = uniform(4 * hidden_size, hidden_size)
        self.bias_ih_l0 = uniform(4 * hidden_size)
        self.bias_hh_l0 = uniform(4 * hidden_size)

    def forward(self, x):
        """Return (output, (h_n, c_n)), in the shapes of `nn.LSTM(batch_first=True)`.

        x: (batch, days, input_size); output: all days' short memories, (batch, days,
        hidden_size); h_n, c_n: the last memories, (1, batch, hidden_size). Raises
        TypeError when x is no tensor, ValueError on another shape.
        """
        if not isinstance(x, torch.Tensor):
            raise TypeError(f"x: expected a tensor, got {type(x).__name__}")
        if x.dim() != 3 or x.shape[1] == 0 or x.shape[2] != self.input_size:
            expected = f"(batch, days, {self.input_size}) with at least one day"
            raise ValueError(f"x: expected shape {expected}, got {tuple(x.shape)}")
        short = long = x.new_zeros(len(x), self.hidden_size)
        bias = self.bias_ih_l0 + self.bias_hh_l0
        from_inputs = nn.functional.linear(x, self.weight_ih_l0, bias)  # of all days
        weight_hh = self.weight_hh_l0.T
        output = []
        for from_input in from_inputs.unbind(dim=1):
            sums = torch.addmm(from_input, short, weight_hh)
            i, f, g, o = sums.chunk(4, dim=1)  # (batch, hidden_size) each
            long = torch.sigmoid(f) * long + torch.sigmoid(i) * torch.tanh(g)
            short = torch.sigmoid(o) * torch.tanh(long)
            output.append(short)
        return torch.stack(output, dim=1), (short.unsqueeze(0), long.unsqueeze(0))


def train_model(model, dataloader, num_epochs=500, lr=0.01):
    """Train `model` in place with mean squared error and Adam (Kingma & Ba, 2015).

    dataloader: yields (inputs, labels) batches; `model(inputs)` must have the shape of
    `labels`. Prints the loss at epochs 1, 101, 201, ...
    Returns the losses, one float an epoch: the mean over the epoch's batches, each
    measured before the step that its batch causes.
    Raises TypeError or ValueError on bad arguments, on NaN or infinite data, and when
    the loss is no longer finite; the model then has the weights that it came with.
    """
    if not isinstance(num_epochs, Integral):
        raise TypeError(f"num_epochs: expected a whole number, got {num_epochs!r}")
    if num_epochs < 0:
        raise ValueError(f"num_epochs: expected 0 or more, got {num_epochs}")
    if not isinstance(lr, Real):
        raise TypeError(f"lr: expected a positive number, got {lr!r}")
    if not 0 < lr < math.inf:
        raise ValueError(f"lr: expected a positive, finite number, got {lr}")
    if len(dataloader) == 0:
        raise ValueError("dataloader: expected at least one batch, got none")

    optimizer = optim.Adam(model.parameters(), lr=lr)
    loss_fn = nn.MSELoss()
    losses = []
    weights_before = copy.deepcopy(model.state_dict())
    try:
        for epoch in range(num_epochs):
            total_loss = 0.0
            for inputs, labels in dataloader:
                outputs = model(inputs)
                _check_batch(inputs, labels, outputs)
                loss = loss_fn(outputs, labels)
                if not loss.isfinite():
                    raise ValueError(
                        f"loss: became {loss.item()} in epoch {epoch + 1}, with lr={lr}"
                    )

                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                total_loss += loss.item()

            losses.append(total_loss / len(dataloader))
            if epoch % 100 == 0:
                print(f"Epoch [{epoch + 1}/{num_epochs}], Loss: {losses[-1]:.4f}")
    except Exception:
        model.load_state_dict(weights_before)
        raise
    print("Training complete!")
    return losses


def _check_batch(inputs, labels, outputs):
    """Raise if MSELoss would silently broadcast, or a step would spoil the weights."""
    if not isinstance(labels, torch.Tensor):
        raise TypeError(f"labels: expected a tensor, got {type(labels).__name__}")
    if outputs.shape != labels.shape:
        raise ValueError(
            "labels: expected the shape of the model's outputs, "
            f"{tuple(outputs.shape)}, got {tuple(labels.shape)}"
        )
    for name, values in (("inputs", inputs), ("labels", labels)):
        if not values.isfinite().all():
            raise ValueError(f"{name}: expected finite numbers, got NaN or infinity")


def make_dataloader(inputs, labels, batch_size=1, shuffle=False):
    """Return a DataLoader over companies and their next prices.

    inputs: prices, shape (n, seq_len); labels: next prices, shape (n,). Lists, arrays
    or tensors; whole numbers become floats, labels take the type of the inputs.
    Batches are (batch_size, seq_len) and (batch_size,); the last may be smaller.
    Raises ValueError or TypeError when the data haven't these shapes or aren't finite.
    """
    inputs, labels = _as_numbers("inputs", inputs), _as_numbers("labels", labels)
    if inputs.dim() != 2 or inputs.numel() == 0:
        raise ValueError(
            "inputs: expected shape (n, seq_len) with at least one row and one day, "
            f"got {tuple(inputs.shape)}"
        )
    if labels.shape != inputs.shape[:1]:
        raise ValueError(
            f"labels: expected shape ({len(inputs)},), one next price for each row of "
            f"inputs, got {tuple(labels.shape)}"
        )
    if not isinstance(batch_size, Integral):
        raise TypeError(f"batch_size: expected a whole number, got {batch_size!r}")
    if batch_size < 1:
        raise ValueError(f"batch_size: expected 1 or more, got {batch_size}")
    return DataLoader(
        TensorDataset(inputs, labels.to(inputs.dtype)),
        batch_size=batch_size,
        shuffle=shuffle,
    )


def make_windows(series, length):
    """Cut a series into all its windows: `length` values, and the one that follows.

    series: shape (days,). Returns inputs (n, length) and next values (n,), with
    n = days - length, in the order of time, ready for `make_dataloader`. Both are views
    of the series.
    """
    series = _as_numbers("series", series)
    if series.dim() != 1:
        raise ValueError(f"series: expected shape (days,), got {tuple(series.shape)}")
    if not isinstance(length, Integral):
        raise TypeError(f"length: expected a whole number, got {length!r}")
    if not 1 <= length < len(series):
        raise ValueError(
            f"length: expected 1 to {len(series) - 1}, one less than the series has "
            f"values, got {length}"
        )
    windows = series.unfold(0, length + 1, 1)  # (n, length + 1)
    return windows[:, :-1], windows[:, -1]


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
        rows = [(reader.line_num, row) for row in reader if row and row[0][:1] != "#"]
    if not rows or len(rows[0][1]) < 2:
        raise ValueError(
            "line 1: expected a header, a date column and a column a company"
        )
    date_column, *names = rows[0][1]
    if len(set(names)) < len(names):
        raise ValueError(f"line {rows[0][0]}: expected a name once, got {names}")

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
            raise ValueError(f"{where}: expected YYYY-MM-DD, got {row[0]!r}") from None
        if day <= day_before:
            raise ValueError(f"{where}: expected a date after {day_before}, got {day}")
        day_before = day
        if is_sample and day.day != 1:
            continue
        for name, cell in zip(names, row[1:]):
            dates, prices = companies[name]
            if cell:
                if name in blank_since:
                    where = f"line {blank_since[name]}, column {name}"
                    raise ValueError(f"{where}: expected a price above 0, got ''")
                dates.append(day)
                prices.append(_as_price(cell, f"line {line}, column {name}"))
            elif prices:
                blank_since.setdefault(name, line)  # an error if a price follows

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
        raise ValueError(f"{where}: expected a price above 0, got {cell!r}")
    return price


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
        raise ValueError(f"{name}: expected finite numbers, got NaN or infinity")
    return tensor


if __name__ == "__main__":
    torch.manual_seed(5)  # notebook 03 shows what other seeds give
    model = LSTM_Scratch()
    train_model(model, make_dataloader([COMPANY_A, COMPANY_B], [1.0, 1.0]))
    print("\nPredictions:")
    print(f"Company A pred_value: {model(torch.tensor([COMPANY_A])).item():.4f}")
    print(f"Company B pred_value: {model(torch.tensor([COMPANY_B])).item():.4f}")
