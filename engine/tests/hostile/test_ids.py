"""Orders and customers that stand twice, deceive the eye or hide (safety.md, B-42 to B-54)."""

import json
from pathlib import Path

import pytest
from hostile.command import DAY, SOUND, Command
from hostile.rows import row

MONEY = {"ann": "800.00", "bob": "100.00", "cat": "60.00"}
FILLED = tuple(f"full{n},F{n},{DAY},1" for n in range(40))
"""Sound orders, so that one order in different rows makes no file of lines."""


@row("B-42")
def test_an_identical_order_is_skipped_and_an_identical_line_kept(vitalfew: Command) -> None:
    path = vitalfew.orders(SOUND[0], SOUND[0])
    orders = vitalfew.graded(path, "--grain", "order")
    assert (orders.money, orders.faults) == (MONEY, [])
    assert orders.notes["duplicates"] == "2 identical orders skipped."
    lines = vitalfew.graded(path, "--grain", "line")
    assert lines.money == MONEY | {"ann": "2400.00"}
    assert lines.notes["duplicates"] == "2 identical lines kept; --drop-duplicates removes them."
    assert vitalfew.graded(path, "--grain", "line", "--drop-duplicates").money == MONEY


@row("B-43")
def test_an_order_in_different_rows_rejects_all_of_them_twins_too(vitalfew: Command) -> None:
    rows = (f"dan,9,{DAY},5", f"dan,9,{DAY},6", f"dan,9,{DAY},5", f"eve,9,{DAY},7")
    graded = vitalfew.graded(vitalfew.orders(*rows, *FILLED))
    assert graded.money == MONEY | {"eve": "7.00"} | {f"full{n}": "1.00" for n in range(40)}
    assert graded.faults == [
        (5, "order_id", "9", "conflicts with lines 6, 7"),
        (6, "order_id", "9", "conflicts with lines 5, 7"),
        (7, "order_id", "9", "conflicts with lines 5, 6"),
    ]


@row("B-44")
def test_a_file_graded_twice_or_in_another_order_gives_the_same_bytes(vitalfew: Command, tmp_path: Path) -> None:
    sources = [SOUND, SOUND, SOUND[::-1]]
    for number, rows in enumerate(sources):
        path = vitalfew.write("\n".join(("customer_id,order_id,order_date,amount", *rows)) + "\n")
        assert vitalfew.run("grade", str(path), "--scheme", "rfm", "-o", f"out{number}.csv").code == 0
    first, again, turned = (tmp_path.joinpath(f"out{number}.csv").read_bytes() for number in range(3))
    assert first == again == turned
    manifests = [
        json.loads(tmp_path.joinpath(f"out{number}.run.json").read_text(encoding="utf-8")) for number in (0, 1)
    ]
    assert manifests[0] == manifests[1]


@row("B-44")
def test_one_changed_row_shows_in_the_manifest(vitalfew: Command, tmp_path: Path) -> None:
    vitalfew.graded(vitalfew.orders())
    before = json.loads((tmp_path / "graded.run.json").read_text(encoding="utf-8"))
    vitalfew.write((tmp_path / "orders.csv").read_bytes().replace(b"60.00", b"61.00"))
    vitalfew.graded("orders.csv")
    after = json.loads((tmp_path / "graded.run.json").read_text(encoding="utf-8"))
    assert {key for key in before if before[key] != after[key]} == {"out", "sources"}


@row("B-46")
def test_an_order_without_a_customer_is_unassigned_with_its_money(vitalfew: Command) -> None:
    blanks = ("", "  ", "\u3000", "\u200b", "\ufeff\u2060")
    graded = vitalfew.graded(vitalfew.orders(*(f"{blank},{n},{DAY},5" for n, blank in enumerate(blanks, 9))))
    assert (graded.money, graded.faults) == (MONEY, [])
    assert graded.notes["unassigned"] == "5 rows have no customer; their amounts sum to 25.00."


@row("B-46")
def test_a_customer_whom_the_customers_file_lacks_is_graded_too(vitalfew: Command) -> None:
    customers = vitalfew.write("customer_id,name\nann,Ann\nzoe,Zoe\n", "customers.csv")
    graded = vitalfew.graded(vitalfew.orders(), "--customers", str(customers))
    assert graded.money == MONEY | {"zoe": "None"}


@row("B-46")
def test_cells_that_mean_as_above_are_filled_only_when_asked(vitalfew: Command) -> None:
    path = vitalfew.orders(f",9,{DAY},5", f",10,{DAY},5")
    assert vitalfew.graded(path).money == MONEY
    assert vitalfew.graded(path, "--fill-down", "customer_id").money == MONEY | {"cat": "70.00"}


def test_ids_are_text_and_only_possibly_the_same(vitalfew: Command) -> None:
    alike = ("C1", "c1", "Ｃ１", "C 1", "Zoé", "Zoe\u0301", "007", "7", "7.0", "17850.0")
    graded = vitalfew.graded(vitalfew.orders(*(f"{one},{n},{DAY},1" for n, one in enumerate(alike, 9))))
    assert set(graded.money) == {*alike, *MONEY}
    assert graded.notes["possibly_the_same"].startswith("2 groups of customer ids are possibly the same")


def test_long_numbers_and_long_ids(vitalfew: Command) -> None:
    cells = ("440301199001011234", "x" * 200, "x" * 201, "4.40301E+17")
    graded = vitalfew.graded(vitalfew.orders(*(f"{one},{n},{DAY},1" for n, one in enumerate(cells, 9))))
    assert set(graded.money) == {*cells[:2], *MONEY}
    assert [(fault[0], fault[3]) for fault in graded.faults] == [
        (7, "201 characters; at most 200"),
        (8, "number lost digits; format as text"),
    ]


def family(*pairs: str) -> str:
    return "customer_id,parent_id\n" + "\n".join(pairs) + "\n"


@row("B-47")
@pytest.mark.parametrize(
    ("pairs", "circle"),
    [(("ann,bob", "bob,ann"), "ann > bob > ann"), (("ann,ann",), "ann > ann"), (("ann,bob", "bob,cat", "cat,bob"), "bob > cat > bob")],
    ids=["two", "self", "below"],
)  # fmt: skip
def test_a_circle_of_parents_is_refused(vitalfew: Command, pairs: tuple[str, ...], circle: str) -> None:
    customers = vitalfew.write(family(*pairs), "customers.csv")
    assert circle in vitalfew.not_gradable(vitalfew.orders(), "--customers", str(customers), "--by", "parent")


@row("B-47")
def test_a_thousand_levels_of_parents_are_refused(vitalfew: Command) -> None:
    customers = vitalfew.write(family(*(f"p{n},p{n + 1}" for n in range(1_000))), "customers.csv")
    assert "more than 20 levels" in vitalfew.not_gradable(
        vitalfew.orders(), "--customers", str(customers), "--by", "parent"
    )


NAMES = {
    "joiners": "👩‍👩‍👧‍👦 & Co",
    "right-to-left": "شركة النور",
    "rare": "𠮷野㐂",
    "dots": "买买提·吐尔逊",
    "tibetan": "བོད་ཡིག",
    "thai": "บริษัท",
    "sql": "'; DROP TABLE orders; --",
    "quotes": '"a" ""b"" `c`',
    "wild": "100%_\\ [x] {y} $z",
    "markup": "<script>alert(1)</script>",
}


@row("B-52")
def test_names_of_all_scripts_come_through_unchanged(vitalfew: Command) -> None:
    customers = [f'"{name.replace(chr(34), chr(34) * 2)}",{n},{DAY},1' for n, name in enumerate(NAMES.values(), 9)]
    assert set(vitalfew.graded(vitalfew.orders(*customers)).money) == {*NAMES.values(), *MONEY}


@row("B-54")
def test_signs_of_sql_in_every_place_are_only_text(vitalfew: Command) -> None:
    evil = "x'; DROP TABLE orders; --%_\\"
    header = f'customer_id,order_id,order_date,amount,category,"{evil}"'
    rows = (f'"{evil}","{evil}{n}",{DAY},1,"{evil}","{evil}"' for n in range(2))
    path = vitalfew.write("\n".join((header, *rows, f"ann,1,{DAY},5,,")) + "\n", "x'; --%_.csv")
    graded = vitalfew.graded(path, "--exclude", "ann' OR '1'='1")
    assert graded.money == {"ann": "5.00", evil: "2.00"}
    assert vitalfew.graded(path, "--exclude", evil).money == {"ann": "5.00"}


@row("B-49")
def test_names_of_one_to_200_characters_are_names(vitalfew: Command) -> None:
    names = ("王", "😀", "x" * 200, "x" * 201, "x" * 10_000, '" \u3000 "', "")
    rows = "".join(f"n{n},{name}\n" for n, name in enumerate(names))
    customers = vitalfew.write(f"customer_id,name\n{rows}", "customers.csv")
    graded = vitalfew.run(
        "grade", str(vitalfew.orders()), "--customers", str(customers), "--scheme", "abc", "--max-rejects", "1"
    )
    assert graded.code == 0
    assert graded.line == "3 rows rejected → orders.customers.rejects.csv"
    reasons = Path("orders.customers.rejects.csv").read_text(encoding="utf-8-sig")
    assert [part in reasons for part in ("201 characters; at most 200", "only spaces")] == [True, True]


@row("B-50")
def test_a_name_cannot_turn_its_neighbours_or_steer_the_terminal(vitalfew: Command) -> None:
    rows = ("evil\u202egnp.exe", "a\u2066b", "x\x1b[2Jy", "bell\x07")
    path = vitalfew.orders(*(f"{name},{n},{DAY},9000" for n, name in enumerate(rows, 9)))
    outcome = vitalfew.run("grade", str(path), "--scheme", "abc", "--customers", str(_named(vitalfew, rows)))
    assert outcome.code == 0
    assert [sign for sign in outcome.out + outcome.err if sign in "\u202e\u2066\x1b\x07"] == []
    assert set(vitalfew.graded(path).money) == {*rows, *MONEY}


def _named(vitalfew: Command, names: tuple[str, ...]) -> Path:
    return vitalfew.write("customer_id,name\n" + "".join(f"{name},{name}\n" for name in names), "customers.csv")
