"""Checks for notebook 06."""

from .frame import check

FIVE = [(0.5, 0.46), (0.46, -0.42), (-0.42, 0.1), (0.1, 0.3), (0.3, -0.2)]  # a tape


@check(
    inputs=[(-2.9, -0.95, 0.47, -0.32, 1.0), (0.8, 0.6, 0.9, 0.25, 0.5)],
    hint="First compute d_output_sum. Each of the three gradients is d_output_sum, times the number that its parameter multiplies.",
    insight="The other three gates work in the same way. Only the gradient that arrives from above is different.",
    mistakes={
        "* o * (1 - o) -> ": "The gate is a sigmoid. What is the slope of a sigmoid?",
        "d_short * squashed -> d_short * o": "In short = squashed * o, each factor's gradient is d_short times the other factor.",
        "d_o * o * -> d_o *": "The sigmoid's slope is a product of two factors. Which factor is missing?",
        "d_o * o -> d_o * (1 - squashed**2) * o": "You multiply by one slope too many. There is no tanh between o and short.",
        "o * (1 - o) -> (1 - o * o)": "1 - o² is the slope of tanh. This gate is a sigmoid.",
        "o * (1 - o) -> o * 1 - o": "Without the brackets, d_o * o * 1 - o isn't the same as d_o * o * (1 - o).",
        "return: it[2], it[0], it[1]": "The numbers are right. In which order must you return them?",
        "same(got, [g * got[2] / expected[2] for g in expected])": "The three gradients fit together, but d_output_sum is wrong. It is d_o times the sigmoid's slope.",
        "same(got[1:], expected[1:])": "The gradients of wd2 and bd1 are right. What is wd1 multiplied by in the gate's sum?",
        "same(got[::2], expected[::2])": "The gradients of wd1 and bd1 are right. What is wd2 multiplied by in the gate's sum?",
        "same(got[:2], expected[:2])": "The gradients of wd1 and wd2 are right. The gate's sum only adds bd1. Which gradient reaches bd1 unchanged?",
        "same(got[2], expected[2])": "The gradient of bd1 is right. What are wd1 and wd2 multiplied by in the gate's sum?",
    },
)
def check_output_gate_gradients(d_short, squashed, o, short_before, price):
    d_o = d_short * squashed
    d_sum = d_o * o * (1 - o)
    return d_sum * short_before, d_sum * price, d_sum


@check(
    inputs=[(0.9, [(0.6, 0.91), (0.91, 0.77), (0.77, 0.8)], -2.0), (-1.2, FIVE, 0.7)],
    hint="Look at three things on each day: the slope of tanh, the day's share of d_w, and the gradient that goes to the day before.",
    insight="Each day multiplies the gradient by w and by a slope. In the LSTM's long memory, each day multiplies it by the forget gate instead.",
    mistakes={
        "reversed(tape) -> reversed(tape[-1:])": "The unit uses w on every day, so add up the shares of all days.",
        "d_sum * short_before -> d_sum * short": "On each day, w multiplies the short memory that the day begins with.",
        "return: 0.0": "Your d_w is 0, because you add nothing to it. What is each day's share?",
        "d_w += -> d_w =": "Only day 1's share is left. Does each day add its share, or does it replace d_w?",
        "reversed(tape) -> reversed(tape[1:])": "Day 1 is missing. Where does your loop end?",
        "reversed(tape) -> reversed(tape[-4:])": "A tape may have more than four days. Does your loop always take four days?",
        "d_sum * short_before -> d_sum * w": "In w * short_before, the gradient of w is the gradient that arrives, times the other factor.",
        "short_before, short in -> short, short_before in": "Which memory comes first in each pair: the memory before the day, or the memory after it?",
        "reversed(tape) -> tape": "d_short belongs to the last day. On which day must you begin?",
        "d_short = d_sum -> d_short += d_sum": "Each day replaces d_short and adds nothing to it. Do you write += where = is right?",
        "d_sum * w -> d_short * w": "The gradient for the day before has also passed the day's tanh. Where is the slope of tanh?",
        "(1 - short**2) -> (1 - short_before**2)": "The day's tanh computed `short`, and not `short_before`. Which slope do you need?",
        "return: w * it": "You replace d_short too early. The day's share still needs today's d_short.",
        "return: -it": "The sign is wrong. Do you add each share, or do you subtract it?",
    },
)
def check_backward_plain(w, tape, d_short):
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_sum = d_short * (1 - short**2)
        d_w += d_sum * short_before
        d_short = d_sum * w
    return d_w
