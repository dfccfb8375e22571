"""The checks of notebook 06."""

import math

from .frame import Check, as_tensor, rounded, same, sigmoid


def output_gate_gradients(d_short, squashed, o, short_before, price):
    d_sum = d_short * squashed * o * (1 - o)
    return d_sum * short_before, d_sum * price, d_sum


check_output_gate_gradients = Check(
    output_gate_gradients,
    inputs=[
        (-2.9, -0.95, 0.47, -0.32, 1.0),
        (0.8, 0.6, 0.9, 0.25, 0.5),
        (0.4, -0.3, 0.2, 0.7, 0.3),
    ],
    hint="First d_output_sum; each of the three is that, times what it multiplies.",
    insight="The other three gates differ only in what comes in from above.",
)


def from_sum(d_sum, short_before, price):
    """The three gradients, from the sum's."""
    return d_sum * short_before, d_sum * price, d_sum


@check_output_gate_gradients.mistake("The gate is a sigmoid: what is its slope?")
def sigmoid_without_slope(d_short, squashed, o, short_before, price):
    return from_sum(d_short * squashed, short_before, price)


@check_output_gate_gradients.mistake(
    "short = squashed * o: by what is o multiplied there?"
)
def not_through_squashed(d_short, squashed, o, short_before, price):
    return from_sum(d_short * o * (1 - o), short_before, price)


@check_output_gate_gradients.mistake(
    "short = squashed * o: each factor gets d_short times the other one."
)
def times_itself(d_short, squashed, o, short_before, price):
    return from_sum(d_short * o * o * (1 - o), short_before, price)


@check_output_gate_gradients.mistake(
    "What arrives at the line short = squashed * o? Start from that."
)
def without_d_short(d_short, squashed, o, short_before, price):
    return from_sum(squashed * o * (1 - o), short_before, price)


@check_output_gate_gradients.mistake("Which of wd1 and wd2 is multiplied by the price?")
def price_for_memory(d_short, squashed, o, short_before, price):
    d_sum = d_short * squashed * o * (1 - o)
    return from_sum(d_sum, price, short_before)


@check_output_gate_gradients.mistake(
    "1 - o² is the slope of tanh. This gate is a sigmoid."
)
def slope_of_tanh(d_short, squashed, o, short_before, price):
    d_sum = d_short * squashed * (1 - o * o)
    return from_sum(d_sum, short_before, price)


@check_output_gate_gradients.mistake(
    "o is the sigmoid's value already: its slope is o * (1 - o)."
)
def sigmoid_twice(d_short, squashed, o, short_before, price):
    slope = sigmoid(o) * (1 - sigmoid(o))
    return from_sum(d_short * squashed * slope, short_before, price)


@check_output_gate_gradients.mistake(
    "On this way lies the output gate's sigmoid. The slope of tanh is on the other."
)
def slope_of_squashed(d_short, squashed, o, short_before, price):
    d_sum = d_short * squashed * (1 - squashed**2)
    return from_sum(d_sum, short_before, price)


@check_output_gate_gradients.mistake(
    "That is d_output_sum, three times. By what are wd1 and wd2 multiplied?"
)
def sum_three_times(d_short, squashed, o, short_before, price):
    return [d_short * squashed * o * (1 - o)] * 3


@check_output_gate_gradients.mistake(
    "The numbers are right. In which order are they asked for?"
)
def bias_first(*numbers):
    d_wd1, d_wd2, d_bd1 = output_gate_gradients(*numbers)
    return d_bd1, d_wd1, d_wd2


@check_output_gate_gradients.mistake(
    "d_short has the 2 of the squared error in it already."
)
def doubled(d_short, *numbers):
    return output_gate_gradients(2 * d_short, *numbers)


@check_output_gate_gradients.mistake(
    "That is the way down. The gradient itself is asked for: mind the sign."
)
def sign_turned(d_short, *numbers):
    return output_gate_gradients(-d_short, *numbers)


@check_output_gate_gradients.mistake(
    "The sigmoid's slope is a product of two: which factor is missing?"
)
def half_a_slope(d_short, squashed, o, short_before, price):
    return from_sum(d_short * squashed * (1 - o), short_before, price)


@check_output_gate_gradients.mistake(
    "There is one slope too many: no tanh lies between o and short."
)
def both_slopes(d_short, squashed, o, short_before, price):
    d_sum = d_short * squashed * (1 - squashed**2) * o * (1 - o)
    return from_sum(d_sum, short_before, price)


@check_output_gate_gradients.mistake("squashed is tanh of the long memory already.")
def tanh_again(d_short, squashed, o, short_before, price):
    d_sum = d_short * math.tanh(squashed) * o * (1 - o)
    return from_sum(d_sum, short_before, price)


@check_output_gate_gradients.mistake(
    "That is the way to the long memory. Which row of the table leads to o?"
)
def way_to_the_long_memory(d_short, squashed, o, short_before, price):
    d_sum = d_short * o * (1 - squashed**2)
    return from_sum(d_sum, short_before, price)


@check_output_gate_gradients.mistake(
    "d_output_sum is the notebook's, of day 4. Compute it from what you are given."
)
def sum_of_day_4(d_short, squashed, o, short_before, price):
    return from_sum(0.680997, short_before, price)


@check_output_gate_gradients.mistake(
    "d_o is the notebook's, of day 4. Compute it from what you are given."
)
def gate_of_day_4(d_short, squashed, o, short_before, price):
    return from_sum(2.736050 * o * (1 - o), short_before, price)


@check_output_gate_gradients.mistake(
    "Without brackets, d_o * o * 1 - o is another number than d_o * o * (1 - o)."
)
def slope_without_brackets(d_short, squashed, o, short_before, price):
    return from_sum(d_short * squashed * o * 1 - o, short_before, price)


@check_output_gate_gradients.mistake(
    "d_o is d_short * squashed. You took short = squashed * o for squashed."
)
def short_for_squashed(d_short, squashed, o, short_before, price):
    d_sum = d_short * squashed * o * o * (1 - o)
    return from_sum(d_sum, short_before, price)


@check_output_gate_gradients.mistake(
    "Those are the gradients' sizes. A gradient has a sign, too."
)
def sizes_without_sign(*numbers):
    return [abs(number) for number in output_gate_gradients(*numbers)]


check_output_gate_gradients.symptom(
    "Nearly: is something rounded? Leave the rounding to `print`."
)(rounded)


@check_output_gate_gradients.symptom(
    "Return three numbers, neither as text nor with names: wd1's, wd2's, bd1's."
)
def text_or_names(expected, got):
    return isinstance(got, (dict, str)) or (
        isinstance(got, (list, tuple)) and as_tensor(got) is None
    )


@check_output_gate_gradients.symptom(
    "Three gradients are asked for: of wd1, of wd2 and of bd1."
)
def not_three_gradients(expected, got):
    return not hasattr(got, "__len__") or len(got) != 3


@check_output_gate_gradients.symptom(
    "The three fit together, but d_output_sum is wrong: it is d_o, times the "
    "sigmoid's slope."
)
def only_the_sum_wrong(expected, got):
    share = got[2] / expected[2]
    return same(got, [share * number for number in expected])


def which_are_right(expected, got):
    return [same(*pair) for pair in zip(got, expected)]


@check_output_gate_gradients.symptom(
    "wd2 and bd1 are right. By what is wd1 multiplied in the gate's sum?"
)
def only_wd1_wrong(expected, got):
    return which_are_right(expected, got) == [False, True, True]


@check_output_gate_gradients.symptom(
    "wd1 and bd1 are right. By what is wd2 multiplied in the gate's sum?"
)
def only_wd2_wrong(expected, got):
    return which_are_right(expected, got) == [True, False, True]


@check_output_gate_gradients.symptom(
    "wd1 and wd2 are right. bd1 is only added: what arrives at it unchanged?"
)
def only_bd1_wrong(expected, got):
    return which_are_right(expected, got) == [True, True, False]


@check_output_gate_gradients.symptom(
    "bd1 is right. By what are wd1 and wd2 multiplied in the gate's sum?"
)
def only_bd1_right(expected, got):
    return which_are_right(expected, got) == [False, False, True]


def backward_plain(w, tape, d_short):
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_sum = d_short * (1 - short**2)
        d_w += d_sum * short_before
        d_short = d_sum * w
    return d_w


def forward_plain(w, prices, short=0.0):
    tape = []
    for price in prices:
        tape.append((short, math.tanh(w * short + price)))
        short = tape[-1][1]
    return tape


check_backward_plain = Check(
    backward_plain,
    inputs=[
        (0.8, forward_plain(0.8, [0.3, -0.5]), 1.0),
        (0.9, forward_plain(0.9, [1.0, 0.2, 0.4], 0.6), -2.0),
        (
            -1.2,
            forward_plain(-1.2, [0.5, 0.1, -0.4, 0.3, 0.6, 0.2]),
            0.7,
        ),
    ],
    hint="Of each day, look at three things: the slope of its tanh, its share of d_w, "
    "and what is handed on to the day before.",
    insight="Each day multiplies the way back by w and by a slope; "
    "the LSTM's long memory has the forget gate there.",
)


@check_backward_plain.mistake("Each day goes through a tanh. What is its slope?")
def tanh_without_slope(w, tape, d_short):
    d_w = 0.0
    for short_before, _ in reversed(tape):
        d_w += d_short * short_before
        d_short = d_short * w
    return d_w


@check_backward_plain.mistake("w acts on every day: add up the shares of all days.")
def last_day_only(w, tape, d_short):
    return backward_plain(w, tape[-1:], d_short)


@check_backward_plain.mistake(
    "w multiplies the short memory that the day started with."
)
def new_memory_for_old(w, tape, d_short):
    return backward_plain(w, [(short, short) for _, short in tape], d_short)


@check_backward_plain.mistake(
    "d_w is 0: nothing is added to it yet. What is each day's share?"
)
def nothing_added(w, tape, d_short):
    return 0.0


@check_backward_plain.mistake(
    "Only day 1's share is left. Does each day add, or replace what is there?"
)
def share_assigned(w, tape, d_short):
    for short_before, short in reversed(tape):
        d_sum = d_short * (1 - short**2)
        d_w = d_sum * short_before
        d_short = d_sum * w
    return d_w


@check_backward_plain.mistake("Day 1 is missing: where does your loop end?")
def day_1_left_out(w, tape, d_short):
    return backward_plain(w, tape[1:], d_short)


@check_backward_plain.mistake(
    "A tape may be longer: does your loop always take four days?"
)
def four_days_at_most(w, tape, d_short):
    return backward_plain(w, tape[-4:], d_short)


@check_backward_plain.mistake(
    "w * short_before: which factor does w get, and which the short memory?"
)
def factors_swapped(w, tape, d_short):
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_sum = d_short * (1 - short**2)
        d_w += d_sum * w
        d_short = d_sum * short_before
    return d_w


@check_backward_plain.mistake(
    "w * short_before: w gets what arrives times the other factor."
)
def share_times_w(w, tape, d_short):
    d_w = 0.0
    for _, short in reversed(tape):
        d_sum = d_short * (1 - short**2)
        d_w += d_sum * w
        d_short = d_sum * w
    return d_w


@check_backward_plain.mistake(
    "w * short_before: the short memory gets what arrives times the other factor."
)
def handed_on_times_memory(w, tape, d_short):
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_sum = d_short * (1 - short**2)
        d_w += d_sum * short_before
        d_short = d_sum * short_before
    return d_w


@check_backward_plain.mistake(
    "Which of the pair comes first, the memory before the day or after it?"
)
def pair_swapped(w, tape, d_short):
    swapped = [(short, before) for before, short in tape]
    return backward_plain(w, swapped, d_short)


@check_backward_plain.mistake("short is a tanh already: its slope is 1 - short**2.")
def tanh_twice(w, tape, d_short):
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_sum = d_short * (1 - math.tanh(short) ** 2)
        d_w += d_sum * short_before
        d_short = d_sum * w
    return d_w


@check_backward_plain.mistake(
    "The slope is multiplied in twice on the way to the day before."
)
def slope_handed_on_twice(w, tape, d_short):
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_sum = d_short * (1 - short**2)
        d_w += d_sum * short_before
        d_short = d_sum * (1 - short**2) * w
    return d_w


@check_backward_plain.mistake(
    "tanh is less steep away from 0, not steeper: mind the sign in its slope."
)
def plus_in_the_slope(w, tape, d_short):
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_sum = d_short * (1 + short**2)
        d_w += d_sum * short_before
        d_short = d_sum * w
    return d_w


@check_backward_plain.mistake(
    "d_short belongs to the last day: with which day must you begin?"
)
def days_forwards(w, tape, d_short):
    return backward_plain(w, tape[::-1], d_short)


@check_backward_plain.mistake(
    "d_short is handed on, not added up: is there a += too many?"
)
def handed_on_and_kept(w, tape, d_short):
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_sum = d_short * (1 - short**2)
        d_w += d_sum * short_before
        d_short += d_sum * w
    return d_w


@check_backward_plain.mistake("What do the days before the last get? Hand d_short on.")
def nothing_handed_on(w, tape, d_short):
    return sum(d_short * (1 - short**2) * short_before for short_before, short in tape)


@check_backward_plain.mistake(
    "On its way to yesterday's short memory, d_short is multiplied by a weight."
)
def handed_on_without_w(w, tape, d_short):
    return backward_plain(1.0, tape, d_short)


@check_backward_plain.mistake(
    "The slope belongs to what is handed on to the day before, too."
)
def handed_on_without_slope(w, tape, d_short):
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_w += d_short * (1 - short**2) * short_before
        d_short = d_short * w
    return d_w


@check_backward_plain.mistake(
    "s (1 - s) is the slope of the sigmoid. This unit has a tanh."
)
def slope_of_sigmoid(w, tape, d_short):
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_sum = d_short * short * (1 - short)
        d_w += d_sum * short_before
        d_short = d_sum * w
    return d_w


@check_backward_plain.mistake(
    "The slope is written with the tanh's own value: which of the pair is that?"
)
def slope_of_the_start(w, tape, d_short):
    d_w = 0.0
    for short_before, _ in reversed(tape):
        d_sum = d_short * (1 - short_before**2)
        d_w += d_sum * short_before
        d_short = d_sum * w
    return d_w


@check_backward_plain.mistake(
    "d_short is handed on too early: the day's share still needs today's."
)
def handed_on_too_early(w, tape, d_short):
    return w * backward_plain(w, tape, d_short)


@check_backward_plain.mistake(
    "That is what reaches the memory before day 1. The gradient of w is asked for."
)
def d_short_returned(w, tape, d_short):
    for _, short in reversed(tape):
        d_short = d_short * (1 - short**2) * w
    return d_short


@check_backward_plain.mistake(
    "The gradient is the sum of the days' shares, not their mean."
)
def mean_of_the_days(w, tape, d_short):
    return backward_plain(w, tape, d_short) / len(tape)


@check_backward_plain.mistake(
    "d_short is the derivative of the loss already: nothing is to be doubled."
)
def doubled_again(w, tape, d_short):
    return backward_plain(w, tape, 2 * d_short)


@check_backward_plain.mistake(
    "The share needs the slope, too: w stands inside the tanh."
)
def share_without_slope(w, tape, d_short):
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_w += d_short * short_before
        d_short = d_short * (1 - short**2) * w
    return d_w


@check_backward_plain.mistake(
    "The slope of tanh is 1 - short**2: is the square missing?"
)
def slope_without_square(w, tape, d_short):
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_sum = d_short * (1 - short)
        d_w += d_sum * short_before
        d_short = d_sum * w
    return d_w


@check_backward_plain.mistake("The last day is missing: where does your loop begin?")
def last_day_left_out(w, tape, d_short):
    return backward_plain(w, tape[:-1], d_short)


@check_backward_plain.mistake("The sign is turned. Is each share added, or taken away?")
def share_taken_away(w, tape, d_short):
    return -backward_plain(w, tape, d_short)


@check_backward_plain.symptom(
    "One number is asked for: the shares of all days, added up."
)
def a_list_of_shares(expected, got):
    return hasattr(got, "__len__") and len(got) > 1
