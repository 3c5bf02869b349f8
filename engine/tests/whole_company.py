"""A small company of whom every column of every table is known, and what came after its last day."""

import pyarrow as pa
from small_company import table

WHOLE = {
    "orders": """
customer_id order_id moment              product_id category quantity amount list_amount cost channel promotion
A           2        2024-06-01          x          business 1        80     80          50   offline -
A           1        2023-03-01T10:00    x          business 2        100    120         60   online  spring
A           1        2023-03-01T10:00    y          leisure  1        50     50          20   online  -
A           3        2024-09-15          z          business 1        70     90          40   online  -
A           4        2025-02-01          x          leisure  3        200    200         99   online  -
A           5        2025-12-20          y          business 1        40     50          30   online  winter
A           5        2025-12-20          x          business -1       -20    -20         -10  online  -
B           6        2023-05-01          x          business 1        500    500         300  offline -
B           7        2024-08-01          y          meeting  2        60     60          30   offline -
B           8        2025-07-01          y          meeting  2        90     90          60   online  -
C           9        2025-11-11          z          leisure  1        10.10  11.20       12   online  double11
C           10       2025-12-31T23:59    z          leisure  -1       -5     -5          -3   online  -
""",
    "customers": """
customer_id kind    industry region region_class company_type channel_role since      followers fame regional_standing \
social_activity influence satisfaction relationship_level expected_spend growth_potential industry_growth intent \
initiative risk_bearing value_chain_tie rival_target suppliers supplier_changes referrals introduced_by preference \
service_need purchase_purpose buying_segment guest_segment project_level strategic international stores store_growth \
loan_balance deposit_balance key_person_touch personality age gender
A           company trade    north  city         state_owned  agent        2020-01-01 10        60   leading           \
30              50        70           4                  900            60               0.05            70     \
they       50           40              yes          3         1                1         -             price      \
standard     clear            often-large    business      core          no        yes           12     0.1          \
1000         2000            2025-11-30       calm        41  female
P           person  school   south  rural        -            -            -          -         -    -                 \
-               -         -            -                  500            -                -               -      \
-          -            -               -            -         -                -         A             -          \
-            -                -              -             -             -         -             -      -            \
-            -               -                -           -   -
""",
    "payments": """
invoice_id customer_id issued     due        amount paid_on    paid_amount
1          A           2025-01-01 2025-02-01 200    2025-02-11 150
1          A           2025-01-01 2025-02-01 200    2026-01-05 50
2          B           2025-07-01 2025-08-01 90     2025-07-15 -
""",
    "returns": "customer_id order_id day amount\nA 4 2025-02-20 30\nB 8 2025-07-10 5",
    "service_costs": "customer_id day kind amount hours\nA 2025-05-01 visit 12.50 3\nB 2025-05-01 delivery 99 0.5",
    "feedback": "customer_id day kind score\nA 2025-05-01 csat 90\nA 2025-06-01 nps 10\nB 2025-06-01 complaint -\n"
    "B 2025-06-02 suggestion -",
    "interactions": """
customer_id moment           kind  contact_role minutes
A           2025-12-01T09:00 visit director     60
A           2025-12-19T21:00 web   -            12
B           2025-06-30       web   -            7
C           2025-12-30       call  buyer        5
""",
    "wallet": "customer_id year amount\nA 2025 1000\nB 2025 400",
}
# Rows that come after the last day: nothing may change by them.
LATER = {
    "orders": "customer_id order_id moment product_id category quantity amount list_amount cost channel promotion\n"
    "A 2 2026-01-01 q new 9 999 999 1 offline later\nN 99 2026-06-01 q new 9 999 999 1 online -",
    "payments": "invoice_id customer_id issued due amount paid_on paid_amount\n9 A 2026-01-01 2026-01-01 77 2026-01-02 77",
    "returns": "customer_id order_id day amount\nA 3 2026-01-01 33",
    "service_costs": "customer_id day kind amount hours\nA 2026-01-01 visit 55 5",
    "feedback": "customer_id day kind score\nA 2026-01-01 csat 1\nA 2026-01-01 nps 0\nA 2026-01-01 complaint -",
    "interactions": "customer_id moment kind contact_role minutes\nA 2026-01-01 visit director 1\nA 2026-01-01 web - 99",
    "wallet": "customer_id year amount\nA 2026 5",
}


def rows_of(tables: dict[str, str]) -> dict[str, pa.Table]:
    return {name: table(name, text) for name, text in tables.items()}
