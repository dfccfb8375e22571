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
"""

import torch
from torch import nn, optim, sigmoid, tanh
from torch.utils.data import DataLoader, TensorDataset

COMPANY_A = [0.0, 0.5, 0.25, 1.0]  # prices of four days, from 0 to 1
COMPANY_B = [1.0, 0.5, 0.25, 1.0]  # both from StatQuest's lesson


class LSTM_Scratch(nn.Module):
    """One LSTM unit, used once a day: twelve numbers."""

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
        x, h = input_value, short_memory
        forget_gate = sigmoid(h * self.wa1 + x * self.wa2 + self.ba1)
        input_gate = sigmoid(h * self.wb1 + x * self.wb2 + self.bb1)
        candidate = tanh(h * self.wc1 + x * self.wc2 + self.bc1)
        output_gate = sigmoid(h * self.wd1 + x * self.wd2 + self.bd1)
        return forget_gate, input_gate, candidate, output_gate

    def lstm_unit(self, input_value, long_memory, short_memory):
        """Carry both memories through one day; shapes as in `gates`."""
        gates = self.gates(input_value, short_memory)
        forget_gate, input_gate, candidate, output_gate = gates
        kept = long_memory * forget_gate
        written = input_gate * candidate
        updated_long_memory = kept + written
        updated_short_memory = tanh(updated_long_memory) * output_gate
        return updated_long_memory, updated_short_memory

    def forward(self, input):
        """Predict the next prices, (batch,): the last short memories.

        input: (batch, seq_len), one row per company, else ValueError.
        """
        _check_shape("input", input, "(batch, seq_len)")
        long_memory = short_memory = torch.zeros_like(input[:, 0])
        for t in range(input.shape[1]):
            long_memory, short_memory = self.lstm_unit(
                input[:, t], long_memory, short_memory
            )
        return short_memory


def train_model(model, dataloader, num_epochs=500, lr=0.01):
    """Train `model` in place, by mean squared error and Adam.

    dataloader: yields (inputs, labels), labels in the shape of
    `model(inputs)`. lr: the step size of Adam (Kingma & Ba, 2015).
    Returns one loss per epoch: the mean over its batches, before their
    steps. Raises ValueError on no batch, other shapes, NaN, infinity.
    """
    if len(dataloader) == 0:
        raise ValueError("dataloader: expected batches, got none")
    optimizer = optim.Adam(model.parameters(), lr=lr)
    loss_fn = nn.MSELoss()
    losses = []
    for epoch in range(num_epochs):
        total_loss = 0.0
        for inputs, labels in dataloader:
            outputs = model(inputs)
            _check_shape("labels", labels, tuple(outputs.shape))
            loss = loss_fn(outputs, labels)
            _check_finite(inputs=inputs, labels=labels, loss=loss)
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
    tensors. Batches: (batch_size, seq_len) and (batch_size,), the last
    may be smaller. Raises ValueError on other shapes, NaN or infinity.
    """
    inputs = _as_floats("inputs", inputs)
    labels = _as_floats("labels", labels).to(inputs.dtype)
    _check_shape("inputs", inputs, "(n, seq_len)")
    _check_shape("labels", labels, (len(inputs),))  # one per row
    _check_finite(inputs=inputs, labels=labels)
    dataset = TensorDataset(inputs, labels)
    return DataLoader(dataset, batch_size=batch_size, shuffle=shuffle)


def _as_floats(name, rows):
    try:
        return torch.stack([torch.as_tensor(row) for row in rows]) * 1.0
    except (TypeError, ValueError, RuntimeError) as e:
        raise ValueError(f"{name}: expected rows of one length") from e


def _check_shape(name, tensor, wanted):
    """Refuse another shape; words stand for a table of any size."""
    got = tuple(tensor.shape)
    table = isinstance(wanted, str) and len(got) == 2 and 0 not in got
    if not table and got != wanted:
        raise ValueError(f"{name}: expected shape {wanted}, got {got}")


def _check_finite(**tensors):
    for name, tensor in tensors.items():
        if not tensor.isfinite().all():
            raise ValueError(f"{name}: got NaN or infinity")


if __name__ == "__main__":
    companies = torch.tensor([COMPANY_A, COMPANY_B])
    torch.manual_seed(5)  # notebook 05 shows what other seeds give
    model = LSTM_Scratch()
    train_model(model, make_dataloader(companies, [1.0, 1.0]))
    print("\nPredictions:")
    for name, prediction in zip("AB", model(companies)):
        print(f"Company {name} pred_value: {prediction.item():.4f}")
