"""A process that starts fast: a library that none of its work uses is not imported behind its back."""

import gc
import os
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType


class _WithoutPandas(MetaPathFinder):
    """Arrow imports pandas at the first scalar it makes, to ask whether it is one of pandas' own: 0.2 s of CPU."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,  # noqa: ARG002 - the interface's
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        """Say that pandas is not there; leave every other name to the finders behind."""
        if fullname == "pandas":
            raise ModuleNotFoundError("this process takes no pandas objects", name=fullname)
        return None


BETWEEN_COLLECTIONS = 200_000
"""Objects made until Python looks for circles among them: importing makes many, and none of them is one to collect."""


def start_light() -> None:
    """Leave out for the rest of this process what it does not need.

    Tables of Arrow come and go: from the system's own pool their memory is used again instead of being mapped anew.
    """
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    sys.meta_path.insert(0, _WithoutPandas())
    gc.set_threshold(BETWEEN_COLLECTIONS)
