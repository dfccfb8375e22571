"""What visitors meet: the first page, a notebook's opening, links that are shared."""

import base64
import json
import os
import re
import shutil
import sys
from html import escape
from pathlib import Path

import torch
from docutils import nodes

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from copies import copy_notebooks  # noqa: E402

from lstm_scratch import COMPANY_A, COMPANY_B, LSTM_Scratch  # noqa: E402

SENTENCE = "Take apart an LSTM of twelve numbers, and see what makes it remember."
OUTLINE = "<details class='outline'><summary>What you'll do, learn and need</summary>"
GROUPS = {
    "The course": ("Compute by hand, train, and test a model.", "01 02 03 04"),
    "Inside the LSTM": ("Study luck, gradients and memory.", "05 06 07 08 09 10"),
    "Real series": ("Predict prices, a neuron, and code.", "11 12 13 14"),
}
BEST = {"03-memory-figure", "10-race", "13-flat"}  # where it isn't the first
SEED = 5  # of notebook 03: the loss stands still, then falls
SCRIPTS = ["lstm.js", "index.js"]


class Lesson:
    """A notebook's title, its sentence, and the first picture that it shows."""

    def __init__(self, path):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        first = "".join(cells[0]["source"])
        self.name, self.number = path.stem, path.stem[:2]
        self.title = first.splitlines()[0].removeprefix("# ")
        found = re.search(r"What you(?:'|’)ll do\W+(.*)", first)
        self.sentence = re.sub(r"[`*$]", "", found[1]) if found else self.title
        self.pictures = {}  # one of each kind: {"png": (bytes, alt text)}
        for cell in sorted(cells, key=lambda cell: cell["id"] not in BEST):
            alt = cell["metadata"].get("mystnb", {}).get("image", {}).get("alt", "")
            for kind, picture in pictures(cell):
                self.pictures.setdefault(kind, (picture, alt))

    def picture(self):
        """Return (file name, alt text) for the card: a drawing, or else a figure."""
        for kind in ("svg", "png"):
            if kind in self.pictures:
                return f"{self.name}.{kind}", self.pictures[kind][1]
        return None, ""


def pictures(cell):
    for output in cell.get("outputs", []):
        data = output.get("data", {})
        if "image/png" in data:
            yield "png", base64.b64decode("".join(data["image/png"]))
        if "image/svg+xml" in data:
            yield "svg", "".join(data["image/svg+xml"]).encode()


def lessons():
    return [Lesson(path) for path in sorted((ROOT / "notebooks").glob("*.ipynb"))]


def words_to_open(name, repository):
    """Return where a copy of a notebook opens that runs there alone."""
    colab = f"https://colab.research.google.com/github/{repository}/blob/lessons"
    binder = f"https://mybinder.org/v2/gh/{repository}/lessons?urlpath=lab/tree"
    return (
        f"<p class='open'>Open this lesson in <a href='{colab}/notebooks/{name}.ipynb'>"
        f"Colab</a> or <a href='{binder}/notebooks/{name}.ipynb'>Binder</a>, or "
        f"<a href='../lessons/{name}.ipynb' download>download it</a>.</p>"
    )


def open_with_the_question(app, docname, source):
    """Fold a notebook's outline and imports: its question and a picture come first."""
    if not docname.startswith("notebooks/"):
        return
    notebook = json.loads(source[0])
    first = notebook["cells"][0]
    title, _, text = "".join(first["source"]).partition("\n")
    text = re.sub(r"(?m)^## (What you.ll \w+)\n+", r"**\1.** ", text)
    text = re.sub(r"(What you.ll learn\W*\*\*) *-", r"\1\n\n-", text)
    folded = rf"{OUTLINE}\n\n\g<0>\n\n</details>"
    text = re.sub(r"(?s)\*\*What you.ll do.*", folded, text)
    if app.config.repository:
        title += "\n\n" + words_to_open(docname.split("/")[1], app.config.repository)
    first["source"] = f"{title}\n\n{text}"
    code = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    code["metadata"].setdefault("tags", []).append("hide-input")
    prompts = {
        f"code_prompt_{do}": f"{do.title()} the imports" for do in ("show", "hide")
    }
    code["metadata"].setdefault("mystnb", {}).update(prompts)
    source[0] = json.dumps(notebook)


def fill_first_page(app, pagename, context):
    """Give the first page its cards, and numbers that train."""
    torch.manual_seed(SEED)
    numbers = [parameter.item() for parameter in LSTM_Scratch().parameters()]
    found = {lesson.number: lesson for lesson in lessons()}
    context["groups"] = [
        (name, about, [found[n] for n in those.split() if n in found])
        for name, (about, those) in GROUPS.items()
    ]
    context["sentence"] = SENTENCE
    companies = context["companies"] = {"A": COMPANY_A, "B": COMPANY_B}
    context["start"] = json.dumps({"numbers": numbers, "companies": companies})
    code = [(ROOT / "docs" / name).read_text("utf-8") for name in SCRIPTS]
    context["script"] = re.sub(r"(?m)^export |^import .*\n", "", "\n".join(code))


def describe_page(app, pagename, templatename, context, doctree):
    """Say what the page is about, to search engines and to those it is shared with."""
    if pagename == "index":
        fill_first_page(app, pagename, context)
    about, picture = SENTENCE, "03_training.png"
    if pagename.startswith("notebooks/"):
        lesson = Lesson(ROOT / f"{pagename}.ipynb")
        about = lesson.sentence
        picture = f"{lesson.name}.png" if "png" in lesson.pictures else picture
    elif doctree:
        about = next((p.astext() for p in doctree.findall(nodes.paragraph)), about)
    base = app.config.html_baseurl or "../" * pagename.count("/")
    title = context.get("title") or app.config.project
    said = {"og:type": "website", "og:title": title, "og:description": about}
    said["og:image"] = f"{base}_static/lessons/{picture}"
    tags = [f'<meta name="description" content="{escape(about)}">']
    for name, words in said.items():
        words = escape(re.sub("<.*?>", "", words))
        tags.append(f'<meta property="{name}" content="{words}">')
    tags.append('<meta name="twitter:card" content="summary_large_image">')
    context["metatags"] = context.get("metatags", "") + "\n".join(tags)


def write_files(app, error):
    """Write the cards' pictures, and the copies that readers work in."""
    if error or app.builder.format != "html":
        return
    folder = Path(app.outdir) / "_static" / "lessons"
    folder.mkdir(exist_ok=True, parents=True)
    for lesson in lessons():
        for kind, (picture, _) in lesson.pictures.items():
            (folder / f"{lesson.name}.{kind}").write_bytes(picture)
    shutil.rmtree(copies := Path(app.outdir) / "lessons", ignore_errors=True)
    copy_notebooks(copies, repository=app.config.repository)


def setup(app):
    repository = os.environ.get("GITHUB_REPOSITORY")  # set on GitHub: OWNER/REPO
    app.add_config_value("repository", repository, "html")
    app.connect("source-read", open_with_the_question)
    app.connect("html-page-context", describe_page)
    app.connect("build-finished", write_files)
