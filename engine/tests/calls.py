"""One call of the command: what it gave."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """What one call gave."""

    code: int
    out: str
    err: str

    @property
    def line(self) -> str:
        """The one line of a refusal. More than one, or a trace, is a failure."""
        assert self.err.endswith("\n"), self.err
        assert self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err
        return self.err.strip()


Run = Callable[..., Outcome]
