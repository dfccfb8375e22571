"""Answers of readers to the exercises of notebook 14 (see test_exercises.py)."""

# check_wipe_at
{
    "return: it[:-1]": "are the pieces put one after the other",
    ", len(codes)] -> ]": "after the last place",
    "[0, *places] -> places & [*places, -> [*places[1:],": "before the first place",
    "[None, begin:end] -> [begin:end]": "wants `(batch, characters)`",
    "argmax(1) -> argmax(1) + 1": "Each piece, from one place",
    "scores[0].argmax(1) -> scores[0]": "Which of the three is the largest",
    "said = [] -> said, memory = [], None & scores, _ -> scores, memory & end]) -> end], memory)":
        "Does each piece get a",
    "*places -> *(place + 1 for place in places)": "first character after the wipe",
    "zip([0, *places], [*places, len(codes)]) -> ((n, n + places[0]) for n in range(0, len(codes), places[0]))":
        "Here the places are given",
}
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
    "at - last -> last - at": "Count up by 1",
}
def since_last(text, mark):  # right
    distances = [0]
    for end in range(2, len(text) + 1):
        found = text[end - len(mark) : end] == mark
        distances.append(0 if found else distances[-1] + 1)
    return torch.tensor(distances)
