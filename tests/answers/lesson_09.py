"""Readers' answers for notebook 09: test_exercises.py says how they are written."""
# check_open_forget_gates
{
    "= bias -> = -bias": "The rows are",
    "n = -> lstm = nn.LSTM(lstm.input_size, lstm.hidden_size); n =": "The LSTM hasn't",
    "n : 2 * n -> 1": "Change only the",
    ".data -> ": "Write into their `.data`",
    "lstm. -> lstm[0].": "not an nn.Sequential",
    "return: lstm.bias_ih_l0": "not one of its parts",
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
def gru_step(gru, x, h):  # First compute
    return torch.tanh(gru.weight_hh_l0 @ h)[: len(h)]
