"""Checks for notebook 09."""

import torch
from torch import nn

from .frame import Wrong, check, numbers_in


def the_lstm(answer, inputs, memories, bias):
    """the biases of all gates, two added up, and the weights"""
    torch.manual_seed(8)
    lstm = nn.LSTM(inputs, memories)
    before = numbers_in(lstm)
    if not isinstance(answer(lstm, bias), nn.LSTM):
        raise Wrong("Return the LSTM itself, not one of its parts: `return lstm`.")
    if numbers_in(lstm) == before:
        raise Wrong("The LSTM that you were given is as it was: is yours a copy?")
    both = (lstm.bias_ih_l0 + lstm.bias_hh_l0).detach()
    return [*both.chunk(4), lstm.weight_ih_l0.detach(), lstm.weight_hh_l0.detach()]


@check(
    inputs=[(2, 3, 3.0), (1, 5, -1.37)],
    hint="Only the forget gates' biases change: the second of four parts of the rows.",
    insight="One line when you build a model can decide what the model can learn.",
    observe=the_lstm,
    changes=True,
    mistakes={
        "lstm.bias_hh_l0.data[n : 2 * n] = 0.0 -> ": "The gate adds up both biases. What is in the other one?",
        "n] = bias -> n] += bias": "What bias_ih_l0 held before is still in the sum.",
        "[n : 2 * n] = 0.0 -> [:] = 0.0": "The forget gates are right. What became of the other gates' second bias?",
        "[n : 2 * n] -> [:n]": "The first part of the rows belongs to the input gates.",
        "lstm.hidden_size -> 8": "Your rows are those of 8 memories. How many has this LSTM?",
        "same([got[0], *got[2:]], [expected[0], *expected[2:]]) and same(got[1], got[1][:1].expand_as(got[1]))": "The rows are right. What do both biases of a forget gate make together, and what should they make?",
        "'leaf Variable' in str(got)": "PyTorch guards parameters that are trained. Write into their `.data`, as in `start`.",
        "'not subscriptable' in str(got)": "The LSTM itself is handed in, not an nn.Sequential as in `start`: no `[0]`.",
    },
)
def check_open_forget_gates(lstm, bias):
    n = lstm.hidden_size
    lstm.bias_ih_l0.data[n : 2 * n] = bias
    lstm.bias_hh_l0.data[n : 2 * n] = 0.0
    return lstm


def a_gru(inputs, memories):
    torch.manual_seed(memories)
    gru = nn.GRU(inputs, memories).double()
    return gru, torch.rand(inputs).double(), torch.rand(memories).double()


@check(
    inputs=[a_gru(1, 2), a_gru(3, 4)],
    hint="First V x + d and W h + b, then their three parts, then the equations.",
    insight="This is what nn.GRU computes: one memory, and one gate to keep and write.",
    mistakes={
        "z * h + (1 - z) * n -> (1 - z) * h + z * n": "Which share is kept, z or 1 - z?",
        "x_r, x_z, -> x_z, x_r, & h_r, h_z, -> h_z, h_r,": "In which order do the parts of the rows come?",
        "x_n + torch.sigmoid(x_r + h_r) * h_n -> x_n + h_n": "Where is the reset gate?",
        "x_n + torch.sigmoid(x_r + h_r) * h_n -> torch.sigmoid(x_r + h_r) * (x_n + h_n)": "The reset gate multiplies what comes from h, and nothing else.",
        "return: n": "That is the candidate. How much of it is let in?",
        "torch.tanh -> torch.sigmoid": "The candidate may be negative: which curve does it have?",
        "(1 - z) * n -> z * n": "z and 1 - z are the two shares: which one does the candidate get?",
    },
)
def check_gru_step(gru, x, h):
    from_x = gru.weight_ih_l0 @ x + gru.bias_ih_l0
    from_h = gru.weight_hh_l0 @ h + gru.bias_hh_l0
    x_r, x_z, x_n = from_x.chunk(3)
    h_r, h_z, h_n = from_h.chunk(3)
    z = torch.sigmoid(x_z + h_z)
    n = torch.tanh(x_n + torch.sigmoid(x_r + h_r) * h_n)
    return z * h + (1 - z) * n
