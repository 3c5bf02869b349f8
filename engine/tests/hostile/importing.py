"""The command on hostile files that go into a store: what a run over the file says, the store must say too."""

from pathlib import Path
from typing import ClassVar

from calls import Outcome
from hostile.command import HEADER, SOUND, Command, Graded, contents, faults_of

OF_THE_RUN = ("--customers", "--payments", "--returns", "--costs", "--feedback", "--interactions", "--wallet", "--by")
"""Flags that name further facts or how they are graded: they stay with `grade`."""


class Importing(Command):
    """Does with every file what `Command` does, and then the same by way of a store; the two must agree."""

    STORE: ClassVar[str] = "facts"

    def graded(self, source: str | Path, *flags: str, scheme: str = "abc") -> Graded:
        """Grade the file; import it, which rejects the same rows, and grade the store, which gives the same OUT."""
        plain = super().graded(source, *flags, scheme=scheme)
        own, reading = split(flags)
        store = str(self.folder / f"{self.STORE}-{len(list(self.folder.glob(self.STORE + '-*')))}")
        came = self._import(str(source), store, "--max-rejects", "100%", *reading)
        assert came.code == 0, came
        rejects = [Path(line.partition("→ ")[2]) for line in came.err.splitlines()]
        assert [faults_of(file) for file in rejects] == [plain.faults] * bool(plain.faults)
        today = reading[reading.index("--today") :][:2] if "--today" in reading else ()
        out = self.folder / "from-store.json"
        kept = self.run("grade", "--store", store, "--scheme", scheme, "-o", str(out), *own, *today)
        assert kept.code == 0, kept
        assert out.read_bytes() == (self.folder / "graded.json").read_bytes()
        return plain

    def not_gradable(self, source: str | Path, *flags: str) -> str:
        """The line with which `grade` refuses; `import` says the same, and the store stays as it is to the byte."""
        plain = super().not_gradable(source, *flags)
        own, _ = split(flags)
        return plain if own else self._not_imported(str(source), *flags)

    def refused(self, *arguments: str | Path, code: int = 1) -> str:
        """The line of a refusal; what `columns` refuses is not imported either."""
        line = super().refused(*arguments, code=code)
        return self._not_imported(*map(str, arguments[1:])) if arguments[0] == "columns" else line

    def _not_imported(self, source: str, *flags: str) -> str:
        self._filled()
        before = contents(self.folder / self.STORE)
        came = self._import(source, self.STORE, *flags)
        if came.code == 0:  # each row is sound: it is their sum that cannot be graded
            return super().refused("grade", "--store", self.STORE, "--scheme", "abc")
        assert (came.code, came.out) == (1, ""), came
        assert contents(self.folder / self.STORE) == before
        return came.line

    def _import(self, *arguments: str) -> Outcome:
        source, store, *flags = arguments
        return self.run("facts", "import", "--store", store, *flags, "--", source)

    def _filled(self) -> None:
        """A store that holds the sound rows."""
        if not (self.folder / self.STORE).exists():
            sound = self.write("\n".join((HEADER, *SOUND)) + "\n", "sound.csv")
            assert self._import(str(sound), self.STORE).code == 0


def split(flags: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Flags of the run with their values, and all others."""
    own: list[str] = []
    others: list[str] = []
    taken = list(flags)
    while taken:
        flag = taken.pop(0)
        target = own if flag in OF_THE_RUN else others
        target.append(flag)
        if taken and not taken[0].startswith("--"):
            target.append(taken.pop(0))
    return own, others
