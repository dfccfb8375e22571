"""nbval runs the code of folded answers, too, where it stands in the notebook."""

import os
import re
from collections import defaultdict

import nbformat.v4
import pytest
from nbval.plugin import IPyNbCell, IPyNbFile

# Each worker and each kernel has a core: more threads would fight for them.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ["TQDM_DISABLE"] = "1"  # a bar would be an output that no run repeats

FOLD = re.compile(r"<details>\s*<summary>Answer[^<]*</summary>(.*?)</details>", re.S)
FENCE = re.compile(r"^(```+|~~~+)(.*)\n((?s:.*?))^\1[ \t]*$", re.M)


def answers(cell):
    """Return [(code, what it prints)] of a text cell's folded answers."""
    found = []
    for fold in FOLD.findall(cell.source):
        blocks = FENCE.findall(fold)
        kinds = [kind.strip() for _, kind, _ in blocks]
        pairs = ["python", "text"] * (len(blocks) // 2)
        if kinds != pairs or re.search("```|~~~", FENCE.sub("", fold)):
            wanted = "each ```python in an answer needs its ```text, and no other block"
            raise pytest.Collector.CollectError(f"cell {cell.id}: {wanted}")
        texts = [text for *_, text in blocks]
        found += zip(texts[::2], texts[1::2])
    return found


class Answer(IPyNbCell):
    def reportinfo(self):
        return self.path, 0, self.name


class NotebookWithAnswers(IPyNbFile):
    """A notebook, and what its folded answers say that their code prints."""

    def collect(self):
        code_cells = super().collect()
        for cell in nbformat.read(self.path, as_version=4).cells:
            if cell.cell_type == "code":
                yield (last := next(code_cells))
                continue
            for number, (code, text) in enumerate(answers(cell)):
                printed = nbformat.v4.new_output("stream", text=text)
                answer = nbformat.v4.new_code_cell(code, outputs=[printed])
                answer.execution_count = 1  # else nbval compares nothing
                yield Answer.from_parent(
                    self,
                    name=f"Answer in {cell.id}, {number}",
                    cell_num=last.cell_num,
                    cell=answer,
                    options=defaultdict(bool, check=True),
                )


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path, parent):
    found = yield
    if any(isinstance(collector, IPyNbFile) for collector in found):
        return [NotebookWithAnswers.from_parent(parent, path=file_path)]
    return found
