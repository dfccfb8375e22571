"""Checks for the exercises, a file per notebook; `frame` says how they work."""

from .lesson_01 import *  # noqa: F403
from .lesson_02 import *  # noqa: F403
from .lesson_03 import *  # noqa: F403
from .lesson_04 import *  # noqa: F403
from .lesson_05 import *  # noqa: F403
from .lesson_06 import *  # noqa: F403
from .lesson_07 import *  # noqa: F403
from .lesson_08 import *  # noqa: F403
from .lesson_09 import *  # noqa: F403
from .lesson_10 import *  # noqa: F403
from .lesson_11 import *  # noqa: F403
from .lesson_12 import *  # noqa: F403
from .lesson_13 import *  # noqa: F403
from .lesson_14 import *  # noqa: F403
