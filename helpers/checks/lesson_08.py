"""Checks for notebook 08."""

import math

from .frame import check


@check(
    inputs=[(20, 0.3), (7, 0.9)],
    hint="First compute the gate. The gate to the power of `days` must be the share.",
    insight="To keep half of a number for 100 days, the gate must be 0.9931.",
    mistakes={
        "return: gate": "The gate is right. For which sum does the sigmoid give this gate?",
        "** (1 / days) -> / days": "You compute share / days, but a gate multiplies. Is a root missing, or are the brackets around 1 / days missing?",
        "(1 / days) -> days": "The share is a power of the gate. Which root gives you the gate?",
        "return: -it": "1 - gate is the forgotten part. Is the gate or the forgotten part above the fraction line?",
        "/ days -> / (days - 1)": "Count the multiplications again. There are `days` of them, and not one fewer.",
        "return: it / math.log(10)": "`math.log` is the natural logarithm, with base e. Which logarithm do you use?",
        "'ValueError' in str(got)": "`math.log` got a number that isn't positive. Is your gate between 0 and 1? Are there brackets around 1 - gate?",
    },
)
def check_forget_bias(days, share):
    gate = share ** (1 / days)
    return math.log(gate / (1 - gate))


@check(
    inputs=[([0.9, -0.6, 1.5],), ([-1.2, 0.4, 0.8, 0.7, -0.3],)],
    hint="On day 1, multiply 0.5 by the slope of tanh. On each later day, multiply by 0.99 and by that day's slope. At the end, multiply by 0.5.",
    insight="The plain unit multiplies by one slope per day. The LSTM's long memory doesn't.",
    mistakes={
        "return: 2 * it": "Your result is twice as large as the right one. One 0.5 belongs to the price of day 1, and another belongs to the prediction. Do you use both?",
        "if day > 0: -> if True:": "You multiply by 0.99 once too often. Day 1 begins with a memory of 0. What does 0.99 multiply on day 1?",
        "influence *= 0.99 -> pass": "Each later day multiplies the memory by 0.99. Where is this factor?",
        "influence *= 1 - short**2 -> pass": "On each day, the memory goes through a tanh. Where are the slopes?",
        "if day > 0: -> if day == 0: continue & influence *= 0.99 -> & influence *= 1 -> influence *= 0.99 & - short**2 -> * (1 - short**2)": "Day 1 also has a tanh. Where is its slope?",
        "1 - short**2 -> short": "You multiply by the memories. What does tanh multiply a small change by?",
        "short**2 -> short": "The slope of tanh is 1 - short**2. Where is the square?",
        "return: short / 2": "You return the prediction. How far does it move when the first price moves?",
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
