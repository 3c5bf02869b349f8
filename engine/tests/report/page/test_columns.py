"""Who is short of room keeps what matters: customer, grade, the first numbers."""

from vitalfew.report.page.columns import PAPER, SCREEN, places, shown
from vitalfew.report.page_model import Column

COLUMNS = (
    Column("Customer", "customer", "customer"),
    Column("Grade", "grade", "grade"),
    Column("Was", "grade", "was"),
    Column("Score", "score", "score"),
    Column("Segment", "text", "segment"),
    *(Column(f"Amount {place}", "money", f"amount{place}") for place in range(8)),
)


def test_a_phone_shows_customer_grade_and_the_first_amount() -> None:
    assert [key for key, left_out in places(COLUMNS).items() if "wide" not in left_out] == [
        "customer",
        "grade",
        "amount0",
    ]


def test_paper_shows_customer_grade_and_the_first_numbers() -> None:
    kept = [key for key, left_out in places(COLUMNS).items() if "extra" not in left_out]
    assert kept == ["customer", "grade", "score", "amount0", "amount1", "amount2", "amount3"]
    assert len(kept) == PAPER


def test_a_screen_shows_the_first_columns_in_their_order() -> None:
    assert shown(COLUMNS) == COLUMNS[:SCREEN]
