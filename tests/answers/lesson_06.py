"""Answers of readers to the exercises of notebook 06 (see test_exercises.py)."""

# check_output_gate_gradients
# is there a `return`?
def output_gate_gradients(d_short, squashed, o, short_before, price):
    d_sum = d_short * squashed * o * (1 - o)
    print(d_sum * short_before)
# Three gradients
lambda d_short, squashed, o, short_before, price: d_short * squashed * o * (1 - o)
# The gate is a sigmoid: what is its slope?
def output_gate_gradients(d_short, squashed, o, short_before, price):
    d_o = d_short * squashed
    return d_o * short_before, d_o * price, d_o
def output_gate_gradients(d_short, squashed, o, short_before, price):  # In which order
    d = d_short * squashed * o * (1 - o)
    return d, d * short_before, d * price
# bd1 is only added
def output_gate_gradients(d_short, squashed, o, short_before, price):
    d = d_short * squashed * o * (1 - o)
    return d * short_before, d * price, 1.0
def output_gate_gradients(d_short, squashed, o, short_before, price):  # rounded
    d = d_short * squashed * o * (1 - o)
    return [round(g, 2) for g in (d * short_before, d * price, d)]
# NaN, not a number
lambda d_short, squashed, o, short_before, price: [float('nan')] * 3
# stopped with NameError
def output_gate_gradients(d_short, squashed, o, short_before, price):
    d = d_squashed * o * (1 - o)
    return d * short_before, d * price, d
# which factor is missing
def output_gate_gradients(d_short, squashed, o, short_before, price):
    d = d_short * squashed * (1 - o)
    return d * short_before, d * price, d
# one slope too many
def output_gate_gradients(d_short, squashed, o, short_before, price):
    d = d_short * squashed * (1 - squashed**2) * o * (1 - o)
    return d * short_before, d * price, d
# By what is wd2 multiplied
def output_gate_gradients(d_short, squashed, o, short_before, price):
    d = d_short * squashed * o * (1 - o)
    return d * short_before, d * 1.0, d
# By what is wd1 multiplied
def output_gate_gradients(d_short, squashed, o, short_before, price):
    d = d_short * squashed * o * (1 - o)
    return d * 2.0, d * price, d
# bd1 is right. By what are wd1 and wd2 multiplied in the gate's sum?
def output_gate_gradients(d_short, squashed, o, short_before, price):
    d = d_short * squashed * o * (1 - o)
    return d * 2.0, d * 0.6, d
# d_output_sum is the notebook's, of day 4. Compute it from what you are given.
def output_gate_gradients(d_short, squashed, o, short_before, price):
    d_output_sum = 0.6809968  # left over from the notebook's day 4
    return d_output_sum * short_before, d_output_sum * price, d_output_sum
# Without brackets
def output_gate_gradients(d_short, squashed, o, short_before, price):
    d = d_short * squashed * o * 1 - o
    return d * short_before, d * price, d
# but d_output_sum is wrong
def output_gate_gradients(d_short, squashed, o, short_before, price):
    d = d_short * squashed + o * (1 - o)
    return d * short_before, d * price, d
def output_gate_gradients(d_short, squashed, o, short_before, price):  # neither as text
    d = d_short * squashed * o * (1 - o)
    return [f'{x:.4f}' for x in (d * short_before, d * price, d)]
def output_gate_gradients(d_short, squashed, o, short_before, price):  # nor with names
    d = d_short * squashed * o * (1 - o)
    return {'wd1': d * short_before, 'wd2': d * price, 'bd1': d}
def output_gate_gradients(d_short, squashed, o, short_before, price):  # Three gradients
    d = d_short * squashed * o * (1 - o)
    return d * short_before, d * price
# 1 - o² is the slope of tanh
def output_gate_gradients(d_short, squashed, o, short_before, price):
    d_output_sum = d_short * squashed * (1 - o ** 2)
    return (d_output_sum * short_before, d_output_sum * price, d_output_sum)
# short = squashed * o: each factor gets d_short times the other one.
def output_gate_gradients(d_short, squashed, o, short_before, price):
    d_o = d_short * o
    d_output_sum = d_o * o * (1 - o)
    return (d_output_sum * short_before, d_output_sum * price, d_output_sum)
# wd2 and bd1 are right
def output_gate_gradients(d_short, squashed, o, short_before, price):
    d_output_sum = d_short * squashed * o * (1 - o)
    short = squashed * o
    return (d_output_sum * short, d_output_sum * price, d_output_sum)
def output_gate_gradients(d_short, squashed, o, short_before, price):  # right
    import numpy
    scale = numpy.array([short_before, price, 1.0])
    return d_short * squashed * (o - o**2) * scale
def output_gate_gradients(d_short, squashed, o, short_before, price):  # right
    d = torch.tensor(d_short * squashed * o * (1 - o))
    return [d * short_before, d * price, d]
def output_gate_gradients(d_short, squashed, o, short_before, price):  # right
    z = torch.logit(torch.tensor(o, dtype=torch.float64)).requires_grad_()
    (d_short * squashed * z.sigmoid()).backward()
    d = z.grad.item()
    return d * short_before, d * price, d
def output_gate_gradients(d_short, squashed, o, short_before, price):  # right
    d = d_short * squashed * (o - o * o)
    return (d * x for x in (short_before, price, 1))

# check_backward_plain
def backward_plain(w, tape, d_short):  # added, or taken away
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_sum = d_short * (1 - short**2)
        d_w -= d_sum * short_before
        d_short = d_sum * w
    return d_w
def backward_plain(w, tape, d_short):  # look at three things
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_sum = d_short * (1 - short**2)
        d_w += d_sum * short_before
        d_short = d_sum / w
    return d_w
lambda w, tape, d_short: 0.0  # nothing is added to it yet
def backward_plain(w, tape, d_short):  # Day 1 is missing
    d_w = 0.0
    for n in range(len(tape) - 1, 0, -1):
        d_sum = d_short * (1 - tape[n][1] ** 2)
        d_w += d_sum * tape[n][0]
        d_short = d_sum * w
    return d_w
def backward_plain(w, tape, d_short):  # always take four days
    d_w = 0.0
    for short_before, short in reversed(tape[-4:]):
        d_sum = d_short * (1 - short**2)
        d_w += d_sum * short_before
        d_short = d_sum * w
    return d_w
def backward_plain(w, tape, d_short):  # Which of the pair comes first
    d_w = 0.0
    for short, short_before in reversed(tape):
        d_sum = d_short * (1 - short**2)
        d_w += d_sum * short_before
        d_short = d_sum * w
    return d_w
def backward_plain(w, tape, d_short):  # w gets what arrives times the other factor
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_sum = d_short * (1 - short**2)
        d_w += d_sum * w
        d_short = d_sum * w
    return d_w
def backward_plain(w, tape, d_short):  # or replace what is there
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_sum = d_short * (1 - short**2)
        d_w = d_sum * short_before
        d_short = d_sum * w
    return d_w
def backward_plain(w, tape, d_short):  # with which day must you begin
    d_w = 0.0
    for short_before, short in tape:
        d_sum = d_short * (1 - short**2)
        d_w += d_sum * short_before
        d_short = d_sum * w
    return d_w
def backward_plain(w, tape, d_short):  # a += too many
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_sum = d_short * (1 - short**2)
        d_w += d_sum * short_before
        d_short += d_sum * w
    return d_w
def backward_plain(w, tape, d_short):  # handed on too early
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_short = d_short * (1 - short**2) * w
        d_w += d_short * short_before
    return d_w
def backward_plain(w, tape, d_short):  # add up the shares of all days
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_sum = d_short * (1 - short**2)
        d_w += d_sum * short_before
        return d_w
def backward_plain(w, tape, d_short):  # is there a `return`?
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_sum = d_short * (1 - short**2)
        d_w += d_sum * short_before
        d_short = d_sum * w
    print(d_w)
def backward_plain(w, tape, d_short):  # shares of all days, added up
    shares = []
    for short_before, short in reversed(tape):
        d_sum = d_short * (1 - short**2)
        shares.append(d_sum * short_before)
        d_short = d_sum * w
    return shares
def backward_plain(w, tape, d_short):  # w multiplies the short memory that the d
    d_w = 0.0
    for short_before, short in reversed(tape):
        d_sum = d_short * (1 - short ** 2)
        d_w += d_sum * short
        d_short = d_sum * w
    return d_w
def backward_plain(w, tape, d_short):  # right, but it changes
    d_w = 0.0
    while tape:
        short_before, short = tape.pop()
        d_short *= 1 - short**2
        d_w += d_short * short_before
        d_short *= w
    return d_w
def backward_plain(w, tape, d_short):  # right
    if not tape:
        return 0.0
    *days, (short_before, short) = tape
    d_sum = d_short * (1 - short * short)
    return d_sum * short_before + backward_plain(w, days, d_sum * w)
def backward_plain(w, tape, d_short):  # right
    rate = 0.0  # of short with w: forwards, day by day
    for short_before, short in tape:
        rate = (1 - short**2) * (short_before + w * rate)
    return d_short * rate
def backward_plain(w, tape, d_short):  # right
    import numpy
    before, short = numpy.array(tape).T
    slopes = 1 - short**2
    ways = [numpy.prod(slopes[n:]) * w ** (len(tape) - n - 1)
            for n in range(len(tape))]
    return d_short * (numpy.array(ways) * before).sum()
def backward_plain(w, tape, d_short):  # right
    if not tape:
        return 0.0
    *rest, (short_before, short) = tape
    d = d_short * (1 - short * short)
    return d * short_before + backward_plain(w, rest, d * w)
def backward_plain(w, tape, d_short):  # right, but it changes
    d_w = 0.0
    tape.reverse()
    for short_before, short in tape:
        d_sum = d_short * (1 - short ** 2)
        d_w += d_sum * short_before
        d_short = d_sum * w
    return d_w
