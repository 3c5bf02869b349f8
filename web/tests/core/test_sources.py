"""One setting names the databases that imports may read."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from vitalfew_web.config.sources import sources_of


def test_a_line_names_a_database() -> None:
    text = "\n# of the warehouse\nShop = postgresql+psycopg://r:a=b@h/shop?sslmode=require\n  ERP=mysql+pymysql://r@h/erp  \n"
    assert sources_of(text) == {
        "Shop": "postgresql+psycopg://r:a=b@h/shop?sslmode=require",
        "ERP": "mysql+pymysql://r@h/erp",
    }
    assert sources_of("") == {}


@pytest.mark.parametrize(
    "line", ["postgresql://r:secret@h/d", "= sqlite:///secret", "Shop secret", f"{'n' * 81} = a://secret"]
)
def test_another_form_is_refused_and_not_shown(line: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="lines of the form") as refused:
        sources_of(line)
    assert "secret" not in str(refused.value)


def test_no_two_have_one_name() -> None:
    with pytest.raises(ImproperlyConfigured):
        sources_of("Shop = a://b\nShop = c://d")
