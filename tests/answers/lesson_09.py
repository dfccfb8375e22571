"""Answers of readers to the exercises of notebook 09 (see test_exercises.py)."""

# check_open_forget_gates
{
    "= bias -> = -bias": "The rows are right",
    "lstm.bias_hh_l0.data[n : 2 * n] = 0.0 -> ": "in the other one",
    "n = -> lstm = nn.LSTM(lstm.input_size, lstm.hidden_size); n =": "as it was",
    "n : 2 * n -> 1": "Only the forget gates' biases change",
    "] = bias -> ] += bias": "held before",
    "= 0.0 -> = -bias": "Together they make 0",
    ".data -> ": "Write into their `.data`",
    "lstm. -> lstm[0].": "not an nn.Sequential",
    "return: lstm.bias_ih_l0": "not one of its parts",
    "= 0.0 -> = bias": "Each gate adds up two biases",
    "[n : 2 * n] = 0.0 -> [:] = 0.0": "The forget gates are right",
    "[n : 2 * n] -> [:n]": "belongs to the input gates",
    "lstm.hidden_size -> 8": "those of 8 memories",
}
def open_forget_gates(lstm, bias):  # right
    with torch.no_grad():
        for biases in (lstm.bias_ih_l0, lstm.bias_hh_l0):
            biases.chunk(4)[1].fill_(bias / 2)
    return lstm

# check_gru_step
def gru_step(gru, x, h):  # right
    _, new = gru(x[None, None], h[None, None])
    return new[0, 0]
def gru_step(gru, x, h):  # First V x + d
    return torch.tanh(gru.weight_hh_l0 @ h)[: len(h)]
{
    "z * h + (1 - z) * n -> (1 - z) * h + z * n": "Which share is kept",
    "x_r, x_z, -> x_z, x_r, & h_r, h_z, -> h_z, h_r,": "In which order",
    "torch.sigmoid(x_r + h_r) * h_n -> h_n": "Where is the reset gate",
    "x_n + torch.sigmoid(x_r + h_r) * h_n -> torch.sigmoid(x_r + h_r) * (x_n + h_n)":
        "what comes from h",
    "return z * h + (1 - z) * n -> return n": "How much of it is let in",
}
