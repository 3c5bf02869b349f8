"""Rejected rows: counted, kept whole, and never more than was allowed."""

from pathlib import Path

import pytest
from hostile.command import DAY, Command, contents, table


@pytest.mark.parametrize(("limit", "code"), [("0", 1), ("24%", 1), ("0.25", 0)])
def test_the_limit_is_a_share_of_the_data_rows(vitalfew: Command, limit: str, code: int) -> None:
    path = vitalfew.orders(f"dan,9,{DAY},x", "", "Total,,,960")
    outcome = vitalfew.run("grade", str(path), "--scheme", "abc", "--max-rejects", limit, "-o", "out.csv")
    assert outcome.code == code, outcome


@pytest.mark.parametrize("limit", ["-1", "101%", "many", "NaN", "5 %%", ""])
def test_a_limit_that_is_none_is_wrong_use(vitalfew: Command, limit: str) -> None:
    assert "--max-rejects" in vitalfew.refused("grade", vitalfew.orders(), "--max-rejects", limit, code=2)


def test_too_many_rejects_write_only_their_file_and_leave_out_as_it_was(vitalfew: Command, tmp_path: Path) -> None:
    assert vitalfew.run("grade", str(vitalfew.orders()), "--scheme", "abc", "-o", "out.csv").code == 0
    path = vitalfew.orders(f"dan,9,{DAY},x", name="worse.csv")
    before = contents(tmp_path)
    outcome = vitalfew.run("grade", str(path), "--scheme", "abc", "-o", "out.csv")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.splitlines() == [
        "1 rows rejected → out.rejects.csv",
        "orders: 1 of 4 rows were rejected, 25.0 %; at most 5 % are allowed. "
        "Nothing was graded. Mend the rows or raise --max-rejects.",
    ]
    assert contents(tmp_path).keys() - before.keys() == {"out.rejects.csv"}
    assert contents(tmp_path).items() >= before.items()


def test_where_every_row_is_rejected_their_file_is_written_whatever_the_limit(vitalfew: Command) -> None:
    path = vitalfew.write(f"customer_id,order_id,order_date,amount\nann,1,{DAY},x\nbob,2,x,5\n")
    outcome = vitalfew.run("grade", str(path), "--scheme", "abc", "--max-rejects", "100%")
    assert (outcome.code, outcome.out) == (1, "")
    first, second = outcome.err.splitlines()
    assert first == "2 rows rejected → orders.rejects.csv"
    assert second.startswith("orders: all 2 rows were rejected.")
    assert len(table(Path("orders.rejects.csv"))) == 3


def test_rejects_of_further_tables_have_files_of_their_own(vitalfew: Command) -> None:
    payments = vitalfew.write(
        f"invoice_id,customer_id,issued,due,amount\n1,ann,{DAY},{DAY},5\n2,bob,x,{DAY},5\n", "p.csv"
    )
    flags = ("--payments", str(payments), "--max-rejects", "50%", "--scheme", "abc", "-o", "out.csv")
    outcome = vitalfew.run("grade", str(vitalfew.orders(f"dan,9,{DAY},x")), *flags)
    assert outcome.code == 0
    assert sorted(outcome.err.splitlines()) == [
        "1 rows rejected → out.payments.rejects.csv",
        "1 rows rejected → out.rejects.csv",
    ]


def test_mended_rejects_are_read_like_the_rest_of_their_file(vitalfew: Command) -> None:
    vitalfew.graded(vitalfew.orders(f'"d,an",9,{DAY},"1,5,0"', "eve,10,2025-02-30,7"))
    rejects = table(Path("graded.rejects.csv"))
    assert rejects[0] == ["line", "column", "value", "reason", "customer_id", "order_id", "order_date", "amount"]
    assert [row[4:] for row in rejects[1:]] == [["d,an", "9", DAY, "1,5,0"], ["eve", "10", "2025-02-30", "7"]]
    mended = Path("graded.rejects.csv").read_text(encoding="utf-8-sig")
    mended = mended.replace(',"1,5,0"\n', ",15\n").replace(",2025-02-30,7\n", ",2025-02-28,7\n")
    assert vitalfew.graded(vitalfew.write(mended, "mended.csv")).money == {"d,an": "15.00", "eve": "7.00"}


def test_a_very_long_value_is_shortened_and_its_row_kept_whole(vitalfew: Command) -> None:
    long = "x" * 5_000
    assert vitalfew.graded(vitalfew.orders(f"dan,9,{DAY},{long}")).faults[0][2] == "x" * 200 + "…"
    assert table(Path("graded.rejects.csv"))[1][7] == long
