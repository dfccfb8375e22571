"""Checks for notebook 14."""

import torch
from torch import nn

from .frame import check

CODES = torch.tensor([1, 1, 2, 1, 2, 2, 1, 1, 1, 2, 1])


def counting_reader(codes, memory=None):  # (batch, characters)
    """Read with a memory that is the sum of all codes so far; say the sum's rest."""
    sums = codes.cumsum(1) + (0 if memory is None else memory)
    return nn.functional.one_hot(sums % 3, 3).float() / 2, sums[:, -1:]


@check(
    inputs=[
        (counting_reader, CODES, [4, 6]),
        (counting_reader, CODES[2:10], [3, 4, 7]),
    ],
    hint="Each piece, from one place up to the next, is read with memories of 0. The pieces begin at 0 and end at the end of `codes`.",
    insight="Wiped at each line's end, the LSTM takes the second line of a docstring for code.",
    mistakes={
        "return: reader(codes[None])[0][0].argmax(1)": "Here the memories go on over every place. Does each piece get a call of its own, without the memory of the one before?",
        "*places -> *(place + 1 for place in places)": "The place itself is the first character after the wipe.",
        "*places -> *range(places[0], len(codes), places[0])": "That wipes every so many characters. Here the places are given.",
        "[0, *places] -> places & [*places, len(codes)] -> [*places[1:], len(codes)]": "Where are the characters before the first place?",
        ", len(codes)] -> ]": "Where are the characters after the last place?",
        "scores[0].argmax(1) -> scores[0]": "Those are the scores. Which of the three is the largest?",
        "torch.cat(said) -> said": "Those are the pieces, one by one. What puts them one after the other?",
        "'out of range' in str(got)": "The reader wants `(batch, characters)`: is `[None]` there?",
    },
)
def check_wipe_at(reader, codes, places):
    said = []
    for begin, end in zip([0, *places], [*places, len(codes)]):
        scores, _ = reader(codes[None, begin:end])
        said.append(scores[0].argmax(1))
    return torch.cat(said)


@check(
    inputs=[('a = """b\nc"""\nd', '"""'), ("x--y-z--", "--")],
    hint="Count up by 1 per character. At a mark's last character the count is 0.",
    insight="In the text, the mark had one character, and it was enough to look at each character alone.",
    mistakes={
        "text[: at + 1].endswith(mark) -> text[at:].startswith(mark)": "You count from the mark's first character. It is only read at its last one.",
        "text[: at + 1].endswith(mark) -> text[at] in mark": "One character of the mark isn't the mark: are all of them there?",
        "[: at + 1] -> [:at]": "That is one character late: where is the count 0?",
        "at - last -> at - last + 1": "That is 1 too many everywhere.",
        "at - last -> at": "Those are the places. How far is it from the last mark?",
        "at - last -> last": "That is where the last mark was. How far is it?",
    },
)
def check_since_last(text, mark):
    last, distances = 0, []
    for at in range(len(text)):
        if text[: at + 1].endswith(mark):
            last = at
        distances.append(at - last)
    return distances
