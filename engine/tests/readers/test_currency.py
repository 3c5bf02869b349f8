"""Amounts in several currencies."""

import pytest
from readers.typing_rows import column, notes, rates, read, reasons, row

from vitalfew.errors import Refusal
from vitalfew.readers.cells.currencies import code_of, digits_of

HEADER = "customer_id,moment,amount,currency"


@row("B-37")
@pytest.mark.parametrize(
    "rows", [["A,2025-01-02,1,CNY", "B,2025-01-02,1,USD"], ["A,2025-01-02,¥1,", "B,2025-01-02,$1,"]]
)
def test_two_currencies_without_rates_are_refused(rows: list[str]) -> None:
    header = HEADER if "CNY" in rows[0] else "customer_id,moment,amount,note"
    with pytest.raises(Refusal, match=r"several currencies \(CNY, USD\).*--rates FILE"):
        read(header, rows)


def test_one_currency_in_different_words_is_one() -> None:
    rows = ["A,2025-01-02,1,CNY", "B,2025-01-02,¥1,rmb", "C,2025-01-02,1,人民币"]
    result = read(HEADER, rows)
    assert (result.currency, column(result, "amount")) == ("CNY", ["1.00"] * 3)


def test_signs_that_can_mean_one_currency_do_and_a_lone_ambiguous_one_names_none() -> None:
    assert read("customer_id,moment,amount", ["A,2025-01-02,¥1", "B,2025-01-02,RMB 1"]).currency == "CNY"
    assert read("customer_id,moment,amount", ["A,2025-01-02,$1", "B,2025-01-02,1"]).currency is None
    assert read("customer_id,moment,amount", ["A,2025-01-02,$1"], currency="HKD").currency == "HKD"


@row("B-37")
def test_each_line_is_turned_at_the_last_rate_known_on_its_day() -> None:
    table = rates("2025-01-01,USD,7.10", "2025-01-03,USD,7.205", "2025-01-01,EUR,7.5")
    rows = [
        "A,2025-01-01,10,USD",
        "A,2025-01-02 23:59,10,USD",
        "A,2025-01-03,1,usd",
        "A,2025-01-09,2,EUR",
        "A,2025-01-02,5,CNY",
    ]
    result = read(HEADER, rows, rates=table, currency="CNY")
    assert column(result, "amount") == ["71.00", "71.00", "7.20", "15.00", "5.00"]
    assert notes(result)["turned"].startswith("Amounts in CNY, EUR, USD are turned into CNY")


@row("B-37")
def test_a_day_before_the_first_rate_and_a_currency_without_one_reject_the_row() -> None:
    rows = ["A,2024-12-31,10,USD", "A,2025-01-02,10,GBP", "A,2025-01-02,10,", "A,2025-01-02,1,CNY", "B,x,1,USD"]
    result = read(HEADER, rows, rates=rates("2025-01-01,USD,7.10"), currency="CNY")
    assert reasons(result) == [
        (2, "currency", "no rate for USD on 2024-12-31"),
        (3, "currency", "no rate for GBP on 2025-01-02"),
        (4, "currency", "no currency, in a file of several"),
        (6, "moment", "not a date"),
    ]
    assert column(result, "amount") == ["1.00"]


def test_the_currency_without_a_rate_is_that_of_the_result() -> None:
    result = read(HEADER, ["A,2025-01-02,1,USD", "A,2025-01-02,1,CNY"], rates=rates("2025-01-01,USD,7"))
    assert (result.currency, column(result, "amount")) == ("CNY", ["7.00", "1.00"])


def test_where_nothing_tells_the_currency_of_the_result_it_is_asked_for() -> None:
    rows = ["A,2025-01-02,1,USD", "A,2025-01-02,1,EUR"]
    with pytest.raises(Refusal, match="--currency CODE"):
        read(HEADER, rows, rates=rates("2025-01-01,USD,7", "2025-01-01,EUR,8"))


def test_another_currency_than_the_one_asked_for_needs_rates() -> None:
    with pytest.raises(Refusal, match="amounts are in USD, the result is to be in CNY"):
        read(HEADER, ["A,2025-01-02,1,USD"], currency="CNY")


def test_money_has_the_digits_of_its_minor_unit() -> None:
    assert column(read(HEADER, ["A,2025-01-02,10.5,JPY", "A,2025-01-02,11.5,JPY"]), "amount") == ["10", "12"]
    assert column(read(HEADER, ["A,2025-01-02,10.5555,KWD"]), "amount") == ["10.556"]
    turned = read(
        HEADER,
        ["A,2025-01-02,1.2345,KWD", "A,2025-01-02,100.5,JPY"],
        rates=rates("2025-01-01,KWD,20", "2025-01-01,JPY,0.05"),
        currency="CNY",
    )
    assert column(turned, "amount") == ["24.68", "5.00"]


def test_all_money_of_a_line_is_turned_and_nothing_else() -> None:
    rows = ["A,2025-01-02,2,3,USD,4,1", "A,2025-01-02,2,3,CNY,4,1"]
    result = read(
        "customer_id,moment,quantity,unit_price,currency,list_amount,cost", rows, rates=rates("2025-01-01,USD,7")
    )
    assert result.rows.drop_columns(["customer_id", "moment", "currency"]).to_pylist()[0] == {
        "quantity": 2,
        "unit_price": 21,
        "amount": 42,
        "list_amount": 28,
        "cost": 7,
    }


def test_a_sign_that_contradicts_the_currency_of_its_row_rejects_it() -> None:
    rows = ["A,2025-01-02,€5,USD", "A,2025-01-02,$5,CNY"]
    result = read(HEADER, rows, rates=rates("2025-01-01,USD,7"), currency="CNY")
    assert [reason for _, _, reason in reasons(result)] == [
        "the sign € does not stand for the currency of the row",
        "the sign $ does not stand for the currency of the row",
    ]


def test_payments_in_several_currencies_are_turned_at_the_day_they_were_issued() -> None:
    rows = ["A,2025-01-02,$10,$5", "A,2025-01-02,¥10,"]
    result = read("customer_id,issued,amount,paid_amount", rows, table="payments", rates=rates("2025-01-01,USD,7"))
    assert (column(result, "amount"), column(result, "paid_amount")) == (["70.00", "10.00"], ["35.00", "None"])


def test_amounts_without_a_day_cannot_be_turned() -> None:
    with pytest.raises(Refusal, match="cannot be added up"):
        read("customer_id,amount", ["A,$1", "B,€1"], table="wallet", rates=rates("2025-01-01,USD,7"), currency="CNY")


def test_two_rates_for_one_day_are_refused_and_rates_are_above_zero() -> None:
    with pytest.raises(Refusal, match="two different rates for USD on 2025-01-01"):
        rates("2025-01-01,USD,7", "2025-01-01,usd,8")
    result = read("date,currency,rate", ["2025-01-01,USD,0", "2025-01-01,EUR,-1"], table="exchange_rates")
    assert [reason for _, _, reason in reasons(result)] == ["not above zero"] * 2


def test_names_and_digits_of_currencies() -> None:
    assert [code_of(text) for text in ("usd", " US $", "美元", "RMB", "XYZ")] == ["USD", "USD", "USD", "CNY", "XYZ"]
    assert [digits_of(code) for code in (None, "CNY", "JPY", "KWD", "CLF")] == [2, 2, 0, 3, 4]
