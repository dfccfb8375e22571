"""Checks for the exercises.

A check calls the reader's function on several inputs, and prints that it isn't done
yet, or where it differs, with a hint that names the mistake, or that it is right. It
never stops a "Run all", and it works on copies: the reader's data stay whole.
"""

import copy
import math

import torch
from torch import nn

from lstm_scratch import COMPANY_A, COMPANY_B, LSTM_Scratch

NOT_DONE = "Not done yet. Fill in the function above, run it, then run this cell."
NOTHING = "Your function returned nothing: is there a `return`?"
NOT_A_NUMBER = "Some of it is NaN, not a number: is there a 0 / 0, or infinity - infinity?"


class Check:
    """Compare a reader's answer with the right one, and name the mistake."""

    def __init__(
        self, right, inputs, hint, insight, observe=None, tolerance=1e-4
    ):
        """right: the right function; inputs: tuples of its arguments, two or more.

        hint: for an answer that no mistake explains; insight: said after "Right!".
        observe(answer, *arguments): what is compared, by default answer(*arguments);
        its docstring says in words what that is. tolerance: the largest difference.
        """
        self.right, self.inputs, self.tolerance = (
            right,
            inputs,
            tolerance,
        )
        self.hint, self.insight = hint, insight
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
        returned = []

        def noting(*arguments):
            returned.append(answer(*arguments))
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
        else:
            print(
                f"Not right yet. {wrong}"
                if wrong
                else f"Right! {self.insight}"
            )

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
        return self.hint

    def results(self, function, arguments):
        return self.observe(function, *copy.deepcopy(arguments))


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
        return torch.as_tensor(value).detach().double()
    except (TypeError, ValueError, RuntimeError, AttributeError):
        return None


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


def known_model():
    """Numbers other than those in the notebooks, so that nothing fits by chance."""
    model = LSTM_Scratch().double()
    numbers = [
        0.7,
        -0.4,
        0.9,
        0.3,
        1.1,
        -0.2,
        -0.8,
        1.3,
        0.1,
        0.5,
        0.2,
        0.6,
    ]
    for parameter, number in zip(model.parameters(), numbers):
        parameter.data.fill_(number)
    return model


# --- Notebook 01 --------------------------------------------------------------


def output_gate(input_value, short_memory, wd1, wd2, bd1):
    return sigmoid(short_memory * wd1 + input_value * wd2 + bd1)


check_output_gate = Check(
    output_gate,
    inputs=[(0.5, 0.4, 2.0, 0.6, -0.1), (1.0, -0.3, 0.5, 1.5, 0.2)],
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


@check_output_gate.mistake("Three things are added up, not two.")
def no_bias(x, h, w1, w2, b):
    return sigmoid(h * w1 + x * w2)


@check_output_gate.mistake(
    "The sum is right. Mind the sign in the exponent."
)
def plus_in_the_exponent(x, h, w1, w2, b):
    return sigmoid(-(h * w1 + x * w2 + b))


@check_output_gate.mistake(
    "That is the sum. The gate is one step further."
)
def only_the_sum(x, h, w1, w2, b):
    return h * w1 + x * w2 + b


def keep_memory():
    return 0.0, 0.0, 20.0, 0.0, 0.0, -20.0


def extreme_gates(answer):
    """(forget gates and input gates, at the extremes of price and short memory)"""
    wa1, wa2, ba1, wb1, wb2, bb1 = answer()
    return [
        [sigmoid(h * w1 + x * w2 + b) for x in (0, 1) for h in (-1, 1)]
        for w1, w2, b in ((wa1, wa2, ba1), (wb1, wb2, bb1))
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


@check_keep_memory.symptom(
    "Which numbers make a gate listen to the price or to the short memory?"
)
def gates_that_listen(expected, got):
    return any(max(gates) - min(gates) > 0.00005 for gates in got)


@check_keep_memory.symptom(
    "For which sums is a sigmoid 1.0000, to four decimals?"
)
def forget_gate_not_full(expected, got):
    return not same(got[0], expected[0], 0.00005)


# --- Notebook 02 --------------------------------------------------------------


def unroll(model, prices):
    long_memory = short_memory = torch.tensor(0.0)
    for price in prices:
        long_memory, short_memory = model.lstm_unit(
            price, long_memory, short_memory
        )
    return short_memory


def without_gradients(answer, *arguments):
    with torch.no_grad():
        return answer(*arguments)


without_gradients.__doc__ = ""
check_unroll = Check(
    unroll,
    inputs=[
        (known_model(), COMPANY_A),
        (known_model(), [0.3]),
        (known_model(), [0.3, 0.9]),
        (known_model(), [0.2, 0.9, 0.4, 0.1, 0.8, 0.6]),
    ],
    hint="Hand both memories on to the next day, and return the last short one.",
    insight="The same unit for any number of days: that is what recurrent means.",
    observe=without_gradients,
)


@check_unroll.mistake(
    "lstm_unit returns two memories: which comes first?"
)
def memories_swapped(model, prices):
    long_memory = short_memory = torch.tensor(0.0)
    for price in prices:
        short_memory, long_memory = model.lstm_unit(
            price, long_memory, short_memory
        )
    return short_memory


@check_unroll.mistake("The memories start at 0 once, not every day.")
def restarted_every_day(model, prices):
    return unroll(model, prices[-1:])


@check_unroll.mistake("The function shall work for any number of days.")
def four_days_only(model, prices):
    return unroll(model, prices[:4])


@check_unroll.mistake(
    "That is the last day's long memory. Which is the prediction?"
)
def long_memory_returned(model, prices):
    long_memory = short_memory = torch.tensor(0.0)
    for price in prices:
        long_memory, short_memory = model.lstm_unit(
            price, long_memory, short_memory
        )
    return long_memory


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
    hint="Return three numbers, wc1, wc2 and bc1, from the candidate's row.",
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


# --- Notebook 03 --------------------------------------------------------------


def first_step(gradient, lr):
    return -lr if gradient > 0 else lr


check_first_step = Check(
    first_step,
    inputs=[(-0.2, 0.01), (3.0, 0.01), (-0.0005, 0.5)],
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


def training_step(model, optimizer, prices, next_price):
    loss = nn.MSELoss()(model(prices), next_price)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()


def three_steps(answer, rows, labels):
    """(three losses, then the twelve numbers)"""
    model = known_model()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    rows, labels = (
        torch.tensor(rows).double(),
        torch.tensor(labels).double(),
    )
    losses = [answer(model, optimizer, rows, labels) for _ in range(3)]
    return losses, [
        parameter.detach() for parameter in model.parameters()
    ]


check_training_step = Check(
    training_step,
    inputs=[
        ([COMPANY_A], [0.0]),
        ([COMPANY_A, COMPANY_B], [0.0, 1.0]),
    ],
    hint="Predict, loss, clear the gradients, backward, step: is anything missing?",
    insight="These five lines train any model, of twelve numbers or of billions.",
    observe=three_steps,
)


@check_training_step.mistake("Gradients add up until they are cleared.")
def gradients_not_cleared(model, optimizer, prices, next_price):
    loss = nn.MSELoss()(model(prices), next_price)
    loss.backward()
    optimizer.step()
    return loss.item()


@check_training_step.mistake(
    "Nothing has moved: what computes gradients, what steps?"
)
def no_step(model, optimizer, prices, next_price):
    return nn.MSELoss()(model(prices), next_price).item()


@check_training_step.symptom(
    "Return the loss as a number, measured before the step."
)
def numbers_right_losses_wrong(expected, got):
    return same(got[1], expected[1])


# --- Notebook 04 --------------------------------------------------------------


def tipping_price():
    return 0.1272


def prediction_at(answer):
    """the prediction"""
    model = (
        LSTM_Scratch().double()
    )  # the second model of notebook 04, to five decimals
    numbers = [1.18747, 0.47908, 1.32844, 0.85912, 1.28552, 0.82053]
    numbers += [1.96999, 2.00945, -0.53967, 0.97930, 0.67520, 1.52960]
    for parameter, number in zip(model.parameters(), numbers):
        parameter.data.fill_(number)
    prices = torch.tensor([[float(answer()), *COMPANY_A[1:]]])
    with torch.no_grad():
        return model(prices.double()).item()


check_tipping_price = Check(
    tipping_price,
    inputs=[()],
    hint="The curve climbs: is that too high or too low a price?",
    insight="Halving the interval gains a decimal about every three tries.",
    observe=prediction_at,
    tolerance=0.0005,
)


@check_tipping_price.symptom("Nearly: a little less.")
def a_little_high(expected, got):
    return 0 < got - 0.5 < 0.02


@check_tipping_price.symptom("Nearly: a little more.")
def a_little_low(expected, got):
    return 0 < 0.5 - got < 0.02


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
        (known_model(), COMPANY_A, [0.0, 0.3, 1.0]),
        (known_model(), COMPANY_B, [0.2, 0.7]),
    ],
    hint="Build one row a price: three days of `prices`, then that price.",
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
    "The four days are given: replace the last one, don't add a fifth."
)
def fifth_day_added(model, prices, last_prices):
    return model(
        torch.tensor([[*prices, price] for price in last_prices])
    )


# --- Notebook 05 --------------------------------------------------------------


# --- Notebook 06 --------------------------------------------------------------


def output_gate_gradients(d_short, shown, o, short_before, price):
    d_sum = d_short * shown * o * (1 - o)
    return d_sum * short_before, d_sum * price, d_sum


check_output_gate_gradients = Check(
    output_gate_gradients,
    inputs=[
        (-2.9, -0.95, 0.47, -0.32, 1.0),
        (0.8, 0.6, 0.9, 0.25, 0.5),
    ],
    hint="First d_output_sum; each of the three is that, times what it multiplies.",
    insight="The other three gates differ only in what comes in from above.",
)


@check_output_gate_gradients.mistake(
    "The gate is a sigmoid: what is its slope?"
)
def sigmoid_without_slope(d_short, shown, o, short_before, price):
    d_sum = d_short * shown
    return d_sum * short_before, d_sum * price, d_sum


@check_output_gate_gradients.mistake(
    "short = shown * o: by what does o's way to the short memory multiply?"
)
def not_through_shown(d_short, shown, o, short_before, price):
    return output_gate_gradients(d_short, 1.0, o, short_before, price)


@check_output_gate_gradients.mistake(
    "Which of wd1 and wd2 is multiplied by the price?"
)
def price_for_memory(d_short, shown, o, short_before, price):
    return output_gate_gradients(d_short, shown, o, price, short_before)


@check_output_gate_gradients.mistake(
    "1 - o² is the slope of tanh. This gate is a sigmoid."
)
def slope_of_tanh(d_short, shown, o, short_before, price):
    d_sum = d_short * shown * (1 - o * o)
    return d_sum * short_before, d_sum * price, d_sum


def backward_plain(w, tape, d_short):
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_sum = d_short * (1 - short**2)
        d_w += d_sum * short_before
        d_short = d_sum * w
    return d_w


def forward_plain(w, prices):
    short, tape = 0.0, []
    for price in prices:
        tape.append((short, math.tanh(w * short + price)))
        short = tape[-1][1]
    return tape


check_backward_plain = Check(
    backward_plain,
    inputs=[
        (0.8, forward_plain(0.8, [0.3, -0.5]), 1.0),
        (0.9, forward_plain(0.9, [1.0, 0.2, 0.4]), -2.0),
    ],
    hint="Go through reversed(tape), and hand d_short on to the day before.",
    insight="A tanh's slope every day, times w every day: so a plain unit forgets.",
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
    "How many gates are there, the candidate included?"
)
def one_gate(n, h):
    return h * h + h * n + 2 * h


@check_count.mistake("Each memory listens to all short memories.")
def own_memory_only(n, h):
    return 4 * (h + h * n + 2 * h)


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


check_one_day_stacked = Check(
    one_day_stacked,
    inputs=[random_day(1, 2, 3, 2), random_day(2, 5, 1, 3)],
    hint="One product for all four gates, chunk, then the equations of notebook 01.",
    insight="No shape would have told you about a wrong order. Only numbers do.",
)


def in_order(W, V, b, x, long, short, order):
    """One day with the four parts of the sums taken in this order."""
    sums = (short @ W.T + x @ V.T + b).chunk(4, dim=1)
    i, f, g, o = (sums[order.index(gate)] for gate in "ifgo")
    long = torch.sigmoid(f) * long + torch.sigmoid(i) * torch.tanh(g)
    return long, torch.sigmoid(o) * torch.tanh(long)


@check_one_day_stacked.mistake(
    "The order of the gates is input, forget, candidate, output."
)
def forget_first(*numbers):
    return in_order(*numbers, order="figo")


@check_one_day_stacked.mistake(
    "The candidate is the third part, the output gate the last."
)
def output_third(*numbers):
    return in_order(*numbers, order="ifog")


@check_one_day_stacked.mistake(
    "Return the long memory first, then the short one."
)
def short_first(*numbers):
    return one_day_stacked(*numbers)[::-1]


# --- Notebook 08 --------------------------------------------------------------


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
def one_day_only(days, batch, inputs, memories):
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


@check_count_products.mistake("Is a bias multiplied, or only added?")
def with_biases(days, batch, inputs, memories):
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


def split_cost(few, time_few, many, time_many):
    of_a_number = (time_many - time_few) / (many - few)
    return time_few - few * of_a_number, of_a_number


check_split_cost = Check(
    split_cost,
    inputs=[
        (10, 5.0, 210, 25.0),
        (1, 2.05, 101, 7.05),
        (0, 3.0, 50, 13.0),
    ],
    hint="From one measurement to the other, only the numbers have grown.",
    insight="A straight line through two points: its slope, and where it starts.",
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
def upside_down(few, time_few, many, time_many):
    of_a_number = (many - few) / (time_many - time_few)
    return time_few - few * of_a_number, of_a_number


@check_split_cost.mistake(
    "Do the numbers add to a call's cost, or to the time?"
)
def added(few, time_few, many, time_many):
    of_a_number = (time_many - time_few) / (many - few)
    return time_few + few * of_a_number, of_a_number


# --- Notebook 10 --------------------------------------------------------------


def mean_so_far(returns):
    later = range(1, len(returns))
    return [0.0] + [returns[:month].mean().item() for month in later]


check_mean_so_far = Check(
    mean_so_far,
    inputs=[
        (torch.tensor([0.1, 0.3, -0.1, 0.2, 0.4]),),
        (torch.tensor([0.2, -0.4, 0.0, 0.6]),),
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
    "Your forecasts contain all months. They see the future."
)
def all_months(returns):
    return [0.0] + [returns.mean().item()] * (len(returns) - 1)


def scale_both(training, test):
    low, high = training.min(), training.max()
    return (training - low) / (high - low), (test - low) / (high - low)


check_scale_both = Check(
    scale_both,
    inputs=[
        (torch.tensor([1.0, 3.0, 2.0]), torch.tensor([4.0, 0.5, 2.0])),
        (torch.tensor([5.0, 7.0]), torch.tensor([6.0, 9.0, 4.0])),
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


# --- Notebook 11 --------------------------------------------------------------
