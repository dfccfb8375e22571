"""Readers' answers for notebook 14: test_exercises.py says how they are written."""
# check_wipe_at
{
    "[None, begin:end] -> [begin:end]": "The reader takes",
    "argmax(1) -> argmax(1) + 1": "Cut `codes` at",
}
def wipe_at(reader, codes, places):  # right
    said, memory = [], None
    for at, code in enumerate(codes):
        memory = None if at in places else memory
        scores, memory = reader(code.view(1, 1), memory)
        said.append(scores.argmax().item())
    return said

# check_since_last
lambda text, mark: [len(text) - at for at in range(len(text))]  # Add 1 to the count
def since_last(text, mark):  # right
    distances = [0]
    for end in range(2, len(text) + 1):
        found = text[end - len(mark) : end] == mark
        distances.append(0 if found else distances[-1] + 1)
    return torch.tensor(distances)
