"""vitalfew facts: import, undo, versions, verify, compact, export; and the other verbs with --store."""

import json
from pathlib import Path
from typing import Any

import pytest
from calls import Outcome, Run
from deltalake import DeltaTable

from vitalfew.cli.facts import VERBS

COUNTS = ("batch", "version", "rows", "new", "changed", "known", "rejected")


@pytest.fixture
def kept(run: Run, orders: str) -> str:
    """A store that holds the file of orders."""
    assert run("facts", "import", orders, "--store", "kept").code == 0
    return "kept"


def said(outcome: Outcome) -> Any:
    assert outcome.code == 0, outcome
    return json.loads(outcome.out)


def figures(outcome: Outcome) -> tuple[int, ...]:
    found = said(outcome)
    assert tuple(found) == COUNTS
    return tuple(found.values())


@pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
def test_every_verb_has_its_help(run: Run, language: str) -> None:
    outcome = run("facts", "--lang", language)
    assert outcome.code == 0
    assert all(f"\n  {verb} " in outcome.out for verb in VERBS)
    assert all(f"vitalfew facts {verb}" in run("facts", verb, "--help", "--lang", language).out for verb in VERBS)


def test_an_import_says_what_is_new_changed_and_known(run: Run, orders: str) -> None:
    assert figures(run("facts", "import", orders, "--store", "kept", "--json")) == (1, 1, 4, 4, 0, 0, 0)
    assert figures(run("facts", "import", orders, "--store", "kept", "--json")) == (1, 1, 4, 0, 0, 4, 0)
    lines = Path(orders).read_text(encoding="utf-8").splitlines()
    Path(orders).write_text("\n".join([lines[0], *reversed(lines[1:])]) + "\n", encoding="utf-8")
    assert figures(run("facts", "import", orders, "--store", "kept", "--json")) == (1, 1, 4, 0, 0, 4, 0)
    Path(orders).write_text("\n".join(lines).replace("70.00", "75.00") + "\nC9,9,2025-03-01,1.00\n", encoding="utf-8")
    assert figures(run("facts", "import", orders, "--store", "kept", "--json")) == (2, 2, 5, 1, 1, 3, 0)


def test_in_words(run: Run, orders: str) -> None:
    outcome = run("facts", "import", orders, "--store", "kept")
    assert (outcome.code, outcome.err) == (0, "")
    assert "orders.csv is batch 1 of orders from orders: 4 orders new, 0 changed, 0 known." in outcome.out
    assert "already: 0 new, 4 known; nothing was written." in run("facts", "import", orders, "--store", "kept").out


def test_rejected_rows_are_in_their_file_and_not_in_the_store(run: Run, orders: str) -> None:
    with Path(orders).open("a", encoding="utf-8") as file:
        file.write("C4,4,2025-02-31,20.00\n")
    refused = run("facts", "import", orders, "--store", "kept")
    assert (refused.code, refused.err.splitlines()[0]) == (1, "1 rows rejected → orders.rejects.csv")
    assert "orders.csv: 1 of 5 rows were rejected" in refused.err.splitlines()[1]
    assert not Path("kept").exists()
    outcome = run("facts", "import", orders, "--store", "kept", "--max-rejects", "20%", "--json")
    assert (said(outcome)["rows"], said(outcome)["rejected"]) == (4, 1)
    assert outcome.line == "1 rows rejected → orders.rejects.csv"
    assert "2025-02-31" in Path("orders.rejects.csv").read_text(encoding="utf-8-sig")


def test_rejected_rows_of_files_of_one_name_do_not_overwrite_each_other(run: Run) -> None:
    for folder in ("a", "b"):
        Path(folder).mkdir()
        rows = f"customer_id,order_id,order_date,amount\n{folder},{folder},2025-01-05,1\n{folder},9,2025-02-30,1\n"
        Path(folder, "orders.csv").write_text(rows, encoding="utf-8")
    outcome = run("facts", "import", "a", "b", "--store", "kept", "--max-rejects", "50%", "--json")
    assert said(outcome)["rejected"] == 2
    rejects = [Path(name).read_text(encoding="utf-8-sig") for name in ("orders.rejects.csv", "orders-2.rejects.csv")]
    assert [",a,9," in rejects[0], ",b,9," in rejects[1]] == [True, True]


def test_a_folder_gives_sums_and_each_file(run: Run, orders: str) -> None:
    Path("exports").mkdir()
    Path(orders).rename("exports/orders-01.csv")
    Path("exports/customers.csv").write_text("customer_id,name\nC1,Ann\n", encoding="utf-8")
    Path("exports/notes.txt").write_text("nothing\n", encoding="utf-8")
    outcome = run("facts", "import", "exports", "--store", "kept", "--json")
    found = said(outcome)
    assert {count: found[count] for count in COUNTS} == dict(zip(COUNTS, (2, 1, 5, 5, 0, 0, 0), strict=True))
    assert [(one["file"], one["table"], one["batch"]) for one in found["batches"]] == [
        ("customers.csv", "customers", 1),
        ("orders-01.csv", "orders", 2),
    ]
    assert outcome.line.startswith("notes.txt is left out: ")
    again = said(run("facts", "import", "exports", "--store", "kept", "--json"))
    assert {count: again[count] for count in COUNTS} == dict(zip(COUNTS, (2, 1, 0, 0, 0, 5, 0), strict=True))


def test_undo_takes_an_import_back_once(run: Run, orders: str, kept: str) -> None:
    Path(orders).write_text(Path(orders).read_text(encoding="utf-8").replace("900", "5"), encoding="utf-8")
    run("facts", "import", orders, "--store", kept)
    assert said(run("facts", "undo", "2", "--store", kept, "--json"))["undone"] == 2
    first = said(run("grade", "--store", kept, "--scheme", "abc", "--json", "-o", "now.csv"))
    run("grade", "--store", kept, "--version", "1", "--scheme", "abc", "-o", "then.csv")
    assert first["customers"] == 3
    assert Path("now.csv").read_bytes() == Path("then.csv").read_bytes()
    for batch in ("2", "7"):
        outcome = run("facts", "undo", batch, "--store", kept)
        assert (outcome.code, outcome.out) == (1, "")
        assert outcome.line.startswith(str(Path(kept).absolute()))


def test_versions_are_listed(run: Run, kept: str) -> None:
    run("facts", "undo", "1", "--store", kept)
    versions = said(run("facts", "versions", "--store", kept, "--json"))
    assert [(one["version"], one["op"], one["batch"], one["undone"]) for one in versions] == [
        (1, "import", 1, None),
        (2, "undo", None, 1),
    ]
    assert (versions[0]["table"], versions[0]["source"], versions[0]["live"]) == ("orders", "orders", False)
    assert "undo of batch 1" in run("facts", "versions", "--store", kept).out


def test_compact_keeps_every_grade(run: Run, orders: str, kept: str) -> None:
    run("grade", "--store", kept, "--scheme", "rfm", "-o", "before.csv")
    assert said(run("facts", "compact", "--store", kept, "--json"))["version"] == 2
    run("grade", "--store", kept, "--scheme", "rfm", "-o", "after.csv")
    run("grade", orders, "--scheme", "rfm", "-o", "file.csv")
    assert Path("before.csv").read_bytes() == Path("after.csv").read_bytes() == Path("file.csv").read_bytes()


def test_verify_ends_with_1_where_something_is_damaged(run: Run, kept: str) -> None:
    sound = run("facts", "verify", "--store", kept, "--json")
    assert said(sound) == {"sound": True, "findings": []}
    data = next(Path(kept, "orders").glob("*.parquet"))
    data.write_bytes(data.read_bytes()[:-1])
    damaged = run("facts", "verify", "--store", kept, "--json")
    assert (damaged.code, json.loads(damaged.out)["sound"]) == (1, False)
    assert run("facts", "verify", "--store", kept).code == 1


def test_export_gives_plain_delta_tables(run: Run, kept: str) -> None:
    assert run("facts", "export", "--store", kept, "--delta", "out").code == 0
    rows = DeltaTable("out/orders").to_pyarrow_table()
    assert sorted(map(str, rows["amount"].to_pylist())) == ["20.00", "30.00", "70.00", "900.00"]
    again = run("facts", "export", "--store", kept, "--delta", "out")
    assert (again.code, again.out) == (1, "")


def test_explain_and_sql_read_a_store_too(run: Run, orders: str, kept: str) -> None:
    from_store = run("explain", "C2", "--store", kept, "--scheme", "abc", "--json")
    assert said(from_store) == said(run("explain", orders, "C2", "--scheme", "abc", "--json"))
    assert "GROUP BY" in run("sql", "--store", kept, "--scheme", "abc").out


def test_amounts_stay_in_the_currency_they_were_imported_in(run: Run, orders: str) -> None:
    run("facts", "import", orders, "--store", "kept", "--currency", "EUR")
    wanted = run("grade", "--store", "kept", "--scheme", "abc", "--currency", "USD")
    assert (wanted.code, "cannot be turned into USD" in wanted.line) == (1, True)
    assert run("grade", "--store", "kept", "--scheme", "abc", "--currency", "EUR").code == 0


WRONG_USE = {
    "both orders and store": (["grade", "orders.csv", "--store", "kept"], "either ORDERS"),
    "neither": (["sql"], "either ORDERS or --store"),
    "version without store": (["grade", "orders.csv", "--version", "1"], "--version"),
    "explain with both": (["explain", "orders.csv", "C1", "--store", "kept"], "either ORDERS"),
    "explain without id": (["explain", "--store", "kept"], "ID is missing"),
    "import without store": (["facts", "import", "orders.csv"], "--store is missing"),
    "import of nothing": (["facts", "import", "--store", "kept"], "FILE… is missing"),
    "unknown verb": (["facts", "imprt"], "Did you mean import?"),
    "unknown table": (["facts", "import", "o.csv", "--store", "kept", "--table", "order"], "Did you mean orders"),
    "a batch that is no number": (["facts", "undo", "x", "--store", "kept"], "whole number"),
}


@pytest.mark.usefixtures("orders")
@pytest.mark.parametrize("case", WRONG_USE)
def test_wrong_use_is_one_line_with_exit_2(run: Run, case: str) -> None:
    arguments, part = WRONG_USE[case]
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert part in outcome.line
    assert [path.name for path in Path().iterdir()] == ["orders.csv"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("facts", "versions"),
        ("facts", "verify"),
        ("facts", "compact"),
        ("facts", "undo", "1"),
        ("facts", "export", "--delta", "out"),
        ("grade", "--scheme", "abc"),
        ("explain", "C1"),
    ],
)
def test_a_folder_without_a_store_is_refused_and_stays_as_it_is(run: Run, arguments: tuple[str, ...]) -> None:
    for folder in ("nothing", "empty"):
        Path("empty").mkdir(exist_ok=True)
        outcome = run(*arguments, "--store", folder)
        assert (outcome.code, outcome.out) == (1, "")
        assert "no fact store" in outcome.line
    assert list(Path("empty").iterdir()) == []
    assert [path.name for path in Path().iterdir()] == ["empty"]


def test_a_version_that_there_is_not_is_refused(run: Run, kept: str) -> None:
    outcome = run("grade", "--store", kept, "--version", "9", "--scheme", "abc")
    assert outcome.code == 1
    assert "there is no version 9" in outcome.line


def test_out_inside_the_store_never_replaces_its_files(run: Run, kept: str) -> None:
    data = next(Path(kept, "orders").glob("*.parquet"))
    before = data.read_bytes()
    outcome = run("grade", "--store", kept, "--scheme", "abc", "-o", str(data))
    assert (outcome.code, "input" in outcome.line) == (1, True)
    assert data.read_bytes() == before
