"""Answers of readers to the exercises of notebook 01 (see test_exercises.py)."""

# check_prediction
{
    "return: wd1 + wd2 + bd1": "Start with the output gate",
    "return: round(it, 2)": "rounded",
    "1 / (1 + math.exp(-output_sum)) -> 1 / (1 + math.exp(output_sum))": "sign in the exponent",
    "1 / (1 + math.exp(-output_sum)) -> 1 / 1 + math.exp(-output_sum)": "brackets around that",
    "short_memory * wd1 + -> & (-output_sum) -> (-short_memory * wd1 + output_sum)":
        "before the whole sum",
    "+ bd1 -> ": "where is the bias",
    "1 / (1 + math.exp(-output_sum)) -> math.tanh(output_sum)": "which curve gives",
    "return: math.tanh(0.2306) * 0.731058": "the notebook's day",
    "wd1 -> 2.0 & wd2 -> 0.6 & bd1 -> -0.1": "the notebook's own numbers",
    "return: float('nan')": "NaN",
    "price * wd2 + -> ": "Is the price in the sum",
    "return: f'{it:.4f}'": "made for printing",
    "return: math.tanh(new_long), output_gate": "Those are the two parts",
    "short_memory -> new_long": "Which memory does",
    "* output_gate -> * output_sum": "one step further",
    "return: output_gate": "Of what does it show",
    "math.tanh(new_long) -> new_long": "between -1 and 1",
    "return: math.tanh(new_long * output_gate)": "Which comes first",
    "return: [torch.tensor(it)]": "right",
}
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):  # right
    import numpy as np
    z = np.dot([short_memory, price, 1], [wd1, wd2, bd1])
    return np.tanh([new_long]) / (1 + np.exp([-z]))

# check_keep_memory
lambda: (0, 0, 2, 0, 0, -20)  # to four decimals
lambda: (0, 0, 20, 0, 0, 0)  # What is let in
lambda: (0, 0, 20, -20, 0, -20)  # listen
lambda: (0, 0, 0, 0, 0, 0)  # forget gate is low
lambda: (0, 0, 1, 0, 0, 0)  # sums, not gates
lambda: (10, 0, 0, -10, 0, 0)  # The bias is the last
lambda: (0, 0, 0, 0, 11, -11)  # First the forget gate
lambda: (0, 0, 20, 0, 0, 20)  # all of the candidate
lambda: (0, 0, -20, 0, 0, 20)  # Which one keeps
lambda: (20, -20)  # Six numbers
lambda: (0, 0, math.inf, 0, 0, -math.inf)  # right
lambda: ((0, 0, 11), (0, 0, -11))  # right
