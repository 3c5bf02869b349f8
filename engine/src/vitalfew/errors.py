"""What the engine says when it cannot go on: one sentence, never a trace."""


class Refusal(Exception):
    """Input that was understood and cannot be accepted. The command line ends with exit code 1.

    `what` says what is wrong, `where` names the file, line, column or key, `remedy` what to do next.

    >>> try:
    ...     vf.grade(orders.drop(["amount"]), scheme="abc")
    ... except vf.Refusal as refusal:
    ...     print(refusal.what)
    no column found for amount.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what, where, remedy)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        what = _ended(self.what) if self.remedy else self.what
        return " ".join(f"{place}{what} {self.remedy}".split())


def _ended(sentence: str) -> str:
    """The sentence with its full stop, before another one follows."""
    if not sentence or sentence[-1] in ".!?:。！？：":
        return sentence
    return sentence + ("。" if any(sign > "\u2e7f" for sign in sentence) else ".")


class WrongUse(Refusal):
    """A command, flag or argument that means nothing here. The command line ends with exit code 2.

    >>> try:
    ...     vf.grade(orders, scheme="abd")
    ... except vf.WrongUse as misuse:
    ...     print(misuse.what)
    there is no scheme 'abd'.
    """

    exit_code = 2
