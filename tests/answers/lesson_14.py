"""Answers of readers to the exercises of notebook 14 (see test_exercises.py)."""

# check_wipe_at
{
    "return: it[:-1]": "are the pieces put one after the other",
    ", len(codes)] -> ]": "after the last place",
    "[0, *places] -> places & [*places, -> [*places[1:],": "before the first place",
    "[None, begin:end] -> [begin:end]": "wants `(batch, characters)`",
    "return: print(it)": "is there a `return`",
    "argmax(1) -> argmax(1) + 1": "Each piece, from one place",
}
def wipe_at(reader, codes, places):  # Which of the three is the largest
    cuts = zip([0, *places], [*places, len(codes)])
    return torch.cat([reader(codes[None, a:b])[0][0] for a, b in cuts])
def wipe_at(reader, codes, places):  # Does each piece get a
    said, memory = [], None
    for begin, end in zip([0, *places], [*places, len(codes)]):
        scores, memory = reader(codes[None, begin:end], memory)
        said.append(scores[0].argmax(1))
    return torch.cat(said)
def wipe_at(reader, codes, places):  # Here the places are given
    return torch.cat([reader(p[None])[0][0].argmax(1) for p in codes.split(places[0])])
def wipe_at(reader, codes, places):  # first character after the wipe
    said, memory = [], None
    for at, code in enumerate(codes):
        scores, memory = reader(code.view(1, 1), memory)
        said.append(scores[0, 0].argmax())
        if at in places:
            memory = None
    return said
def wipe_at(reader, codes, places):  # right
    said, memory = [], None
    for at, code in enumerate(codes):
        memory = None if at in places else memory
        scores, memory = reader(code.view(1, 1), memory)
        said.append(scores.argmax().item())
    return said

# check_since_last
{
    "text[: at + 1].endswith(mark) -> text[at:].startswith(mark)": "first character",
    "text[: at + 1].endswith(mark) -> text[at] in mark": "are all of them there",
    "text[: at + 1] -> text[:at]": "one character late",
    "at - last -> at - last + 1": "1 too many",
    "at - last -> at": "Those are the places",
    "at - last -> last": "where the last mark was",
    "return: torch.tensor(it)": "right",
    "return: print(it)": "is there a `return`",
    "at - last -> last - at": "Count up by 1",
}
def since_last(text, mark):  # right
    distances = [0]
    for end in range(2, len(text) + 1):
        found = text[end - len(mark) : end] == mark
        distances.append(0 if found else distances[-1] + 1)
    return torch.tensor(distances)
