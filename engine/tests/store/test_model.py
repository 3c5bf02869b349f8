"""Random histories against the store's one sentence in plain Python: each state, and in the end every version again."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from store.model import COLUMNS, KEYS, Model, Row, lines, load, people, read, unnumbered

from vitalfew.backends import DuckDB
from vitalfew.store import Store

HISTORIES, STEPS = 17, 30
"""More than 500 states. Many short histories cost less than a few long ones, and meet as much."""

LOOK_EVERY = 10
"""Steps after which the newest state is read at once; every state is read when all is over."""

State = dict[str, Counter[Row]]


class History:
    """One store and its model, changed alike."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.dice = Random(seed)
        self.store = Store(folder)
        self.database = DuckDB([], None, [folder])
        self.model = Model()
        self.states: dict[int, State] = {}
        self.told: list[tuple[str, object]] = []

    def step(self) -> None:
        """One random change, and the state it leaves."""
        steps: list[Callable[[], None]] = [self.imports] * 6 + [self.again, self.compacts] + [self.undoes] * 3
        self.dice.choice(steps)() if self.model.live else self.imports()
        number = self.store.versions()[-1].number
        self.states[number] = {table: rows for table in COLUMNS if (rows := self.model.truth(table))}

    def imports(self) -> None:
        """One table, or two at once."""
        source = self.dice.choice(list(KEYS))
        given = [("orders", source, lines(self.dice, source))]
        if self.dice.random() < 0.2:
            given.insert(0, ("customers", "people", people(self.dice)))
        self.adds(given)

    def again(self) -> None:
        """Rows that came before, in another order: nothing happens, or they win back what later ones took."""
        batch = self.model.batches[self.dice.choice(sorted(self.model.batches))]
        rows = list(batch.rows.elements())
        self.dice.shuffle(rows)
        self.adds([(batch.table, batch.source, rows)])

    def adds(self, given: list[tuple[str, str, list[Row]]]) -> None:
        answers = self.store.add(self.database, [load(self.database, *one) for one in given])
        expected = [self.model.add(*one) for one in given]
        assert [(a.batch, a.new, a.changed, a.known, a.noop) for a in answers] == expected, self.told
        self.told.append(("add", expected))

    def undoes(self) -> None:
        batch = self.dice.choice(sorted(self.model.live))
        self.store.undo(batch)
        self.model.undo(batch)
        self.told.append(("undo", batch))

    def compacts(self) -> None:
        self.store.compact()
        self.told.append(("compact", None))

    def found(self, version: int) -> State:
        with DuckDB([], None, [self.store.folder]) as database:
            found = read(database, self.store.snapshot(version))
        return {table: unnumbered(rows) if table == "orders" else rows for table, rows in found.items() if rows}


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_every_state_is_that_of_the_model_and_every_version_stays(tmp_path: Path, seed: int) -> None:
    history = History(tmp_path / "store", seed)
    for step in range(STEPS):
        history.step()
        if step % LOOK_EVERY == 0:
            newest = max(history.states)
            assert history.found(newest) == history.states[newest], history.told
    assert {version: history.found(version) for version in history.states} == history.states
    assert [finding.what for finding in history.store.verify()] == []
