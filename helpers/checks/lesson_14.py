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
    hint="Cut `codes` at each place, and read each piece with memories of 0. The first piece begins at 0, and the last piece ends at the end of `codes`.",
    insight="If you wipe the LSTM at the end of each line, it mistakes the second line of a docstring for code.",
    mistakes={
        "return: reader(codes[None])[0][0].argmax(1)": "Your memories go on across the places. Do you read each piece in a separate call, without the memory of the piece before?",
        "*places -> *(place + 1 for place in places)": "The place itself is the first character after the wipe.",
        "*places -> *range(places[0], len(codes), places[0])": "You wipe at equal distances. Wipe at the places that your function gets.",
        "[0, *places] -> places & [*places, len(codes)] -> [*places[1:], len(codes)]": "Where are the characters before the first place?",
        ", len(codes)] -> ]": "Where are the characters after the last place?",
        "scores[0].argmax(1) -> scores[0]": "You return the scores. Which of the three scores is the largest?",
        "torch.cat(said) -> said": "You return a list of pieces. What joins the pieces into one tensor?",
        "'out of range' in str(got)": "The reader takes the shape `(batch, characters)`. Do you use `[None]`?",
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
    hint="Add 1 to the count for each character. At a mark's last character, the count is 0.",
    insight="In the notebook, the mark had only one character, so you could look at each character alone.",
    mistakes={
        "text[: at + 1].endswith(mark) -> text[at:].startswith(mark)": "You count from the mark's first character. Only at its last character has the whole mark been read.",
        "text[: at + 1].endswith(mark) -> text[at] in mark": "One character isn't the whole mark. Do you check all characters of the mark?",
        "[: at + 1] -> [:at]": "Your count is one character late. At which character must it be 0?",
        "at - last -> at - last + 1": "All your counts are 1 too large.",
        "at - last -> at": "You return the positions. How far is each position from the last mark?",
        "at - last -> last": "You return the position of the last mark. How far away is this mark?",
    },
)
def check_since_last(text, mark):
    last, distances = 0, []
    for at in range(len(text)):
        if text[: at + 1].endswith(mark):
            last = at
        distances.append(at - last)
    return distances
