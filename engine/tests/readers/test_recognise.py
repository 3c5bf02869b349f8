from collections.abc import Sequence

import pytest
from readers.text_files import options

from vitalfew.errors import Refusal, WrongUse
from vitalfew.readers.headers.headings import fold
from vitalfew.readers.headers.recognise import Recognised, recognise
from vitalfew.schemas import TABLES, FactTable

ORDERS, CUSTOMERS, PAYMENTS = (TABLES[name] for name in ("orders", "customers", "payments"))
SAMPLE_ROWS = 6


def found(header: str, table: FactTable = ORDERS, rows: Sequence[str] = (), **mapping: str) -> Recognised:
    names = header.split(",")
    cells = [row.split(",") for row in rows] or [["x"] * len(names)] * SAMPLE_ROWS
    sample = list(zip(*cells, strict=True))
    return recognise(names, sample, table, options(mapping=mapping), "orders.csv")


def headers(got: Recognised) -> dict[str, str]:
    return {name: got.header_of(name) for name in got.columns}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_standard_names_are_read_without_any_flag(table: FactTable) -> None:
    names = [column.name for column in table.columns]
    got = found(",".join(names), table)
    assert headers(got) == {name: name for name in names}
    assert set(got.how.values()) == {"exact"}
    assert got.notes == ()


def test_order_date_is_as_good_as_moment() -> None:
    assert found("customer_id,Order_Date,amount").how["moment"] == "exact"


@pytest.mark.parametrize(
    ("header", "want"),
    [
        pytest.param(
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
            "order_id=InvoiceNo product_id=StockCode quantity=Quantity moment=InvoiceDate unit_price=UnitPrice customer_id=CustomerID",
            id="UCI Online Retail",
        ),
        pytest.param(
            "Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Currency,Total,Source",
            "customer_id=Email moment=Created at quantity=Lineitem quantity product_id=Lineitem sku unit_price=Lineitem price"
            " currency=Currency channel=Source",
            id="Shopify",
        ),
        pytest.param(
            "KUNNR,VBELN,POSNR,AUDAT,MATNR,MATKL,KWMENG,NETPR,NETWR,WAERK,WAVWR",
            "customer_id=KUNNR order_id=VBELN line=POSNR moment=AUDAT product_id=MATNR category=MATKL quantity=KWMENG"
            " unit_price=NETPR amount=NETWR currency=WAERK cost=WAVWR",
            id="SAP",
        ),
        pytest.param(
            "客户编码,客户名称,发货单号,行号,单据日期,存货编码,存货分类,数量,无税单价,无税金额,价税合计,币种",
            "customer_id=客户编码 order_id=发货单号 line=行号 moment=单据日期 product_id=存货编码 category=存货分类 quantity=数量"
            " unit_price=无税单价 amount=无税金额 currency=币种",
            id="用友",
        ),
        pytest.param(
            "日期,单据编号,购货单位,物料代码,物料名称,实发数量,销售单价,销售金额,成本",
            "moment=日期 order_id=单据编号 customer_id=购货单位 product_id=物料代码 quantity=实发数量 unit_price=销售单价"
            " amount=销售金额 cost=成本",
            id="金蝶",
        ),
        pytest.param(
            "客戶代號,客戶簡稱,單據號碼,銷貨日期,品號,數量,單價,未稅金額,幣別",
            "customer_id=客戶代號 order_id=單據號碼 moment=銷貨日期 product_id=品號 quantity=數量 unit_price=單價"
            " amount=未稅金額 currency=幣別",
            id="鼎新",
        ),
        pytest.param(
            "订单编号,买家会员名,买家实际支付金额,订单创建时间,宝贝标题,宝贝总数量",
            "order_id=订单编号 customer_id=买家会员名 amount=买家实际支付金额 moment=订单创建时间 product_id=宝贝标题"
            " quantity=宝贝总数量",
            id="淘宝",
        ),
    ],
)
def test_headers_of_well_known_exports_are_read_without_any_flag(header: str, want: str) -> None:
    pairs = dict(
        pair.split("=") for pair in want.replace("Created at", "Created~at").replace("Lineitem ", "Lineitem~").split()
    )
    assert headers(found(header)) == {name: text.replace("~", " ") for name, text in pairs.items()}


@pytest.mark.parametrize(
    "header", ["CUSTOMER NO.", "＊客户编号＊", "客户编号（必填）", "customer-id", " Customer Id ", "客户 编号"]
)
def test_width_case_spaces_punctuation_and_brackets_do_not_count(header: str) -> None:
    assert headers(found(f"{header},日期,金额(元)")) == {"customer_id": header, "moment": "日期", "amount": "金额(元)"}


def test_a_code_wins_over_a_name_and_the_standard_name_over_both() -> None:
    assert headers(found("客户名称,客户编号,日期,金额"))["customer_id"] == "客户编号"
    assert headers(found("客户名称,客户编号,日期,金额,customer_id"))["customer_id"] == "customer_id"
    assert headers(found("客户名称,日期,金额"))["customer_id"] == "客户名称"


def test_a_header_that_would_have_fitted_too_is_named() -> None:
    got = found("客户名称,客户编号,日期,金额")
    assert [str(note) for note in got.notes] == [
        "customer_id is read from 客户编号; 客户名称 would fit too (--map customer_id=COLUMN changes it)"
    ]


def test_the_net_amount_wins_over_the_amount_with_tax() -> None:
    assert headers(found("客户编号,日期,含税金额,不含税金额"))["amount"] == "不含税金额"


def test_a_total_by_its_name_is_the_amount_only_where_nothing_else_is() -> None:
    assert headers(found("customer_id,date,Total"))["amount"] == "Total"
    lines = found("customer_id,date,Quantity,Price,Total")
    assert not {"amount", "order_total"} & lines.columns.keys()
    assert found("customer_id,date,order_total").how["order_total"] == "exact"


def test_a_column_given_by_hand_wins_over_every_name() -> None:
    got = found("customer_id,买家,date,amount", customer_id="买家")
    assert headers(got)["customer_id"] == "买家"
    assert got.how["customer_id"] == "given"


def test_a_given_field_may_be_written_with_its_table_and_by_its_other_name() -> None:
    got = found("a,b,c", customer_id="a", order_date="b", **{"orders.amount": "C", "payments.amount": "z"})
    assert headers(got) == {"customer_id": "a", "moment": "b", "amount": "c"}


def test_a_field_given_for_orders_is_taken_in_other_tables_where_the_column_stands() -> None:
    header = "customer_id,issued,amount,金额"
    assert headers(found(header, PAYMENTS, amount="金额"))["amount"] == "金额"
    assert headers(found(header, PAYMENTS, amount="销售额"))["amount"] == "amount"


def test_an_unknown_field_is_wrong_use_with_a_suggestion() -> None:
    with pytest.raises(WrongUse, match=r"--map: there is no field amuont\. Did you mean amount\?"):
        found("customer_id,date,amount", amuont="amount")
    with pytest.raises(WrongUse, match=r"there is no field order\.amount"):
        found("customer_id,date,amount", **{"order.amount": "amount"})


def test_a_given_column_that_is_not_there_is_refused_with_a_suggestion() -> None:
    with pytest.raises(Refusal, match=r"no column Ammount for --map amount\. Did you mean Amount\?") as refusal:
        found("customer_id,date,Amount", amount="Ammount")
    assert refusal.value.exit_code == 1


def test_missing_columns_are_refused_with_the_headers_seen_and_the_flag() -> None:
    with pytest.raises(
        Refusal,
        match=r"no column found for customer_id, amount\. Name it with --map customer_id=COLUMN\. Headers seen: Datum, Wert, Ort\.",
    ):
        found("Datum,Wert,Ort", rows=["2025-01-02,abc,B", "2025-01-03,abd,B"])


def test_quantity_alone_is_no_amount() -> None:
    with pytest.raises(Refusal, match="no column found for amount"):
        found("customer_id,date,quantity")
    assert "amount" not in found("customer_id,date,quantity,unit_price").columns


def test_content_tells_the_only_date_the_only_amount_and_the_only_text_that_comes_again() -> None:
    rows = ["K7,2025-01-02,10.50", "K7,2025-01-03,11.00", "K8,2025-02-03,12.25"]
    got = found("Kunde,Datum,Wert", rows=rows)
    assert headers(got) == {"customer_id": "Kunde", "moment": "Datum", "amount": "Wert"}
    assert set(got.how.values()) == {"content"}
    assert all(note.warning for note in got.notes)
    assert len(got.notes) == 3


@pytest.mark.parametrize(
    ("header", "rows", "gap"),
    [
        ("customer_id,Eins,Zwei,amount", ["K7,2025-01-02,2025-01-02,1.5", "K8,2025-01-03,2025-01-09,2.5"], "moment"),
        ("customer_id,date,Eins,Zwei", ["K7,2025-01-02,1.5,2.5", "K8,2025-01-03,2.5,3.5"], "amount"),
        ("Eins,Zwei,date,amount", ["K7,A,2025-01-02,1.5", "K7,A,2025-01-03,2.5"], "customer_id"),
        ("Eins,date,amount", ["K7,2025-01-02,1.5", "K8,2025-01-03,2.5"], "customer_id"),
    ],
    ids=["two dates", "two amounts", "two texts", "never twice"],
)
def test_content_decides_nothing_where_two_columns_could_be_meant(header: str, rows: list[str], gap: str) -> None:
    with pytest.raises(Refusal, match=f"no column found for {gap}"):
        found(header, rows=rows)


def test_further_columns_of_customers_stay_under_their_own_header() -> None:
    got = found("客户编号,客户名称,行业,业务员,VIP", CUSTOMERS)
    assert headers(got) == {"customer_id": "客户编号", "name": "客户名称", "industry": "行业"}
    assert got.others == {"业务员": 3, "VIP": 4}


def test_further_columns_of_other_tables_are_left_alone() -> None:
    assert found("customer_id,date,amount,业务员").others == {}


def test_a_list_of_names_only_is_a_list_of_customers() -> None:
    assert headers(found("客户名称,行业", CUSTOMERS))["customer_id"] == "客户名称"


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_no_header_means_two_columns_of_one_table(table: FactTable) -> None:
    meant: dict[str, set[str]] = {}
    for column in table.columns:
        for name in (column.name, *column.names):
            meant.setdefault(fold(name), set()).add(column.name)
    assert {
        name: columns for name, columns in meant.items() if len(columns) > 1 and columns != {"customer_id", "name"}
    } == {}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_no_word_means_two_choices_of_one_column(table: FactTable) -> None:
    for column in table.columns:
        words = [
            fold(word) for choice, synonyms in column.choices.items() for word in {fold(choice), *map(fold, synonyms)}
        ]
        assert len(words) == len(set(words)), column.name
