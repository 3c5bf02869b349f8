"""Graded customers, and everything that can be asked of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vitalfew.errors import Refusal, WrongUse
from vitalfew.explain import explain
from vitalfew.languages import say
from vitalfew.library.asking import Question, day_of
from vitalfew.library.comparing import compared
from vitalfew.report.reported import graded_for, is_report, is_workbook, reported
from vitalfew.report.writing import check_target, write
from vitalfew.run import Result as Run
from vitalfew.run.read_back import written_run

if TYPE_CHECKING:
    from vitalfew.compare import Comparison
    from vitalfew.history import History
    from vitalfew.report.notebook import Drawing
    from vitalfew.report.portrait import Portrait


@dataclass(frozen=True, repr=False)
class Result(Run):
    """Graded customers, and everything that can be asked of them.

    Beside the methods below: `scheme`, `manifest` (all that the run depended on), `notes` (what it has to say),
    `reports` (table → what became of its rows), `rejects` (table → its file of rejected rows, as bytes). What is asked
    later is answered from the same facts; where they have changed on the way, it is refused.

    >>> result = vf.grade(orders, scheme="abc")
    >>> result.manifest["as_of"]
    '2026-03-02'
    >>> print(result.notes[-1])
    Customers by grade: A 1 · B 1 · C 1.
    >>> result.reports["orders"].accepted
    4
    """

    asked: Question | None = field(default=None, repr=False)

    @classmethod
    def read(cls, path: str | Path) -> Result:
        """A result that was saved, from its .run.json; it can be compared, but has no facts to answer from.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     out = vf.grade(orders, scheme="abc").save(f"{folder}/grades.csv")
        ...     vf.Result.read(f"{folder}/grades.run.json").graded["grade"].to_pylist()
        ['A', 'B', 'C']
        """
        return cls._of(written_run(Path(path)))

    @classmethod
    def _of(cls, graded: Run, asked: Question | None = None) -> Result:
        """A run with the question that it answers."""
        return cls(**{part.name: getattr(graded, part.name) for part in fields(Run)}, asked=asked)

    def explain(self, customer_id: str) -> dict[str, Any]:
        """Why this customer has its grade, and the smallest change that would move it.

        The answer has the keys `customer_id, grade, score, inputs, changes, what_if, verified`. An unknown customer is
        refused.

        >>> answer = vf.grade(orders, scheme="abc").explain("Birch")
        >>> move = answer["changes"][0]
        >>> move["metric"], move["direction"], str(move["to"]), move["grade"]
        ('monetary', 'up', '150.01', 'A')
        >>> answer["verified"]
        True
        """
        question = self._question()
        return explain(question.sources, question.request, question.options, customer_id)

    def compare(self, other: Run | str | Path, *, facts: bool = True) -> Comparison:
        """Who moved since an earlier run, and why: the parts of each change of score add up to it.

        `other` is a result or the .run.json beside one. With `facts` the earlier day is graded again from the facts of
        this run, where it has some, so that what was corrected since is a cause of its own; without, it is inside the
        own figures. What comes back has `movers` (each with `parts`, `causes`, `reasons()`), `matrix`, `sentences()`.

        >>> before = vf.grade(orders, scheme="abc", as_of="2026-02-05")
        >>> moved = vf.grade(orders, scheme="abc").compare(before)
        >>> moved.sentences()[0]
        '2 of 3 customers have another grade: 0 up, 1 down, 1 graded for the first time, 0 no longer graded.'
        """
        then = other.asked if isinstance(other, Result) else None
        return compared(other, self, then=then, now=self.asked if facts else None)

    def history(
        self,
        every: str | Iterable[date | str] = "month",
        *,
        first: date | str | None = None,
        last: date | str | None = None,
    ) -> History:
        """The grades as of many days up to that of this run; each is what a run of its own day gives.

        `every` is "month", "quarter", "week" or a list of days; `first` and `last` limit them. What comes back has
        `days`, `table`, and `of(customer)`, `on(day)`, `counts()`, `migration()`, `movers()`.

        >>> found = vf.grade(orders, scheme="abc").history(first="2026-01-01")
        >>> [day.isoformat() for day in found.days]
        ['2026-01-31', '2026-02-28', '2026-03-02']
        >>> found.of("Birch")["grade"].to_pylist()
        ['A', 'B']
        """
        from vitalfew.history import Days, history

        question = self._question()
        chosen: Any = every if isinstance(every, str) else tuple(day_of(day) for day in every)
        days = Days(chosen, day_of(first), day_of(last))
        return history(question.sources, question.request, question.options, days)

    def save(self, out: str | Path) -> Path:
        """Write .csv, .xlsx, .parquet, .json or the report as .html, the manifest beside it; the ending decides.

        Written whole or not at all. A place that is an input, or cannot be written, is refused.

        >>> import tempfile
        >>> from pathlib import Path
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     out = vf.grade(orders, scheme="abc").save(Path(folder) / "grades.csv")
        ...     sorted(file.name for file in Path(folder).iterdir())
        ['grades.csv', 'grades.run.json']
        """
        path, question = Path(out), self._question()
        check_target(path, question.files())
        whole: Run = self
        if is_report(path) or is_workbook(path):
            whole = self._same(graded_for(path, question.sources, question.request, question.options))
        write(whole, path)
        return path

    def report(self, out: str | Path, *, company: str | None = None) -> Path:
        """Write the report as one .html that opens anywhere and prints on A4, with the company's name in its head.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     page = vf.grade(orders, scheme="abc").report(f"{folder}/report.html", company="Acme & Sons")
        ...     "Acme &amp; Sons" in page.read_text(encoding="utf-8")
        True
        """
        path, question = Path(out), self._question()
        if not is_report(path):
            raise WrongUse(say("a report is written as .html."), where=str(path), remedy=say("Or use save()."))
        check_target(path, question.files())
        write(self._same(reported(question.sources, question.request, question.options, company)), path)
        return path

    @property
    def charts(self) -> tuple[str, ...]:
        """The drawings that these facts give, by name.

        >>> vf.grade(orders, scheme="abc").charts[:2]
        ('pareto', 'grades')
        """
        from vitalfew.report.notebook import drawings

        return tuple(drawings(self._portrait))

    def chart(self, name: str) -> Drawing:
        """One drawing of the report, for a notebook; in `rows` the table beneath it. An unknown name is refused.

        >>> drawing = vf.grade(orders, scheme="abc").chart("pareto")
        >>> drawing.sentence
        'Class A: 1 of 3 customers (33\u202f%), with 80\u202f% of the sales.'
        >>> drawing.rows[0]["class"], str(drawing.rows[0]["sales"])
        ('A', '800.00')
        """
        from vitalfew.report.notebook import drawings

        known = drawings(self._portrait)
        if name not in known:
            raise WrongUse(
                say("there is no chart {name}.", name=repr(name)),
                remedy=say("These facts give: {names}.", names=", ".join(known)),
            )
        return known[name]

    @cached_property
    def _portrait(self) -> Portrait:
        from vitalfew.report.portrait import portrait

        question = self._question()
        known = portrait(question.sources, question.request, question.options)
        return replace(known, result=self._same(known.result))

    def _question(self) -> Question:
        if self.asked is None:
            raise WrongUse(
                say("this result was read back and has no facts to answer from."),
                remedy=say("Grade the facts."),
            )
        return self.asked

    def _same(self, again: Run) -> Run:
        """The second reading of the facts, refused where they are others than this result speaks of."""
        if again.manifest != self.manifest:
            raise Refusal(say("the facts have changed since they were graded."), remedy=say("Grade them again."))
        return again

    def __repr__(self) -> str:
        said = "".join(f": {note}" for note in self.notes if note.code == "grades")
        return f"<{self.scheme.scheme} of {self.rows.num_rows} customers as of {self.manifest['as_of']}{said}>"

    def _repr_html_(self) -> str:
        from vitalfew.report.notebook import as_html

        return as_html(self)
