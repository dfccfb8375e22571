"""Answers of readers to the exercises of notebook 02 (see test_exercises.py)."""

# check_unroll
lambda model, prices: model(torch.tensor([prices]))[0]  # has the loop inside
# has the loop inside
lambda model, prices: model.forward(torch.tensor([prices])).item()
def unroll(model, prices):  # is there a `return`
    long = short = torch.tensor(0.0)
    for price in prices:
        long, short = model.lstm_unit(price, long, short)
    print(short)
def unroll(model, prices):  # inside the loop
    long = short = 0.0
    for price in prices:
        long, short = model.lstm_unit(price, long, short)
        return short
def unroll(model, prices):  # any number of days
    long = short = 0.0
    for day in range(4):
        long, short = model.lstm_unit(prices[day], long, short)
    return short
def unroll(model, prices):  # last day is missing
    long = short = 0.0
    for day in range(len(prices) - 1):
        long, short = model.lstm_unit(prices[day], long, short)
    return short
def unroll(model, prices):  # Day 1 is missing
    long = short = 0.0
    for day in range(1, len(prices)):
        long, short = model.lstm_unit(prices[day], long, short)
    return short
def unroll(model, prices):  # begins with memories of 0
    for price in prices:
        long = short = torch.tensor(0.0)
        long, short = model.lstm_unit(price, long, short)
    return short
def unroll(model, prices):  # begins with memories of 0
    long = short = 0.0
    for price in prices:
        new_long, new_short = model.lstm_unit(price, long, short)
    return new_short
def unroll(model, prices):  # What about the short one
    long = short = 0.0
    for price in prices:
        long, new = model.lstm_unit(price, long, short)
    return new
def unroll(model, prices):  # belongs to each day
    long = short = 0.0
    for price in prices:
        long, short = model.lstm_unit(prices[0], long, short)
    return short
def unroll(model, prices):  # Those are both memories. Which one is the prediction?
    long = short = 0.0
    for price in prices:
        long, short = model.lstm_unit(price, long, short)
    return long, short
def unroll(model, prices):  # of all days
    long = short = 0.0
    every = []
    for price in prices:
        long, short = model.lstm_unit(price, long, short)
        every.append(short)
    return every
def unroll(model, prices):  # the notebook's own model
    own = LSTM_Scratch()
    twelve = [1.19, 0.48, 1.33, 0.86, 1.29, 0.82]
    twelve += [1.97, 2.01, -0.54, 0.98, 0.68, 1.53]
    for parameter, value in zip(own.parameters(), twelve):
        parameter.fill_(value)
    return own(torch.tensor([prices]))[0]
def unroll(model, prices):  # two memories in the place of one
    long = short = 0.0
    for price in prices:
        short = model.lstm_unit(price, long, short)
    return short
lambda model, prices: model.lstm_unit(prices, 0.0, 0.0)[1]  # got a list of prices
def unroll(model, prices):  # the prediction several times
    long = short = torch.zeros(len(prices))
    for price in prices:
        long, short = model.lstm_unit(price, long, short)
    return short
def unroll(model, prices):  # the numbers of the days
    long = short = 0.0
    for price in range(len(prices)):
        long, short = model.lstm_unit(price, long, short)
    return short
def unroll(model, prices):  # Company A every time
    long = short = 0.0
    for price in COMPANY_A:
        long, short = model.lstm_unit(price, long, short)
    return short
def unroll(model, prices):  # once a day
    long = short = 0.0
    for price in prices:
        long = model.lstm_unit(price, long, short)[0]
        short = model.lstm_unit(price, long, short)[1]
    return short
def unroll(model, prices):  # run backwards
    long = short = 0.0
    while prices:
        long, short = model.lstm_unit(prices.pop(), long, short)
    return short
def unroll(model, prices):  # right
    memories = 0.0, 0.0
    for price in prices:
        memories = model.lstm_unit(price, *memories)
    return memories[1]
def unroll(model, prices):  # right
    long = short = torch.zeros(1)
    for price in torch.tensor(prices):
        long, short = model.lstm_unit(price, long, short)
    return short.item()
def unroll(model, prices):  # right, but it changes
    c = h = torch.zeros(1, 1)
    while prices:
        c, h = model.lstm_unit(prices.pop(0), c, h)
    return h.numpy()
def unroll(model, prices):  # right
    import functools
    return functools.reduce(lambda m, x: model.lstm_unit(x, *m), prices, (0.0, 0.0))[1]
def unroll(model, prices):  # right
    def after(n):
        if n == 0:
            return 0.0, 0.0
        return model.lstm_unit(prices[n - 1], *after(n - 1))
    return after(len(prices))[1]
def unroll(model, prices):  # right
    c = h = torch.tensor(0.0)
    for t in range(len(prices)):
        f, i, g, o = model.gates(prices[t], h)
        c = c * f + i * g
        h = torch.tanh(c) * o
    return h
def unroll(model, prices):  # right
    long, short = torch.tensor(0.0), torch.tensor(0.0)
    for price in prices:
        new = model.lstm_unit(price, long, short)
        long.copy_(new[0])
        short.copy_(new[1])
    return short

# check_counting_numbers
lambda: [0.0] * 12  # Nothing is written
lambda: (0, 0, 20, 0, 0, -20, 0, 20, 0, 0, 0, 0)  # Nothing is written
lambda: (0, 0, 20, 0, 0, 0, 0, 20, 0, 0, 0, 0)  # about half of the price
lambda: (0, 0, 20, 0, 0, 20, 0, 1, 0, 0, 0, 0)  # a little less than 1
lambda: (0, 0, 20, 0, 0, 5, 0, 20, 0, 0, 0, 0)  # a little less than 1
lambda: (0, 0, 20, 0, 0, 20, 0, 3, 0, 0, 0, 0)  # a little less than 1
lambda: (0, 0, 10, 0, 0, 20, 0, 20, 0, 0, 0, 0)  # loses some of the count
lambda: (0, 0, 0, 0, 0, 20, 0, 20, 0, 0, 0, 0)  # loses some of the count
lambda: (0, 0, 5, 0, 0, 20, 0, 20, 0, 0, 0, 0)  # loses some of the count
lambda: (0, 0, -20, 0, 0, 20, 0, 20, 0, 0, 0, 0)  # loses some of the count
# It counts the 1s, but a -1 takes nothing away. At a price of -1, is the input gate open, and is the candidate -1?
lambda: (0, 0, 20, 0, 20, 0, 0, 0, 20, 0, 0, 0)
# It counts the 1s, but a -1 takes nothing away. At a price of -1, is the input gate open, and is the candidate -1?
lambda: (0, 0, 20, 0, 20, 0, 0, 20, 0, 0, 0, 0)
lambda: (0, 0, 20, 0, 0, 20, 0, 0, 20, 0, 0, 0)  # as if it were a 1
lambda: (0, 0, 20, 0, 0, 20, 0, -9, 0, 0, 0, 0)  # the wrong way round
lambda: (0, 0, 20, 0, 0, 20, 20, 0, 0, 0, 0, 0)  # Nothing is written
lambda: (0, 0, 20, 0, 0, 20, 0, 20, 20, 0, 0, 0)  # is the candidate -1
lambda: (0, 0, 20, 0, 0, 20, 20, 20, 0, 0, 0, 20)  # Once the count is high
lambda: (0, 0, 12, 0, 0, 12, 0, 12, 0, 0, 0, 12)  # Nearly
lambda: (0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0, 1)  # sums, not gates
lambda: (0, 20, 0)  # Twelve numbers
lambda: [0, 0, 20] * 5  # Twelve numbers
lambda: (20, 0, 0, 0, 0, 20, 0, 20, 0, 0, 0, 0)  # loses some of the count
lambda: print([0] * 12)  # is there a `return`
lambda: [float('nan')] * 12  # NaN
def counting_numbers():  # It loses some of the count every day
    forget_gate = (0.0, 0.0, 10.0)
    input_gate = (0.0, 0.0, 10.0)
    candidate = (0.0, 10.0, 0.0)
    output_gate = (0.0, 0.0, 0.0)
    return (forget_gate, input_gate, candidate, output_gate)
def counting_numbers():  # These numbers make sums, not gates
    forget_gate = (0.0, 0.0, 1.0)
    input_gate = (0.0, 0.0, 1.0)
    candidate = (0.0, 1.0, 0.0)
    output_gate = (0.0, 0.0, 1.0)
    return (forget_gate, input_gate, candidate, output_gate)
def counting_numbers():  # It counts the 1s, but a -1 takes nothing
    forget_gate = (0.0, 0.0, 20.0)
    input_gate = (0.0, 20.0, 0.0)
    candidate = (0.0, 20.0, 0.0)
    output_gate = (0.0, 0.0, 20.0)
    return (forget_gate, input_gate, candidate, output_gate)
lambda: [0, 0, 20] * 2 + [0, 20, 0] + [5, 5, 5]  # right
lambda: ((0, 0, 15), (0, 0, 15), (0, 9, 0), (1, 1, 1))  # right
lambda: torch.tensor([0, 0, 20.0] * 2 + [0, 20, 0] * 2)  # right
def counting_numbers():  # right
    import numpy
    numbers = numpy.zeros(12)
    numbers[[2, 5, 7]] = 1000
    return numbers
lambda: (1.0, 2.0, 30.0, -1.0, 3.0, 25.0, 0.5, 9.0, 0.3, 2, 0, -1)  # right
def counting_numbers():  # right
    return {'forget': (0, 0, 16), 'input': (0, 0, 16), 'candidate': (0, 16, 0), 'output': (0, 0, 0)}.values()
def counting_numbers():  # right
    import numpy as np
    numbers = np.zeros((4, 3))
    numbers[[0, 1], 2] = 100
    numbers[2, 1] = 50
    return numbers

# check_candidate_numbers
def candidate_numbers(library):  # nn.LSTM has two biases in each gate.
    return library.weight_hh_l0[2], library.weight_ih_l0[2], library.bias_ih_l0[2]
def candidate_numbers(library):  # is that ih or hh
    return library.weight_ih_l0[2], library.weight_hh_l0[2], library.bias_ih_l0[2] + library.bias_hh_l0[2]
def candidate_numbers(library):  # the output gate
    return library.weight_hh_l0[3], library.weight_ih_l0[3], library.bias_ih_l0[3] + library.bias_hh_l0[3]
def candidate_numbers(library):  # Which row
    return library.weight_hh_l0, library.weight_ih_l0, library.bias_ih_l0 + library.bias_hh_l0
def candidate_numbers(library):  # both biases
    return library.weight_hh_l0[2], library.weight_ih_l0[2], library.bias_ih_l0[2], library.bias_hh_l0[2]
def candidate_numbers(library):  # mean
    return library.weight_hh_l0[2], library.weight_ih_l0[2], (library.bias_ih_l0[2] + library.bias_hh_l0[2]) / 2
lambda library: (1.97, 2.01, -0.54)  # notebook's numbers
lambda library: print(library.weight_hh_l0[2])  # is there a `return`
def candidate_numbers(library):  # out of one tensor
    return library.weight_hh_l0[2], library.weight_hh_l0[2], library.bias_ih_l0[2] + library.bias_hh_l0[2]
def candidate_numbers(library):  # The bias comes last
    return library.bias_ih_l0[2] + library.bias_hh_l0[2], library.weight_hh_l0[2], library.weight_ih_l0[2]
def candidate_numbers(library):  # wc1 is the weight of the short memory
    wc1 = library.weight_ih_l0[2]
    wc2 = library.weight_hh_l0[2]
    bc1 = library.bias_ih_l0[2] + library.bias_hh_l0[2]
    return (wc1, wc2, bc1)
def candidate_numbers(library):  # right
    i, f, g, o = (library.bias_ih_l0 + library.bias_hh_l0).tolist()
    return [library.weight_hh_l0[2], library.weight_ih_l0[2], g]
def candidate_numbers(library):  # right
    numbers = [tensor[2] for tensor in library.state_dict().values()]
    return numbers[1].item(), numbers[0].item(), sum(numbers[2:])
def candidate_numbers(library):  # right
    hh, ih = library.weight_hh_l0.numpy(), library.weight_ih_l0.numpy()
    bias = library.bias_ih_l0.numpy()[-2] + library.bias_hh_l0.numpy()[-2]
    return hh[2, 0], ih[2, 0], bias
def candidate_numbers(library):  # right
    return [sum(p.flatten().tolist()[2] for n, p in library.named_parameters() if part in n) for part in ('weight_hh', 'weight_ih', 'bias')]
def candidate_numbers(library):  # right, but it changes
    library.bias_ih_l0 += library.bias_hh_l0
    return torch.stack([library.weight_hh_l0[2, 0], library.weight_ih_l0[2, 0], library.bias_ih_l0[2]])
def candidate_numbers(library):  # right
    parts = [p.reshape(4, -1).chunk(4)[2] for p in library.parameters()]
    return parts[1], parts[0], parts[2] + parts[3]
def candidate_numbers(library):  # right
    wi, wh, bi, bh = [p.detach().numpy() for p in library.parameters()]
    return [float(wh[2, 0]), float(wi[2, 0]), float(bi[2] + bh[2])]
def candidate_numbers(library):  # right, but it changes
    with torch.no_grad():
        library.bias_ih_l0 += library.bias_hh_l0
    numbers = library.weight_hh_l0, library.weight_ih_l0, library.bias_ih_l0
    return [number[2].item() for number in numbers]
