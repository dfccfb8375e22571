"""Checks for notebook 06."""

from .frame import check

FIVE = [(0.5, 0.46), (0.46, -0.42), (-0.42, 0.1), (0.1, 0.3), (0.3, -0.2)]  # a tape


@check(
    inputs=[(-2.9, -0.95, 0.47, -0.32, 1.0), (0.8, 0.6, 0.9, 0.25, 0.5)],
    hint="First d_output_sum; each of the three is that, times what it multiplies.",
    insight="The other three gates differ only in what comes in from above.",
    mistakes={
        "* o * (1 - o) -> ": "The gate is a sigmoid: what is its slope?",
        "d_short * squashed -> d_short * o": "short = squashed * o: each factor gets d_short times the other one.",
        "d_o * o * -> d_o *": "The sigmoid's slope is a product of two: which factor is missing?",
        "d_o * o -> d_o * (1 - squashed**2) * o": "There is one slope too many: no tanh lies between o and short.",
        "o * (1 - o) -> (1 - o * o)": "1 - o² is the slope of tanh. This gate is a sigmoid.",
        "o * (1 - o) -> o * 1 - o": "Without brackets, d_o * o * 1 - o is another number than d_o * o * (1 - o).",
        "return: it[2], it[0], it[1]": "The numbers are right. In which order are they asked for?",
        "same(got, [g * got[2] / expected[2] for g in expected])": "The three fit together, but d_output_sum is wrong: it is d_o, times the sigmoid's slope.",
        "same(got[1:], expected[1:])": "wd2 and bd1 are right. By what is wd1 multiplied in the gate's sum?",
        "same(got[::2], expected[::2])": "wd1 and bd1 are right. By what is wd2 multiplied in the gate's sum?",
        "same(got[:2], expected[:2])": "wd1 and wd2 are right. bd1 is only added: what arrives at it unchanged?",
        "same(got[2], expected[2])": "bd1 is right. By what are wd1 and wd2 multiplied in the gate's sum?",
    },
)
def check_output_gate_gradients(d_short, squashed, o, short_before, price):
    d_o = d_short * squashed
    d_sum = d_o * o * (1 - o)
    return d_sum * short_before, d_sum * price, d_sum


@check(
    inputs=[(0.9, [(0.6, 0.91), (0.91, 0.77), (0.77, 0.8)], -2.0), (-1.2, FIVE, 0.7)],
    hint="Of each day, look at three things: the slope of its tanh, its share of d_w, and what is handed on to the day before.",
    insight="Each day multiplies the backward pass by w and by a slope; the LSTM's long memory has the forget gate there.",
    mistakes={
        "reversed(tape) -> reversed(tape[-1:])": "w acts on every day: add up the shares of all days.",
        "d_sum * short_before -> d_sum * short": "w multiplies the short memory that the day started with.",
        "return: 0.0": "d_w is 0: nothing is added to it yet. What is each day's share?",
        "d_w += -> d_w =": "Only day 1's share is left. Does each day add, or replace what is there?",
        "reversed(tape) -> reversed(tape[1:])": "Day 1 is missing: where does your loop end?",
        "reversed(tape) -> reversed(tape[-4:])": "A tape may be longer: does your loop always take four days?",
        "d_sum * short_before -> d_sum * w": "w * short_before: w gets what arrives times the other factor.",
        "short_before, short in -> short, short_before in": "Which of the pair comes first, the memory before the day or after it?",
        "reversed(tape) -> tape": "d_short belongs to the last day: with which day must you begin?",
        "d_short = d_sum -> d_short += d_sum": "d_short is handed on, not added up: is there a += too many?",
        "d_sum * w -> d_short * w": "What is handed on has passed the day's tanh, too: where is its slope?",
        "(1 - short**2) -> (1 - short_before**2)": "Whose tanh is that? The day's tanh made `short`, not `short_before`.",
        "return: w * it": "d_short is handed on too early: the day's share still needs today's.",
        "return: -it": "The sign is turned. Is each share added, or taken away?",
    },
)
def check_backward_plain(w, tape, d_short):
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_sum = d_short * (1 - short**2)
        d_w += d_sum * short_before
        d_short = d_sum * w
    return d_w
