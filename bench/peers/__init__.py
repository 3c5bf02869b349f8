"""Beside others: from the same CSV file to RFM and ABC, each program in an environment of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from bench.clock import Spent, medians, process
from bench.company import AS_OF, Company, grade
from bench.environments import interpreter, version
from bench.peers.answers import beside_ours
from bench.table import GIBIBYTE, Row, Rows, Target, over
from vitalfew.scheme import Scheme

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Peer:
    """A program of others, and what it should take as a multiple of ours."""

    name: str
    """The distribution; NAME.txt has what it needs, under hashes."""
    program: str
    ways: tuple[str, ...]
    """How the program may go about it; each is measured."""
    answers: Mapping[str, str]
    """Our column → the expression over its columns that means the same."""
    cpu: Target
    memory: Target | None = None

    @cached_property
    def python(self) -> Path:
        """The interpreter of its environment."""
        return interpreter(HERE / f"{self.name}.txt")

    @cached_property
    def title(self) -> str:
        """Name and version."""
        return f"{self.name} {version(self.python, self.name)}"

    def run(self, csv: Path, way: str, out: Path) -> Spent:
        """From the CSV file to a CSV file of grades."""
        return process(self.python, HERE / self.program, csv, AS_OF, way, out)


METRICS = {
    "recency_days": "theirs.recency_days",
    "frequency": "theirs.frequency",
    "monetary": "round(theirs.monetary, 2)",
}
CLASSES = {name: f"theirs.{name}" for name in ("recency_days", "frequency", "r", "f", "m", "segment", "abc")}
TWICE = Target(2, at_least=True)
PEERS = (
    Peer("pandas", "pandas_rfm_abc.py", ("c", "pyarrow"), CLASSES | {"monetary": "cents / 100"}, TWICE, TWICE),
    Peer("openretailscience", "openretailscience_rfm_hml.py", ("frame", "lazy"), METRICS, TWICE),
    Peer(
        "rfm",
        "rfm_package.py",
        ("automated",),
        {"frequency": "theirs.frequency", "monetary": "round(monetary_value, 2)"},
        Target(50, at_least=True),
    ),
)


def rows(company: Company, out: Path, times: int) -> Rows:
    """Each program and way beside ours in turn, and what its answers have in common with ours."""
    both = rfm_and_abc(out)
    ours = partial(grade, out, str(both), company.csv())
    for peer in PEERS:
        answers = out / f"{peer.name}.csv"
        for way in peer.ways:
            theirs = partial(peer.run, company.csv(), way, answers)
            yield from quotients(f"{peer.title}, {way}", peer, *medians(times, theirs, ours))
        yield beside_ours(peer.title, out / "grades.csv", answers, peer.answers)


def quotients(title: str, peer: Peer, theirs: Spent, ours: Spent) -> Iterator[Row]:
    """Theirs ÷ ours: CPU seconds, and peak memory."""
    yield Row(f"CPU of {title} ÷ ours", theirs.cpu / ours.cpu, "×", over(theirs, ours), peer.cpu, ours)
    memory = f"{theirs.peak / GIBIBYTE:.2f} over {ours.peak / GIBIBYTE:.2f} GiB"
    yield Row(f"memory of {title} ÷ ours", theirs.peak / ours.peak, "×", memory, peer.memory)


def rfm_and_abc(out: Path) -> Path:
    """A scheme that gives both in one run: the ready-made rfm with the classifier of the ready-made abc."""
    rfm, abc = (Scheme.load(name).model_dump(mode="json")["classifiers"] for name in ("rfm", "abc"))
    file = out / "rfm_abc.yaml"
    file.write_text(Scheme.load("rfm").changed(scheme="rfm_abc", classifiers=rfm | abc).dump(), encoding="utf-8")
    return file
