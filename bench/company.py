"""The company that is measured: made where it is missing, kept from run to run."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bench import generator
from bench.clock import Spent, command

AS_OF = "2025-12-30"
ORDERS = "orders"


@dataclass(frozen=True)
class Company:
    """A company of so many order lines; its files lie in a folder of their own."""

    home: Path
    lines: int

    @cached_property
    def files(self) -> dict[str, Path]:
        """Table → Parquet file."""
        return generator.make(self.home / str(self.lines), self.lines)

    @property
    def orders(self) -> Path:
        """The order lines as they came, unsorted."""
        return self.files[ORDERS]

    @cached_property
    def sorted(self) -> Path:
        """The order lines by customer and moment."""
        return generator.make_sorted(self.orders, self.lines)

    @property
    def tables(self) -> list[object]:
        """The flags that name every further table."""
        return [part for name, file in self.files.items() if name != ORDERS for part in (f"--{name}", file)]

    def csv(self, lines: int | None = None) -> Path:
        """The first lines, or all, as text."""
        return generator.make_csv(self.orders, min(lines or self.lines, self.lines))

    def correction(self, number: int) -> Path:
        """One order in a hundred, changed."""
        return generator.make_correction(self.orders, number)


def grade(out: Path, scheme: str, *facts: object) -> Spent:
    """One whole command, from the facts to a CSV file of grades."""
    return command("grade", *facts, "--scheme", scheme, "--as-of", AS_OF, "-o", out / "grades.csv")
