"""The command on files that mean harm: whatever comes, one clear line, nothing half-written, nothing lost."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from calls import Outcome, Run

HEADER = "customer_id,order_id,order_date,amount"
DAY = "2025-01-05"
SOUND = (f"ann,S1,{DAY},800.00", f"bob,S2,{DAY},100.00", f"cat,S3,{DAY},60.00")
"""Rows that nobody could object to."""

Fault = tuple[int, str, str, str]
"""Line, column, value and reason of a rejected row."""


@dataclass(frozen=True)
class Graded:
    """What a run gave: OUT, the rejected rows, and what was said."""

    outcome: Outcome
    rows: list[dict[str, Any]]
    faults: list[Fault]
    notes: dict[str, str]

    @property
    def money(self) -> dict[str, str]:
        """Customer → monetary, as it is written."""
        return {row["customer_id"]: str(row["monetary"]) for row in self.rows}

    @property
    def grades(self) -> dict[str, str | None]:
        return {row["customer_id"]: row["grade"] for row in self.rows}


class Command:
    """`vitalfew` in a folder of its own."""

    def __init__(self, run: Run, folder: Path) -> None:
        self.run = run
        self.folder = folder

    def refused(self, *arguments: str | Path, code: int = 1) -> str:
        """The one line of a refusal that changed no file."""
        before = contents(self.folder)
        outcome = self.run(*map(str, arguments))
        assert (outcome.code, outcome.out) == (code, ""), outcome
        assert contents(self.folder) == before
        return outcome.line

    def not_gradable(self, source: str | Path, *flags: str) -> str:
        """The line with which `grade` refuses a file; an OUT that is there stays as it is."""
        (self.folder / "kept.csv").write_text("as it was", encoding="utf-8")
        return self.refused("grade", source, "--scheme", "abc", "-o", "kept.csv", *flags)

    def graded(self, source: str | Path, *flags: str, scheme: str = "abc") -> Graded:
        """Grade into JSON, let any number of rows be rejected, and read everything that came out."""
        out = self.folder / "graded.json"
        asked = ("grade", str(source), "--scheme", scheme, "--max-rejects", "100%", "--json", "-o", str(out), *flags)
        outcome = self.run(*asked)
        assert outcome.code == 0, outcome
        said = json.loads(outcome.out)
        faults = faults_of(out.with_suffix(".rejects.csv"))
        expected = [f"{len(faults)} rows rejected → {out.with_suffix('.rejects.csv')}"] if faults else []
        assert (outcome.err.splitlines(), said["rejected"]) == (expected, len(faults))
        rows = json.loads(out.read_text(encoding="utf-8"), parse_float=Decimal)
        return Graded(outcome, rows, faults, {note["code"]: note["text"] for note in said["notes"]})

    def looked(self, source: str | Path, *flags: str) -> dict[str, Any]:
        """What `columns` says of a file."""
        outcome = self.run("columns", str(source), "--json", *flags)
        assert (outcome.code, outcome.err) == (0, ""), outcome
        said: dict[str, Any] = json.loads(outcome.out)
        return said

    def write(self, content: str | bytes, name: str = "orders.csv") -> Path:
        """A file in the folder."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def orders(self, *rows: str, header: str = HEADER, name: str = "orders.csv") -> Path:
        """A file of orders: three sound rows, then these, from line 5 on."""
        return self.write("\n".join((header, *SOUND, *rows)) + "\n", name)


def table(path: Path) -> list[list[str]]:
    """The cells of a CSV file."""
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def faults_of(rejects: Path) -> list[Fault]:
    """The rejected rows, without the rows themselves; none where there is no file."""
    rows = table(rejects)[1:] if rejects.exists() else []
    return [(int(line), column, value, reason) for line, column, value, reason, *_ in rows]


def faults_at(column: str, reason: str, values: Sequence[str], first: int = 5) -> list[Fault]:
    """One fault a line from line `first` on, in one column, for one reason."""
    return [(line, column, value, reason) for line, value in enumerate(values, first)]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
