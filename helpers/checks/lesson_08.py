"""Checks for notebook 08."""

import math

from .frame import check


@check(
    inputs=[(20, 0.3), (7, 0.9)],
    hint="First the gate: multiplied by itself `days` times, it makes the share.",
    insight="To keep half for 100 days, the gate must already be 0.9931.",
    mistakes={
        "return: gate": "The gate is right. Of which sum is it the sigmoid?",
        "** (1 / days) -> / days": "That is share / days. A gate multiplies: is a root missing, or brackets around 1 / days?",
        "(1 / days) -> days": "The gate is multiplied by itself to make the share. Which root leads back?",
        "return: -it": "1 - gate is what is forgotten. Which of the two stands above the line?",
        "/ days -> / (days - 1)": "Count the multiplications again: `days`, not one fewer.",
        "return: it / math.log(10)": "`math.log` is the natural logarithm, to the base e. Is yours?",
        "'ValueError' in str(got)": "`math.log` got 0 or less. Is your gate between 0 and 1? Are there brackets around 1 - gate?",
    },
)
def check_forget_bias(days, share):
    gate = share ** (1 / days)
    return math.log(gate / (1 - gate))


@check(
    inputs=[([0.9, -0.6, 1.5],), ([-1.2, 0.4, 0.8, 0.7, -0.3],)],
    hint="On day 1 the change meets 0.5 and the slope of tanh; on each later day 0.99 and that day's slope; at the end 0.5.",
    insight="One slope per day: that is what the LSTM's long memory is spared.",
    mistakes={
        "return: 2 * it": "Twice too large. One 0.5 stands before the price of day 1, another before the prediction: do you have both?",
        "if day > 0: -> if True:": "That is 0.99 once too often. Day 1 begins with a memory of 0: what is multiplied there?",
        "influence *= 0.99 -> pass": "Where is 0.99, by which each later day multiplies the memory?",
        "influence *= 1 - short**2 -> pass": "Each day the memory goes through a tanh. Where are the slopes?",
        "if day > 0: -> if day == 0: continue & influence *= 0.99 -> & influence *= 1 -> influence *= 0.99 & - short**2 -> * (1 - short**2)": "Day 1 has a tanh, too. Where is its slope?",
        "1 - short**2 -> short": "That multiplies by the memories. By which number does tanh multiply a small change?",
        "short**2 -> short": "The slope of tanh is 1 - short**2: where is the square?",
        "return: short / 2": "That is the prediction. How far does it move with the first price?",
    },
)
def check_plain_influence(prices):
    short, influence = 0.0, 0.5
    for day, price in enumerate(prices):
        short = math.tanh(0.99 * short + 0.5 * price)
        if day > 0:
            influence *= 0.99
        influence *= 1 - short**2
    return 0.5 * influence
