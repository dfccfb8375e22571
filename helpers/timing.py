"""A stopwatch that can be trusted on a busy computer, and a counter of operations."""

import sys
from statistics import median
from time import perf_counter, process_time
from timeit import timeit

from torch.utils._python_dispatch import TorchDispatchMode

# The processor's time for us alone; on Windows its steps are too coarse.
clock = perf_counter if sys.platform == "win32" else process_time


def times_as_long(calls, rounds=5, number=1):
    """Return how many times as long as the first each call takes.

    calls: functions without arguments. They run in turns, so that what slows the
    computer for a while slows all of them. Each round gives ratios, and the median of
    the rounds counts.
    """
    rows = []
    for _ in range(rounds):
        times = [timeit(call, timer=clock, number=number) for call in calls]
        rows.append([time / times[0] for time in times])
    return [median(column) for column in zip(*rows)]


def shortest(call, rounds=4):
    """Return the shortest of several times in seconds: enough for a picture."""
    return min(timeit(call, timer=clock, number=1) for _ in range(rounds))


class CountCalls(TorchDispatchMode):
    """Count PyTorch's operations in a `with` block, those of the backward pass as well.

    Views, such as picking a column, and reading a number out of a tensor compute
    nothing and aren't counted.
    """

    number = 0

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        reads = "local_scalar" in str(func)
        if func.namespace == "aten" and not (func.is_view or reads):
            self.number += 1
        return func(*args, **(kwargs or {}))
