"""Open the series in JupyterLab, in a copy of your own: the folder `lessons`.

    python tools/start.py [OPTIONS OF JUPYTER LAB]

The first start makes the copy: no outputs yet, answers folded, room for what you
predict. Every later start leaves it as it is. To begin anew, rename the folder.
"""

import subprocess
import sys

from copies import ROOT, copy_notebooks

LESSONS = ROOT / "lessons"
OPEN = "--LabApp.default_url=/lab/tree/lessons/01_gate_equations.ipynb"


def main(options):
    if not LESSONS.exists():
        copy_notebooks(LESSONS)
        print(f"Your own copy of the notebooks is in {LESSONS}.")
    lab = [sys.executable, "-m", "jupyterlab"]
    return subprocess.call([*lab, OPEN, *options], cwd=ROOT)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:  # Ctrl+C, JupyterLab's own way to stop
        pass
