"""Checks for notebook 01, and an example of how they are written (see frame.py)."""

import math

from .frame import as_many, check


def sigmoid(z):
    return (1 + math.tanh(z / 2)) / 2  # without overflow for any z


@check(
    inputs=[(1.6, 0.5, 0.4, 2.0, 0.7, -0.1), (-0.7, 1.0, -0.3, 0.5, 1.5, 0.2)],
    hint="Start with the output gate's sum. It adds the weighted short memory, the weighted price and the bias.",
    insight="The long memory becomes the prediction in two steps. First tanh squashes it, and then the output gate lets a share through.",
    mistakes={
        "math.tanh(new_long) * -> ": "You return the output gate. What must it be multiplied by?",
        "math.tanh(new_long) -> new_long": "The long memory can be larger than 1. Which curve brings it between -1 and 1?",
        "return: math.tanh(new_long * sigmoid(z))": "What comes first: tanh, or the multiplication by the output gate?",
        "sigmoid -> math.tanh": "All three gates are between 0 and 1. Which curve gives such values?",
        "+ bd1 -> ": "The sum adds three terms. Where is the bias?",
        "+ price * wd2 -> ": "Is the price in the sum?",
        "short_memory * -> new_long *": "The long memory doesn't go into a gate. Which memory does?",
        "wd1 -> wd2 & price * wd2 -> price * wd1": "Which weight belongs to the short memory, and which weight belongs to the price?",
        "sigmoid(z) -> sigmoid(-z)": "The sum is right. Check the sign of the exponent.",
        "+ price * wd2 + bd1 -> - price * wd2 - bd1": "The minus sign belongs to the whole sum. Are there brackets around the sum?",
        "sigmoid(z) -> (1 / 1 + math.exp(-z))": "The formula divides by all of 1 + e^(-sum). Are there brackets around it?",
        "return: math.tanh(new_long) / 1 + math.exp(-z)": "The formula divides by all of 1 + e^(-sum). Are there brackets around it?",
        "sigmoid(z) -> z": "The gate's sum is right. Which curve turns this sum into the gate?",
        "return: math.tanh(new_long), sigmoid(z)": "You return the two parts separately. What does the formula do with them?",
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
    hint="What the input gate lets in also changes the long memory.",
    insight="If the unit keeps the long memory and writes nothing to it, the long memory lasts for any number of days.",
    observe=extreme_gates,
    tolerance=0.00005,
    mistakes={
        "-20.0 -> 20.0": "The unit keeps the long memory, but it also lets in the whole candidate.",
        "20.0 -> -20.0 & --20.0 -> 20.0": "Your forget gate is closed, and your input gate is open. Which of the two gates keeps the long memory?",
        "return: (20.0, 0, 0, -20.0, 0, 0)": "Check the order. The bias is the last of a gate's three numbers.",
        "return: (0, 0, 0, 0, 20.0, -20.0)": "Check the order. The forget gate's three numbers come first, and then the input gate's three numbers.",
        "return: (0, 0, 1, 0, 0, 0)": "These numbers give sums of 1 and 0. What is sigmoid(1), and what is sigmoid(0)?",
        "any(max(gates) - min(gates) > 0.00005 for gates in got)": "Your gates depend on the price or on the short memory. Which numbers cause this?",
        "got[0][0] > 0.7 and got[1][0] < 0.3": "The gates aren't right to four decimals yet. For how large a sum is a sigmoid 1.0000? For how small a sum is it 0.0000?",
        "got[0][0] < 0.7": "Your forget gate is low. Only a high forget gate keeps the long memory.",
    },
)
def check_keep_memory():
    return 0.0, 0.0, 20.0, 0.0, 0.0, -20.0
