"""An LSTM of twelve numbers, and the loop that trains it.

The equations are today's form of the LSTM of Hochreiter & Schmidhuber
(1997), with the forget gate of Gers, Schmidhuber & Cummins (2000). With
x_t today's price, h the short memory and c the long memory:

    forget gate       f_t = sigmoid(h_{t-1} wa1 + x_t wa2 + ba1)
    input gate        i_t = sigmoid(h_{t-1} wb1 + x_t wb2 + bb1)
    candidate memory  g_t = tanh   (h_{t-1} wc1 + x_t wc2 + bc1)
    output gate       o_t = sigmoid(h_{t-1} wd1 + x_t wd2 + bd1)
    long memory       c_t = c_{t-1} f_t + i_t g_t
    short memory      h_t = tanh(c_t) o_t

`python lstm_scratch.py` trains the numbers and prints two predictions.
"""

import math
from contextlib import contextmanager
from numbers import Integral, Real

import torch
from torch import nn, optim
from torch.utils.data import DataLoader, TensorDataset

# Four days of prices, scaled to 0...1: the companies of StatQuest's lesson.
COMPANY_A = [0.0, 0.5, 0.25, 1.0]
COMPANY_B = [1.0, 0.5, 0.25, 1.0]


class LSTM_Scratch(nn.Module):
    """One LSTM unit, used once a day: twelve numbers.

    Weights `w·1` multiply the short memory, weights `w·2` the price, and
    start as normal draws (mean 0, deviation 1). Biases start at 0.
    """

    def __init__(self):
        super().__init__()

        def numbers():  # two random weights and a bias of 0
            draws = torch.randn(()), torch.randn(()), torch.tensor(0.0)
            return [nn.Parameter(number) for number in draws]

        self.wa1, self.wa2, self.ba1 = numbers()  # forget gate
        self.wb1, self.wb2, self.bb1 = numbers()  # input gate
        self.wc1, self.wc2, self.bc1 = numbers()  # candidate memory
        self.wd1, self.wd2, self.bd1 = numbers()  # output gate

    def gates(self, input_value, short_memory):
        """Return the forget gate, input gate, candidate, output gate.

        Numbers, or tensors of one shape, such as (batch,).
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
        """Carry both memories through one day; shapes as in `gates`."""
        forget_gate, input_gate, candidate, output_gate = self.gates(
            input_value, short_memory
        )
        kept = long_memory * forget_gate
        written = input_gate * candidate
        updated_long_memory = kept + written
        squashed = torch.tanh(updated_long_memory)
        updated_short_memory = squashed * output_gate
        return updated_long_memory, updated_short_memory

    def forward(self, input):
        """Predict the next prices, (batch,): the last short memories.

        input: prices, (batch, seq_len): a row a company, a column a day.
        """
        _check_shape("input", input, ("batch", "seq_len"))
        batch_size, seq_len = input.shape
        long_memory = torch.zeros(batch_size, device=input.device)
        short_memory = torch.zeros(batch_size, device=input.device)
        for t in range(seq_len):
            long_memory, short_memory = self.lstm_unit(
                input[:, t], long_memory, short_memory
            )
        return short_memory


def train_model(model, dataloader, num_epochs=500, lr=0.01):
    """Train `model` in place, by mean squared error and Adam.

    dataloader: yields (inputs, labels), labels in the shape of
    `model(inputs)`. Returns one loss an epoch: the mean over its batches,
    each measured before its step. Raises TypeError or ValueError on bad
    arguments, data or losses; the model then has its weights back.
    """
    _check_number("num_epochs", num_epochs, Integral, 0)
    _check_number("lr", lr, Real, 1e-12)
    _check_number("number of batches", len(dataloader), Integral, 1)
    optimizer = optim.Adam(model.parameters(), lr=lr)
    loss_fn = nn.MSELoss()
    losses = []
    with _weights_given_back_on_error(model):
        for epoch in range(num_epochs):
            total_loss = 0.0
            for inputs, labels in dataloader:
                outputs = model(inputs)
                _check_batch(inputs, labels, outputs)  # NaN, other shapes
                loss = loss_fn(outputs, labels)
                _check_finite(f"loss in epoch {epoch + 1}, lr={lr}", loss)
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                total_loss += loss.item()
            losses.append(total_loss / len(dataloader))
            if epoch % 100 == 0:
                done = f"[{epoch + 1}/{num_epochs}]"
                print(f"Epoch {done}, Loss: {losses[-1]:.4f}")
    print("Training complete!")
    return losses


def make_dataloader(inputs, labels, batch_size=1, shuffle=False):
    """Return a DataLoader over companies and their next prices.

    inputs: prices, (n, seq_len), labels: next prices, (n,), as lists or
    tensors. Batches: (batch_size, seq_len) and (batch_size,), the last may
    be smaller. Raises TypeError or ValueError on other shapes or NaN.
    """
    inputs, labels = _as_floats("inputs", inputs), _as_floats("labels", labels)
    _check_shape("inputs", inputs, ("n", "seq_len"))
    _check_shape("labels", labels, (len(inputs),), ", one a row of inputs")
    _check_number("batch_size", batch_size, Integral, 1)
    dataset = TensorDataset(inputs, labels.to(inputs.dtype))
    return DataLoader(dataset, batch_size=batch_size, shuffle=shuffle)


def _as_floats(name, values):
    try:
        tensor = torch.as_tensor(values)
    except (TypeError, ValueError, RuntimeError) as error:
        raise ValueError(f"{name}: expected numbers, in rows of one length") from error
    _check_finite(name, tensor)
    return tensor if tensor.is_floating_point() else tensor * 1.0


def _check_batch(inputs, labels, outputs):
    _check_shape("labels", labels, outputs.shape, ", that of the outputs")
    _check_finite("inputs", inputs)
    _check_finite("labels", labels)


def _check_shape(name, value, shape, why=""):
    """Raise unless `value` is a tensor of this shape; a word is any size from 1."""
    expected = f"expected a tensor of shape {tuple(shape)}{why}".replace("'", "")
    if not isinstance(value, torch.Tensor):
        raise TypeError(f"{name}: {expected}, got {type(value).__name__}")
    fits = [n > 0 if isinstance(s, str) else n == s for s, n in zip(shape, value.shape)]
    if value.dim() != len(shape) or not all(fits):
        raise ValueError(f"{name}: {expected}, got {tuple(value.shape)}")


def _check_finite(name, tensor):
    if not tensor.isfinite().all():
        raise ValueError(f"{name}: expected finite numbers, got NaN or infinity")


def _check_number(name, value, kind, low):
    expected = "a whole number" if kind is Integral else "a finite number"
    if not isinstance(value, kind):
        raise TypeError(f"{name}: expected {expected}, got {value!r}")
    if not low <= value < math.inf:
        raise ValueError(f"{name}: expected {expected} from {low}, got {value}")


@contextmanager
def _weights_given_back_on_error(model):
    before = {name: value.clone() for name, value in model.state_dict().items()}
    try:
        yield
    except Exception:
        model.load_state_dict(before)
        raise


if __name__ == "__main__":
    companies = torch.tensor([COMPANY_A, COMPANY_B])
    torch.manual_seed(5)  # notebook 05 shows what other seeds give
    model = LSTM_Scratch()
    train_model(model, make_dataloader(companies, [1.0, 1.0]))
    print("\nPredictions:")
    for name, prediction in zip("AB", model(companies)):
        print(f"Company {name} pred_value: {prediction.item():.4f}")
