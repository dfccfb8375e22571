"""Readers' answers for notebook 01: test_exercises.py says how they are written."""
# check_prediction
lambda *given: sum(given)  # Start with the output gate
def compute_prediction(new_long, price, short_memory, wd1, wd2, bd1):  # right
    import numpy as np
    z = np.dot([short_memory, price, 1], [wd1, wd2, bd1])
    return np.tanh([new_long]) / (1 + np.exp([-z]))

# check_keep_memory
lambda: (0, 0, 2, 0, 0, -20)  # to four decimals
lambda: (0, 0, 20, 0, 0, 0)  # What the input
lambda: (0, 0, 20, -20, 0, -20)  # Your gates depend
lambda: (0, 0, 0, 0, 0, 0)  # forget gate is low
lambda: (20, -20)  # Return 6
lambda: (0, 0, math.inf, 0, 0, -math.inf)  # right
lambda: ((0, 0, 11), (0, 0, -11))  # right
