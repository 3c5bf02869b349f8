"""One table of a database, by its address."""

import sqlite3
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest

from vitalfew.errors import Refusal, WrongUse
from vitalfew.readers import look, read
from vitalfew.readers.reading import Options
from vitalfew.readers.sources.connecting import engine_of, url_of
from vitalfew.readers.sources.tables import as_text_file, tables_in

OPTIONS = Options(date(2024, 6, 1))


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.db"
    connection = sqlite3.connect(path)
    connection.executescript(
        """
        create table orders (customer_id, order_id integer primary key, order_date date, amount real);
        insert into orders values ('A', 2, '2024-01-06', 20.5), ('007', 1, '2024-01-05 10:30:00', 0.1),
            (123456789012345678, 3, '2024-02-30', 5), ('B', 4, '2024-01-07', null);
        create view recent as select * from orders where order_id < 3;
        create table secrets (word);
        """
    )
    connection.close()
    return path


def test_a_table_is_read_in_the_order_of_its_key_and_line_by_line(shop: Path, tmp_path: Path) -> None:
    reading = read(f"sqlite:///{shop}#orders", "orders", OPTIONS, tmp_path)
    assert isinstance(reading.rows, pa.Table)
    assert reading.rows.to_pylist() == [
        {"customer_id": "007", "order_id": "1", "moment": datetime(2024, 1, 5, 10, 30), "amount": Decimal("0.10")},
        {"customer_id": "A", "order_id": "2", "moment": datetime(2024, 1, 6), "amount": Decimal("20.50")},
    ]
    assert reading.report.rejects is not None
    assert [row.split(",")[:3] for row in reading.report.rejects.read_text("utf-8-sig").splitlines()[1:]] == [
        ["4", "order_date", "2024-02-30"],
        ["5", "amount", ""],
    ]


def test_a_view_and_the_other_way_to_name_it(shop: Path, tmp_path: Path) -> None:
    reading = read(f"sqlite:///{shop}?table=recent", "orders", OPTIONS, tmp_path)
    assert reading.report.accepted == 2
    assert (
        reading.report.sources[0].digest
        == read(f"sqlite:///{shop}#recent", "orders", OPTIONS, tmp_path).report.sources[0].digest
    )


@pytest.mark.parametrize(
    "name", ["(select word from secrets)", "orders; drop table orders", "orders--", 'orders" union select 1 --', "none"]
)
def test_nothing_but_the_name_of_a_table_is_taken(shop: Path, tmp_path: Path, name: str) -> None:
    before = shop.read_bytes()
    with pytest.raises(Refusal, match="there is no table"):
        read(f"sqlite:///{shop}#{name}", "orders", OPTIONS, tmp_path)
    assert shop.read_bytes() == before


def test_an_address_without_a_table_is_wrong_use(shop: Path, tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="names no table"):
        read(f"sqlite:///{shop}", "orders", OPTIONS, tmp_path)


def test_a_missing_file_is_refused_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="there is no such file"):
        read(f"sqlite:///{tmp_path}/none.db#orders", "orders", OPTIONS, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database_and_an_unknown_kind_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_text("customer_id,amount\n" * 100)
    with pytest.raises(Refusal, match="the database cannot be read"):
        read(f"sqlite:///{path}#orders", "orders", OPTIONS, tmp_path)
    with pytest.raises(Refusal, match="no driver"):
        read("klingon://ship#orders", "orders", OPTIONS, tmp_path)


def test_a_password_is_never_shown(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refusal:
        read("klingon://worf:secret@ship/db#orders", "orders", OPTIONS, tmp_path)
    assert "secret" not in str(refusal.value)


def test_look_tells_how_a_table_would_be_read(shop: Path, tmp_path: Path) -> None:
    seen = look(f"sqlite:///{shop}#orders", "orders", OPTIONS, tmp_path)
    assert (seen["checked"], seen["rejected"]) == (4, 2)
    assert [column["field"] for column in seen["columns"]] == ["customer_id", "order_id", "moment", "amount"]


def test_a_database_tells_its_tables_and_views(shop: Path) -> None:
    assert tables_in(f"sqlite:///{shop}") == ["orders", "recent", "secrets"]


def test_a_database_that_is_not_there_tells_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="no such file"):
        tables_in(f"sqlite:///{tmp_path}/none.db")
    (tmp_path / "text.db").write_text("no database at all, but a text")
    with pytest.raises(Refusal, match="cannot be read"):
        tables_in(f"sqlite:///{tmp_path}/text.db")


def test_a_table_as_a_text_file_is_read_like_the_table(shop: Path, tmp_path: Path) -> None:
    heard: list[int] = []
    assert as_text_file(f"sqlite:///{shop}", "orders", tmp_path / "orders.csv", heard.append) == 4
    assert heard == [4]
    work = [tmp_path / name for name in ("one", "two")]
    for folder in work:
        folder.mkdir()
    rows = [
        read(source, "orders", OPTIONS, folder).rows
        for source, folder in zip((tmp_path / "orders.csv", f"sqlite:///{shop}#orders"), work, strict=True)
    ]
    assert rows[0] == rows[1]


def test_a_server_that_does_not_answer_is_given_up() -> None:
    found = engine_of(url_of("postgresql+psycopg://reader@host/shop")).url
    assert found.query["connect_timeout"] == "10"
    assert engine_of(url_of("postgresql+psycopg://host/shop?connect_timeout=3")).url.query["connect_timeout"] == "3"
