"""Answers of readers to the exercises of notebook 09 (see test_exercises.py)."""

# check_open_forget_gates
# The rows are right. What do both biases of a forget gate make together, and what were they to make?
def open_forget_gates(lstm, bias):
    n = lstm.hidden_size
    lstm.bias_ih_l0.data[n : 2 * n] = -bias
    lstm.bias_hh_l0.data[n : 2 * n] = 0.0
    return lstm
# The rows are right. What do both biases of a forget gate make together, and what were they to make?
def open_forget_gates(lstm, bias):
    n = lstm.hidden_size
    lstm.bias_ih_l0.data[n : 2 * n] = bias / 2
    lstm.bias_hh_l0.data[n : 2 * n] = 0.0
    return lstm
# The rows are right. What do both biases of a forget gate make together, and what were they to make?
def open_forget_gates(lstm, bias):
    n = lstm.hidden_size
    lstm.bias_ih_l0.data[n : 2 * n] = round(bias, 1)
    lstm.bias_hh_l0.data[n : 2 * n] = 0.0
    return lstm
def open_forget_gates(lstm, bias):  # in the other one
    n = lstm.hidden_size
    lstm.bias_ih_l0.data[n : 2 * n] = bias
    return lstm
def open_forget_gates(lstm, bias):  # is there a `return`
    lstm.bias_ih_l0.data.chunk(4)[1].fill_(bias)
    lstm.bias_hh_l0.data.chunk(4)[1].zero_()
# The LSTM that you were given is as it was. Did you change a copy or another LSTM, or no row at all?
def open_forget_gates(lstm, bias):
    lstm = nn.LSTM(lstm.input_size, lstm.hidden_size)
    lstm.bias_ih_l0.data.chunk(4)[1].fill_(bias)
    lstm.bias_hh_l0.data.chunk(4)[1].zero_()
    return lstm
# The LSTM that you were given is as it was. Did you change a copy or another LSTM, or no row at all?
def open_forget_gates(lstm, bias):
    import copy
    lstm, n = copy.deepcopy(lstm), lstm.hidden_size
    lstm.bias_ih_l0.data[n : 2 * n] = bias
    lstm.bias_hh_l0.data[n : 2 * n] = 0.0
    return lstm
# The LSTM that you were given is as it was. Did you change a copy or another LSTM, or no row at all?
def open_forget_gates(lstm, bias):
    b, n = lstm.bias_ih_l0.data.clone(), lstm.hidden_size
    b[n : 2 * n] = bias
    return lstm
def open_forget_gates(lstm, bias):  # Only the forget gates' biases change
    lstm.bias_ih_l0.data[1] = bias
    lstm.bias_hh_l0.data[1] = 0.0
    return lstm
def open_forget_gates(lstm, bias):  # held before
    n = lstm.hidden_size
    lstm.bias_ih_l0.data[n : 2 * n] += bias
    lstm.bias_hh_l0.data[n : 2 * n] = 0.0
    return lstm
def open_forget_gates(lstm, bias):  # Together they make 0
    n = lstm.hidden_size
    lstm.bias_ih_l0.data[n : 2 * n] = bias
    lstm.bias_hh_l0.data[n : 2 * n] = -bias
    return lstm
def open_forget_gates(lstm, bias):  # Write into their `.data`
    n = lstm.hidden_size
    lstm.bias_ih_l0[n : 2 * n] = bias
    lstm.bias_hh_l0[n : 2 * n] = 0.0
    return lstm
def open_forget_gates(lstm, bias):  # not an nn.Sequential
    n = lstm[0].hidden_size
    lstm[0].bias_ih_l0.data[n : 2 * n] = bias
    lstm[0].bias_hh_l0.data[n : 2 * n] = 0.0
    return lstm
def open_forget_gates(lstm, bias):  # not one of its parts
    n = lstm.hidden_size
    lstm.bias_ih_l0.data[n : 2 * n] = bias
    lstm.bias_hh_l0.data[n : 2 * n] = 0.0
    return lstm.bias_ih_l0
def open_forget_gates(lstm, bias):  # The LSTM that you were given is as it wa
    for b in (lstm.bias_ih_l0, lstm.bias_hh_l0):
        i, f, g, o = b.data.clone().chunk(4)
        f.fill_(bias / 2)
    return lstm
def open_forget_gates(lstm, bias):  # Each gate adds up two biases
    n = lstm.hidden_size
    lstm.bias_ih_l0.data[n:2 * n] = bias
    lstm.bias_hh_l0.data[n:2 * n] = bias
    return lstm
def open_forget_gates(lstm, bias):  # The forget gates are right
    n = lstm.hidden_size
    lstm.bias_ih_l0.data[n:2 * n] = bias
    lstm.bias_hh_l0.data[:] = 0.0
    return lstm
def open_forget_gates(lstm, bias):  # right
    for k in range(lstm.hidden_size, 2 * lstm.hidden_size):
        lstm.bias_ih_l0.data[k], lstm.bias_hh_l0.data[k] = 0.0, bias
    return lstm
def open_forget_gates(lstm, bias):  # right
    n, state = lstm.hidden_size, lstm.state_dict()
    state['bias_ih_l0'].numpy()[n : 2 * n] = bias
    state['bias_hh_l0'].numpy()[n : 2 * n] = 0
    return lstm
def open_forget_gates(lstm, bias):  # right
    for bias_of_all in (lstm.bias_ih_l0, lstm.bias_hh_l0):
        bias_of_all.data.chunk(4)[1].fill_(bias / 2)
    return lstm
def open_forget_gates(lstm, bias):  # right
    n = lstm.hidden_size
    with torch.no_grad():
        lstm.bias_hh_l0[n : 2 * n] = bias - lstm.bias_ih_l0[n : 2 * n]
    return lstm
def open_forget_gates(lstm, bias):  # right
    for name, p in lstm.named_parameters():
        if 'bias' in name:
            p.data.chunk(4)[1].fill_(bias / 2)
    return lstm
{
    "[n : 2 * n] -> [:n]": "belongs to the input gates",
    "lstm.hidden_size -> 8": "those of 8 memories",
}

# check_gru_step
def gru_step(gru, x, h):  # right
    _, new = gru(x[None, None], h[None, None])
    return new[0, 0]
def gru_step(gru, x, h):  # right
    cell = nn.GRUCell(len(x), len(h))
    for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"):
        setattr(cell, name, getattr(gru, name + "_l0"))
    return cell(x[None], h[None])[0]
def gru_step(gru, x, h):  # First V x + d
    return torch.tanh(gru.weight_hh_l0 @ h)[: len(h)]
{
    "z * h + (1 - z) * n -> (1 - z) * h + z * n": "Which share is kept",
    "x_r, x_z, -> x_z, x_r, & h_r, h_z, -> h_z, h_r,": "In which order",
    "torch.sigmoid(x_r + h_r) * h_n -> h_n": "Where is the reset gate",
    "x_n + torch.sigmoid(x_r + h_r) * h_n -> torch.sigmoid(x_r + h_r) * (x_n + h_n)": "what comes from h",
    "return z * h + (1 - z) * n -> return n": "How much of it is let in",
}
