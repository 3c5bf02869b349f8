"""An import taken back: after later ones, after a compaction, and what then counts again."""

import pytest
from store.loading import add, lines

from vitalfew.errors import Refusal
from vitalfew.store import Store


def three(store: Store) -> None:
    """Order 1 three times, and each import with an order of its own."""
    for amount, own in (("1.00", "11"), ("2.00", "12"), ("3.00", "13")):
        add(store, [("ann", "1", 5, amount), ("bob", own, 6, amount)])


def test_the_import_before_counts_again(store: Store) -> None:
    three(store)
    store.undo(3)
    assert lines(store) == [("ann", "1", "2.00"), ("bob", "11", "1.00"), ("bob", "12", "2.00")]


def test_undoing_one_in_the_middle_leaves_what_came_after(store: Store) -> None:
    three(store)
    store.undo(2)
    assert lines(store) == [("ann", "1", "3.00"), ("bob", "11", "1.00"), ("bob", "13", "3.00")]


@pytest.mark.parametrize("order", [(3, 2, 1), (2, 3, 1), (1, 3, 2)])
def test_folded_imports_are_undone_in_any_order(store: Store, order: tuple[int, ...]) -> None:
    three(store)
    store.compact()
    live = {1, 2, 3}
    for batch in order:
        store.undo(batch)
        live.remove(batch)
        winner = [("ann", "1", f"{max(live)}.00")] if live else []
        assert lines(store) == winner + [("bob", f"1{number}", f"{number}.00") for number in sorted(live)]


def test_what_an_undo_wrote_back_can_lose_be_folded_and_win_again(store: Store) -> None:
    three(store)
    store.compact()
    add(store, [("ann", "1", 5, "4.00")])
    store.undo(3)
    assert ("ann", "1", "4.00") in lines(store)
    store.compact()
    store.undo(4)
    assert ("ann", "1", "2.00") in lines(store)
    store.compact()
    store.undo(2)
    assert lines(store) == [("ann", "1", "1.00"), ("bob", "11", "1.00")]


def test_undo_of_an_import_that_is_not_there_or_undone_is_refused(store: Store) -> None:
    three(store)
    store.undo(2)
    with pytest.raises(Refusal, match="no import 4"):
        store.undo(4)
    with pytest.raises(Refusal, match="import 2 was undone before"):
        store.undo(2)
    assert store.snapshot().version == 4


def test_numbers_of_imports_are_never_used_again(store: Store) -> None:
    three(store)
    store.undo(3)
    assert add(store, [("eve", "9", 5, "1.00")]).batch == 4


def test_every_version_stays_readable(store: Store) -> None:
    three(store)
    seen = {version.number: lines(store, version.number) for version in store.versions()}
    store.undo(1)
    store.compact()
    store.undo(3)
    store.compact()
    assert {number: lines(store, number) for number in seen} == seen
    with pytest.raises(Refusal, match="no version 99 in the store; the newest is 7"):
        store.snapshot(99)
    with pytest.raises(Refusal, match="no version 0"):
        store.snapshot(0)
