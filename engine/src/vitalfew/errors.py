"""What the engine says when it cannot go on: one sentence, never a trace."""


class Refusal(Exception):
    """Input that was understood and cannot be accepted. The command line ends with exit code 1.

    `what` says what is wrong, `where` names the file, line, column or key, `remedy` what to do next.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what, where, remedy)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" {self.remedy}" if self.remedy else ""
        return " ".join(f"{place}{self.what}{advice}".split())


class WrongUse(Refusal):
    """A command, flag or argument that means nothing here. The command line ends with exit code 2."""

    exit_code = 2
