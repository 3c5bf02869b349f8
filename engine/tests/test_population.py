"""The others of one customer, looked up in everybody's values, are the others sorted anew."""

import random
from decimal import Decimal

import pyarrow as pa
import pytest

from vitalfew.expressions import HAS_ORDERS
from vitalfew.population import Population


def company(dice: random.Random) -> pa.Table:
    n = dice.randint(1, 12)
    amounts = [dice.choice([None, Decimal(dice.randint(-300, 300)).scaleb(-2), Decimal("1.00")]) for _ in range(n)]
    return pa.table(
        {
            "customer_id": [str(number) for number in range(n)],
            HAS_ORDERS: [dice.random() < 0.8 for _ in range(n)],
            "amount": pa.array(amounts, pa.decimal128(38, 2)),
        }
    )


@pytest.mark.parametrize("seed", range(20))
def test_leaving_one_out_is_the_same_as_never_having_had_it(seed: int) -> None:
    dice = random.Random(seed)
    table = company(dice)
    for place in range(table.num_rows):
        found = Population(table).without(place)
        rest = Population(pa.concat_tables([table.slice(0, place), table.slice(place + 1)]))
        for mine, theirs in ((found["amount"], rest["amount"]), (found.everybody("amount"), rest.everybody("amount"))):
            assert (mine.n, mine.total(), list(mine.ordered)) == (theirs.n, theirs.total(), list(theirs.ordered))
            for value in (Decimal(cents).scaleb(-2) for cents in range(-310, 311, 10)):
                assert [mine.worse(value), mine.worse(value, "less"), mine.equal(value), mine.total_above(value)] == [
                    theirs.worse(value),
                    theirs.worse(value, "less"),
                    theirs.equal(value),
                    theirs.total_above(value),
                ]
        assert found.table.equals(rest.table)
        assert found.buyers.equals(rest.buyers)
