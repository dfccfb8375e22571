"""Answers of readers to the exercises of notebook 01 (see test_exercises.py)."""

# check_output_gate
lambda input_value, short_memory, wd1, wd2, bd1: print(0.7)  # is there a `return`
lambda input_value, short_memory, wd1, wd2, bd1: wd1 + wd2 + bd1  # Start with the sum
# is there a `return`
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):
    s = short_memory * wd1 + input_value * wd2 + bd1
    print(s)
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):  # rounded
    z = short_memory * wd1 + input_value * wd2 + bd1
    return round(1 / (1 + math.exp(-z)), 2)
# sign in the exponent
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):
    z = short_memory * wd1 + input_value * wd2 + bd1
    return math.exp(-z) / (1 + math.exp(-z))
# brackets around that
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):
    z = short_memory * wd1 + input_value * wd2 + bd1
    return 1 / 1 + math.exp(-z)
# before the whole sum
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):
    return 1 / (1 + math.exp(-short_memory * wd1 + input_value * wd2 + bd1))
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):  # where is the bias
    return 1 / (1 + math.exp(-(short_memory * wd1 + input_value * wd2)))
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):  # which curve
    return math.tanh(short_memory * wd1 + input_value * wd2 + bd1)
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):  # the notebook's day
    output_sum = 0.4 * 2.0 + 0.5 * 0.6 - 0.1
    return 1 / (1 + math.exp(-output_sum))
# the notebook's own numbers
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):
    z = short_memory * 2.0 + input_value * 0.6 - 0.1
    return 1 / (1 + math.exp(-z))
lambda input_value, short_memory, wd1, wd2, bd1: float('nan')  # NaN
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):  # before the sigmoid
    z = short_memory * wd1 + input_value * wd2
    return 1 / (1 + math.exp(-z)) + bd1
# Is the price in the sum
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):
    z = short_memory * wd1 + bd1
    return 1 / (1 + math.exp(-z))
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):  # made for printing
    z = short_memory * wd1 + input_value * wd2 + bd1
    return f'{1 / (1 + math.exp(-z)):.4f}'
# Which one is asked for
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):
    output_sum = short_memory * wd1 + input_value * wd2 + bd1
    return output_sum, 1 / (1 + math.exp(-output_sum))
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):  # Which memory does
    long_memory = 0.8
    z = long_memory * wd1 + input_value * wd2 + bd1
    return 1 / (1 + math.exp(-z))
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):  # That is the sum
    return short_memory * wd1 + input_value * wd2 + bd1
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):  # right
    z = short_memory * wd1 + input_value * wd2 + bd1
    return torch.sigmoid(torch.tensor(z))
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):  # right
    z = short_memory * wd1 + input_value * wd2 + bd1
    return math.exp(z) / (math.exp(z) + 1)
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):  # right
    pairs = [(short_memory, wd1), (input_value, wd2), (1, bd1)]
    return 0.5 + 0.5 * math.tanh(sum(a * b for a, b in pairs) / 2)
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):  # right
    import numpy as np
    z = np.dot([short_memory, input_value, 1], [wd1, wd2, bd1])
    return 1 / (1 + np.exp([-z]))
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):  # right
    short_memory *= wd1
    short_memory += input_value * wd2 + bd1
    return (1 + 2.718281828 ** -short_memory) ** -1
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):  # right
    model = LSTM_Scratch()
    model.wd1.data.fill_(wd1)
    model.wd2.data.fill_(wd2)
    model.bd1.data.fill_(bd1)
    return model.gates(input_value, short_memory)[3]
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):  # right
    price, memory = input_value, short_memory
    return [1 / (1 + math.exp(-(memory * wd1 + price * wd2 + bd1)))]
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):  # right
    import numpy as np
    z = np.dot([short_memory, input_value, 1], [wd1, wd2, bd1])
    return 1 / (1 + np.exp(-z))
def compute_output_gate(input_value, short_memory, wd1, wd2, bd1):  # right
    total = bd1
    for a, w in zip([short_memory, input_value], [wd1, wd2]):
        total += a * w
    return (1 + math.tanh(total / 2)) / 2

# check_keep_memory
lambda: (0, 0, 2, 0, 0, -20)  # to four decimals
lambda: (0, 0, 5, 0, 0, -5)  # to four decimals
lambda: (0, 0, 9.22, 0, 0, -9.22)  # to four decimals
lambda: (0, 0, 20, 0, 0, 0)  # What is let in
lambda: (0, 0, 20, -20, 0, -20)  # listen
lambda: (1, 1, 1, 0, 0, 0)  # listen
lambda: (0, 0, 0, 0, 0, 0)  # forget gate is low
lambda: (0, 0, 1, 0, 0, 0)  # sums, not gates
lambda: (10, 0, 0, -10, 0, 0)  # The bias is the last
lambda: (0, 0, 0, 0, 11, -11)  # First the forget gate
lambda: (0, 0, 20, 0, 0, 20)  # all of the candidate
lambda: (0, 0, -20, 0, 0, 20)  # Which one keeps
lambda: (0, 0, -9, 0, 0, -9)  # forget gate is low
lambda: (20, -20)  # Six numbers
lambda: [0.0, 0.0, 20.0]  # Six numbers
lambda: (0, 0, 20, 0, 0, -20, 0, 0)  # Six numbers
lambda: print(0, 0, 20, 0, 0, -20)  # is there a `return`
lambda: [float('nan')] * 6  # NaN
lambda: (20, 20, 0, -20, -20, 0)  # Which numbers make a gate listen to the 
lambda: (1.5, 0.8, 10, -0.5, 1.0, -10)  # Which numbers make a gate listen to the 
def keep_memory():  # The memory is kept, but all of the candi
    wa1, wa2, ba1 = (0, 0, 20)
    wb1, wb2, bb1 = (0, 0, 20)
    return (wa1, wa2, ba1, wb1, wb2, bb1)
lambda: (0.0, 0.0, 2000.0, 0.0, 0.0, -2000.0)  # right
lambda: [0, 0, 30, 0, 0, -30]  # right
lambda: ((0, 0, 11), (0, 0, -11))  # right
lambda: torch.tensor([0, 0, 1.0, 0, 0, -1]) * 15  # right
lambda: (0.5, -1, 15, 3, 2, -20)  # right
lambda: (0, 0, math.inf, 0, 0, -math.inf)  # right
lambda: (0, 0, 1000, 0, 0, -1000)  # right
