"""Checks for notebook 07."""

import torch

from .frame import check


@check(
    inputs=[(10, 64), (3, 16)],
    hint="Count the parameters of one gate first. It has two matrices and its biases.",
    insight="The count grows with the square of the number of memories. With 1000 memories, it is over 4 million.",
    mistakes={
        "2 * hidden -> hidden": "nn.LSTM has two biases in each gate.",
        "2 * hidden -> 2": "In each gate, the biases are two vectors with one number per memory.",
        "4 * ->": "You count one gate. How many parts of the LSTM have their own numbers?",
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
    hint="Compute the sums of all four gates at once, and cut them apart with chunk. Then use the equations of notebook 01.",
    insight="With a wrong order, all shapes are still right. Only the numbers show the mistake.",
    mistakes={
        "f, i, g, o = -> i, f, g, o =": "You use PyTorch's order. In which order are these rows stacked?",
        "return: it[::-1]": "Return the long memory first, and then the short memory.",
        "+ x @ V.T -> ": "Each sum adds three terms. Are today's inputs in your sum?",
        "short @ W.T + -> & * long -> * 0": "Your memories start at 0. Use yesterday's memories, which your function gets.",
        "i.sigmoid() * g -> g": "You add the whole candidate. Which gate decides how much of the candidate is added?",
        "i.sigmoid() -> i": "`i` is still a sum when you use it. Which curve does it need?",
        ".sigmoid() -> & g.tanh() -> g": "chunk returns sums. What turns these sums into gates and a candidate?",
        "g.tanh() -> g.sigmoid()": "The candidate may be negative. Which curve does it need?",
        "new.tanh() -> long.tanh()": "The short memory comes from the new long memory, and not from yesterday's.",
        "new.tanh() -> new": "tanh squashes the long memory before it becomes the short memory. Where is this tanh?",
        ".chunk(4, dim=1) -> .reshape(4, *short.shape)": "Your reshape mixes companies and gates. Cut along axis 1 with chunk.",
        "'multiplied' in str(got) or 'size' in str(got)": "Two shapes don't fit together. Which products need `@`? Which matrices need `.T`? Does `W` or `V` multiply `short`? Do you always assume 4 memories?",
        "'to unpack' in str(got)": "You don't get four parts. Without dim=1, chunk cuts the companies apart. If you use split, give it the size of a part instead of the number of parts.",
        "got.dim() < 3": "Return both memories as two tensors: `return long, short`.",
    },
)
def check_one_day_stacked(W, V, b, x, long, short):
    f, i, g, o = (short @ W.T + x @ V.T + b).chunk(4, dim=1)
    new = f.sigmoid() * long + i.sigmoid() * g.tanh()
    return new, o.sigmoid() * new.tanh()
