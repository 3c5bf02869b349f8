"""A flag is explained with its figures (B13)."""

from pathlib import Path

import vitalfew as vf

ROWS = "".join(
    f"bargain,b{month},2026-0{month}-10,100.00,90.00,spring\nregular,r{month},2026-0{month}-10,100.00,40.00,\n"
    for month in range(1, 5)
)


def test_a_buyer_of_promotions_alone_is_told_with_the_figures(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text("customer_id,order_id,moment,amount,cost,promotion\n" + ROWS, encoding="utf-8")
    result = vf.grade(path, scheme="value_tiers")
    assert result.explain("bargain")["remarks"] == [
        "100 % of the spend in 4 orders was promoted or discounted, and no order was without a promotion."
    ]
    assert result.explain("regular")["remarks"] == []
