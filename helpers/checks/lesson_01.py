"""The checks of notebook 01."""

import math

from .frame import Check, as_many, rounded, sigmoid


def output_gate(input_value, short_memory, wd1, wd2, bd1):
    return sigmoid(short_memory * wd1 + input_value * wd2 + bd1)


check_output_gate = Check(
    output_gate,
    inputs=[
        (0.5, 0.4, 2.0, 0.7, -0.1),
        (1.0, -0.3, 0.5, 1.5, 0.2),
        (0.3, 0.9, -1.0, 0.4, -0.6),
    ],
    hint="Start with the sum: short memory, price and bias.",
    insight="All gates are this function; only their three numbers differ.",
)


@check_output_gate.mistake(
    "All three gates are shares between 0 and 1: which curve gives those?"
)
def tanh_for_sigmoid(x, h, w1, w2, b):
    return math.tanh(h * w1 + x * w2 + b)


@check_output_gate.mistake("Which of the two weights listens to the short memory?")
def weights_swapped(x, h, w1, w2, b):
    return sigmoid(x * w1 + h * w2 + b)


@check_output_gate.mistake("Three things are added up: where is the bias?")
def no_bias(x, h, w1, w2, b):
    return sigmoid(h * w1 + x * w2)


@check_output_gate.mistake("The bias is added, not subtracted.")
def bias_subtracted(x, h, w1, w2, b):
    return sigmoid(h * w1 + x * w2 - b)


@check_output_gate.mistake("The sum is right. Mind the sign in the exponent.")
def plus_in_the_exponent(x, h, w1, w2, b):
    return sigmoid(-(h * w1 + x * w2 + b))


@check_output_gate.mistake(
    "The minus stands before the whole sum: are there brackets around it?"
)
def minus_before_the_first(x, h, w1, w2, b):
    return sigmoid(h * w1 - x * w2 - b)


@check_output_gate.mistake(
    "1 is divided by all of 1 + e^(-sum): are there brackets around that?"
)
def one_divided_by_one(x, h, w1, w2, b):
    return 1 / 1 + math.exp(-(h * w1 + x * w2 + b))


@check_output_gate.mistake("First add up, then take one sigmoid of the whole sum.")
def sigmoid_of_each(x, h, w1, w2, b):
    return sigmoid(h * w1) + sigmoid(x * w2) + b


@check_output_gate.mistake("That is the sum. The gate is one step further.")
def only_the_sum(x, h, w1, w2, b):
    return h * w1 + x * w2 + b


@check_output_gate.mistake(
    "That is the notebook's day. Does your function use what it is given?"
)
def the_notebooks_day(x, h, w1, w2, b):
    return sigmoid(1.0)


@check_output_gate.mistake(
    "Here and there your function uses one of the notebook's own numbers: "
    "are all five names those of the first line?"
)
def the_notebooks_weights(x, h, w1, w2, b):
    return sigmoid(h * 2.0 + x * 0.6 - 0.1)


@check_output_gate.mistake(
    "The bias belongs into the sum, before the sigmoid is taken."
)
def bias_outside(x, h, w1, w2, b):
    return sigmoid(h * w1 + x * w2) + b


@check_output_gate.mistake("Is the short memory in the sum?")
def no_short_memory(x, h, w1, w2, b):
    return sigmoid(x * w2 + b)


@check_output_gate.mistake("Is the price in the sum?")
def no_price(x, h, w1, w2, b):
    return sigmoid(h * w1 + b)


@check_output_gate.mistake("That is a sigmoid of a sigmoid: one is enough.")
def sigmoid_of_a_sigmoid(x, h, w1, w2, b):
    return sigmoid(sigmoid(h * w1 + x * w2 + b))


@check_output_gate.mistake("Those are the sum and the gate. Which one is asked for?")
def sum_and_gate(x, h, w1, w2, b):
    z = h * w1 + x * w2 + b
    return z, sigmoid(z)


@check_output_gate.mistake(
    "Those are the notebook's three numbers of the forget gate. Which "
    "three are handed in?"
)
def the_forget_gate(x, h, w1, w2, b):
    return sigmoid(h * 1.5 + x * 0.8 + 1.0)


@check_output_gate.mistake("The long memory doesn't go into a gate. Which memory does?")
def long_memory_in_the_sum(x, h, w1, w2, b):
    return sigmoid(0.8 * w1 + x * w2 + b)


@check_output_gate.mistake(
    "The price and the short memory are the notebook's. Does your "
    "function use those that are handed in?"
)
def the_notebooks_price_and_memory(x, h, w1, w2, b):
    return sigmoid(0.4 * w1 + 0.5 * w2 + b)


check_output_gate.symptom("Nearly: is something rounded?")(rounded)


def keep_memory():
    return 0.0, 0.0, 20.0, 0.0, 0.0, -20.0


def extreme_gates(answer):
    """(forget gates and input gates, at the extremes of price and short memory)"""
    numbers = answer()
    six = as_many(numbers, 6)
    if six is None:
        return [numbers]
    return [
        [sigmoid(h * w1 + x * w2 + b) for x in (0, 1) for h in (-1, 1)]
        for w1, w2, b in (six[:3], six[3:])
    ]


check_keep_memory = Check(
    keep_memory,
    inputs=[()],
    hint="What is let in changes the memory, too.",
    insight="A long memory that is kept, and not written to, lasts any number of days.",
    observe=extreme_gates,
    tolerance=0.00005,
)


@check_keep_memory.mistake("A low forget gate forgets. Mind the sign.")
def forget_everything():
    return 0.0, 0.0, -20.0, 0.0, 0.0, -20.0


@check_keep_memory.mistake(
    "The forget gate is closed and the input gate open. Which one keeps?"
)
def gates_swapped():
    return 0.0, 0.0, -20.0, 0.0, 0.0, 20.0


@check_keep_memory.mistake(
    "The memory is kept, but all of the candidate is let in, too."
)
def both_open():
    return 0.0, 0.0, 20.0, 0.0, 0.0, 20.0


@check_keep_memory.mistake(
    "In which order? The bias is the last of a gate's three numbers."
)
def biases_first():
    return 20.0, 0.0, 0.0, -20.0, 0.0, 0.0


@check_keep_memory.mistake(
    "In which order? First the forget gate's three numbers, then the input gate's."
)
def gates_mixed():
    return 0.0, 0.0, 0.0, 0.0, 20.0, -20.0


@check_keep_memory.mistake(
    "These numbers make sums, not gates: what does a sigmoid make of a "
    "sum of 1, and of 0?"
)
def biases_for_gates():
    return 0.0, 0.0, 1.0, 0.0, 0.0, 0.0


@check_keep_memory.symptom(
    "Six numbers are needed, three a gate: wa1, wa2, ba1, wb1, wb2, bb1."
)
def not_six(expected, got):
    return len(got) == 1


@check_keep_memory.symptom(
    "Which numbers make a gate listen to the price or to the short memory?"
)
def gates_that_listen(expected, got):
    return any(max(gates) - min(gates) > 0.00005 for gates in got)


@check_keep_memory.symptom(
    "Not yet to four decimals: from which sum on is a sigmoid 1.0000, "
    "and up to which is it 0.0000?"
)
def nearly(expected, got):
    return got[0][0] > 0.7 and got[1][0] < 0.3


@check_keep_memory.symptom("The forget gate is low. A high forget gate keeps.")
def low_forget_gate(expected, got):
    return got[0][0] < 0.7
