"""Checks for notebook 01, and an example of how they are written (see frame.py)."""

import math

from .frame import as_many, check


def sigmoid(z):
    return (1 + math.tanh(z / 2)) / 2  # without overflow for any z


@check(
    inputs=[(1.6, 0.5, 0.4, 2.0, 0.7, -0.1), (-0.7, 1.0, -0.3, 0.5, 1.5, 0.2)],
    hint="Start with the output gate's sum: short memory, price and bias.",
    insight="The long memory is shown in two steps: squashed by tanh, then in part.",
    mistakes={
        "math.tanh(new_long) * -> ": "That is the output gate. Of what does it show a share?",
        "math.tanh(new_long) -> new_long": "The long memory can be larger than 1. What brings it between -1 and 1?",
        "return: math.tanh(new_long * sigmoid(z))": "Which comes first: is the long memory squashed, or is a share of it taken?",
        "sigmoid -> math.tanh": "All three gates are shares between 0 and 1: which curve gives those?",
        "+ bd1 -> ": "Three things are added up: where is the bias?",
        "+ price * wd2 -> ": "Is the price in the sum?",
        "short_memory * -> new_long *": "The long memory doesn't go into a gate. Which memory does?",
        "wd1 -> wd2 & price * wd2 -> price * wd1": "Which weight belongs to the short memory, and which one to the price?",
        "sigmoid(z) -> sigmoid(-z)": "The sum is right. Mind the sign in the exponent.",
        "+ price * wd2 + bd1 -> - price * wd2 - bd1": "The minus stands before the whole sum: are there brackets around it?",
        "sigmoid(z) -> (1 / 1 + math.exp(-z))": "You divide by all of 1 + e^(-sum): are there brackets around that?",
        "return: math.tanh(new_long) / 1 + math.exp(-z)": "You divide by all of 1 + e^(-sum): are there brackets around that?",
        "sigmoid(z) -> z": "The gate's sum is right. The gate is one step further.",
        "return: math.tanh(new_long), sigmoid(z)": "Those are the two parts. What does the formula do with them?",
    },
)
def check_prediction(new_long, price, short_memory, wd1, wd2, bd1):
    z = short_memory * wd1 + price * wd2 + bd1
    return math.tanh(new_long) * sigmoid(z)


def extreme_gates(answer):
    """forget gates and input gates, at the extremes of price and short memory"""
    six = as_many(answer(), 6)
    return [
        [sigmoid(h * w1 + x * w2 + b) for x in (0, 1) for h in (-1, 1)]
        for w1, w2, b in (six[:3], six[3:])
    ]


@check(
    inputs=[()],
    hint="What is let in changes the memory, too.",
    insight="A long memory that is kept, and not written to, lasts any number of days.",
    observe=extreme_gates,
    tolerance=0.00005,
    mistakes={
        "-20.0 -> 20.0": "The memory is kept, but all of the candidate is let in, too.",
        "20.0 -> -20.0 & --20.0 -> 20.0": "The forget gate is closed and the input gate open. Which one keeps?",
        "return: (20.0, 0, 0, -20.0, 0, 0)": "In which order? The bias is the last of a gate's three numbers.",
        "return: (0, 0, 0, 0, 20.0, -20.0)": "In which order? First the forget gate's three numbers, then the input gate's.",
        "return: (0, 0, 1, 0, 0, 0)": "These numbers make sums, not gates: what does a sigmoid make of a sum of 1, and of 0?",
        "any(max(gates) - min(gates) > 0.00005 for gates in got)": "Which numbers make a gate listen to the price or to the short memory?",
        "got[0][0] > 0.7 and got[1][0] < 0.3": "Not yet to four decimals: from which sum on is a sigmoid 1.0000, and up to which is it 0.0000?",
        "got[0][0] < 0.7": "The forget gate is low. A high forget gate keeps.",
    },
)
def check_keep_memory():
    return 0.0, 0.0, 20.0, 0.0, 0.0, -20.0
