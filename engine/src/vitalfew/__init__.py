"""Vital Few: find the customers that matter most, and say why.

>>> import vitalfew as vf
>>> vf.Scheme.load("abc").grade
'abc'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from vitalfew.errors import Refusal, WrongUse
from vitalfew.version import VERSION

if TYPE_CHECKING:
    from vitalfew.library import Result, grade
    from vitalfew.scheme import Scheme

__version__ = VERSION
__all__ = ["Refusal", "Result", "Scheme", "WrongUse", "__version__", "grade"]

_HOMES = {"Result": "vitalfew.library", "Scheme": "vitalfew.scheme", "grade": "vitalfew.library"}


def __getattr__(name: str) -> Any:
    """Heavy parts are imported when they are first asked for, so that `vitalfew --version` starts at once."""
    if name not in _HOMES:
        raise AttributeError(f"module 'vitalfew' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
