"""Amounts that are none, or not what they look like (safety.md, B-32 to B-37)."""

import pytest
from hostile.command import DAY, Command, faults_at
from hostile.rows import row

MONEY = {"ann": "800.00", "bob": "100.00", "cat": "60.00"}
PLAIN = "not a plain number"


def priced(*cells: str) -> list[str]:
    return [f'c{line},{line},{DAY},"{cell}"' for line, cell in enumerate(cells, 5)]


@row("B-32")
def test_negative_and_zero_orders_count_and_are_warned_of(vitalfew: Command) -> None:
    graded = vitalfew.graded(vitalfew.orders(*priced("-5", "(7.50)", "3-", "−2", "0", "-0.00")))
    added = {"c10": "0.00", "c5": "-5.00", "c6": "-7.50", "c7": "-3.00", "c8": "-2.00", "c9": "0.00"}
    assert graded.money == MONEY | added
    assert (graded.notes["negative_orders"], graded.notes["zero_orders"]) == (
        "4 orders sum below zero: returns or corrections.",
        "2 orders sum to zero.",
    )
    assert {graded.grades[customer] for customer in added} == {"C"}


@row("B-32")
def test_negative_quantities_are_returns(vitalfew: Command) -> None:
    lines = "customer_id,order_id,product_id,order_date,quantity,unit_price\n"
    lines += f"ann,1,P1,{DAY},3,10.00\nann,1,P1,{DAY},-1,10.00\nbob,2,P1,{DAY},-2,10.00\n"
    assert vitalfew.graded(vitalfew.write(lines)).money == {"ann": "20.00", "bob": "-20.00"}


@row("B-33")
def test_what_is_no_finite_number_is_rejected_and_changes_nobody(vitalfew: Command) -> None:
    cells = ["NaN", "nan", "Inf", "-Infinity", "1e400", "0x1F", "1_000", "١٢٣", "½", "1,23,456.0", "12.5.2025", "--5"]
    cells += ["5%", "TRUE", "1 2", "ⅷ", "∞", "5 apples", "=1+1", "1.2.3", "()", "(5", "+-5", "٫5", "0b11", "1/2"]
    expected = vitalfew.graded(vitalfew.orders()).rows
    graded = vitalfew.graded(vitalfew.orders(*priced(*cells)))
    assert graded.rows == expected
    assert [fault[:2] + fault[3:] for fault in graded.faults] == [fault[:2] + fault[3:] for fault in faults_at("amount", PLAIN, cells)]  # fmt: skip


@row("B-33")
def test_more_digits_than_can_be_held_are_rejected_not_rounded_away(vitalfew: Command) -> None:
    cells = ["99999999999999999", "9" * 100, "9" * 101, "-" + "9" * 40 + ".5"]
    graded = vitalfew.graded(vitalfew.orders(*priced("9999999999999999.99", *cells)))
    assert graded.money["c5"] == "9999999999999999.99"
    assert [fault[0] for fault in graded.faults] == [6, 7, 8, 9]


@row("B-33")
def test_a_sum_of_the_largest_amounts_is_exact_or_refused(vitalfew: Command) -> None:
    rows = [f"whale{number},{number},{DAY},9999999999999999.99" for number in range(50)]
    graded = vitalfew.graded(vitalfew.orders(*rows))
    assert [graded.money[f"whale{number}"] for number in range(50)] == ["9999999999999999.99"] * 50
    assert graded.notes["vital_few"] == "77.4 % of the customers (41 of 53) bring 80 % of the sales."
    one = [f"whale,{number},{DAY},9999999999999999.99" for number in range(50)]
    assert "needs more than 18 digits" in vitalfew.not_gradable(vitalfew.orders(*one))


@row("B-34")
def test_exponents_are_rejected(vitalfew: Command) -> None:
    cells = ["1e3", "1E+05", "1.5e-3", "2E5", "1d3"]
    graded = vitalfew.graded(vitalfew.orders(*priced(*cells)))
    assert (graded.money, graded.faults) == (MONEY, faults_at("amount", PLAIN, cells))


def test_numbers_as_people_write_them_are_read(vitalfew: Command) -> None:
    meant = {
        "¥1,234.50": "1234.50", "１，２３４．５": "1234.50", "1'234.5": "1234.50", "1\u202f234.5": "1234.50",
        "RMB 12.5": "12.50", "5元": "5.00", "1.005": "1.00", "1.015": "1.02", " 7 ": "7.00",
    }  # fmt: skip
    graded = vitalfew.graded(vitalfew.orders(*priced(*meant)), "--currency", "CNY")
    assert graded.faults == []
    assert [graded.money[f"c{line}"] for line in range(5, 5 + len(meant))] == list(meant.values())


CURRENCIES = "customer_id,order_id,order_date,amount,currency\n"
RATES = "date,currency,rate\n2025-01-03,USD,7\n2025-01-05,USD,8\n"


@row("B-37")
@pytest.mark.parametrize(
    "rows",
    [
        f"ann,1,{DAY},5,CNY\nbob,2,{DAY},5,USD\n",
        f"ann,1,{DAY},$5,\nbob,2,{DAY},€5,\n",
        f"ann,1,{DAY},5,CNY\nbob,2,{DAY},US$5,\n",
        f"ann,1,{DAY},5,CNY\nbob,2,{DAY},€5,CNY\n",
    ],
    ids=["column", "signs", "column-and-sign", "sign-against-column"],
)
def test_two_currencies_without_rates_are_refused(vitalfew: Command, rows: str) -> None:
    assert "--rates" in vitalfew.not_gradable(vitalfew.write(CURRENCIES + rows))


@row("B-37")
def test_a_row_without_a_rate_is_rejected_and_never_added_up(vitalfew: Command) -> None:
    rates = vitalfew.write(RATES, "rates.csv")
    rows = ("ann,1,2025-01-04,10,USD", "ann,2,2025-01-06,10,USD", "ann,3,2025-01-02,10,USD")
    rows += ("ann,4,2025-01-06,10,EUR", "ann,5,2025-01-06,10,CNY", "ann,6,2025-01-06,10,")
    path = vitalfew.write(CURRENCIES + "\n".join(rows) + "\n")
    graded = vitalfew.graded(path, "--rates", str(rates), "--currency", "CNY")
    assert graded.money == {"ann": "160.00"}
    assert [(fault[0], fault[3]) for fault in graded.faults] == [
        (4, "no rate for USD on 2025-01-02"),
        (5, "no rate for EUR on 2025-01-06"),
        (7, "no currency, in a file of several"),
    ]


@row("B-37")
def test_signs_stand_where_the_currency_is_empty(vitalfew: Command) -> None:
    rates = vitalfew.write(RATES, "rates.csv")
    rows = f"ann,1,{DAY},¥10,CNY\nann,2,{DAY},$10,\nann,3,{DAY},$10,CNY\nann,4,{DAY},10,USD\n"
    graded = vitalfew.graded(vitalfew.write(CURRENCIES + rows), "--rates", str(rates), "--currency", "CNY")
    assert graded.money == {"ann": "170.00"}
    assert [fault[:2] for fault in graded.faults] == [(4, "amount")]
    one = vitalfew.graded(vitalfew.write(f"{CURRENCIES}ann,1,{DAY},$10,USD\nann,2,{DAY},$5,\nann,3,{DAY},5,\n"))
    assert one.money == {"ann": "20.00"}


@row("B-37")
@pytest.mark.parametrize("rate", ["0"])
def test_a_rate_that_is_none_turns_nothing(vitalfew: Command, rate: str) -> None:
    rates = vitalfew.write(f"date,currency,rate\n2025-01-03,USD,{rate}\n", "rates.csv")
    path = vitalfew.write(f"{CURRENCIES}ann,1,{DAY},5,USD\nbob,2,{DAY},5,CNY\n")
    outcome = vitalfew.run("grade", str(path), "--rates", str(rates), "--currency", "CNY", "--scheme", "abc")
    assert outcome.code == 1
    assert "Traceback" not in outcome.err
