"""The checks of notebook 08."""

import math

import torch
from torch import nn

from .frame import Check, Stopped, or_its_error, rounded, same, sigmoid


def forget_bias(days, share):
    gate = share ** (1 / days)
    return math.log(gate / (1 - gate))


check_forget_bias = Check(
    forget_bias,
    inputs=[(20, 0.3), (7, 0.9), (100, 0.05)],
    hint="First the gate: multiplied by itself `days` times, it makes the share.",
    insight="For half of it after 100 days, the gate must stand at 0.9931 already.",
    observe=or_its_error,
)


@check_forget_bias.mistake("The gate is right. Of which sum is it the sigmoid?")
def gate_returned(days, share):
    return share ** (1 / days)


@check_forget_bias.mistake(
    "That is left after one day. What is left after `days` days?"
)
def one_day_only(days, share):
    return math.log(share / (1 - share))


@check_forget_bias.mistake(
    "Is the share the gate to the power of the days, or the gate the share's?"
)
def power_for_root(days, share):
    gate = share**days
    return math.log(gate / (1 - gate))


@check_forget_bias.mistake(
    "That is share / days. A gate multiplies: is a root missing, or brackets around "
    "1 / days?"
)
def divided_by_days(days, share):
    gate = share / days
    return math.log(gate / (1 - gate))


@check_forget_bias.mistake(
    "1 - gate is what is forgotten. Which of the two stands above the line?"
)
def upside_down(days, share):
    return -forget_bias(days, share)


@check_forget_bias.mistake(
    "That is the gate's logarithm. In the sigmoid, e to the bias is gate / (1 - gate)."
)
def logarithm_of_the_gate(days, share):
    return math.log(share) / days


@check_forget_bias.mistake(
    "You have the gate, and want the sum: the sigmoid the other way round."
)
def sigmoid_of_the_gate(days, share):
    return sigmoid(share ** (1 / days))


@check_forget_bias.mistake(
    "The rule of thumb leaves a bit more than a third. Where is `share`?"
)
def rule_of_thumb(days, share):
    return math.log(days)


@check_forget_bias.mistake("Count the multiplications again: `days`, not one fewer.")
def one_day_fewer(days, share):
    return forget_bias(days - 1, share)


@check_forget_bias.mistake("Count the multiplications again: `days`, not one more.")
def one_day_more(days, share):
    return forget_bias(days + 1, share)


@check_forget_bias.mistake("`share` is what is left, not what is lost.")
def lost_for_left(days, share):
    return forget_bias(days, 1 - share)


@check_forget_bias.mistake(
    "You take off the same amount each day. A gate takes a part of what is left."
)
def equal_amounts(days, share):
    gate = 1 - (1 - share) / days
    return math.log(gate / (1 - gate))


@check_forget_bias.mistake(
    "That is the logarithm of 1 - gate. In the sigmoid, e to the bias is gate / "
    "(1 - gate)."
)
def logarithm_of_the_rest(days, share):
    return math.log(1 - share ** (1 / days))


@check_forget_bias.mistake(
    "That is for 20 days, whatever `days` is. Does your function use it?"
)
def always_twenty_days(days, share):
    return forget_bias(20, share)


@check_forget_bias.mistake(
    "`math.log` is the natural logarithm, to the base e. Is yours?"
)
def logarithm_to_ten(days, share):
    return forget_bias(days, share) / math.log(10)


@check_forget_bias.mistake(
    "`math.log2` has the base 2. The natural logarithm, to the base e, is `math.log`."
)
def logarithm_to_two(days, share):
    return forget_bias(days, share) / math.log(2)


@check_forget_bias.mistake("That is e to the bias. Of it, take the logarithm.")
def logarithm_forgotten(days, share):
    return math.exp(forget_bias(days, share))


@check_forget_bias.mistake(
    "The logarithm is taken of the whole fraction: put brackets around "
    "gate / (1 - gate)."
)
def logarithm_of_the_upper_part(days, share):
    gate = share ** (1 / days)
    return math.log(gate) / (1 - gate)


@check_forget_bias.mistake(
    "That is minus the gate's logarithm. In the sigmoid, e to the bias is gate / "
    "(1 - gate)."
)
def minus_logarithm_of_the_gate(days, share):
    return -math.log(share) / days


check_forget_bias.symptom("Nearly: is the result, or the gate, rounded?")(rounded)


@check_forget_bias.symptom("One number is asked for: the bias alone, without the gate.")
def more_than_the_bias(expected, got):
    return isinstance(got, (list, tuple)) and len(got) > 1


@check_forget_bias.symptom(
    "`math.log` got 0 or less. Is your gate between 0 and 1? Are there brackets "
    "around 1 - gate?"
)
def no_logarithm(expected, got):
    return isinstance(got, Stopped) and "ValueError" in got.text


def open_forget_gates(lstm, bias):
    return with_biases(lstm, bias, 0.0)


def with_biases(lstm, ih, hh, quarter=1):
    """Set both biases of one gate, the input gate being 0."""
    n = lstm.hidden_size
    rows = slice(quarter * n, (quarter + 1) * n)
    if ih is not None:
        lstm.bias_ih_l0.data[rows] = ih
    if hh is not None:
        lstm.bias_hh_l0.data[rows] = hh
    return lstm


class Sizes:
    def __init__(self, inputs, memories):
        self.inputs, self.memories = inputs, memories

    def __str__(self):
        return f"nn.LSTM({self.inputs}, {self.memories})"


def numbers_of(answer, sizes, bias):
    """(both biases together, of input, forget, candidate, output; then all weights)"""
    torch.manual_seed(8)
    lstm = nn.LSTM(sizes.inputs, sizes.memories)
    returned = or_its_error(answer, lstm, bias)
    if returned is None or not isinstance(returned, nn.LSTM):
        return returned
    both = lstm.bias_ih_l0.data + lstm.bias_hh_l0.data
    return [
        *both.chunk(4),
        lstm.weight_ih_l0.data,
        lstm.weight_hh_l0.data,
    ]


check_open_forget_gates = Check(
    open_forget_gates,
    inputs=[(Sizes(3, 2), 3.0), (Sizes(1, 5), -1.37)],
    hint="Only the forget gates' biases change: the second of four parts of the rows.",
    insight="One line when you build a model, and it may decide what the model can learn.",
    observe=numbers_of,
    changes=True,
)


@check_open_forget_gates.mistake(
    "The gate adds up both biases. What is in the other one?"
)
def other_bias_left(lstm, bias):
    return with_biases(lstm, bias, None)


@check_open_forget_gates.mistake("What bias_ih_l0 held before is still in the sum.")
def first_bias_left(lstm, bias):
    return with_biases(lstm, None, bias)


@check_open_forget_gates.mistake(
    "Each gate adds up two biases. How much do yours make together?"
)
def both_set(lstm, bias):
    return with_biases(lstm, bias, bias)


@check_open_forget_gates.mistake(
    "The first part of the rows belongs to the input gates."
)
def input_gates_set(lstm, bias):
    return with_biases(lstm, bias, 0.0, quarter=0)


@check_open_forget_gates.mistake(
    "The third part of the rows belongs to the candidates."
)
def candidates_set(lstm, bias):
    return with_biases(lstm, bias, 0.0, quarter=2)


@check_open_forget_gates.mistake(
    "The last part of the rows belongs to the output gates."
)
def output_gates_set(lstm, bias):
    return with_biases(lstm, bias, 0.0, quarter=3)


@check_open_forget_gates.mistake(
    "Those are all four gates. Which rows are the forget gates'?"
)
def all_gates_set(lstm, bias):
    for quarter in range(4):
        with_biases(lstm, bias, 0.0, quarter)
    return lstm


@check_open_forget_gates.mistake(
    "The forget gates are right. What became of the other gates' second bias?"
)
def second_bias_wiped(lstm, bias):
    lstm.bias_hh_l0.data[:] = 0.0
    return with_biases(lstm, bias, 0.0)


@check_open_forget_gates.mistake("The bias is to be that number, not to grow by it.")
def bias_added(lstm, bias):
    n = lstm.hidden_size
    lstm.bias_ih_l0.data[n : 2 * n] += bias
    return lstm


@check_open_forget_gates.mistake(
    "Your rows are those of 8 memories. How many has this LSTM?"
)
def rows_of_eight(lstm, bias):
    lstm.bias_ih_l0.data[8:16] = bias
    lstm.bias_hh_l0.data[8:16] = 0.0
    return lstm


@check_open_forget_gates.mistake(
    "That opens one memory's forget gate. Each memory has one."
)
def one_memory_only(lstm, bias):
    n = lstm.hidden_size
    lstm.bias_ih_l0.data[n] = bias
    lstm.bias_hh_l0.data[n] = 0.0
    return lstm


@check_open_forget_gates.mistake(
    "The LSTM that you were given is as it was. Did you change a copy or another "
    "LSTM, or no row at all?"
)
def nothing_changed_in_it(lstm, bias):
    return lstm


@check_open_forget_gates.mistake(
    "Those are weights. The biases are bias_ih_l0 and bias_hh_l0."
)
def weights_set(lstm, bias):
    n = lstm.hidden_size
    lstm.weight_ih_l0.data[n : 2 * n] = 0.0
    lstm.weight_hh_l0.data[n : 2 * n] = bias
    return lstm


@check_open_forget_gates.mistake(
    "One forget gate is left as it was: does your slice begin one row too late?"
)
def first_row_left(lstm, bias):
    n = lstm.hidden_size
    lstm.bias_ih_l0.data[n + 1 : 2 * n] = bias
    lstm.bias_hh_l0.data[n + 1 : 2 * n] = 0.0
    return lstm


@check_open_forget_gates.mistake(
    "One forget gate is left as it was. The end of a slice isn't in it."
)
def last_row_left(lstm, bias):
    n = lstm.hidden_size
    lstm.bias_ih_l0.data[n : 2 * n - 1] = bias
    lstm.bias_hh_l0.data[n : 2 * n - 1] = 0.0
    return lstm


@check_open_forget_gates.mistake(
    "One row too many: it is a candidate's. The end of a slice isn't in it."
)
def one_row_too_many(lstm, bias):
    n = lstm.hidden_size
    lstm.bias_ih_l0.data[n : 2 * n + 1] = bias
    lstm.bias_hh_l0.data[n : 2 * n + 1] = 0.0
    return lstm


@check_open_forget_gates.mistake(
    "Everything from the forget gates on is set. Where does their part end?"
)
def all_from_there(lstm, bias):
    for quarter in (1, 2, 3):
        with_biases(lstm, bias, 0.0, quarter)
    return lstm


@check_open_forget_gates.mistake(
    "A gate has a row for each memory: `hidden_size` of them, not `input_size`."
)
def rows_of_the_inputs(lstm, bias):
    n = lstm.input_size
    lstm.bias_ih_l0.data[n : 2 * n] = bias
    lstm.bias_hh_l0.data[n : 2 * n] = 0.0
    return lstm


@check_open_forget_gates.mistake(
    "That is the gate. The bias is what goes into the sigmoid."
)
def gate_for_bias(lstm, bias):
    return with_biases(lstm, sigmoid(bias), 0.0)


@check_open_forget_gates.mistake("Together they make 0. Where is `bias`?")
def both_zero(lstm, bias):
    return with_biases(lstm, 0.0, 0.0)


@check_open_forget_gates.mistake(
    "That is 3, whatever `bias` is. Does your function use it?"
)
def always_three(lstm, bias):
    return with_biases(lstm, 3.0, 0.0)


@check_open_forget_gates.symptom(
    "Return the LSTM itself, not one of its parts: `return lstm`."
)
def not_the_lstm(expected, got):
    return not isinstance(got, (list, Stopped))


@check_open_forget_gates.symptom(
    "The rows are right. What do both biases of a forget gate make together, and "
    "what were they to make?"
)
def another_value(expected, got):
    if isinstance(got, Stopped):
        return False
    rest = same([got[0], *got[2:]], [expected[0], *expected[2:]])
    return rest and same(got[1], got[1][:1].expand_as(got[1]))


@check_open_forget_gates.symptom(
    "PyTorch guards parameters that are trained. Write into their `.data`, as in "
    "`start`."
)
def without_data(expected, got):
    return isinstance(got, Stopped) and "leaf Variable" in got.text


check_plain_influence = check_forget_bias
