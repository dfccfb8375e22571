"""The checks of notebook 07."""

import torch

from .frame import Check, Stopped, or_its_error


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


@check_count.mistake("Those are the matrices. What is added in each gate?")
def no_bias_counted(n, h):
    return 4 * (h * h + h * n)


@check_count.mistake("The two biases are there for each of the four gates.")
def biases_of_one_gate(n, h):
    return 4 * (h * h + h * n) + 2 * h


@check_count.mistake("Each memory has its own bias, in each gate: two vectors.")
def biases_of_one_memory(n, h):
    return 4 * (h * h + h * n + 2)


@check_count.mistake("How many gates are there, the candidate included?")
def one_gate(n, h):
    return h * h + h * n + 2 * h


@check_count.mistake("The candidate has matrices and biases, too.")
def three_gates(n, h):
    return 3 * (h * h + h * n + 2 * h)


@check_count.mistake("Each memory listens to all short memories.")
def own_memory_only(n, h):
    return 4 * (h + h * n + 2 * h)


@check_count.mistake("Which of the matrices is square, that of the inputs?")
def inputs_for_hidden(n, h):
    return 4 * (n * n + h * n + 2 * n)


@check_count.mistake("A bias is added for each memory, not for each input.")
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
    return [torch.randn(shape, generator=generator).double() for shape in shapes]


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
    i, f, g, o = (curve[c](parts[order.index(gate)]) for c, gate in zip(curves, "ifgo"))
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


@check_one_day_stacked.mistake("Return the long memory first, then the short one.")
def short_first(*numbers):
    return one_day_stacked(*numbers)[::-1]


@check_one_day_stacked.mistake("Three things are added up in a sum: is the bias there?")
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


@check_one_day_stacked.mistake("Your memories start from 0. Yesterday's are handed in.")
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
    return isinstance(got, Stopped) and any(w in got.text for w in words)


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
