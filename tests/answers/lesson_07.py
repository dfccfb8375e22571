"""Answers of readers to the exercises of notebook 07 (see test_exercises.py)."""

# check_count
# two biases in each gate
lambda inputs, hidden: 4 * hidden * (hidden + inputs) + 4 * hidden
lambda inputs, hidden: 16 * inputs * hidden  # Count one gate
lambda inputs, hidden: print(4 * hidden * (hidden + inputs + 2))  # `return`
# nn.LSTM has two biases in each gate.
lambda inputs, hidden: 4 * (hidden * hidden + hidden * inputs + hidden)
# Each memory has its own bias, in each ga
lambda inputs, hidden: 4 * (hidden * hidden + hidden * inputs + 2)
def count_parameters(inputs, hidden):  # right
    lstm = torch.nn.LSTM(inputs, hidden)
    return sum(p.numel() for p in lstm.parameters())
lambda inputs, hidden: torch.tensor(4.0 * hidden * (hidden + inputs + 2))  # right
def count_parameters(inputs, hidden):  # right
    import torch
    return sum((p.numel() for p in torch.nn.LSTM(inputs, hidden).parameters()))

# check_one_day_stacked
def one_day_stacked(W, V, b, x, long, short):  # which matrices need a `.T`
    f, i, g, o = (short @ W + x @ V + b).chunk(4, dim=1)
    long = f.sigmoid() * long + i.sigmoid() * g.tanh()
    return long, o.sigmoid() * long.tanh()
def one_day_stacked(W, V, b, x, long, short):  # which matrices need a `.T`
    f, i, g, o = (W @ short + V @ x + b).chunk(4)
    long = f.sigmoid() * long + i.sigmoid() * g.tanh()
    return long, o.sigmoid() * long.tanh()
def one_day_stacked(W, V, b, x, long, short):  # which products are `@`
    f, i, g, o = (short * W.T + x * V.T + b).chunk(4, dim=1)
    return long, short
# Without dim=1, chunk cuts the companies apart
def one_day_stacked(W, V, b, x, long, short):
    f, i, g, o = (short @ W.T + x @ V.T + b).chunk(4)
    long = f.sigmoid() * long + i.sigmoid() * g.tanh()
    return long, o.sigmoid() * long.tanh()
def one_day_stacked(W, V, b, x, long, short):  # What makes gates
    f, i, g, o = (short @ W.T + x @ V.T + b).chunk(4, dim=1)
    long = f * long + i * g
    return long, o * long.tanh()
def one_day_stacked(W, V, b, x, long, short):  # shows the new long memory
    f, i, g, o = (short @ W.T + x @ V.T + b).chunk(4, dim=1)
    new = f.sigmoid() * long + i.sigmoid() * g.tanh()
    return new, o.sigmoid() * long.tanh()
def one_day_stacked(W, V, b, x, long, short):  # may be negative
    sums = (short @ W.T + x @ V.T + b).sigmoid()
    f, i, g, o = sums.chunk(4, dim=1)
    long = f * long + i * g
    return long, o * long.tanh()
lambda W, V, b, x, long, short: print(short @ W.T + x @ V.T + b)  # `return`
def one_day_stacked(W, V, b, x, long, short):  # split wants the size of a part
    f, i, g, o = (short @ W.T + x @ V.T + b).split(4, dim=1)
    long = f.sigmoid() * long + i.sigmoid() * g.tanh()
    return long, o.sigmoid() * long.tanh()
def one_day_stacked(W, V, b, x, long, short):  # always 4 memories
    sums = short @ W.T + x @ V.T + b
    f, i, g, o = (sums[:, n : n + 4] for n in (0, 4, 8, 12))
    long = f.sigmoid() * long + i.sigmoid() * g.tanh()
    return long, o.sigmoid() * long.tanh()
def one_day_stacked(W, V, b, x, long, short):  # start from 0
    long = short = torch.zeros(len(x), W.shape[1])
    f, i, g, o = (short @ W.T + x @ V.T + b).chunk(4, dim=1)
    long = f.sigmoid() * long + i.sigmoid() * g.tanh()
    return long, o.sigmoid() * long.tanh()
def one_day_stacked(W, V, b, x, long, short):  # today's inputs
    f, i, g, o = (short @ W.T + b).chunk(4, dim=1)
    long = f.sigmoid() * long + i.sigmoid() * g.tanh()
    return long, o.sigmoid() * long.tanh()
def one_day_stacked(W, V, b, x, long, short):  # `i` is still a sum
    f, i, g, o = (short @ W.T + x @ V.T + b).chunk(4, dim=1)
    long = f.sigmoid() * long + i * g.tanh()
    return long, o.sigmoid() * long.tanh()
def one_day_stacked(W, V, b, x, long, short):  # reshape mixes
    f, i, g, o = (short @ W.T + x @ V.T + b).reshape(4, *short.shape)
    long = f.sigmoid() * long + i.sigmoid() * g.tanh()
    return long, o.sigmoid() * long.tanh()
def one_day_stacked(W, V, b, x, long, short):  # NaN
    f, i, g, o = (short @ W.T + x @ V.T + b).chunk(4, dim=1)
    i, f, o = (torch.log(z) for z in (i, f, o))
    long = f * long + i * g.tanh()
    return long, o * long.tanh()
def one_day_stacked(W, V, b, x, long, short):  # Both are asked for
    f, i, g, o = (short @ W.T + x @ V.T + b).chunk(4, dim=1)
    long = f.sigmoid() * long + i.sigmoid() * g.tanh()
    return torch.cat([long, o.sigmoid() * long.tanh()])
# Return the long memory first, then the s
def one_day_stacked(W, V, b, x, long, short):
    sums = short @ W.T + x @ V.T + b
    f, i, g, o = sums.chunk(4, dim=1)
    long = f.sigmoid() * long + i.sigmoid() * g.tanh()
    short = o.sigmoid() * long.tanh()
    return (short, long)
# In which order are these rows stacked?
def one_day_stacked(W, V, b, x, long, short):
    sums = short @ W.T + x @ V.T + b
    i, f, g, o = sums.chunk(4, dim=1)
    long = f.sigmoid() * long + i.sigmoid() * g.tanh()
    short = o.sigmoid() * long.tanh()
    return (long, short)
# The short memory shows the new long memo
def one_day_stacked(W, V, b, x, long, short):
    sums = short @ W.T + x @ V.T + b
    f, i, g, o = sums.chunk(4, dim=1)
    new_long = f.sigmoid() * long + i.sigmoid() * g.tanh()
    new_short = o.sigmoid() * long.tanh()
    return (new_long, new_short)
def one_day_stacked(W, V, b, x, long, short):  # right, but it changes
    sums = (W @ short.T + V @ x.T).T + b
    h = short.shape[1]
    f, i, o = [torch.sigmoid(sums[:, n * h:(n + 1) * h]) for n in (0, 1, 3)]
    long *= f
    long += i * torch.tanh(sums[:, 2 * h:3 * h])
    return [long, o * torch.tanh(long)]
def one_day_stacked(W, V, b, x, long, short):  # right
    import numpy
    W, V, b, x, long, short = [
        t.numpy() for t in (W, V, b, x, long, short)]
    f, i, g, o = numpy.split(short @ W.T + x @ V.T + b, 4, axis=1)
    i, f, o = [1 / (1 + numpy.exp(-z)) for z in (i, f, o)]
    long = f * long + i * numpy.tanh(g)
    return long, o * numpy.tanh(long)
def one_day_stacked(W, V, b, x, long, short):  # right
    f, i, *rest = zip(*(each.chunk(4) for each in (V, W, b)))
    V, W, b = (torch.cat(parts) for parts in zip(i, f, *rest))
    cell = torch.nn.LSTMCell(x.shape[1], short.shape[1]).double()
    for p, value in zip(cell.parameters(), (V, W, b, 0 * b)):
        p.data.copy_(value)
    short, long = cell(x, (short, long))
    return long, short
def one_day_stacked(W, V, b, x, long, short):  # right
    import torch
    f, i, *rest = zip(*(each.chunk(4) for each in (V, W, b)))
    V, W, b = (torch.cat(parts) for parts in zip(i, f, *rest))
    h, c = torch.lstm_cell(x, (short, long), V, W, b, torch.zeros_like(b))
    return (c, h)
def one_day_stacked(W, V, b, x, long, short):  # right, but it changes
    sums = short @ W.T + x @ V.T + b
    f, i, g, o = sums.chunk(4, dim=1)
    long *= f.sigmoid()
    long += i.sigmoid() * g.tanh()
    short = o.sigmoid() * long.tanh()
    return (long, short)
