"""Checks for notebook 07."""

import torch

from .frame import check


@check(
    inputs=[(10, 64), (3, 16)],
    hint="Count one gate: its two matrices and its biases.",
    insight="It grows with the square of the memories: 1000 make over 4 million.",
    mistakes={
        "2 * hidden -> hidden": "nn.LSTM has two biases in each gate.",
        "2 * hidden -> 2": "Each memory has its own bias, in each gate: two vectors.",
        "4 * ->": "That is one gate. How many parts have their own numbers?",
    },
)
def check_count(inputs, hidden):
    return 4 * (hidden * hidden + hidden * inputs + 2 * hidden)


def random_day(seed, batch, inputs, hidden):
    generator = torch.Generator().manual_seed(seed)
    shapes = [(4 * hidden, hidden), (4 * hidden, inputs), (4 * hidden,)]
    shapes += [(batch, inputs), (batch, hidden), (batch, hidden)]
    return [torch.randn(shape, generator=generator).double() for shape in shapes]


@check(
    inputs=[random_day(1, 2, 3, 4), random_day(2, 5, 1, 3)],
    hint="One product for all four gates, chunk, then the equations of notebook 01.",
    insight="No shape would have told you about a wrong order. Only numbers do.",
    mistakes={
        "f, i, g, o = -> i, f, g, o =": "That is PyTorch's order. In which order are these rows stacked?",
        "return: it[::-1]": "Return the long memory first, then the short one.",
        "+ x @ V.T -> ": "Three things are added up in a sum: are today's inputs there?",
        "short @ W.T + -> & * long -> * 0": "Your memories start from 0. Yesterday's are handed in.",
        "i.sigmoid() * g -> g": "The candidate comes in whole. Which gate decides how much of it does?",
        "i.sigmoid() -> i": "`i` is still a sum where you use it: which curve does it need?",
        ".sigmoid() -> & g.tanh() -> g": "chunk gives sums. What makes gates and a candidate of them?",
        "g.tanh() -> g.sigmoid()": "The candidate may be negative: which curve does it have?",
        "new.tanh() -> long.tanh()": "The short memory shows the new long memory, not yesterday's.",
        "new.tanh() -> new": "The short memory shows the long one, squashed: where is its tanh?",
        ".chunk(4, dim=1) -> .reshape(4, *short.shape)": "A reshape mixes companies and gates. Cut along axis 1, with chunk.",
        "'multiplied' in str(got) or 'size' in str(got)": "Two shapes don't fit: which products are `@`, which matrices need a `.T`? Which of `W` and `V` multiplies `short`? And are there always 4 memories?",
        "'to unpack' in str(got)": "Not four parts. Without dim=1, chunk cuts the companies apart; and split wants the size of a part, not the number of parts.",
        "got.dim() < 3": "Both are asked for, as two tensors: `return long, short`.",
    },
)
def check_one_day_stacked(W, V, b, x, long, short):
    f, i, g, o = (short @ W.T + x @ V.T + b).chunk(4, dim=1)
    new = f.sigmoid() * long + i.sigmoid() * g.tanh()
    return new, o.sigmoid() * new.tanh()
