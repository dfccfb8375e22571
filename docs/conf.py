"""The site: README, the notebooks as committed, and the playground.

No notebook is executed. To build the site into the folder `site`:

    .venv/bin/pip install -r docs/requirements.txt -c constraints.txt
    .venv/bin/sphinx-build -W -c docs . site
"""

import functools
import json
import os
import re
import string
import sys
from pathlib import Path

import torch
from docutils import nodes
from sphinx.util import logging

DOCS = Path(__file__).parent
sys.path[:0] = [str(DOCS), str(DOCS.parent)]

from helpers import taught  # noqa: E402
from lstm_scratch import COMPANY_A, COMPANY_B, LSTM_Scratch  # noqa: E402

project = "LSTM from scratch"
extensions = ["myst_nb", "sphinx-mathjax-offline", "visitors"]
root_doc = "README"
include_patterns = ["*.md", "notebooks/*.ipynb", "docs/*.md"]
nb_execution_mode = "off"
nb_merge_streams = True
nb_render_markdown_format = "myst"  # its default knows no tables
myst_heading_anchors = 3
myst_enable_extensions = ["amsmath", "dollarmath"]

language = "en"
html_theme = "sphinx_book_theme"
html_title = project
html_additional_pages = {"index": "index.html", "docs/unit": "unit.html"}
templates_path = ["_templates"]
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_js_files = ["site.js"]
html_show_sphinx = False
html_theme_options = {
    "footer_content_items": [],
    "use_download_button": False,  # of a notebook that doesn't run alone
    "home_page_in_toc": True,
    "navbar_persistent": [],  # the sidebar has a search field
    "show_toc_level": 2,
}
if repository := os.environ.get("GITHUB_REPOSITORY"):  # set on GitHub: OWNER/REPO
    html_baseurl = "https://{}.github.io/{}/".format(*repository.split("/"))
    html_theme_options |= {
        "repository_url": f"https://github.com/{repository}",
        "use_repository_button": True,
    }

PLAY = (
    "An LSTM reads one price per day. Companies A and B differ only on day 1. "
    "Can twelve numbers remember it?"
)

PLAYGROUND = "lstm.js unit.js chain.js curves.js missions.js play.js".split()

CONTENTS = """
```{{toctree}}
:hidden:
docs/play
```

```{{toctree}}
:hidden:
:caption: The series
{series}
```

```{{toctree}}
:hidden:
:caption: More
INSTALL
TEACHING
CONTRIBUTING
```
"""


def add_contents(app, docname, source):
    """Give README, which GitHub shows too, the site's table of contents."""
    if docname != root_doc:
        return
    lines = []
    for path in sorted((DOCS.parent / "notebooks").glob("*.ipynb")):
        first = json.loads(path.read_text(encoding="utf-8"))["cells"][0]["source"]
        title = "".join(first).splitlines()[0].removeprefix("# ")
        lines.append(f"{path.stem[:2]} {title} <notebooks/{path.stem}>")
    source[0] += CONTENTS.format(series="\n".join(lines))


def script(*names):
    """Return modules as one script: a page in a folder may not import."""
    lines = "\n".join((DOCS / name).read_text(encoding="utf-8") for name in names)
    return re.sub(r"^export |^import .*\n", "", lines, flags=re.M)


def unit_svg():
    return (DOCS.parent / "helpers" / "unit.svg").read_text(encoding="utf-8")


@functools.cache
def lesson_1():
    """Return the numbers of notebook 01: today's three, and the twelve."""
    twelve = [name for name, _ in LSTM_Scratch().named_parameters()]
    three = "input_value", "long_memory", "short_memory"
    taken = taught.take("01_gate_equations", *three, *twelve)
    return {n: taken[n] for n in three}, {n: taken[n] for n in twelve}


def place_unit(app, doctree):
    """Put the unit behind the sliders of notebook 01, which need a running notebook."""
    if app.env.docname != "notebooks/01_gate_equations":
        return
    cells = doctree.findall(nodes.container)
    place = next(cell for cell in cells if "tag_slider" in cell["classes"])
    page = string.Template((DOCS / "unit.html").read_text(encoding="utf-8"))
    today, numbers = (json.dumps(found) for found in lesson_1())
    code = script("lstm.js", "unit.js")
    page = page.substitute(svg=unit_svg(), script=code, today=today, numbers=numbers)
    place.append(nodes.raw("", page, format="html"))


def note_scripts(app, docname, source):
    """Have the playground's page made anew when one of its scripts has changed."""
    for name in PLAYGROUND if docname == "docs/play" else []:
        app.env.note_dependency(str(DOCS / name))


def fill_playground(app, pagename, templatename, context, doctree):
    """Give docs/play a page of its own, without the theme, with PyTorch's draws."""
    if pagename != "docs/play":
        return None
    starts = []
    for seed in range(64):
        torch.manual_seed(seed)
        starts.append([p.item() for p in LSTM_Scratch().parameters()])
    companies = {"A": COMPANY_A, "B": COMPANY_B}
    start = dict(starts=starts, companies=companies, round=list(lesson_1()[1].values()))
    context["play"] = {
        "sentence": PLAY,
        "base": app.config.html_baseurl or "../",
        "script": script(*PLAYGROUND),
        "start": json.dumps(start),
        "unit": unit_svg(),
    }
    return "play.html"


def demand_alt_text(app, doctree):
    for image in doctree.findall(nodes.image):
        if not image.get("alt"):
            message = "an image without alt text"
            logging.getLogger(__name__).warning(message, location=image)


def setup(app):
    app.connect("source-read", add_contents)
    app.connect("source-read", note_scripts)
    app.connect("doctree-read", place_unit)
    app.connect("html-page-context", fill_playground)
    app.connect("doctree-read", demand_alt_text)
