"""The library's front door: grade facts from files or data frames, ask why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

from vitalfew.explain import explain
from vitalfew.readers.reading import Options
from vitalfew.report.writing import check_target, write
from vitalfew.run import Request
from vitalfew.run import Result as Run
from vitalfew.run import grade as run
from vitalfew.run.written import previous_run
from vitalfew.scheme import Scheme, load

NEVER = date.max
"""Without a day given as today no row is judged for lying in the future: the library reads no clock."""


@dataclass(frozen=True)
class Result(Run):
    """Graded customers, and everything that can be asked of them.

    Beside the methods below: `scheme`, `manifest` (all that the run depended on), `notes` (what it has to say),
    `reports` (table → what became of its rows), `rejects` (table → its file of rejected rows, as bytes).

    >>> result = vf.grade(orders, scheme="abc")
    >>> result.manifest["as_of"]
    '2026-03-02'
    >>> print(result.notes[-1])
    Customers by grade: A 1 · B 1 · C 1.
    >>> result.reports["orders"].accepted
    4
    """

    sources: Mapping[str, Any] = field(default_factory=dict, repr=False)
    request: Request | None = field(default=None, repr=False)
    options: Options | None = field(default=None, repr=False)

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
        assert self.request is not None
        assert self.options is not None
        return explain(self.sources, self.request, self.options, customer_id)

    def save(self, out: str | Path) -> Path:
        """Write .csv, .xlsx, .parquet or .json with the manifest beside it; the ending decides.

        Written whole or not at all. A place that is an input, or cannot be written, is refused.

        >>> import tempfile
        >>> from pathlib import Path
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     out = vf.grade(orders, scheme="abc").save(Path(folder) / "grades.csv")
        ...     sorted(file.name for file in Path(folder).iterdir())
        ['grades.csv', 'grades.run.json']
        """
        path = Path(out)
        check_target(path, [Path(source) for source in self.sources.values() if isinstance(source, str | Path)])
        write(self, path)
        return path

    def _repr_html_(self) -> str:
        from vitalfew.report.notebook import as_html

        return as_html(self)


def grade(
    orders: Any,
    *,
    customers: Any = None,
    payments: Any = None,
    returns: Any = None,
    costs: Any = None,
    feedback: Any = None,
    interactions: Any = None,
    wallet: Any = None,
    rates: Any = None,
    scheme: str | Scheme = "key_accounts",
    as_of: date | str | None = None,
    by: str | None = None,
    previous: str | Path | None = None,
    today: date | None = None,
    **reading: Any,
) -> Result:
    """Grade every customer of the facts.

    Facts are paths (CSV, TSV, XLSX, XLS, ODS, Parquet, folders), database addresses, or pandas, Polars, Arrow, DuckDB
    and Ibis objects; only orders are required. `scheme` is the name of a ready-made one, a YAML file or a `vf.Scheme`.
    `as_of` is the day the facts are looked at from (default: that of the last order line). `by="parent"` grades groups
    of companies. `previous` is the .run.json of the run before this one, for stability guards. Without `today` no row
    is judged for lying in the future. Further keywords are the fields of readers.Options, such as
    `mapping={"amount": "销售额"}` or `grain="order"`. Refused input raises `vf.Refusal`.

    >>> vf.grade(orders, scheme="rfm", as_of="2026-03-31").customers.to_pylist()[0]["grade"]
    'loyal'
    """
    given = {
        "orders": orders,
        "customers": customers,
        "payments": payments,
        "returns": returns,
        "service_costs": costs,
        "feedback": feedback,
        "interactions": interactions,
        "wallet": wallet,
        "exchange_rates": rates,
    }
    sources = {name: source for name, source in given.items() if source is not None}
    wanted = scheme if isinstance(scheme, Scheme) else load(scheme)
    day = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    earlier = previous_run(Path(previous)) if previous is not None else None
    request = Request(wanted, day, by_parent=by == "parent", previous=earlier)
    options = Options(today=today or NEVER, today_given=today is not None, **reading)
    result = run(sources, request, options)
    parts = {part.name: getattr(result, part.name) for part in fields(Run)}
    return Result(**parts, sources=sources, request=request, options=options)
