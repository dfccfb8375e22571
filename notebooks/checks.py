"""Checks for the exercises: one function each.

A check calls the reader's function, and prints that it isn't done yet, or what differs
on which input with a hint, or that it is right. It never stops a "Run all".
"""

import functools
import math

import torch
from torch import nn

from lstm_scratch import COMPANY_A, COMPANY_B, LSTM_Scratch


class Wrong(Exception):
    """What is wrong with an answer, in words for the reader."""


def exercise(check):
    """Make `check`, which returns an insight or raises Wrong, print how it went."""

    @functools.wraps(check)
    def print_result(answer):
        try:
            insight = check(answer)
        except NotImplementedError:
            print(
                "Not done yet. Fill in the function above, run it, then run this cell."
            )
        except Wrong as wrong:
            print(f"Not right yet. {wrong}")
        except Exception as error:
            print(f"Your function stopped with {type(error).__name__}: {error}")
        else:
            print(f"Right! {insight}")

    return print_result


def compare(answer, right, inputs, mistakes, hint):
    """Raise Wrong at the first of `inputs` where `answer` and `right` differ.

    inputs: tuples of arguments; mistakes: {hint: a function that makes this mistake}.
    The hint is that of the mistake which gives all of the reader's results, or `hint`.
    """
    answer = functools.partial(on_copies, answer)
    for arguments in inputs:
        expected, got = right(*arguments), answer(*arguments)
        if same(got, expected):
            continue
        for its_hint, mistake in mistakes.items():
            if all(same(answer(*every), mistake(*every)) for every in inputs):
                hint = its_hint
                break
        shown = ", ".join(show(argument) for argument in arguments)
        raise Wrong(f"For {shown} expected {show(expected)}, got {show(got)}. {hint}")


def on_copies(answer, *arguments):
    """Call `answer` so that it can't change our inputs in place."""
    return answer(*(a.clone() if isinstance(a, torch.Tensor) else a for a in arguments))


def same(got, expected):
    """Are the numbers the same? Tensors, lists, tuples and numbers all count."""
    try:
        got, expected = as_tensor(got), as_tensor(expected)
    except (TypeError, ValueError, RuntimeError):
        return False
    if expected.dim() == 0 and got.numel() == 1:
        got = got.reshape(())
    return got.shape == expected.shape and torch.allclose(got, expected, atol=1e-4)


def as_tensor(value):
    if isinstance(value, (list, tuple)) and value:
        return torch.stack([as_tensor(item) for item in value])
    return torch.as_tensor(value).detach().double()


def show(value):
    """Write numbers with four decimals, tensors with their shape."""
    if isinstance(value, torch.Tensor):
        value = value.detach()
        if value.numel() > 8:
            return f"a tensor of shape {tuple(value.shape)}"
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(show(item) for item in value) + "]"
    return f"{value:.4f}" if isinstance(value, float) else str(value)


def sigmoid(z):
    return (1 + math.tanh(z / 2)) / 2  # without overflow for any z


# --- Notebook 01 --------------------------------------------------------------


@exercise
def check_output_gate(answer):
    compare(
        answer,
        lambda x, h, w1, w2, b: sigmoid(h * w1 + x * w2 + b),
        [(0.5, 0.4, 2.0, 0.6, -0.1), (1.0, -0.3, 0.5, 1.5, 0.2)],
        {
            "All three gates are shares between 0 and 1: which curve gives those?": (
                lambda x, h, w1, w2, b: math.tanh(h * w1 + x * w2 + b)
            ),
            "Which of the two weights listens to the short memory?": (
                lambda x, h, w1, w2, b: sigmoid(x * w1 + h * w2 + b)
            ),
            "Three things are added up, not two.": (
                lambda x, h, w1, w2, b: sigmoid(h * w1 + x * w2)
            ),
            "The sum is right. Mind the sign in the exponent.": (
                lambda x, h, w1, w2, b: sigmoid(-(h * w1 + x * w2 + b))
            ),
            "That is the sum. The gate is one step further.": (
                lambda x, h, w1, w2, b: h * w1 + x * w2 + b
            ),
        },
        "Start with the sum: short memory, price and bias.",
    )
    return "All gates are this function; only their three numbers differ."


@exercise
def check_keep_memory(answer):
    wa1, wa2, ba1, wb1, wb2, bb1 = answer()
    for price in (0.0, 0.5, 1.0):
        for short in (-1.0, 0.0, 1.0):
            where = f"With price {price} and short memory {short}, the"
            forget = sigmoid(short * wa1 + price * wa2 + ba1)
            enter = sigmoid(short * wb1 + price * wb2 + bb1)
            if forget < 0.9999:
                hint = "For which sums is a sigmoid nearly 1?"
                if wa1 or wa2:
                    hint = "Which numbers make the gate listen to price and memory?"
                elif forget < 0.0001:
                    hint = "A low forget gate forgets. Mind the sign."
                raise Wrong(f"{where} forget gate is {forget:.4f}. {hint}")
            if enter > 0.0001:
                hint = "What is let in changes the memory, too."
                raise Wrong(f"{where} input gate is {enter:.4f}. {hint}")
    return (
        "A long memory that is kept and not written to can last for any number of days."
    )


# --- Notebook 02 --------------------------------------------------------------


def known_model():
    """Numbers other than those in the notebooks, so that nothing fits by chance."""
    model = LSTM_Scratch().double()
    numbers = [0.7, -0.4, 0.9, 0.3, 1.1, -0.2, -0.8, 1.3, 0.1, 0.5, 0.2, 0.6]
    for parameter, number in zip(model.parameters(), numbers):
        parameter.data.fill_(number)
    return model


def unroll(model, prices, swap=False, restart=False, days=None, long_one=False):
    long = short = torch.tensor(0.0, dtype=torch.float64)
    for price in prices[:days]:
        if restart:
            long = short = torch.tensor(0.0, dtype=torch.float64)
        if swap:
            short, long = model.lstm_unit(price, long, short)
        else:
            long, short = model.lstm_unit(price, long, short)
    return long if long_one else short


@exercise
def check_unroll(answer):
    model = known_model()
    with torch.no_grad():
        compare(
            functools.partial(answer, model),
            lambda prices: unroll(model, prices),
            [(COMPANY_A,), ([0.3],), ([0.3, 0.9],), ([0.2, 0.9, 0.4, 0.1, 0.8, 0.6],)],
            {
                "lstm_unit returns two memories: which comes first?": (
                    lambda prices: unroll(model, prices, swap=True)
                ),
                "The memories start at 0 once, not every day.": (
                    lambda prices: unroll(model, prices, restart=True)
                ),
                "The function shall work for any number of days.": (
                    lambda prices: unroll(model, prices, days=4)
                ),
                "That is the last day's long memory. Which one is the prediction?": (
                    lambda prices: unroll(model, prices, long_one=True)
                ),
            },
            "Hand both memories on to the next day, and return the last short one.",
        )
    return "The same unit for any number of days: that is what recurrent means."


@exercise
def check_candidate_numbers(answer):
    torch.manual_seed(8)
    library = nn.LSTM(1, 1)

    def numbers(row, biases=("ih", "hh"), first="hh", second="ih"):
        bias = sum(library.get_parameter(f"bias_{kind}_l0")[row] for kind in biases)
        weights = [
            library.get_parameter(f"weight_{k}_l0")[row, 0] for k in (first, second)
        ]
        return [weight.item() for weight in weights] + [bias.item()]

    compare(
        lambda _: [as_tensor(number).sum() for number in answer(library)],
        lambda _: numbers(2),
        [("this nn.LSTM(1, 1)",)],
        {
            "nn.LSTM has two biases in each gate.": lambda _: numbers(
                2, biases=("ih",)
            ),
            "Each gate has two biases, not only the second.": (
                lambda _: numbers(2, biases=("hh",))
            ),
            "wc1 is the weight of the short memory: is that ih or hh?": (
                lambda _: numbers(2, first="ih", second="hh")
            ),
            "That is the forget gate. Look up the order of the gates.": lambda _: (
                numbers(1)
            ),
            "That is the input gate. Look up the order of the gates.": lambda _: (
                numbers(0)
            ),
            "That is the output gate. Look up the order of the gates.": lambda _: (
                numbers(3)
            ),
        },
        "Return three numbers, wc1, wc2 and bc1, from the candidate's row.",
    )
    return "With four such functions, any nn.LSTM(1, 1) becomes an LSTM_Scratch."


# --- Notebook 03 --------------------------------------------------------------


@exercise
def check_first_step(answer):
    compare(
        answer,
        lambda gradient, lr: -lr if gradient > 0 else lr,
        [(-0.2, 0.01), (3.0, 0.01), (-0.0005, 0.5)],
        {
            "Training moves against the gradient.": (
                lambda gradient, lr: lr if gradient > 0 else -lr
            ),
            "That is the simplest rule. What does Adam divide by?": (
                lambda gradient, lr: -lr * gradient
            ),
            "The size is right. What decides the direction?": lambda gradient, lr: lr,
            "The size is right. When does it go up?": lambda gradient, lr: -lr,
        },
        "In the first step, m is the gradient, and the root of v is its size.",
    )
    return "Adam's first step has the size of the learning rate, for every number."


@exercise
def check_training_step(answer):
    def train(step):
        model = known_model()
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        losses = []
        for prices, label in ((COMPANY_A, 0.0), (COMPANY_B, 1.0), (COMPANY_A, 0.0)):
            prices = torch.tensor([prices], dtype=torch.float64)
            label = torch.tensor([label], dtype=torch.float64)
            losses.append(step(model, optimizer, prices, label))
        return losses, [parameter.item() for parameter in model.parameters()]

    def right(model, optimizer, prices, label, clear=True, move=True):
        loss = (model(prices) - label).square().mean()
        if clear:
            optimizer.zero_grad()
        loss.backward()
        if move:
            optimizer.step()
        return loss.item()

    losses, numbers = train(right)
    got_losses, got_numbers = train(answer)
    if not same(got_numbers, numbers):
        mistakes = {
            "Gradients add up from step to step until they are cleared.": {
                "clear": False
            },
            "Nothing has moved. What computes gradients, and what steps?": {
                "move": False
            },
        }
        hint = (
            "Predict, loss, clear the gradients, backward, step: is anything missing?"
        )
        for its_hint, options in mistakes.items():
            if same(got_numbers, train(functools.partial(right, **options))[1]):
                hint = its_hint
                break
        wa1 = f"expected wa1 = {numbers[0]:.4f}, got {got_numbers[0]:.4f}"
        raise Wrong(f"After three steps {wa1}. {hint}")
    if not same(got_losses, losses):
        hint = "Return the loss as a number, measured before the step."
        raise Wrong(
            f"Expected the losses {show(losses)}, got {show(got_losses)}. {hint}"
        )
    return (
        "These five lines train any model in PyTorch, of twelve numbers or of billions."
    )


# --- Notebook 04 --------------------------------------------------------------


@exercise
def check_tipping_price(answer):
    # The second model of notebook 04, to five decimals.
    model = LSTM_Scratch().double()
    numbers = [1.18747, 0.47908, 1.32844, 0.85912, 1.28552, 0.82053]
    numbers += [1.96999, 2.00945, -0.53967, 0.97930, 0.67520, 1.52960]
    for parameter, number in zip(model.parameters(), numbers):
        parameter.data.fill_(number)
    price = float(answer())
    day_1 = torch.tensor([[price, *COMPANY_A[1:]]], dtype=torch.float64)
    prediction = model(day_1).item()
    if not 0 <= price <= 1:
        raise Wrong(
            f"{price} is no price between 0 and 1. Start between two that you know."
        )
    if abs(prediction - 0.5) > 0.0005:
        if abs(prediction - 0.5) < 0.02:
            hint = f"Nearly: a little {'less' if prediction > 0.5 else 'more'}."
        else:
            hint = "The curve climbs: is that too high or too low a price?"
        raise Wrong(
            f"For {price} the prediction is {prediction:.4f}, not 0.500. {hint}"
        )
    return "Halving the interval gains a decimal about every three tries."


@exercise
def check_sweep_last_day(answer):
    model = known_model()
    last_prices = [0.0, 0.3, 1.0]

    def sweep(prices, day=3, keep=3):
        rows = []
        for price in last_prices:
            row = [*prices]
            row[day] = price
            rows.append(row[: keep + 1])
        return model(torch.tensor(rows, dtype=torch.float64))

    def by_answer(prices):
        torch.set_default_dtype(torch.float64)
        try:
            return answer(model, prices, last_prices)
        finally:
            torch.set_default_dtype(before)

    before = torch.get_default_dtype()
    with torch.no_grad():
        compare(
            by_answer,
            sweep,
            [(COMPANY_A,), (COMPANY_B,)],
            {
                "That changes day 1. Which day shall change?": lambda p: sweep(
                    p, day=0
                ),
                "The four days are given: replace the last one, don't add a fifth.": (
                    lambda p: model(
                        torch.tensor([[*p, x] for x in last_prices]).double()
                    )
                ),
            },
            "Build one row a price: three days of `prices`, then that price.",
        )
    return (
        "One thing changed, the others held still: so one sees what a model looks at."
    )


# --- Notebook 05 --------------------------------------------------------------


@exercise
def check_output_gate_gradients(answer):
    def gradients(d_short, shown, o, short_before, price, slope=True, through=True):
        d_sum = d_short
        if through:
            d_sum *= shown
        if slope:
            d_sum *= o * (1 - o)
        return d_sum * short_before, d_sum * price, d_sum

    compare(
        answer,
        gradients,
        [(-2.9, -0.95, 0.47, -0.32, 1.0), (0.8, 0.6, 0.9, 0.25, 0.5)],
        {
            "The gate is a sigmoid: what is its slope?": (
                lambda *numbers: gradients(*numbers, slope=False)
            ),
            "short = shown * o: by what does o's way to the short memory multiply?": (
                lambda *numbers: gradients(*numbers, through=False)
            ),
            "Which of wd1 and wd2 is multiplied by the price?": (
                lambda d, s, o, h, x: gradients(d, s, o, x, h)
            ),
            "1 - o² is the slope of tanh. This gate is a sigmoid.": (
                lambda d, s, o, h, x: tuple(d * s * (1 - o * o) * n for n in (h, x, 1))
            ),
        },
        "First d_output_sum; then each of the three is that, times what it multiplies.",
    )
    return "The other three gates differ only in what comes in from above."


@exercise
def check_backward_plain(answer):
    def backward(w, tape, d_short, slope=True, last_only=False):
        gradient = 0.0
        for short_before, short in reversed(tape):
            d_sum = d_short * (1 - short**2) if slope else d_short
            gradient += d_sum * short_before
            d_short = d_sum * w
            if last_only:
                break
        return gradient

    def forward(w, prices):
        short, tape = 0.0, []
        for price in prices:
            tape.append((short, math.tanh(w * short + price)))
            short = tape[-1][1]
        return tape

    def new_for_old(w, tape, d_short):
        return backward(w, [(short, short) for _, short in tape], d_short)

    compare(
        answer,
        backward,
        [
            (0.8, forward(0.8, [0.3, -0.5]), 1.0),
            (0.9, forward(0.9, [1.0, 0.2, 0.4]), -2.0),
        ],
        {
            "Each day goes through a tanh. What is its slope?": (
                lambda *a: backward(*a, slope=False)
            ),
            "w acts on every day: add up the shares of all days.": (
                lambda *a: backward(*a, last_only=True)
            ),
            "w multiplies the short memory that the day started with.": new_for_old,
        },
        "Go through reversed(tape), and hand d_short on to the day before.",
    )
    return (
        "A tanh's slope every day, times w every day: this is how a plain unit forgets."
    )


# --- Notebook 06 --------------------------------------------------------------


@exercise
def check_count(answer):
    compare(
        answer,
        lambda n, h: 4 * (h * h + h * n + 2 * h),
        [(1, 1), (10, 64), (3, 16)],
        {
            "nn.LSTM has two biases in each gate.": lambda n, h: (
                4 * (h * h + h * n + h)
            ),
            "How many gates are there, the candidate included?": (
                lambda n, h: h * h + h * n + 2 * h
            ),
            "Each memory listens to all short memories.": (
                lambda n, h: 4 * (h + h * n + 2 * h)
            ),
        },
        "Count one gate: its two matrices and its biases.",
    )
    return "It grows with the square of the memories: 1000 of them are over 4 million."


@exercise
def check_one_day_stacked(answer):
    def one_day(W, V, b, x, long, short, order="ifgo", new_short=False):
        parts = dict(zip(order, (short @ W.T + x @ V.T + b).chunk(4, dim=1)))
        i, f, o = (torch.sigmoid(parts[gate]) for gate in "ifo")
        long = f * long + i * torch.tanh(parts["g"])
        return torch.stack([long, o * torch.tanh(long)])

    generator = torch.Generator().manual_seed(1)
    shapes = [(8, 2), (8, 3), (8,), (2, 3), (2, 2), (2, 2)]
    numbers = [torch.randn(shape, generator=generator).double() for shape in shapes]
    compare(
        lambda _: as_tensor(tuple(on_copies(answer, *numbers))),
        lambda _: one_day(*numbers),
        [("random matrices",)],
        {
            "The order of the gates is input, forget, candidate, output.": (
                lambda _: one_day(*numbers, order="figo")
            ),
            "The candidate is the third part, the output gate the last.": (
                lambda _: one_day(*numbers, order="ifog")
            ),
            "Return the long memory first, then the short one.": (
                lambda _: one_day(*numbers).flip(0)
            ),
        },
        "One product for all four gates, chunk, then the equations of notebook 01.",
    )
    return "No shape would have told you about a wrong order. Only numbers do."


# --- Notebook 07 --------------------------------------------------------------


@exercise
def check_mean_so_far(answer):
    def means(returns, until=0, first=0.0):
        later = range(1, len(returns))
        return [first] + [returns[: month + until].mean().item() for month in later]

    own = "Your forecast for a month contains that month. It sees the future."
    every = "Your forecasts contain all months. They see the future."
    compare(
        answer,
        means,
        [(torch.tensor([0.1, 0.3, -0.1]),), (torch.tensor([0.2, -0.4, 0.0, 0.6]),)],
        {
            own: lambda returns: means(returns, until=1),
            f"{own} Also the first.": lambda returns: means(
                returns, 1, returns[0].item()
            ),
            every: lambda returns: means(returns, until=len(returns)),
            f"{every} Also the first.": lambda returns: (
                [returns.mean().item()] * len(returns)
            ),
        },
        "For each month, the mean of what comes before it; for the first, 0.",
    )
    return "Simple, and hard to beat: published forecasts are measured against it."


@exercise
def check_scale_both(answer):
    def scale(training, test, low_from=0, high_from=0):
        sources = (training, torch.cat([training, test]))
        low, high = sources[low_from].min(), sources[high_from].max()
        return torch.cat([(training - low) / (high - low), (test - low) / (high - low)])

    def each_its_own(training, test):
        return torch.cat(
            [(x - x.min()) / (x.max() - x.min()) for x in (training, test)]
        )

    compare(
        lambda *series: torch.cat([as_tensor(part) for part in answer(*series)]),
        scale,
        [(torch.tensor([1.0, 3.0, 2.0]), torch.tensor([4.0, 0.5, 2.0]))],
        {
            "Your scale knows the test data. From what may it be computed?": (
                lambda *series: scale(*series, low_from=1, high_from=1)
            ),
            "The test data need the training data's scale, not one of their own.": (
                each_its_own
            ),
        },
        "Lowest and highest of the training data; then the same formula for both.",
    )
    return "Test values may lie outside 0 to 1. That is right: the future may be new."
