"""The site: README, the notebooks as committed, and the unit to play with.

Nothing is executed but what draws the unit. To build it into the folder `site`:

    .venv/bin/pip install -r docs/requirements.txt -c constraints.txt
    .venv/bin/sphinx-build -W -c docs . site
"""

import json
import os
import re
import string
import sys
from pathlib import Path

from docutils import nodes
from sphinx.util import logging

DOCS = Path(__file__).parent
sys.path.insert(0, str(DOCS.parent))

from helpers import diagrams, figures, taught  # noqa: E402
from lstm_scratch import COMPANY_A, COMPANY_B  # noqa: E402

project = "LSTM from scratch"
extensions = ["myst_nb", "sphinx-mathjax-offline"]
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
html_additional_pages = {"index": "index.html"}
templates_path = ["_templates"]
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_show_sphinx = False
html_theme_options = {
    "footer_content_items": [],
    "home_page_in_toc": True,
    "navbar_persistent": [],  # the sidebar has a search field
    "show_toc_level": 2,
}
if repository := os.environ.get("GITHUB_REPOSITORY"):  # set on GitHub: OWNER/REPO
    html_theme_options |= {
        "repository_url": f"https://github.com/{repository}",
        "repository_branch": "lessons",  # copies that work when opened alone
        "use_repository_button": True,
        "launch_buttons": {
            "colab_url": "https://colab.research.google.com",
            "binderhub_url": "https://mybinder.org",
            "notebook_interface": "jupyterlab",
        },
    }

CONTENTS = """
```{{toctree}}
:hidden:
docs/unit
```

```{{toctree}}
:hidden:
:caption: The series
{series}
```

```{{toctree}}
:hidden:
:caption: More
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


def live_unit():
    """Return the diagram of notebook 01 with sliders, as one piece of HTML."""
    model = taught.take("02_unrolled_forward_pass", "model")["model"]
    trained = {name: round(p.item(), 2) for name, p in model.named_parameters()}
    three = "input_value", "long_memory", "short_memory"
    first = taught.take("01_gate_equations", "one_day", *three, *trained)
    inputs = {name: first[name] for name in three}
    round_numbers = {name: first[name] for name in trained}
    # Each number in an element that the page finds by its name.
    drawing = diagrams.template("unit.svg")
    drawing = re.sub(r"\{(\w+):\.4f\}", r'<tspan data-name="\1">\g<0></tspan>', drawing)
    svg = diagrams.fill(drawing, first["one_day"](**inputs))
    start = {
        "numbers": inputs | round_numbers,
        "presets": {"round": round_numbers, "trained": trained},
        "companies": {"A": COMPANY_A, "B": COMPANY_B},
        "colors": figures.GATE_COLORS,
    }
    html = string.Template((DOCS / "live_unit.html").read_text(encoding="utf-8"))
    script = (DOCS / "live_unit.js").read_text(encoding="utf-8")
    return html.substitute(svg=svg, script=script, start=json.dumps(start))


def place_live_unit(app, doctree):
    """Put it on its own page, and behind the sliders of notebook 01, which need one."""
    if app.env.docname == "docs/unit":
        places = list(doctree.findall(nodes.section))[:1]
    elif app.env.docname == "notebooks/01_gate_equations":
        cells = doctree.findall(nodes.container)
        places = [cell for cell in cells if "tag_slider" in cell["classes"]][:1]
    else:
        return
    for place in places:
        place.append(nodes.raw("", live_unit(), format="html"))


def demand_alt_text(app, doctree):
    for image in doctree.findall(nodes.image):
        if not image.get("alt"):
            message = "an image without alt text"
            logging.getLogger(__name__).warning(message, location=image)


def setup(app):
    app.connect("source-read", add_contents)
    app.connect("doctree-read", place_live_unit)
    app.connect("doctree-read", demand_alt_text)
