"""nbval runs the code of folded answers, too, where it stands in the notebook."""

import re
from collections import defaultdict

import nbformat.v4
import pytest
from nbval.plugin import IPyNbCell, IPyNbFile

ANSWER = re.compile(r"```python\n(.*?)```\s*```text\n(.*?)```", re.S)


class NotebookWithAnswers(IPyNbFile):
    """A notebook, and what its folded answers say that their code prints."""

    def collect(self):
        items, cell_num = super().collect(), 0
        for cell in nbformat.read(self.path, as_version=4).cells:
            if cell.cell_type == "code":
                yield next(items)
                cell_num += 1
                continue
            for number, (code, text) in enumerate(ANSWER.findall(cell.source)):
                printed = nbformat.v4.new_output("stream", text=text)
                answer = nbformat.v4.new_code_cell(
                    code, execution_count=1, outputs=[printed]
                )
                yield IPyNbCell.from_parent(
                    self,
                    name=f"Answer {cell.id} {number}",
                    cell_num=cell_num,
                    cell=answer,
                    options=defaultdict(bool, check=True),
                )


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path, parent):
    return [
        NotebookWithAnswers.from_parent(parent, path=file_path)
        if isinstance(collector, IPyNbFile)
        else collector
        for collector in (yield)
    ]
