"""Checks for the exercises.

A check calls the reader's function on several inputs, and prints that it isn't done
yet, or where it differs, with a hint that names the mistake, or that it is right. It
never stops a "Run all", and it works on copies: the reader's data stay whole.
"""

import copy
import math
from collections.abc import Iterator
from numbers import Number

import torch
from lstm_scratch import COMPANY_A, COMPANY_B, LSTM_Scratch
from torch import nn

NOT_DONE = "Not done yet. Fill in the function above, run it, then run this cell."
NOTHING = "Your function returned nothing: is there a `return`?"
TEXT = (
    "That is a text, made for printing. Return the number itself; only `print` "
    "needs a format."
)
ERRORS = {  # words of an error: what they mean here
    "in-place operation": "To change a parameter, write `with torch.no_grad():` above "
    "the lines.",
    "'MSELoss' object has no": "`nn.MSELoss()` makes the function. A second pair of "
    "brackets calls it: `nn.MSELoss()(predicted, wanted)`.",
    "'LSTM' object is not subscriptable": "The LSTM itself is handed in, not an "
    "nn.Sequential as in `start`: no `[0]`.",
}
INPUT_CHANGED = (
    "(But it changes a list, tensor or model that is handed in, which others may still "
    "need: work on a copy.)"
)
NOT_A_NUMBER = "Some of it is NaN, not a number: is there a 0 / 0, or infinity - infinity?"


class Check:
    """Compare a reader's answer with the right one, and name the mistake."""

    def __init__(
        self,
        right,
        inputs,
        hint,
        insight,
        observe=None,
        tolerance=1e-4,
        changes=False,
    ):
        """right: the right function; inputs: tuples of its arguments, two or more.

        hint: for an answer that no mistake explains; insight: said after "Right!".
        observe(answer, *arguments): what is compared, by default answer(*arguments);
        its docstring says in words what that is. tolerance: the largest difference.
        changes: shall the answer change what it is given?
        """
        self.right, self.inputs, self.tolerance = (
            right,
            inputs,
            tolerance,
        )
        self.hint, self.insight = hint, insight
        self.changes = changes
        self.observe = observe or (
            lambda answer, *arguments: answer(*arguments)
        )
        self.mistakes, self.symptoms = {}, {}  # {hint: function}

    def mistake(self, hint):
        """Decorate a function that makes a mistake: its results get this hint."""
        return lambda function: self.mistakes.setdefault(hint, function)

    def symptom(self, hint):
        """Decorate a test of (expected, got), for a mistake without one formula."""
        return lambda function: self.symptoms.setdefault(hint, function)

    def __call__(self, answer):
        returned, changed = [], []

        def noting(*arguments):
            before = [numbers_in(argument) for argument in arguments]
            returned.append(answer(*arguments))
            changed.extend(map(is_changed, before, arguments))
            return returned[-1]

        try:
            wrong = self.find_fault(noting)
        except NotImplementedError:
            print(NOT_DONE)
        except Exception as error:
            if returned and returned[-1] is None:
                print(f"Not right yet. {NOTHING}")
            else:
                print(
                    f"Your function stopped with {type(error).__name__}: {error}"
                )
                for words, hint in ERRORS.items():
                    if words in str(error):
                        print(hint)
        else:
            print(
                f"Not right yet. {wrong}"
                if wrong
                else f"Right! {self.insight}"
            )
            if not wrong and any(changed) and not self.changes:
                print(INPUT_CHANGED)

    def find_fault(self, answer):
        """Return what is wrong, in words for the reader, or None."""
        for arguments in self.inputs:
            expected = self.results(self.right, arguments)
            got = self.results(answer, arguments)
            if is_nothing(got):
                return NOTHING
            if not same(got, expected, self.tolerance):
                given = ", ".join(
                    show(argument) for argument in arguments
                )
                what = f"For {given} expected" if given else "Expected"
                if self.observe.__doc__:
                    what += f" {self.observe.__doc__.strip()}"
                what += f" {show(expected)}, got {show(got)}."
                return f"{what} {self.find_hint(answer, expected, got)}"
        return None

    def find_hint(self, answer, expected, got):
        for hint, mistake in self.mistakes.items():
            if all(
                same(
                    self.results(answer, each),
                    self.results(mistake, each),
                )
                for each in self.inputs
            ):
                return hint
        if has_nan(got):
            return NOT_A_NUMBER
        if wrong_shape(got, expected):
            return f"The numbers are right, but not their shape {tuple(got.shape)}."
        for hint, is_it in self.symptoms.items():
            if is_it(expected, got):
                return hint
        return TEXT if isinstance(got, str) else self.hint

    def results(self, function, arguments):
        result = self.observe(function, *copy.deepcopy(arguments))
        return list(result) if isinstance(result, Iterator) else result


def same(got, expected, tolerance=1e-4):
    """Are the numbers the same? Tensors, arrays, lists, tuples and numbers count."""
    if isinstance(expected, (list, tuple)):
        try:
            got = list(got)
        except TypeError:  # a single number has no length
            return False
        pairs = zip(got, expected)
        return len(got) == len(expected) and all(
            same(*p, tolerance) for p in pairs
        )
    got, expected = as_tensor(got), as_tensor(expected)
    if got is None:
        return False
    if expected.dim() == 0 and got.numel() == 1:
        got = got.reshape(())
    return got.shape == expected.shape and torch.allclose(
        got, expected, rtol=1e-6, atol=tolerance
    )


def as_tensor(value):
    """Return numbers as a float64 tensor, or None where there is something else."""
    try:
        if isinstance(value, (list, tuple)) and value:
            parts = [as_tensor(item) for item in value]
            return torch.stack(
                [p.reshape(()) if p.numel() == 1 else p for p in parts]
            )
        if isinstance(value, Number):  # a Fraction, too
            value = float(value)
        return torch.as_tensor(value).detach().double()
    except (TypeError, ValueError, RuntimeError, AttributeError):
        return None


def numbers_in(value):
    """Copy the numbers of a list, tensor or model; None for anything else."""
    if isinstance(value, nn.Module):
        value = [
            n for p in value.parameters() for n in p.flatten().tolist()
        ]
    listed = isinstance(value, (list, torch.Tensor))
    numbers = as_tensor(value) if listed else None
    return None if numbers is None else numbers.clone()


def is_changed(before, value):
    after = numbers_in(value)
    if before is None or after is None:
        return after is not before
    return not torch.equal(before, after)


def is_nothing(got):
    """Is it None, or a list with None in it?"""
    return (
        got is None
        or isinstance(got, (list, tuple))
        and any(map(is_nothing, got))
    )


def has_nan(got):
    if isinstance(got, (list, tuple)):
        return any(map(has_nan, got))
    tensor = as_tensor(got)
    return tensor is not None and bool(tensor.isnan().any())


def wrong_shape(got, expected):
    """Are both tensors, with the same numbers in another shape?"""
    both = isinstance(got, torch.Tensor) and isinstance(
        expected, torch.Tensor
    )
    return both and same(got.flatten(), expected.flatten())


def show(value):
    """Write numbers with four decimals, tensors with their shape, models in words."""
    if isinstance(value, nn.Module):
        return "a model with other numbers than the notebook's"
    if isinstance(value, torch.Tensor):
        if value.numel() > 8:
            return f"a tensor of shape {tuple(value.shape)}"
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(show(item) for item in value) + "]"
    return f"{value:.4f}" if isinstance(value, float) else str(value)


def sigmoid(z):
    return (1 + math.tanh(z / 2)) / 2  # without overflow for any z


KNOWN = (0.7, -0.4, 0.9, 0.3, 1.1, -0.2, -0.8, 1.3, 0.1, 0.5, 0.2, 0.6)


def known_model(kind=LSTM_Scratch, numbers=KNOWN):
    """Numbers other than those in the notebooks, so that nothing fits by chance."""
    model = kind().double()
    for parameter, number in zip(model.parameters(), numbers):
        parameter.data.fill_(number)
    return model


# --- Notebook 01 --------------------------------------------------------------


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


@check_output_gate.mistake(
    "Which of the two weights listens to the short memory?"
)
def weights_swapped(x, h, w1, w2, b):
    return sigmoid(x * w1 + h * w2 + b)


@check_output_gate.mistake(
    "Three things are added up: where is the bias?"
)
def no_bias(x, h, w1, w2, b):
    return sigmoid(h * w1 + x * w2)


@check_output_gate.mistake("The bias is added, not subtracted.")
def bias_subtracted(x, h, w1, w2, b):
    return sigmoid(h * w1 + x * w2 - b)


@check_output_gate.mistake(
    "The sum is right. Mind the sign in the exponent."
)
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


@check_output_gate.mistake(
    "First add up, then take one sigmoid of the whole sum."
)
def sigmoid_of_each(x, h, w1, w2, b):
    return sigmoid(h * w1) + sigmoid(x * w2) + b


@check_output_gate.mistake(
    "That is the sum. The gate is one step further."
)
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


@check_output_gate.mistake(
    "That is a sigmoid of a sigmoid: one is enough."
)
def sigmoid_of_a_sigmoid(x, h, w1, w2, b):
    return sigmoid(sigmoid(h * w1 + x * w2 + b))


@check_output_gate.mistake(
    "Those are the sum and the gate. Which one is asked for?"
)
def sum_and_gate(x, h, w1, w2, b):
    z = h * w1 + x * w2 + b
    return z, sigmoid(z)


@check_output_gate.mistake(
    "Those are the notebook's three numbers of the forget gate. Which "
    "three are handed in?"
)
def the_forget_gate(x, h, w1, w2, b):
    return sigmoid(h * 1.5 + x * 0.8 + 1.0)


@check_output_gate.mistake(
    "The long memory doesn't go into a gate. Which memory does?"
)
def long_memory_in_the_sum(x, h, w1, w2, b):
    return sigmoid(0.8 * w1 + x * w2 + b)


@check_output_gate.mistake(
    "The price and the short memory are the notebook's. Does your "
    "function use those that are handed in?"
)
def the_notebooks_price_and_memory(x, h, w1, w2, b):
    return sigmoid(0.4 * w1 + 0.5 * w2 + b)


@check_output_gate.symptom("Nearly: is something rounded?")
def rounded(expected, got):
    return same(got, expected, 0.0051)


def as_many(answer, count):
    """Return an answer's numbers, in groups or not, as a list; None if not so many."""
    try:
        numbers = as_tensor(answer)
        numbers = (
            as_tensor(list(answer)) if numbers is None else numbers
        )
    except TypeError:  # not even a list
        numbers = None
    if numbers is None:
        return None
    return (
        numbers.flatten().tolist() if numbers.numel() == count else None
    )


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
    "In which order? First the forget gate's three numbers, then the "
    "input gate's."
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


@check_keep_memory.symptom(
    "The forget gate is low. A high forget gate keeps."
)
def low_forget_gate(expected, got):
    return got[0][0] < 0.7


# --- Notebook 02 --------------------------------------------------------------

FORBIDDEN = -77.0


class WithoutForward(LSTM_Scratch):
    """A model whose own loop over the days answers nonsense."""

    def forward(self, input):
        return torch.full((len(input),), FORBIDDEN)

    def lstm_unit(self, input_value, long_memory, short_memory):
        if isinstance(input_value, list):
            raise TypeError(
                "lstm_unit got a list of prices, it wants one"
            )
        if isinstance(long_memory, tuple) or isinstance(
            short_memory, tuple
        ):
            raise TypeError(
                "lstm_unit got two memories in the place of one: what it "
                "returns has two parts"
            )
        return super().lstm_unit(input_value, long_memory, short_memory)


def unroll(model, prices):
    return day_after_day(model, prices)[1]


def day_after_day(model, prices, long=0.0, short=0.0):
    for price in prices:
        long, short = model.lstm_unit(price, long, short)
    return long, short


def without_gradients(answer, *arguments):
    with torch.no_grad():
        return answer(*arguments)


without_gradients.__doc__ = ""
check_unroll = Check(
    unroll,
    inputs=[
        (known_model(WithoutForward), COMPANY_A),
        (known_model(WithoutForward), [0.2, 0.9, 0.4, 0.1, 0.8, 0.6]),
        (known_model(WithoutForward), [0.3, 0.9, 0.7, 0.5, 0.1]),
    ],
    hint="Hand both memories on to the next day, and return the last short one.",
    insight="The same unit for any number of days: that is what recurrent means.",
    observe=without_gradients,
)


@check_unroll.mistake(
    "lstm_unit returns two memories: which comes first?"
)
def memories_swapped(model, prices):
    long = short = 0.0
    for price in prices:
        short, long = model.lstm_unit(price, long, short)
    return short


@check_unroll.mistake(
    "lstm_unit wants the price, the long memory, the short one, in this order."
)
def arguments_swapped(model, prices):
    long = short = 0.0
    for price in prices:
        long, short = model.lstm_unit(price, short, long)
    return short


@check_unroll.mistake(
    "Here every day begins with memories of 0. Is what one day returns handed to the "
    "next?"
)
def restarted_every_day(model, prices):
    return unroll(model, prices[-1:])


@check_unroll.mistake(
    "Only the short memory is handed on. What about the long one?"
)
def long_memory_lost(model, prices):
    short = 0.0
    for price in prices:
        _, short = model.lstm_unit(price, 0.0, short)
    return short


@check_unroll.mistake(
    "Only the long memory is handed on. What about the short one?"
)
def short_memory_lost(model, prices):
    long = 0.0
    for price in prices:
        long, short = model.lstm_unit(price, long, 0.0)
    return short


@check_unroll.mistake("The function shall work for any number of days.")
def four_days_only(model, prices):
    return unroll(model, prices[:4])


@check_unroll.mistake(
    "That is the result of day 1. Does `return` stand inside the loop?"
)
def returned_on_day_1(model, prices):
    return unroll(model, prices[:1])


@check_unroll.mistake("The last day is missing.")
def last_day_missing(model, prices):
    return unroll(model, prices[:-1])


@check_unroll.mistake("Day 1 is missing. Python counts from 0.")
def first_day_missing(model, prices):
    return unroll(model, prices[1:])


@check_unroll.mistake(
    "Every day gets the price of day 1. Which price belongs to each day?"
)
def same_price_every_day(model, prices):
    return unroll(model, [prices[0]] * len(prices))


@check_unroll.mistake(
    "That is the last day's long memory. Which is the prediction?"
)
def long_memory_returned(model, prices):
    return day_after_day(model, prices)[0]


@check_unroll.mistake(
    "Those are both memories. Which one is the prediction?"
)
def both_returned(model, prices):
    return day_after_day(model, prices)


@check_unroll.mistake(
    "That is what the notebook's own model says. Use the model that is given."
)
def own_model(model, prices):
    numbers = [1.19, 0.48, 1.33, 0.86, 1.29, 0.82]
    numbers += [1.97, 2.01, -0.54, 0.98, 0.68, 1.53]
    return unroll(known_model(LSTM_Scratch, numbers), prices)


@check_unroll.mistake("lstm_unit wants the price first.")
def price_last(model, prices):
    long = short = 0.0
    for price in prices:
        long, short = model.lstm_unit(long, short, price)
    return short


@check_unroll.mistake(
    "Call lstm_unit once a day: your second call gets the long memory of "
    "today, not yesterday's."
)
def two_calls_a_day(model, prices):
    long = short = 0.0
    for price in prices:
        long, _ = model.lstm_unit(price, long, short)
        _, short = model.lstm_unit(price, long, short)
    return short


@check_unroll.mistake(
    "Those are the numbers of the days, 0, 1, 2... Which price belongs to "
    "a number?"
)
def days_for_prices(model, prices):
    return unroll(model, range(len(prices)))


@check_unroll.mistake(
    "The days run backwards. Which price comes first?"
)
def backwards(model, prices):
    return unroll(model, prices[::-1])


@check_unroll.mistake(
    "That is Company A every time. Use the prices that are given."
)
def company_a_only(model, prices):
    return unroll(model, COMPANY_A)


@check_unroll.mistake(
    "Both memories start at 0, since nothing has happened before day 1."
)
def memories_start_at_1(model, prices):
    return day_after_day(model, prices, 1.0, 1.0)[1]


@check_unroll.symptom(
    f"`model(…)` has the loop inside, and here it answers {FORBIDDEN} "
    "on purpose. Write the loop, with `model.lstm_unit`."
)
def calls_the_model(expected, got):
    got = as_tensor(got)
    return got is not None and bool((got == FORBIDDEN).any())


@check_unroll.symptom(
    "That is the prediction several times: each memory is one number."
)
def as_many_memories_as_days(expected, got):
    got = as_tensor(got)
    return (
        got is not None
        and got.numel() > 2
        and all(same(number, expected) for number in got.flatten())
    )


@check_unroll.symptom(
    "Those are the short memories of all days. Which one is the prediction?"
)
def all_short_memories(expected, got):
    got = as_tensor(got)
    return (
        got is not None
        and got.numel() > 2
        and same(got.flatten()[-1], expected)
    )


class Days:
    """So many 1s, then so many -1s, and all that so many times."""

    def __init__(self, ups, downs, times=1):
        self.ups, self.downs, self.times = ups, downs, times
        self.prices = ([1.0] * ups + [-1.0] * downs) * times

    def __str__(self):
        parts = [
            f"{count} day{'s' * (count > 1)} of {price}"
            for count, price in ((self.ups, 1), (self.downs, -1))
            if count
        ]
        often = f", all that {self.times} times" * (self.times > 1)
        return " and then ".join(parts) + often + ","


def counting_numbers():
    return [0.0, 0.0, 40.0] * 2 + [0.0, 40.0, 0.0] + [0.0] * 3


def count_the_days(answer, days):
    """a long memory (after day 1, halfway, at the end) of"""
    numbers = answer()
    twelve = as_many(numbers, 12)
    if twelve is None:
        return [numbers]
    a, b, c, d = (twelve[n : n + 3] for n in (0, 3, 6, 9))
    long, short, seen = 0.0, 0.0, []
    for x in days.prices:
        f, i, g, o = (
            short * w1 + x * w2 + bias for w1, w2, bias in (a, b, c, d)
        )
        long = long * sigmoid(f) + sigmoid(i) * math.tanh(g)
        short = sigmoid(o) * math.tanh(long)
        seen.append(long)
    return [seen[0], seen[(len(seen) - 1) // 2], seen[-1]]


check_counting_numbers = Check(
    counting_numbers,
    inputs=[
        (Days(1, 1),),
        (Days(2, 3),),
        (Days(400, 0),),
        (Days(0, 400),),
        (Days(300, 300),),
        (Days(2, 1, 200),),
    ],
    hint="Keep all of the old, and add exactly the price: what must each part be?",
    insight="A memory that is added to can count. One that is squeezed into -1 to 1 "
    "every day can't count far.",
    observe=count_the_days,
    tolerance=0.49,
)


@check_counting_numbers.mistake(
    "These numbers make sums, not gates: what does a sigmoid make of a sum "
    "of 1, and what does tanh?"
)
def sums_for_parts():
    return [0.0, 0.0, 1.0] * 2 + [0.0, 1.0, 0.0] + [0.0] * 3


@check_counting_numbers.symptom(
    "Twelve numbers are needed, three for each of the four parts."
)
def not_twelve(expected, got):
    return len(got) == 1


@check_counting_numbers.symptom(
    "Nothing is written. Which number makes the candidate follow the price, "
    "and is the input gate open?"
)
def nothing_written(expected, got):
    return all(abs(value) < 0.01 for value in got)


@check_counting_numbers.symptom(
    "It counts the wrong way round. Mind the sign of the candidate's weight."
)
def counting_backwards(expected, got):
    return got[0] * expected[0] < -0.01


@check_counting_numbers.symptom(
    "It counts the 1s, but a -1 takes nothing away. At a price of -1, is the "
    "input gate open, and is the candidate -1?"
)
def ups_only(expected, got):
    return near(got, [1, 1, 1])


@check_counting_numbers.symptom(
    "It counts each -1 as if it were a 1. Which part can be negative, and "
    "what makes it so?"
)
def each_day_is_up(expected, got):
    return near(got, [1, 1, 2])


@check_counting_numbers.symptom(
    "Each day adds about half of the price: how far open is the input gate?"
)
def half_written(expected, got):
    return near([2 * value for value in got], expected)


@check_counting_numbers.symptom(
    "Each day adds a little less than 1, and over the days that is too much: "
    "how near to 1 are the input gate and the candidate?"
)
def too_little_written(expected, got):
    return steady(got) and abs(got[2]) < abs(expected[2])


@check_counting_numbers.symptom(
    "Once the count is high, a -1 takes nothing away. Does the candidate "
    "listen to the short memory as well?"
)
def stuck_at_the_top(expected, got):
    return expected[1] > 100 and abs(expected[1] - got[2]) < 1


@check_counting_numbers.symptom(
    "Nearly: the little that is missing each day adds up. Which numbers "
    "bring the gates and the candidate still nearer to 1?"
)
def nearly_counted(expected, got):
    return abs(expected[2]) > 100 and abs(expected[2] - got[2]) < 2


@check_counting_numbers.symptom(
    "It loses some of the count every day: how near to 1 is the forget gate?"
)
def forgetting(expected, got):
    first, half, end = (abs(value) for value in got)
    return first > 0.9 and half > 0 and end < 1.99 * half + first / 2


def near(got, wanted):
    return all(abs(g - w) < 0.1 for g, w in zip(got, wanted))


def steady(got):
    """Is as much added on the second half of the days as on the first?"""
    return abs(got[2] - 2 * got[1]) < 0.0005 * abs(got[1])


def random_library(seed):
    torch.manual_seed(seed)
    return nn.LSTM(1, 1).requires_grad_(False)


def candidate_numbers(library, row=2, biases=("ih", "hh")):
    bias = sum(
        library.get_parameter(f"bias_{kind}_l0")[row] for kind in biases
    )
    return (
        library.weight_hh_l0[row, 0],
        library.weight_ih_l0[row, 0],
        bias,
    )


check_candidate_numbers = Check(
    candidate_numbers,
    inputs=[(random_library(8),), (random_library(9),)],
    hint="Return three numbers, wc1, wc2 and bc1, from the candidate's row: which "
    "tensor belongs to which, and how many biases are there?",
    insight="With four such functions, any nn.LSTM(1, 1) becomes an LSTM_Scratch.",
)


@check_candidate_numbers.mistake("nn.LSTM has two biases in each gate.")
def first_bias_only(library):
    return candidate_numbers(library, biases=("ih",))


@check_candidate_numbers.mistake(
    "Each gate has two biases, not only the second."
)
def second_bias_only(library):
    return candidate_numbers(library, biases=("hh",))


@check_candidate_numbers.mistake(
    "wc1 is the weight of the short memory: is that ih or hh?"
)
def ih_for_hh(library):
    wc1, wc2, bc1 = candidate_numbers(library)
    return wc2, wc1, bc1


@check_candidate_numbers.mistake(
    "That is the input gate. Look up the order of the gates."
)
def first_row(library):
    return candidate_numbers(library, row=0)


@check_candidate_numbers.mistake(
    "That is the forget gate. Look up the order of the gates."
)
def second_row(library):
    return candidate_numbers(library, row=1)


@check_candidate_numbers.mistake(
    "That is the output gate. Look up the order of the gates."
)
def last_row(library):
    return candidate_numbers(library, row=3)


@check_candidate_numbers.mistake(
    "Those are the notebook's numbers. Take them from the given library."
)
def the_notebooks_candidate(library):
    return 1.97, 2.01, -0.54


@check_candidate_numbers.mistake(
    "Those are both biases. Ours is one: what does nn.LSTM do with its two?"
)
def four_numbers(library):
    wc1, wc2, _ = candidate_numbers(library)
    return wc1, wc2, library.bias_ih_l0[2], library.bias_hh_l0[2]


@check_candidate_numbers.mistake(
    "nn.LSTM adds its two biases up. It doesn't take their mean."
)
def mean_of_the_biases(library):
    wc1, wc2, bc1 = candidate_numbers(library)
    return wc1, wc2, bc1 / 2


@check_candidate_numbers.mistake("In which order? The bias comes last.")
def bias_before_weights(library):
    wc1, wc2, bc1 = candidate_numbers(library)
    return bc1, wc1, wc2


@check_candidate_numbers.symptom(
    "Both weights come out of one tensor. One is the price's, ih, and one "
    "the short memory's, hh."
)
def one_weight_twice(expected, got):
    got = as_tensor(got)
    return (
        got is not None and got.shape == (3,) and same(got[0], got[1])
    )


@check_candidate_numbers.symptom(
    "Those are whole columns, a number a gate. Which row is the candidate's?"
)
def all_rows(expected, got):
    parts = (
        [as_tensor(part) for part in got]
        if type(got) in (list, tuple)
        else []
    )
    return bool(parts) and all(
        part is not None and part.numel() == 4 for part in parts
    )


# --- Notebook 03 --------------------------------------------------------------


def first_step(gradient, lr):
    return -lr if gradient > 0 else lr


check_first_step = Check(
    first_step,
    inputs=[(-0.2, 0.01), (3.0, 0.02), (-0.0005, 0.5), (0.04, 0.1)],
    hint="In the first step, m is the gradient, and the root of v is its size.",
    insight="Adam's first step has the size of the learning rate, for every number.",
)


@check_first_step.mistake("Training moves against the gradient.")
def along_the_gradient(gradient, lr):
    return lr if gradient > 0 else -lr


@check_first_step.mistake(
    "That is the simplest rule. What does Adam divide by?"
)
def simplest_rule(gradient, lr):
    return -lr * gradient


@check_first_step.mistake(
    "The size is right. What decides the direction?"
)
def always_up(gradient, lr):
    return lr


@check_first_step.mistake("The size is right. When does it go up?")
def always_down(gradient, lr):
    return -lr


@check_first_step.mistake(
    "Divided by v. Which root does the formula take first?"
)
def root_forgotten(gradient, lr):
    return -lr * gradient / gradient**2


@check_first_step.mistake("The direction is right. How far does it go?")
def direction_only(gradient, lr):
    return -gradient / abs(gradient)


@check_first_step.mistake(
    "The learning rate is handed in: do you use it, or the notebook's 0.01?"
)
def notebook_rate(gradient, lr):
    return -0.01 if gradient > 0 else 0.01


@check_first_step.symptom(
    "Both means began at 0. By what does Adam divide each of them in the first step?"
)
def means_begun_at_zero(expected, got):
    times = float(got) / expected  # m, v or both are not divided
    wrong = (0.1, 1 / 0.001**0.5, 0.1 / 0.001**0.5)
    return any(abs(times / each - 1) < 0.005 for each in wrong)


@check_first_step.symptom(
    "The root of v is there. What stands above it in the formula?"
)
def m_forgotten(
    expected, got
):  # -lr / 0.2, with the epsilon or without
    return abs(float(got) + abs(expected) / 0.2) < 1e-5


def training_step(model, optimizer, prices, next_price):
    loss = nn.MSELoss()(model(prices), next_price)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()


class Steps(list):
    """Losses and predictions, with the calls that led there in `calls`."""


def three_steps(answer, rows, labels):
    """(own model and optimizer; three losses, then the predictions)"""
    model = known_model()
    optimizer = torch.optim.SGD(
        model.parameters(), lr=0.1, momentum=0.5
    )
    calls = note_calls(model, optimizer)
    rows, labels = (
        torch.tensor(rows).double(),
        torch.tensor(labels).double(),
    )
    losses = []
    for _ in range(3):
        try:
            losses.append(answer(model, optimizer, rows, labels))
        except RuntimeError:  # backward() after a step that moved
            if not is_step_first(calls):
                raise
    called = list(calls)  # the reader's calls, without ours below
    with torch.no_grad():
        steps = Steps([losses, model(rows)])
    steps.calls = called
    return steps


def is_step_first(calls):
    """Was a step taken before the first gradients were there?"""
    return (
        "backward" in calls
        and "step" in calls[: calls.index("backward")]
    )


def note_calls(model, optimizer):
    """Return a list in which each forward, zero_grad, backward and step is noted."""
    calls = []

    def noting(owner, name):
        method = getattr(owner, name)

        def noted(*arguments, **options):
            calls.append(name)
            return method(*arguments, **options)

        setattr(owner, name, noted)

    noting(model, "zero_grad")
    noting(optimizer, "zero_grad")
    noting(optimizer, "step")
    model.register_forward_hook(lambda *_: calls.append("forward"))
    model.wd2.register_hook(lambda gradient: calls.append("backward"))
    return calls


check_training_step = Check(
    training_step,
    inputs=[
        ([COMPANY_A], [0.0]),
        ([COMPANY_A, COMPANY_B], [0.0, 0.8]),
    ],
    hint="Predict, loss, clear the gradients, backward, step: is anything missing?",
    insight="These five lines train any model, of twelve numbers or of billions.",
    observe=three_steps,
    changes=True,
)


@check_training_step.mistake("Gradients add up until they are cleared.")
def gradients_not_cleared(model, optimizer, prices, next_price):
    loss = nn.MSELoss()(model(prices), next_price)
    loss.backward()
    optimizer.step()
    return loss.item()


def training_step_with(
    loss_of, model, optimizer, prices, next_price, sign=1
):
    loss = loss_of(model(prices), next_price)
    optimizer.zero_grad()
    (sign * loss).backward()
    optimizer.step()
    return loss.item()


@check_training_step.mistake(
    "The squares are added up. What does the M in MSE stand for?"
)
def loss_summed(*given):
    return training_step_with(nn.MSELoss(reduction="sum"), *given)


@check_training_step.mistake(
    "The labels have another shape than the predictions: then each prediction is "
    "compared with each label."
)
def labels_in_a_column(*given):
    return training_step_with(
        lambda p, wanted: (p - wanted[:, None]).square().mean(), *given
    )


@check_training_step.mistake(
    "The wanted price is handed in: is it always 1?"
)
def label_ignored(*given):
    return training_step_with(
        lambda p, wanted: (p - 1).square().mean(), *given
    )


@check_training_step.mistake(
    "That is the mean of the errors' sizes. What is done with the errors in an MSE?"
)
def not_squared(*given):
    return training_step_with(nn.L1Loss(), *given)


@check_training_step.mistake(
    "Only the first company of the batch is in your loss."
)
def first_company_only(*given):
    return training_step_with(
        lambda p, wanted: (p[0] - wanted[0]) ** 2, *given
    )


@check_training_step.mistake(
    "Your losses grow: is there a minus before the loss?"
)
def uphill(*given):
    return training_step_with(nn.MSELoss(), *given, sign=-1)


@check_training_step.symptom(
    "No prices went through the model that is handed in: which model do you use?"
)
def other_model(expected, got):
    return "forward" not in got.calls


@check_training_step.symptom(
    "No gradient was computed: which call does that? Has it its brackets?"
)
def no_backward(expected, got):
    return "backward" not in got.calls


@check_training_step.symptom(
    "The gradients are there, but nothing moved: which call takes the step? Has it "
    "its brackets?"
)
def no_step(expected, got):
    return "step" not in got.calls and same(got[0][2], got[0][0], 1e-9)


@check_training_step.symptom(
    "The numbers moved, but not by the optimizer that is handed in. A new one at each "
    "step has forgotten the steps before."
)
def other_optimizer(expected, got):
    return "step" not in got.calls


@check_training_step.symptom(
    "The step comes before its gradients are there: which line belongs first?"
)
def step_first(expected, got):
    return is_step_first(got.calls)


@check_training_step.symptom(
    "The gradients are cleared after `backward()` and before the step: nothing is left "
    "to step by."
)
def cleared_too_late(expected, got):
    pairs = zip(got.calls, got.calls[1:])
    return ("backward", "zero_grad") in pairs


@check_training_step.symptom("That is more than one step each time.")
def many_steps(expected, got):
    return got.calls.count("step") > 3


@check_training_step.symptom(
    "The step is right. But that is the loss after it: measure it before."
)
def loss_after(expected, got):
    return same(got[1], expected[1]) and same(
        got[0][:2], expected[0][1:]
    )


@check_training_step.symptom(
    "The step is right. What you return isn't the loss."
)
def something_else_returned(expected, got):
    return same(got[1], expected[1])


# --- Notebook 04 --------------------------------------------------------------


def tipping_price():
    return 0.12725  # in the middle of those that do


def second_model():
    """Return the second model of notebook 04, to five decimals."""
    model = LSTM_Scratch().double()
    numbers = [1.18747, 0.47908, 1.32844, 0.85912, 1.28552, 0.82053]
    numbers += [1.96999, 2.00945, -0.53967, 0.97930, 0.67520, 1.52960]
    for parameter, number in zip(model.parameters(), numbers):
        parameter.data.fill_(number)
    return model


class Prediction(float):
    """A prediction, with the price that led to it in `price`."""

    def __new__(cls, prediction, price):
        self = super().__new__(cls, prediction)
        self.price = float(price)
        return self


def prediction_at(answer):
    """the prediction"""
    price = answer()
    if price is None:
        return None
    if getattr(price, "numel", lambda: 1)() != 1 or isinstance(
        price, (list, tuple)
    ):
        raise TypeError("return one number, the price of day 1")
    if isinstance(price, str):
        return f"'{price}'"
    prices = torch.tensor([[float(price), *COMPANY_A[1:]]])
    with torch.no_grad():
        return Prediction(second_model()(prices.double()), price)


check_tipping_price = Check(
    tipping_price,
    inputs=[()],
    hint="The curve climbs: is that too high or too low a price?",
    insight="Halving the interval gains a decimal about every three tries.",
    observe=prediction_at,
    tolerance=0.0005,
)


@check_tipping_price.symptom(
    "The companies' prices lie between 0 and 1, and so does this one."
)
def off_the_scale(expected, got):
    return isinstance(got, float) and not 0 <= got.price <= 1


@check_tipping_price.symptom(
    "0.5 is the prediction. Which price on day 1 leads to it?"
)
def prediction_for_price(expected, got):
    return isinstance(got, float) and abs(got.price - 0.5) < 0.001


def is_near(got, margin):
    return isinstance(got, float) and abs(got - 0.5) < margin


@check_tipping_price.symptom(
    "Nearly: the price needs a fourth decimal."
)
def three_decimals(expected, got):
    if not is_near(got, 0.0015):  # as 0.127 is
        return False
    return abs(got.price - round(got.price, 3)) < 1e-6


@check_tipping_price.symptom(
    "Nearly: the price must be a little lower."
)
def a_little_high(expected, got):
    return is_near(got, 0.05) and got > 0.5


@check_tipping_price.symptom(
    "Nearly: the price must be a little higher."
)
def a_little_low(expected, got):
    return is_near(got, 0.05) and got < 0.5


def sweep_last_day(model, prices, last_prices):
    rows = [[*prices[:-1], price] for price in last_prices]
    return model(torch.tensor(rows))


def in_64_bits(answer, *arguments):
    before = torch.get_default_dtype()
    torch.set_default_dtype(torch.float64)
    try:
        with torch.no_grad():
            return answer(*arguments)
    finally:
        torch.set_default_dtype(before)


check_sweep_last_day = Check(
    sweep_last_day,
    inputs=[
        (known_model(), [0.9, 0.2, 0.7, 0.4], [0.3, 0.0, 1.0]),
        (known_model(), [0.1, 0.8, 0.6, 0.3, 0.5, 0.2], [0.7, 0.2]),
    ],
    hint="Build one row for each of `last_prices`: the earlier days, then that price. "
    "Ask the model that is handed in.",
    insight="One thing changed, the others held still: that shows what a model looks at.",
    observe=in_64_bits,
)


@check_sweep_last_day.mistake(
    "That changes day 1. Which day shall change?"
)
def first_day_swept(model, prices, last_prices):
    return model(
        torch.tensor([[price, *prices[1:]] for price in last_prices])
    )


@check_sweep_last_day.mistake(
    "The days are given: replace the last one, don't add another."
)
def a_day_added(model, prices, last_prices):
    return model(
        torch.tensor([[*prices, price] for price in last_prices])
    )


@check_sweep_last_day.mistake(
    "Two days are cut off and one is added: which days stay?"
)
def a_day_lost(model, prices, last_prices):
    return sweep_last_day(model, prices[:-1], last_prices)


@check_sweep_last_day.mistake(
    "Each row keeps the prices tried before: does every row begin with `prices` anew?"
)
def a_row_that_grows(model, prices, last_prices):
    grown = [
        [*prices, *last_prices[: n + 1]]
        for n in range(len(last_prices))
    ]
    return torch.cat([model(torch.tensor([row])) for row in grown])


@check_sweep_last_day.mistake(
    "The predictions are in another order than `last_prices`."
)
def sorted_prices(model, prices, last_prices):
    return sweep_last_day(model, prices, sorted(last_prices))


@check_sweep_last_day.mistake(
    "Right for four days. What is the last of six?"
)
def three_days_and_the_price(model, prices, last_prices):
    return sweep_last_day(model, [*prices[:3], 0.0], last_prices)


@check_sweep_last_day.mistake(
    "That changes the fourth day. What is the last of six?"
)
def fourth_day_swept(model, prices, last_prices):
    return model(
        torch.tensor(
            [[*prices[:3], p, *prices[4:]] for p in last_prices]
        )
    )


@check_sweep_last_day.mistake(
    "That is Company A's sweep. The company is handed in, as `prices`."
)
def always_company_a(model, prices, last_prices):
    return sweep_last_day(model, COMPANY_A, last_prices)


@check_sweep_last_day.mistake(
    "That is Company B's sweep. The company is handed in, as `prices`."
)
def always_company_b(model, prices, last_prices):
    return sweep_last_day(model, COMPANY_B, last_prices)


@check_sweep_last_day.mistake(
    "That is what the notebook's `second` says. Use the model that is handed in."
)
def notebooks_second(model, prices, last_prices):
    return sweep_last_day(second_model(), prices, last_prices)


@check_sweep_last_day.mistake(
    "That is what the notebook's `second` says for Company A. Model and company are "
    "handed in."
)
def notebooks_second_and_a(model, prices, last_prices):
    return sweep_last_day(second_model(), COMPANY_A, last_prices)


@check_sweep_last_day.mistake(
    "All predictions are those of the last price: is each row a list of its own?"
)
def one_list_for_all(model, prices, last_prices):
    return sweep_last_day(
        model, prices, [last_prices[-1] for _ in last_prices]
    )


@check_sweep_last_day.mistake(
    "All predictions are the same: where does the new price go in?"
)
def nothing_changed(model, prices, last_prices):
    return sweep_last_day(
        model, prices, [prices[-1] for _ in last_prices]
    )


@check_sweep_last_day.mistake(
    "Those are changes of the prediction. The predictions themselves are asked for."
)
def changes_for_predictions(model, prices, last_prices):
    predictions = sweep_last_day(model, prices, last_prices)
    return predictions - predictions[0]


@check_sweep_last_day.mistake(
    "Those are changes against the company as it is. The predictions themselves are "
    "asked for."
)
def changes_against_the_company(model, prices, last_prices):
    return sweep_last_day(model, prices, last_prices) - model(
        torch.tensor([prices])
    )


@check_sweep_last_day.mistake(
    "That is the last day but one. Which day shall change?"
)
def last_but_one_swept(model, prices, last_prices):
    return model(
        torch.tensor(
            [[*prices[:-2], p, prices[-1]] for p in last_prices]
        )
    )


@check_sweep_last_day.mistake(
    "Your rows are those of `last_prices` from its end. Keep its order."
)
def turned_round(model, prices, last_prices):
    return sweep_last_day(model, prices, last_prices[::-1])


check_sweep_last_day.symptom(
    "Nearly: are the predictions rounded? Leave that to `print`."
)(rounded)


@check_sweep_last_day.symptom(
    "The predictions alone are asked for, in a list or tensor, not a dictionary."
)
def with_their_prices(expected, got):
    return isinstance(got, dict)


@check_sweep_last_day.symptom(
    "One prediction for each of `last_prices`."
)
def another_number(expected, got):
    got = as_tensor(got)
    return got is not None and got.numel() != expected.numel()


# --- Notebook 05 --------------------------------------------------------------


def passes(predictions, wanted, margin):
    errors = (predictions - wanted[:, None]).abs()
    return (errors < margin).all(dim=0)


def or_nothing_fits(answer, predictions, wanted, margin):
    """True or False for each model:"""
    try:
        return answer(predictions, wanted, margin)
    except (RuntimeError, IndexError):
        if len(predictions) == predictions.shape[1]:
            raise
        return torch.empty(0)  # an answer that suits square tables only


or_nothing_fits.__doc__ = ""
check_passes = Check(
    passes,
    inputs=[
        (
            torch.tensor(
                [[0.02, -0.3, 0.04], [0.9, 1.0, 1.1], [0.55, 0.5, 0.2]]
            ),
            torch.tensor([0.0, 1.0, 0.5]),
            0.15,
        ),
        (
            torch.tensor([[0.6, 0.1], [0.42, 0.6]]),
            torch.tensor([0.3, 0.7]),
            0.25,
        ),
        (
            torch.tensor(
                [
                    [0.03, -0.04, -0.4, 0.03, 0.0],
                    [0.97, 1.3, 1.0, -0.99, 1.04],
                ]
            ),
            torch.tensor([0.0, 1.0]),
            0.05,
        ),
    ],
    hint="First the size of each error, then which are within the margin, then all.",
    insight="This works for any number of companies and models.",
    observe=or_nothing_fits,
)


def passes_by(judge):
    return lambda predictions, wanted, margin: judge(
        predictions - wanted[:, None], margin
    )


check_passes.mistake(
    "An error of -0.3 is large, too: what takes away the sign?"
)(passes_by(lambda errors, margin: (errors < margin).all(dim=0)))
check_passes.mistake("One good prediction isn't enough: all shall be.")(
    passes_by(lambda errors, margin: (errors.abs() < margin).any(dim=0))
)
check_passes.mistake(
    "That is the other way round: True shall mean passed."
)(passes_by(lambda errors, margin: ~(errors.abs() < margin).all(dim=0)))
check_passes.mistake(
    "The margin is for the error, not for its square."
)(passes_by(lambda errors, margin: (errors**2 < margin).all(dim=0)))
check_passes.mistake(
    "Each error shall be within the margin, not their mean."
)(passes_by(lambda errors, margin: errors.abs().mean(dim=0) < margin))
check_passes.mistake(
    "Each error shall be within the margin, not their sum."
)(passes_by(lambda errors, margin: errors.abs().sum(dim=0) < margin))
check_passes.mistake("The margin is handed in: is it always 0.1?")(
    passes_by(lambda errors, margin: (errors.abs() < 0.1).all(dim=0))
)
check_passes.mistake(
    "That is an answer for each company. Along which dimension lie the companies?"
)(passes_by(lambda errors, margin: (errors.abs() < margin).all(dim=1)))
check_passes.mistake(
    "That says for each prediction whether it is right. When does a model pass?"
)(passes_by(lambda errors, margin: errors.abs() < margin))
check_passes.mistake(
    "That is one answer for all models together. Which dimension shall be left?"
)(passes_by(lambda errors, margin: (errors.abs() < margin).all()))
check_passes.mistake("That is how many pass. Which ones?")(
    passes_by(
        lambda errors, margin: (errors.abs() < margin).all(dim=0).sum()
    )
)


@check_passes.mistake(
    "`wanted` is laid beside each row, but it belongs to the columns: what does "
    "`wanted[:, None]` do?"
)
def wanted_along_the_models(predictions, wanted, margin):
    errors = (predictions - wanted).abs()
    return (errors < margin).all(dim=0)


@check_passes.mistake(
    "The sign is taken away too early: of the prediction, not of the error."
)
def sizes_compared(predictions, wanted, margin):
    errors = predictions.abs() - wanted[:, None].abs()
    return (errors < margin).all(dim=0)


@check_passes.mistake(
    "There may be more than two companies. Do all of yours count?"
)
def two_companies(predictions, wanted, margin):
    return passes(predictions[:2], wanted[:2], margin)


@check_passes.mistake(
    "Only the first company counts here. And the others?"
)
def first_company(predictions, wanted, margin):
    return passes(predictions[:1], wanted[:1], margin)


@check_passes.mistake(
    "Only the last company counts here: does each one overwrite the one before?"
)
def last_company(predictions, wanted, margin):
    return passes(predictions[-1:], wanted[-1:], margin)


@check_passes.mistake(
    "What was wanted isn't always 0 for A and 1 for B."
)
def always_zero_and_one(predictions, wanted, margin):
    a, b = predictions[0].abs(), (predictions[1] - 1).abs()
    return (a < margin) & (b < margin)


@check_passes.mistake(
    "There are as many answers as companies. Of what shall there be one each?"
)
def one_answer_a_company(predictions, wanted, margin):
    return passes(predictions, wanted, margin)[: len(predictions)]


def take_out(many, number):
    one = LSTM_Scratch()
    for name, parameter in one.named_parameters():
        value = many.get_parameter(name)[number].item()
        parameter.data = torch.tensor(value)
    return one


def twelve_numbers(answer, many, number):
    """(the twelve numbers, then how far those of `many` moved in a step of yours)"""
    before = [p.detach().clone() for p in many.parameters()]
    one = answer(many, number)
    if one is None:
        return None
    if not isinstance(one, LSTM_Scratch):
        kind = type(one).__name__
        raise TypeError(f"return an LSTM_Scratch, not a {kind}")
    numbers = [p.detach().clone() for p in one.parameters()]
    if any(n.numel() > 1 for n in numbers):
        return [numbers[0], 0.0]  # one of them says enough
    if any(n.dim() for n in numbers):
        raise TypeError(
            "each of the twelve is one number, without an axis"
        )
    if one is many:
        return [numbers, math.inf]
    one(torch.tensor([COMPANY_A, COMPANY_B])).sum().backward()
    torch.optim.SGD(one.parameters(), lr=0.1).step()
    pairs = zip(many.parameters(), before)
    return [
        numbers,
        max((p - old).abs().max().item() for p, old in pairs),
    ]


def some_models(count):
    torch.manual_seed(count)
    many = LSTM_Scratch()
    for parameter in many.parameters():
        parameter.data = torch.randn(count).double()
    return many


check_take_out = Check(
    take_out,
    inputs=[
        (some_models(5), 3),
        (some_models(3), 1),
        (some_models(4), 0),
    ],
    hint="For each of the twelve names: the value at this place, into a new model.",
    insight="So the winner of many can be saved, loaded and used like any other model.",
    observe=twelve_numbers,
)


@check_take_out.mistake(
    "These parameters still hold a value for each model: which one is wanted?"
)
def all_of_them(many, number):
    return many


@check_take_out.mistake(
    "That is always the first model. Which is asked for?"
)
def the_first(many, number):
    return take_out(many, 0)


@check_take_out.mistake(
    "That is the model before it. Python counts from 0, and so does `number`."
)
def the_one_before(many, number):
    return take_out(many, number - 1)


@check_take_out.mistake("That is the model after it. 0 is the first.")
def the_one_after(many, number):
    return take_out(many, number + 1)


@check_take_out.mistake(
    "That is always the last model. Which is asked for?"
)
def the_last(many, number):
    return take_out(many, -1)


@check_take_out.mistake("Where have the four biases gone?")
def without_biases(many, number):
    one = take_out(many, number)
    for name in ("ba1", "bb1", "bc1", "bd1"):
        one.get_parameter(name).data = torch.tensor(0.0)
    return one


@check_take_out.mistake(
    "That is the mean of all models, not one of them."
)
def the_mean(many, number):
    one = take_out(many, number)
    for name, parameter in one.named_parameters():
        parameter.data = many.get_parameter(name).detach().mean()
    return one


@check_take_out.symptom(
    "That is `many` itself, with its other models thrown away. Make a new "
    "LSTM_Scratch()."
)
def many_cut_down(expected, got):
    return got[1] == math.inf


def starts_anew(numbers):
    """Are all four biases 0, as in a model that was only just made?"""
    return all(n.numel() == 1 and n == 0 for n in numbers[2::3])


@check_take_out.symptom(
    "Only the first of the twelve is right: does `return` stand inside the loop?"
)
def returned_too_early(expected, got):
    return same(got[0][0], expected[0][0]) and starts_anew(got[0])


@check_take_out.symptom(
    "Your function writes into `many`. Which side of the `=` takes the value?"
)
def written_into_many(expected, got):
    return starts_anew(got[0]) and got[1] > 1e-6


@check_take_out.symptom(
    "None of these numbers is from `many`. (Is it a new model, or one of `starts`? And "
    "`p = ...` only names something else `p`: what puts a value into a parameter?)"
)
def nothing_put_in(expected, got):
    return starts_anew(got[0])


@check_take_out.symptom(
    "The numbers are right. But when your model takes a step, `many` changes with it: "
    "they share their memory. What copies a value?"
)
def shared_with_many(expected, got):
    return same(got[0], expected[0]) and got[1] > 1e-6


# --- Notebook 06 --------------------------------------------------------------


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


@check_output_gate_gradients.mistake(
    "The gate is a sigmoid: what is its slope?"
)
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


@check_output_gate_gradients.mistake(
    "Which of wd1 and wd2 is multiplied by the price?"
)
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


@check_output_gate_gradients.mistake(
    "squashed is tanh of the long memory already."
)
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


@check_backward_plain.mistake(
    "Each day goes through a tanh. What is its slope?"
)
def tanh_without_slope(w, tape, d_short):
    d_w = 0.0
    for short_before, _ in reversed(tape):
        d_w += d_short * short_before
        d_short = d_short * w
    return d_w


@check_backward_plain.mistake(
    "w acts on every day: add up the shares of all days."
)
def last_day_only(w, tape, d_short):
    return backward_plain(w, tape[-1:], d_short)


@check_backward_plain.mistake(
    "w multiplies the short memory that the day started with."
)
def new_memory_for_old(w, tape, d_short):
    return backward_plain(
        w, [(short, short) for _, short in tape], d_short
    )


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


@check_backward_plain.mistake(
    "Day 1 is missing: where does your loop end?"
)
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


@check_backward_plain.mistake(
    "short is a tanh already: its slope is 1 - short**2."
)
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


@check_backward_plain.mistake(
    "What do the days before the last get? Hand d_short on."
)
def nothing_handed_on(w, tape, d_short):
    return sum(
        d_short * (1 - short**2) * short_before
        for short_before, short in tape
    )


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


@check_backward_plain.mistake(
    "The last day is missing: where does your loop begin?"
)
def last_day_left_out(w, tape, d_short):
    return backward_plain(w, tape[:-1], d_short)


@check_backward_plain.mistake(
    "The sign is turned. Is each share added, or taken away?"
)
def share_taken_away(w, tape, d_short):
    return -backward_plain(w, tape, d_short)


@check_backward_plain.symptom(
    "One number is asked for: the shares of all days, added up."
)
def a_list_of_shares(expected, got):
    return hasattr(got, "__len__") and len(got) > 1


# --- Notebook 07 --------------------------------------------------------------


def count_parameters(inputs, hidden):
    return 4 * (hidden * hidden + hidden * inputs + 2 * hidden)


check_count = Check(
    count_parameters,
    inputs=[(1, 1), (10, 64), (3, 16)],
    hint="Count one gate: its two matrices and its biases.",
    insight="It grows with the square of the memories: 1000 make over 4 million.",
)


@check_count.mistake("nn.LSTM has two biases in each gate.")
def one_bias(n, h):
    return 4 * (h * h + h * n + h)


@check_count.mistake(
    "Those are the matrices. What is added in each gate?"
)
def no_bias_counted(n, h):
    return 4 * (h * h + h * n)


@check_count.mistake(
    "The two biases are there for each of the four gates."
)
def biases_of_one_gate(n, h):
    return 4 * (h * h + h * n) + 2 * h


@check_count.mistake(
    "Each memory has its own bias, in each gate: two vectors."
)
def biases_of_one_memory(n, h):
    return 4 * (h * h + h * n + 2)


@check_count.mistake(
    "How many gates are there, the candidate included?"
)
def one_gate(n, h):
    return h * h + h * n + 2 * h


@check_count.mistake("The candidate has matrices and biases, too.")
def three_gates(n, h):
    return 3 * (h * h + h * n + 2 * h)


@check_count.mistake("Each memory listens to all short memories.")
def own_memory_only(n, h):
    return 4 * (h + h * n + 2 * h)


@check_count.mistake(
    "Which of the matrices is square, that of the inputs?"
)
def inputs_for_hidden(n, h):
    return 4 * (n * n + h * n + 2 * n)


@check_count.mistake(
    "A bias is added for each memory, not for each input."
)
def biases_of_the_inputs(n, h):
    return 4 * (h * h + h * n + 2 * n)


@check_count.mistake("There is one matrix more, for the inputs.")
def without_inputs(n, h):
    return 4 * (h * h + 2 * h)


def one_day_stacked(W, V, b, x, long, short):
    i, f, g, o = (short @ W.T + x @ V.T + b).chunk(4, dim=1)
    long = torch.sigmoid(f) * long + torch.sigmoid(i) * torch.tanh(g)
    return long, torch.sigmoid(o) * torch.tanh(long)


def random_day(seed, batch, inputs, hidden):
    generator = torch.Generator().manual_seed(seed)
    shapes = [(4 * hidden, hidden), (4 * hidden, inputs), (4 * hidden,)]
    shapes += [(batch, inputs), (batch, hidden), (batch, hidden)]
    return [
        torch.randn(shape, generator=generator).double()
        for shape in shapes
    ]


class Stopped:
    """An error, as something that can be compared and shown."""

    def __init__(self, error):
        self.text = f"{type(error).__name__}: {error}"

    def __str__(self):
        return f"an error ({self.text})"


def or_its_error(answer, *arguments):
    try:
        return answer(*arguments)
    except NotImplementedError:
        raise
    except (RuntimeError, ValueError) as error:
        return Stopped(error)


check_one_day_stacked = Check(
    one_day_stacked,
    inputs=[random_day(1, 2, 3, 4), random_day(2, 5, 1, 3)],
    hint="One product for all four gates, chunk, then the equations of notebook 01.",
    insight="No shape would have told you about a wrong order. Only numbers do.",
    observe=or_its_error,
)


def from_sums(sums, long, order="ifgo", curves="sstst"):
    """One day: the sums' parts in this order, the curves of i, f, g, o and of long."""
    parts = sums.chunk(4, dim=1)
    curve = {"s": torch.sigmoid, "t": torch.tanh, "-": lambda z: z}
    i, f, g, o = (
        curve[c](parts[order.index(gate)])
        for c, gate in zip(curves, "ifgo")
    )
    long = f * long + i * g
    return long, o * curve[curves[4]](long)


@check_one_day_stacked.mistake(
    "The order of the gates is input, forget, candidate, output."
)
def forget_first(W, V, b, x, long, short):
    sums = short @ W.T + x @ V.T + b
    return from_sums(sums, long, "figo", "sstst")


@check_one_day_stacked.mistake(
    "The candidate is the third part, the output gate the last."
)
def output_third(W, V, b, x, long, short):
    return from_sums(short @ W.T + x @ V.T + b, long, "ifog", "sstst")


@check_one_day_stacked.mistake(
    "Return the long memory first, then the short one."
)
def short_first(*numbers):
    return one_day_stacked(*numbers)[::-1]


@check_one_day_stacked.mistake(
    "Three things are added up in a sum: is the bias there?"
)
def without_bias(W, V, b, x, long, short):
    return one_day_stacked(W, V, 0 * b, x, long, short)


@check_one_day_stacked.mistake(
    "Three things are added up in a sum: are today's inputs there?"
)
def without_inputs_today(W, V, b, x, long, short):
    return one_day_stacked(W, V, b, 0 * x, long, short)


@check_one_day_stacked.mistake(
    "Three things are added up in a sum: is yesterday's short memory there?"
)
def without_short(W, V, b, x, long, short):
    return one_day_stacked(W, V, b, x, long, 0 * short)


@check_one_day_stacked.mistake(
    "Your memories start from 0. Yesterday's are handed in."
)
def started_anew(W, V, b, x, long, short):
    return one_day_stacked(W, V, b, x, 0 * long, 0 * short)


def one_curve_missing(curves):
    return lambda W, V, b, x, long, short: from_sums(
        short @ W.T + x @ V.T + b, long, curves=curves
    )


for part, curves in {
    "i": "-stst",
    "f": "s-tst",
    "g": "ss-st",
    "o": "sst-t",
}.items():
    check_one_day_stacked.mistake(
        f"`{part}` is still a sum where you use it: which curve does it need?"
    )(one_curve_missing(curves))


@check_one_day_stacked.mistake(
    "chunk gives sums. What makes gates and a candidate of them?"
)
def sums_for_gates(W, V, b, x, long, short):
    return from_sums(short @ W.T + x @ V.T + b, long, curves="----t")


@check_one_day_stacked.mistake(
    "The candidate may be negative: which curve does it have?"
)
def sigmoid_candidate(W, V, b, x, long, short):
    return from_sums(short @ W.T + x @ V.T + b, long, curves="sssst")


@check_one_day_stacked.mistake(
    "The long memory goes through a curve before it is shown."
)
def long_not_squashed(W, V, b, x, long, short):
    return from_sums(short @ W.T + x @ V.T + b, long, curves="ssts-")


@check_one_day_stacked.mistake(
    "The short memory shows the new long memory, not yesterday's."
)
def old_memory_shown(W, V, b, x, long, short):
    sums = short @ W.T + x @ V.T + b
    o = torch.sigmoid(sums.chunk(4, dim=1)[3])
    return from_sums(sums, long)[0], o * torch.tanh(long)


@check_one_day_stacked.mistake(
    "Nothing of yesterday's long memory is kept: where does f go?"
)
def nothing_kept(W, V, b, x, long, short):
    return from_sums(short @ W.T + x @ V.T + b, 0 * long)


@check_one_day_stacked.mistake(
    "Which memory do the gates listen to, the long or the short one?"
)
def gates_listen_to_long(W, V, b, x, long, short):
    return from_sums(long @ W.T + x @ V.T + b, long)


@check_one_day_stacked.mistake(
    "A reshape mixes companies and gates. Cut along axis 1, with chunk."
)
def reshaped(W, V, b, x, long, short):
    sums = short @ W.T + x @ V.T + b
    parts = sums.reshape(4, *short.shape)
    return from_sums(torch.cat(list(parts), dim=1), long)


@check_one_day_stacked.symptom(
    "Two shapes don't fit: which products are `@`, which matrices need a `.T`? Which of "
    "`W` and `V` multiplies `short`? And are there always 4 memories?"
)
def shapes_that_do_not_fit(expected, got):
    words = (
        "cannot be multiplied",
        "must match the size",
        "size mismatch",
    )
    return isinstance(got, Stopped) and any(
        w in got.text for w in words
    )


@check_one_day_stacked.symptom(
    "Not four parts. Without dim=1, chunk cuts the companies apart; and split wants "
    "the size of a part, not the number of parts."
)
def cut_along_the_companies(expected, got):
    return isinstance(got, Stopped) and "to unpack" in got.text


@check_one_day_stacked.symptom(
    "Both are asked for, as two tensors: `return long, short`."
)
def not_two_tensors(expected, got):
    return isinstance(got, torch.Tensor) and got.dim() < 3


# --- Notebook 08 --------------------------------------------------------------


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


@check_forget_bias.mistake(
    "The gate is right. Of which sum is it the sigmoid?"
)
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


@check_forget_bias.mistake(
    "Count the multiplications again: `days`, not one fewer."
)
def one_day_fewer(days, share):
    return forget_bias(days - 1, share)


@check_forget_bias.mistake(
    "Count the multiplications again: `days`, not one more."
)
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


@check_forget_bias.mistake(
    "That is e to the bias. Of it, take the logarithm."
)
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


check_forget_bias.symptom(
    "Nearly: is the result, or the gate, rounded?"
)(rounded)


@check_forget_bias.symptom(
    "One number is asked for: the bias alone, without the gate."
)
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


@check_open_forget_gates.mistake(
    "What bias_ih_l0 held before is still in the sum."
)
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


@check_open_forget_gates.mistake(
    "The bias is to be that number, not to grow by it."
)
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


@check_open_forget_gates.mistake(
    "Together they make 0. Where is `bias`?"
)
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


# --- Notebook 09 --------------------------------------------------------------


def count_products(days, batch, inputs, memories):
    sums = 4 * memories * (memories + inputs)
    return days * batch * (sums + 3 * memories)


check_count_products = Check(
    count_products,
    inputs=[(5, 3, 2, 4), (7, 2, 1, 1), (2, 6, 5, 3)],
    hint="Count one memory on one day, then all memories, days and companies.",
    insight="Only the memories come squared: they are what costs in the end.",
)


@check_count_products.mistake("Does the whole batch count?")
def one_company(days, batch, inputs, memories):
    return count_products(days, 1, inputs, memories)


@check_count_products.mistake("Is that one day, or all days?")
def one_day_of_products(days, batch, inputs, memories):
    return count_products(1, batch, inputs, memories)


@check_count_products.mistake("How many sums has each memory?")
def one_sum(days, batch, inputs, memories):
    return days * batch * memories * (memories + inputs + 3)


@check_count_products.mistake(
    "The sums are right. Which products come after the gates?"
)
def no_gate_products(days, batch, inputs, memories):
    return days * batch * 4 * memories * (memories + inputs)


@check_count_products.mistake(
    "Does a memory listen to its own short memory only, or to all?"
)
def own_short_memory(days, batch, inputs, memories):
    return days * batch * (4 * memories * (1 + inputs) + 3 * memories)


@check_count_products.mistake("Does a gate multiply the inputs, too?")
def no_inputs(days, batch, inputs, memories):
    return days * batch * (4 * memories * memories + 3 * memories)


@check_count_products.mistake(
    "Does a gate multiply the short memories, too?"
)
def no_short_memories(days, batch, inputs, memories):
    return days * batch * (4 * memories * inputs + 3 * memories)


@check_count_products.mistake(
    "On day 1 the short memories are 0. Are they multiplied all the same?"
)
def day_1_without_short_memories(days, batch, inputs, memories):
    on_day_1 = batch * 4 * memories * memories
    return count_products(days, batch, inputs, memories) - on_day_1


@check_count_products.mistake(
    "Those are the weights. On how many days, and for how many companies, does "
    "each of them multiply?"
)
def weights_counted(days, batch, inputs, memories):
    return 4 * memories * (memories + inputs)


@check_count_products.mistake(
    "Those are the parameters. How often does a weight multiply, and does a bias?"
)
def parameters_counted(days, batch, inputs, memories):
    return 4 * memories * (memories + inputs + 1)


@check_count_products.mistake(
    "Those are `nn.LSTM`'s parameters, with two biases a gate. How often does a "
    "weight multiply?"
)
def parameters_of_the_library(days, batch, inputs, memories):
    return 4 * memories * (memories + inputs + 2)


@check_count_products.mistake(
    "The three products after the gates: once, or on each day and for each company?"
)
def three_once(days, batch, inputs, memories):
    sums = days * batch * 4 * memories * (memories + inputs)
    return sums + 3 * memories


@check_count_products.mistake(
    "You add 3, once. Which memory has these products, on which day?"
)
def only_three(days, batch, inputs, memories):
    return days * batch * 4 * memories * (memories + inputs) + 3


@check_count_products.mistake(
    "One pass forwards is asked for. Is the way back in it, too?"
)
def backwards_too(days, batch, inputs, memories):
    return 3 * count_products(days, batch, inputs, memories)


@check_count_products.mistake(
    "Multiplications are asked for. Do you count the additions, too?"
)
def additions_too(days, batch, inputs, memories):
    return days * batch * memories * (8 * (memories + inputs) + 4)


@check_count_products.mistake("Is a bias multiplied, or only added?")
def biases_multiplied(days, batch, inputs, memories):
    sums = 4 * memories * (memories + inputs + 1)
    return days * batch * (sums + 3 * memories)


@check_count_products.mistake(
    "Each memory has its own three products after the gates, doesn't it?"
)
def three_for_all(days, batch, inputs, memories):
    return days * batch * (4 * memories * (memories + inputs) + 3)


@check_count_products.mistake(
    "Are the inputs multiplied on one day only, or on each?"
)
def inputs_once(days, batch, inputs, memories):
    by_memory = days * (4 * memories * memories + 3 * memories)
    return batch * (by_memory + 4 * memories * inputs)


@check_count_products.mistake(
    "Three gates, and which fourth sum has each memory?"
)
def three_sums(days, batch, inputs, memories):
    return days * batch * memories * (3 * (memories + inputs) + 3)


@check_count_products.mistake("That is one memory. How many are there?")
def one_memory_of_products(days, batch, inputs, memories):
    return days * batch * (4 * (memories + inputs) + 3)


@check_count_products.mistake(
    "Does one memory multiply the inputs, or does each?"
)
def inputs_for_one_memory(days, batch, inputs, memories):
    sums = 4 * (memories * memories + inputs)
    return days * batch * (sums + 3 * memories)


@check_count_products.mistake(
    "In how many of its four sums does a memory multiply the inputs?"
)
def inputs_in_one_sum(days, batch, inputs, memories):
    return days * batch * memories * (4 * memories + inputs + 3)


@check_count_products.mistake(
    "Are there three products after each sum, or three for each memory?"
)
def three_after_each_sum(days, batch, inputs, memories):
    return days * batch * 4 * memories * (memories + inputs + 3)


@check_count_products.mistake(
    "Is a short memory multiplied by an input, or each by its own weight?"
)
def memories_times_inputs(days, batch, inputs, memories):
    return days * batch * memories * (4 * memories * inputs + 3)


def split_cost(few, time_few, many, time_many):
    of_a_number = (time_many - time_few) / (many - few)
    return time_few - few * of_a_number, of_a_number


check_split_cost = Check(
    split_cost,
    inputs=[
        (10, 5.0, 210, 25.0),
        (1, 2.05, 101, 7.05),
        (0, 3.0, 50, 13.0),
        (10, 0.03, 310, 0.1),  # here, four decimals are too few
    ],
    hint="From one measurement to the other, only the numbers have grown.",
    insight="A straight line through two points: its slope, and where it starts.",
    tolerance=1e-6,
)


@check_split_cost.mistake(
    "First the cost of a call, then that of a number."
)
def number_first(few, time_few, many, time_many):
    return split_cost(few, time_few, many, time_many)[::-1]


@check_split_cost.mistake(
    "Is the call's cost in `time_few` alone, or do `few` numbers cost, too?"
)
def few_are_free(few, time_few, many, time_many):
    return time_few, (time_many - time_few) / (many - few)


@check_split_cost.mistake(
    "In `time_many` is a call, too. What is left when two times are subtracted?"
)
def call_in_the_number(few, time_few, many, time_many):
    return time_few - few * time_many / many, time_many / many


@check_split_cost.mistake(
    "By how many numbers do the two measurements differ?"
)
def divided_by_many(few, time_few, many, time_many):
    of_a_number = (time_many - time_few) / many
    return time_few - few * of_a_number, of_a_number


@check_split_cost.mistake(
    "Is that the time per number, or the numbers per time?"
)
def slope_upside_down(few, time_few, many, time_many):
    of_a_number = (many - few) / (time_many - time_few)
    return time_few - few * of_a_number, of_a_number


@check_split_cost.mistake(
    "Do the numbers add to a call's cost, or to the time?"
)
def added(few, time_few, many, time_many):
    of_a_number = (time_many - time_few) / (many - few)
    return time_few + few * of_a_number, of_a_number


@check_split_cost.mistake(
    "`int` cuts decimals off. A cost may be a small part of one."
)
def call_cut_off(few, time_few, many, time_many):
    call, of_a_number = split_cost(few, time_few, many, time_many)
    return int(call), of_a_number


@check_split_cost.mistake("Which time belongs to `few` numbers?")
def many_with_few(few, time_few, many, time_many):
    of_a_number = (time_many - time_few) / (many - few)
    return time_many - few * of_a_number, of_a_number


@check_split_cost.mistake("Which time belongs to `many` numbers?")
def few_with_many(few, time_few, many, time_many):
    of_a_number = (time_many - time_few) / (many - few)
    return time_few - many * of_a_number, of_a_number


@check_split_cost.mistake(
    "A number that costs less than nothing? Mind the order in both differences."
)
def crossed_differences(few, time_few, many, time_many):
    of_a_number = (time_many - time_few) / (few - many)
    return time_few - few * of_a_number, of_a_number


@check_split_cost.mistake(
    "Python divides before it subtracts. Do both differences have brackets?"
)
def no_brackets(few, time_few, many, time_many):
    of_a_number = time_many - time_few / many - few
    return time_few - few * of_a_number, of_a_number


@check_split_cost.mistake("How many numbers are in `time_few`?")
def one_number_taken_off(few, time_few, many, time_many):
    of_a_number = (time_many - time_few) / (many - few)
    return time_few - of_a_number, of_a_number


@check_split_cost.mistake(
    "That is what all the added numbers cost. What does one of them?"
)
def not_divided(few, time_few, many, time_many):
    added = time_many - time_few
    return time_few - few * added, added


@check_split_cost.mistake(
    "`//` leaves whole numbers only. Which sign divides?"
)
def whole_numbers(few, time_few, many, time_many):
    of_a_number = (time_many - time_few) // (many - few)
    return time_few - few * of_a_number, of_a_number


@check_split_cost.mistake(
    "In which order are the four handed in? Leave the first line as it was."
)
def other_first_line(few, many, time_few, time_many):
    return split_cost(few, time_few, many, time_many)


@check_split_cost.symptom(
    "Two plain numbers are asked for, not a dictionary: `return` a call's cost, "
    "and a number's."
)
def is_a_dictionary(expected, got):
    return isinstance(got, dict)


@check_split_cost.symptom(
    "Both costs are asked for: `return` two numbers."
)
def is_one_number(expected, got):
    return as_many(got, 1) is not None


@check_split_cost.symptom(
    "Only two costs are asked for: a call's, and a number's."
)
def more_than_two(expected, got):
    return isinstance(got, (list, tuple)) and len(got) > 2


@check_split_cost.symptom("Nearly: are the costs rounded?")
def costs_rounded(expected, got):
    return any(
        same(got, [round(cost, decimals) for cost in expected], 1e-9)
        for decimals in range(6)
    )


@check_split_cost.symptom(
    "The cost of a number is right. What is left of `time_few` when its numbers "
    "are paid?"
)
def only_the_call_is_wrong(expected, got):
    costs = as_many(got, 2)
    return costs is not None and same(costs[1], expected[1], 1e-6)


# --- Notebook 10 --------------------------------------------------------------


def mean_so_far(returns):
    later = range(1, len(returns))
    return [0.0] + [returns[:month].mean().item() for month in later]


check_mean_so_far = Check(
    mean_so_far,
    inputs=[
        (torch.tensor([0.1, 0.3, -0.1, 0.2, 0.4, -0.3]).double(),),
        (torch.tensor([0.2, -0.4, 0.0, 0.6]).double(),),
        (torch.arange(15).double().square() / 100,),  # more than a year
    ],
    hint="For each month, the mean of what comes before it; for the first, 0.",
    insight="Simple, and hard to beat: published forecasts are measured against it.",
)


@check_mean_so_far.mistake(
    "Your forecast for a month contains that month. It sees the future."
)
def own_month_included(returns):
    later = range(1, len(returns))
    return [0.0] + [
        returns[: month + 1].mean().item() for month in later
    ]


@check_mean_so_far.mistake(
    "Your forecast for a month contains that month, the first too. "
    "It sees the future."
)
def own_month_and_first(returns):
    months = range(1, len(returns) + 1)
    return [returns[:month].mean().item() for month in months]


@check_mean_so_far.mistake(
    "Your forecasts contain all months. They see the future."
)
def all_months(returns):
    return [0.0] + [returns.mean().item()] * (len(returns) - 1)


@check_mean_so_far.mistake(
    "You give every month the mean of all. What is known in the first month?"
)
def one_mean(returns):
    return [returns.mean().item()] * len(returns)


@check_mean_so_far.mistake(
    "You take the last three months only. Which months come before a month?"
)
def last_three(returns):
    later = range(1, len(returns))
    starts = [max(0, month - 3) for month in later]
    return [0.0] + [
        returns[start:month].mean().item()
        for start, month in zip(starts, later)
    ]


@check_mean_so_far.mistake(
    "That is the return of the month before alone. What about the others?"
)
def month_before(returns):
    return [0.0] + returns[:-1].tolist()


@check_mean_so_far.mistake(
    "That is the sum of what comes before. By what is a mean divided?"
)
def sum_so_far(returns):
    return [0.0] + returns.cumsum(0)[:-1].tolist()


@check_mean_so_far.mistake(
    "The first month is missing: what is forecast where nothing is known yet?"
)
def without_the_first(returns):
    return mean_so_far(returns)[1:]


@check_mean_so_far.mistake(
    "You take the last twelve months only. Which months come before a month?"
)
def last_twelve(returns):
    later = range(1, len(returns))
    return [0.0] + [
        returns[max(0, month - 12) : month].mean().item()
        for month in later
    ]


@check_mean_so_far.mistake(
    "You divide by one too many. How many months come before the second?"
)
def divided_by_one_more(returns):
    later = range(1, len(returns))
    return [0.0] + [
        returns[:month].sum().item() / (month + 1) for month in later
    ]


@check_mean_so_far.mistake(
    "The month before is missing from your mean. Where does `[:n]` stop?"
)
def one_month_late(returns):
    return [0.0] + mean_so_far(returns)[:-1]


@check_mean_so_far.mistake(
    "Only the first forecast is wrong: what is known before the first month?"
)
def first_return_first(returns):
    return returns[:1].tolist() + mean_so_far(returns)[1:]


@check_mean_so_far.mistake(
    "One forecast only: is the `return` inside the loop?"
)
def stopped_after_one(returns):
    return [0.0]


@check_mean_so_far.mistake(
    "One forecast too many: the last is for the month after the series."
)
def one_too_many(returns):
    return [*mean_so_far(returns), returns.mean().item()]


def scale_both(training, test):
    low, high = training.min(), training.max()
    return (training - low) / (high - low), (test - low) / (high - low)


check_scale_both = Check(
    scale_both,
    inputs=[
        (
            torch.tensor([2.0, 1.0, 3.0, 1.5]).double(),
            torch.tensor([4.0, 0.5, 2.0]).double(),
        ),
        (
            torch.tensor([5.0, 7.0]).double(),
            torch.tensor([6.0, 9.0, 4.0]).double(),
        ),
    ],
    hint="Lowest and highest of the training data; then the same formula for both.",
    insight="Test values may lie outside 0 to 1. That is right: the future may be new.",
)


@check_scale_both.mistake(
    "Your scale knows the test data. From what may it be computed?"
)
def scale_of_both(training, test):
    every = torch.cat([training, test])
    low, high = every.min(), every.max()
    return (training - low) / (high - low), (test - low) / (high - low)


@check_scale_both.mistake(
    "The test data need the training data's scale, not one of their own."
)
def each_its_own(training, test):
    return scale_both(training, training)[0], scale_both(test, test)[0]


@check_scale_both.mistake(
    "The highest becomes 1. What does the lowest training value become?"
)
def by_the_highest(training, test):
    return training / training.max(), test / training.max()


@check_scale_both.mistake(
    "The lowest becomes 0. By what must be divided, so that the highest becomes 1?"
)
def highest_not_one(training, test):
    low, high = training.min(), training.max()
    return (training - low) / high, (test - low) / high


@check_scale_both.mistake(
    "You divide by the standard deviation. Which two numbers are to become 0 and 1?"
)
def standardised(training, test):
    mean, deviation = training.mean(), training.std()
    return (training - mean) / deviation, (test - mean) / deviation


@check_scale_both.mistake(
    "The training series is right, but the test series comes back as it was. If you "
    "do scale it: is `training` overwritten before? Then its lowest is 0 by now, "
    "and its highest 1."
)
def test_left(training, test):
    return scale_both(training, test)[0], test


@check_scale_both.mistake(
    "You cut the test values off at 0 and 1. May the future not be new?"
)
def cut_off(training, test):
    scaled = scale_both(training, test)
    return scaled[0], scaled[1].clamp(0, 1)


@check_scale_both.mistake(
    "That is the training series, twice. Scale the test series, too."
)
def training_twice(training, test):
    return [scale_both(training, test)[0]] * 2


@check_scale_both.mistake(
    "Your lowest knows the test data. From what may it be computed?"
)
def lowest_of_both(training, test):
    low, high = min(training.min(), test.min()), training.max()
    return (training - low) / (high - low), (test - low) / (high - low)


@check_scale_both.mistake(
    "That is the training series alone. Return the test series, too."
)
def training_alone(training, test):
    return scale_both(training, test)[0]


@check_scale_both.mistake(
    "The numbers are right, but joined. Return two series: `return a, b`."
)
def joined(training, test):
    return torch.cat(scale_both(training, test))


@check_scale_both.mistake(
    "The division comes before the minus: are there brackets around the difference?"
)
def without_brackets(training, test):
    low, high = training.min(), training.max()
    return training - low / (high - low), test - low / (high - low)


@check_scale_both.mistake(
    "Your width is right. What must be subtracted, so that the lowest becomes 0?"
)
def nothing_subtracted(training, test):
    width = training.max() - training.min()
    return training / width, test / width


@check_scale_both.mistake(
    "The first value is not always the lowest, nor the last the highest."
)
def first_and_last(training, test):
    low, high = training[0], training[-1]
    return (training - low) / (high - low), (test - low) / (high - low)


@check_scale_both.mistake(
    "The lowest is to become 0 and the highest 1. Yours is the other way round."
)
def lowest_and_highest_swapped(training, test):
    low, high = training.min(), training.max()
    return (high - training) / (high - low), (high - test) / (
        high - low
    )


@check_scale_both.mistake(
    "Your test series has the training data's lowest, but a highest of its own."
)
def highest_of_its_own(training, test):
    low = training.min()
    return scale_both(training, test)[0], (test - low) / (
        test.max() - low
    )


@check_scale_both.mistake("Both are right. Which is to come first?")
def swapped(training, test):
    return scale_both(training, test)[::-1]


@check_scale_both.mistake(
    "Are 1 and 3 the lowest and the highest of every series?"
)
def scale_typed_in(training, test):
    return (training - 1) / 2, (test - 1) / 2


@check_scale_both.symptom(
    "The training series is right. Is the test series scaled by the same two numbers, "
    "taken before `training` is overwritten?"
)
def only_the_test_is_wrong(expected, got):
    pair = isinstance(got, (list, tuple)) and len(got) == 2
    return pair and same(got[0], expected[0])


# --- Notebook 11 --------------------------------------------------------------


class NextChange(nn.Module):
    """A forecast of the next change that looks at a whole window."""

    asked = 0  # how often it was called

    def forward(self, windows):  # (batch, length)
        self.asked += 1
        return (
            torch.sin(windows.sum(1)) - 0.3 * windows[:, -1]
        )  # (batch,)


def run_on(next_change, windows, steps):
    for _ in range(steps):
        value = windows[:, -1] + next_change(windows)
        windows = torch.cat([windows[:, 1:], value[:, None]], dim=1)
    return windows[:, -1]


CHANGED_WINDOWS = "changed windows"
NEVER_ASKED = "an answer without `next_change`"
SHAPES = (
    "too many indices",
    "same number of dimensions",
    "must match the size",
    "must match except",
)


def run_or_damage(answer, next_change, windows, steps):
    before = windows.clone()
    try:
        values = answer(next_change, windows, steps)
    except (IndexError, RuntimeError) as error:
        if not any(shape in str(error) for shape in SHAPES):
            raise
        values = f"{type(error).__name__}: {error}"
    if not torch.equal(windows, before):
        return CHANGED_WINDOWS
    unasked = next_change.asked == 0 and values is not None
    if unasked and not same(values, before[:, -1]):
        return NEVER_ASKED
    return values


check_run_on = Check(
    run_on,
    inputs=[
        (NextChange(), torch.tensor([[0.3, -0.6, 1.1]]), 2),
        (
            NextChange(),
            torch.tensor(
                [[0.1, 0.4, -0.2, 0.5], [0.7, -0.3, 0.2, 0.9]]
            ),
            4,
        ),
    ],
    observe=run_or_damage,
    hint="Each step: the next value, then the window that ends in it. Last, the value.",
    insight="It hears nothing but itself: from the second step on, errors feed errors.",
)


@check_run_on.mistake(
    "That is the value after one step. Does your loop go on, and does the window move?"
)
def window_stays(next_change, windows, steps):
    return windows[:, -1] + next_change(windows)


@check_run_on.mistake(
    "You add up changes, but is each one asked of a window that has moved?"
)
def changes_of_one_window(next_change, windows, steps):
    return windows[:, -1] + steps * next_change(windows)


@check_run_on.mistake(
    "That is where you began: is what you compute put into `inputs`?"
)
def where_it_began(next_change, windows, steps):
    return windows[:, -1]


@check_run_on.mistake(
    "A new value comes in. Which one has to go: the newest or the oldest?"
)
def newest_overwritten(next_change, windows, steps):
    for _ in range(steps):
        value = windows[:, -1] + next_change(windows)
        windows = torch.cat([windows[:, :-1], value[:, None]], dim=1)
    return windows[:, -1]


@check_run_on.mistake(
    "Your window grows. What has to go when a value comes in?"
)
def window_grows(next_change, windows, steps):
    for _ in range(steps):
        value = windows[:, -1] + next_change(windows)
        windows = torch.cat([windows, value[:, None]], dim=1)
    return windows[:, -1]


@check_run_on.mistake(
    "`next_change` returns a change. To what is it added?"
)
def change_for_value(next_change, windows, steps):
    for _ in range(steps):
        value = next_change(windows)
        windows = torch.cat([windows[:, 1:], value[:, None]], dim=1)
    return windows[:, -1]


@check_run_on.mistake("At which end of a window is its newest value?")
def newest_first(next_change, windows, steps):
    for _ in range(steps):
        value = windows[:, -1] + next_change(windows)
        windows = torch.cat([value[:, None], windows[:, :-1]], dim=1)
    return windows[:, 0]


@check_run_on.mistake(
    "You put the new value in front. Where is the newest?"
)
def put_in_front(next_change, windows, steps):
    for _ in range(steps):
        value = windows[:, -1] + next_change(windows)
        windows = torch.cat([value[:, None], windows[:, :-1]], dim=1)
    return windows[:, -1]


@check_run_on.mistake(
    "The change comes from now. Which value of a window is now: the first or the last?"
)
def added_to_the_oldest(next_change, windows, steps):
    for _ in range(steps):
        value = windows[:, 0] + next_change(windows)
        windows = torch.cat([windows[:, 1:], value[:, None]], dim=1)
    return windows[:, -1]


@check_run_on.mistake(
    "How many steps did you go? Count with `steps` = 1."
)
def one_step_short(next_change, windows, steps):
    return run_on(next_change, windows, steps - 1)


@check_run_on.mistake(
    "You went a step too far. Count with `steps` = 1."
)
def one_step_too_far(next_change, windows, steps):
    return run_on(next_change, windows, steps + 1)


@check_run_on.mistake(
    "You went 150 steps, as `dream` does. How many were asked for?"
)
def as_many_as_the_dream(next_change, windows, steps):
    return run_on(next_change, windows, 150)


@check_run_on.mistake(
    "That is the last change. What is wanted is the value that it leads to."
)
def last_change(next_change, windows, steps):
    for _ in range(steps):
        change = next_change(windows)
        value = windows[:, -1] + change
        windows = torch.cat([windows[:, 1:], value[:, None]], dim=1)
    return change


@check_run_on.mistake(
    "Those are whole windows. Only the last value of each is wanted."
)
def whole_windows(next_change, windows, steps):
    for _ in range(steps):
        value = windows[:, -1] + next_change(windows)
        windows = torch.cat([windows[:, 1:], value[:, None]], dim=1)
    return windows


@check_run_on.mistake(
    "Those are the values of all steps. Only the last step's are wanted."
)
def values_of_all_steps(next_change, windows, steps):
    each = [
        run_on(next_change, windows, step + 1) for step in range(steps)
    ]
    return torch.stack(each, dim=1)


@check_run_on.mistake(
    "Those are values in mV. The windows' own unit is wanted."
)
def turned_into_mv(next_change, windows, steps):
    return 5 * run_on(next_change, windows, steps) - 40


@check_run_on.mistake(
    "`next_change` returns what is added. You subtract it."
)
def change_subtracted(next_change, inputs, steps):
    return run_on(lambda windows: -next_change(windows), inputs, steps)


@check_run_on.mistake(
    "You went on with one window. What about the others of the batch?"
)
def one_window_only(next_change, windows, steps):
    return run_on(next_change, windows[:1], steps)


@check_run_on.mistake(
    "`[-1]` is the last window, a row. The last values are a column."
)
def last_window(next_change, windows, steps):
    for _ in range(steps):
        value = windows[:, -1] + next_change(windows)
        windows = torch.cat([windows[:, 1:], value[:, None]], dim=1)
    return windows[-1]


@check_run_on.mistake(
    "Each change is added to where you began. It starts from the last step's value."
)
def added_to_the_beginning(next_change, windows, steps):
    began = windows[:, -1]
    for _ in range(steps):
        value = began + next_change(windows)
        windows = torch.cat([windows[:, 1:], value[:, None]], dim=1)
    return windows[:, -1]


@check_run_on.mistake(
    "Each window has its own change. You give all of them the first one's."
)
def first_change_for_all(next_change, windows, steps):
    for _ in range(steps):
        value = windows[:, -1] + next_change(windows)[0]
        windows = torch.cat([windows[:, 1:], value[:, None]], dim=1)
    return windows[:, -1]


@check_run_on.symptom(
    "Your function writes into `inputs`. Leave them as they are: work on a copy."
)
def windows_changed(expected, got):
    return got is CHANGED_WINDOWS


@check_run_on.symptom(
    "Your function never calls the `next_change` that is handed in."
)
def never_asked(expected, got):
    return got is NEVER_ASKED


check_run_on.symptom("Nearly: is something rounded?")(rounded)


@check_run_on.symptom(
    "`next_change` returns one number a window, `(batch,)`. What is `[0, 0]` to find there?"
)
def one_number_of_a_table(expected, got):
    return isinstance(got, str) and "too many indices" in got


@check_run_on.symptom(
    "A table and `(batch,)` don't go side by side: make a column of it, `[:, None]`."
)
def column_forgotten(expected, got):
    return isinstance(got, str) and "of dimensions: got 2 and 1" in got


@check_run_on.symptom(
    "Which shapes do you put together, and side by side (`dim=1`)? `[-1]` is the last "
    "window, `[:, -1]` a column."
)
def shapes_apart(expected, got):
    return isinstance(got, str) and any(each in got for each in SHAPES)


@check_run_on.symptom(
    "You change a whole window. `list(inputs)`, `inputs[-1]`: windows or values?"
)
def list_of_windows(expected, got):
    got, window = as_tensor(got), check_run_on.inputs[0][1][0]
    if got is None or got.shape != window.shape:
        return False
    changes = got - window
    return same(changes, changes[:1].expand(3))


def by_clock(recording, now, ahead, period):
    periods = math.ceil(ahead / period)
    return recording[now + ahead - periods * period]


CHANGED = "a changed recording"


def forecast_or_damage(answer, recording, now, ahead, period):
    before = recording.clone()
    value = answer(recording, now, ahead, period)
    return value if torch.equal(recording, before) else CHANGED


check_by_clock = Check(
    by_clock,
    inputs=[
        (torch.sin(torch.arange(220.0) ** 2), 195, 3, 7),
        (torch.cos(torch.arange(240.0) ** 2), 205, 12, 5),
        (torch.cos(torch.arange(240.0) ** 2), 205, 10, 5),
        (torch.cos(torch.arange(240.0) ** 2), 205, 22, 5),
    ],
    observe=forecast_or_damage,
    hint="Start at now + ahead, and go back whole periods until the value is known.",
    insight="One number, the period. As long as the habit lasts, it is hard to beat.",
)


@check_by_clock.mistake(
    "That is one period before now. Which value is one before now + ahead?"
)
def ahead_forgotten(recording, now, ahead, period):
    return recording[now - period]


@check_by_clock.mistake(
    "Where ahead is more than a period, your forecast sees the future. Go back further."
)
def one_period_only(recording, now, ahead, period):
    return recording[now + ahead - period]


@check_by_clock.mistake(
    "Your value lies after now: the future. Go back, by whole periods."
)
def rest_of_the_period(recording, now, ahead, period):
    return recording[now + ahead % period]


@check_by_clock.mistake(
    "That is what comes at now + ahead itself: the future. Go back, by whole periods."
)
def the_future_itself(recording, now, ahead, period):
    return recording[now + ahead]


@check_by_clock.mistake(
    'That is the value of now, the forecast "no change". Go back by whole periods.'
)
def value_of_now(recording, now, ahead, period):
    return recording[now]


@check_by_clock.mistake(
    "That is a place. Which value stands there in `recording`?"
)
def place_for_value(recording, now, ahead, period):
    return now + ahead - math.ceil(ahead / period) * period


@check_by_clock.mistake("That is a change. The value itself is wanted.")
def change_from_now(recording, now, ahead, period):
    return by_clock(recording, now, ahead, period) - recording[now]


@check_by_clock.mistake(
    "Two periods aren't always enough: go back until the value is known."
)
def two_periods_at_most(recording, now, ahead, period):
    place = now + ahead - period
    return recording[place - period if place > now else place]


@check_by_clock.mistake(
    "Three periods aren't always enough: go back until the value is known."
)
def three_periods_at_most(recording, now, ahead, period):
    periods = min(math.ceil(ahead / period), 3)
    return recording[now + ahead - periods * period]


@check_by_clock.mistake(
    "That is a period after the moment in question. The past lies before it."
)
def one_period_later(recording, now, ahead, period):
    return recording[now + ahead + period]


@check_by_clock.mistake(
    "You are one value off: the moment in question is now + ahead, no later."
)
def one_value_later(recording, now, ahead, period):
    periods = math.ceil((ahead + 1) / period)
    return recording[now + ahead + 1 - periods * period]


@check_by_clock.mistake(
    "`ahead` counts values of `recording`, not steps of 5 ms: no factor 10."
)
def steps_of_ten(recording, now, ahead, period):
    periods = math.ceil(10 * ahead / period)
    return recording[now + 10 * ahead - periods * period]


@check_by_clock.mistake(
    "`recording` goes on after now. You count from its end: count from `now`."
)
def from_the_end(recording, now, ahead, period):
    return by_clock(recording, len(recording) - 1, ahead, period)


@check_by_clock.mistake(
    "You use the notebook's `PERIOD`. Which period is your function given?"
)
def the_notebooks_period(recording, now, ahead, period):
    return by_clock(recording, now, ahead, 143)


@check_by_clock.mistake(
    "Where ahead is a whole number of periods, you go back one too far: now is known."
)
def now_unknown(recording, now, ahead, period):
    periods = ahead // period + 1
    return recording[now + ahead - periods * period]


@check_by_clock.symptom(
    "Your function writes into `recording`. Leave it as it is."
)
def recording_changed(expected, got):
    return got is CHANGED


@check_by_clock.symptom("Nearly: is something rounded?")
def value_rounded(expected, got):
    if isinstance(got, str):
        return False
    value = float(expected)
    return any(same(got, round(value, n), 1e-6) for n in (1, 2, 3))
