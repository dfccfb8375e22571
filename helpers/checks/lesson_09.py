"""Checks for notebook 09."""

import torch
from torch import nn

from .frame import Wrong, check, numbers_in


def the_lstm(answer, inputs, memories, bias):
    """the sums of both biases of all gates, and the weights"""
    torch.manual_seed(8)
    lstm = nn.LSTM(inputs, memories)
    before = numbers_in(lstm)
    if not isinstance(answer(lstm, bias), nn.LSTM):
        raise Wrong("Return the LSTM itself, not one of its parts: `return lstm`.")
    if numbers_in(lstm) == before:
        raise Wrong("The LSTM hasn't changed. Do you change a copy of it?")
    both = (lstm.bias_ih_l0 + lstm.bias_hh_l0).detach()
    return [*both.chunk(4), lstm.weight_ih_l0.detach(), lstm.weight_hh_l0.detach()]


@check(
    inputs=[(2, 3, 3.0), (1, 5, -1.37)],
    hint="Change only the biases of the forget gates. They are the second of the four parts of the rows.",
    insight="A few biases can decide what a model can learn.",
    observe=the_lstm,
    changes=True,
    mistakes={
        "lstm.bias_hh_l0.data[n : 2 * n] = 0.0 -> ": "The gate adds both biases. What is the value of the other bias?",
        "n] = bias -> n] += bias": "The old values of bias_ih_l0 are still in the sum.",
        "[n : 2 * n] = 0.0 -> [:] = 0.0": "The forget gates are right. Do you also change the second bias of the other gates?",
        "[n : 2 * n] -> [:n]": "The first part of the rows belongs to the input gates.",
        "lstm.hidden_size -> 8": "Your rows belong to an LSTM with 8 memories. How many memories does this LSTM have?",
        "same([got[0], *got[2:]], [expected[0], *expected[2:]]) and same(got[1], got[1][:1].expand_as(got[1]))": "The rows are right. What is the sum of a forget gate's two biases, and what should it be?",
        "'leaf Variable' in str(got)": "PyTorch protects parameters that are trained. Write into their `.data`, as in `start`.",
        "'not subscriptable' in str(got)": "Your function gets the LSTM itself, and not an nn.Sequential as in `start`. Leave out `[0]`.",
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
    hint="First compute V x + d and W h + b. Then cut both into three parts, and use the equations.",
    insight="This is what nn.GRU computes. It has only one memory, and the same gate decides what is kept and what is written.",
    mistakes={
        "z * h + (1 - z) * n -> (1 - z) * h + z * n": "Which share of the memory is kept: z or 1 - z?",
        "x_r, x_z, -> x_z, x_r, & h_r, h_z, -> h_z, h_r,": "In which order are the parts of the rows stacked?",
        "x_n + torch.sigmoid(x_r + h_r) * h_n -> x_n + h_n": "Where is the reset gate?",
        "x_n + torch.sigmoid(x_r + h_r) * h_n -> torch.sigmoid(x_r + h_r) * (x_n + h_n)": "The reset gate must multiply only the part that comes from h.",
        "return: n": "You return the candidate. How much of the candidate goes into the memory?",
        "torch.tanh -> torch.sigmoid": "The candidate may be negative. Which curve does it need?",
        "(1 - z) * n -> z * n": "The two shares are z and 1 - z. Which share belongs to the candidate?",
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
