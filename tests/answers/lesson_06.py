"""Readers' answers for notebook 06: test_exercises.py says how they are written."""
# check_output_gate_gradients
{
    "return: 0.1, 0.2, 0.3": "First compute",
    "return: d_wd1, d_wd2, 1.0": "The gradients of wd1 and wd2",
    "d_o * -> d_squashed *": "That name has",
    "= d_output_sum * price -> = d_output_sum * 1.0": "The gradients of wd1 and bd1",
    "= d_output_sum * short_before -> = d_output_sum * 2.0": "The gradients of wd2",
    "* short_before -> * 2.0 & d_output_sum * price -> d_output_sum * 0.6":
        "What are wd1 and wd2",
    "d_o * o -> d_o + o": "but d_output_sum is wrong",
}
def output_gate_gradients(d_short, squashed, o, short_before, price):  # right
    import numpy
    scale = numpy.array([short_before, price, 1.0])
    return d_short * squashed * (o - o**2) * scale

# check_backward_plain
lambda w, tape, d_short: w  # Look at three
def backward_plain(w, tape, d_short):  # right
    if not tape:
        return 0.0
    *days, (short_before, short) = tape
    d_sum = d_short * (1 - short * short)
    return d_sum * short_before + backward_plain(w, days, d_sum * w)
