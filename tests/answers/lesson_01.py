"""Answers of readers to the exercises of notebook 01 (see test_exercises.py)."""

# check_prediction
# is there a `return`
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):
    z = short_memory * wd1 + price * wd2 + bd1
    print(math.tanh(new_long) / (1 + math.exp(-z)))
# Start with the output gate
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):
    return wd1 + wd2 + bd1
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):  # rounded
    z = short_memory * wd1 + price * wd2 + bd1
    return round(math.tanh(new_long) / (1 + math.exp(-z)), 2)
# sign in the exponent
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):
    z = short_memory * wd1 + price * wd2 + bd1
    return math.tanh(new_long) * math.exp(-z) / (1 + math.exp(-z))
# brackets around that
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):
    z = short_memory * wd1 + price * wd2 + bd1
    return math.tanh(new_long) * (1 / 1 + math.exp(-z))
# before the whole sum
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):
    gate = 1 / (1 + math.exp(-short_memory * wd1 + price * wd2 + bd1))
    return math.tanh(new_long) * gate
# where is the bias
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):
    z = short_memory * wd1 + price * wd2 + bd1
    return math.tanh(new_long) / (1 + math.exp(-z + bd1))
# which curve gives
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):
    z = short_memory * wd1 + price * wd2 + bd1
    return math.tanh(new_long) * math.tanh(z)
# the notebook's day
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):
    return math.tanh(0.2306) * 0.731058
# the notebook's own numbers
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):
    z = short_memory * 2.0 + price * 0.6 - 0.1
    return math.tanh(new_long) / (1 + math.exp(-z))
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):  # NaN
    return float('nan')
# Is the price in the sum
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):
    z = short_memory * wd1 + bd1
    return math.tanh(new_long) / (1 + math.exp(-z))
# made for printing
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):
    z = short_memory * wd1 + price * wd2 + bd1
    return f'{math.tanh(new_long) / (1 + math.exp(-z)):.4f}'
# Those are the two parts
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):
    z = short_memory * wd1 + price * wd2 + bd1
    return math.tanh(new_long), 1 / (1 + math.exp(-z))
# Which memory does
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):
    z = new_long * wd1 + price * wd2 + bd1
    return math.tanh(new_long) / (1 + math.exp(-z))
# one step further
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):
    z = short_memory * wd1 + price * wd2 + bd1
    return math.tanh(new_long) * z
# Of what does it show
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):
    z = short_memory * wd1 + price * wd2 + bd1
    return 1 / (1 + math.exp(-z))
# between -1 and 1
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):
    z = short_memory * wd1 + price * wd2 + bd1
    return new_long / (1 + math.exp(-z))
# Which comes first
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):
    z = short_memory * wd1 + price * wd2 + bd1
    return math.tanh(new_long / (1 + math.exp(-z)))
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):  # right
    z = short_memory * wd1 + price * wd2 + bd1
    return torch.tanh(torch.tensor(new_long)) * torch.sigmoid(torch.tensor(z))
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):  # right
    z = short_memory * wd1 + price * wd2 + bd1
    return math.tanh(new_long) * math.exp(z) / (math.exp(z) + 1)
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):  # right
    z = short_memory * wd1 + price * wd2 + bd1
    import numpy as np
    return np.tanh([new_long]) / (1 + np.exp([-z]))
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):  # right
    z = short_memory * wd1 + price * wd2 + bd1
    gate = (1 + 2.718281828 ** -z) ** -1
    return [gate * (1 - 2 / (1 + math.exp(2 * new_long)))]

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
