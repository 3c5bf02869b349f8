"""vCards as phones write them."""

from __future__ import annotations

import pytest

from vitalfew_web.facts.rules.cards import Card, NotCards, birthday_of, joined_name
from vitalfew_web.facts.rules.vcards import is_vcard, vcards_in


def read(*lines: str, encoding: str = "utf-8") -> Card:
    (card,) = vcards_in("\n".join(["BEGIN:VCARD", *lines, "END:VCARD"]).encode(encoding))
    return card


def test_quoted_printable_over_several_lines_with_an_encoding_of_its_own() -> None:
    card = read(
        "VERSION:2.1",
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E5=",
        "=BC=BA;;;",
        "ORG;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=CD=F2=B4=EF",
        "TEL;CELL:13800138000",
    )
    assert (card.name, card.firm, card.phones, card.is_whole) == ("王强", "万达", ["13800138000"], True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_file_is_read_in_its_encoding(encoding: str) -> None:
    assert read("FN:林美", "ORG:万达商贸", encoding=encoding).firm == "万达商贸"


def test_the_fourth_version_with_groups_uris_and_quoted_parameters() -> None:
    card = read(
        "VERSION:4.0",
        'item1.TEL;VALUE=uri;PREF=1;TYPE="cell,voice":tel:+49-170-555-0123',
        "FN:Anna Müller",
        "item2.EMAIL;TYPE=work:mailto:anna@x.example",
        "ORG:Nord\\;wind\\, GmbH;Sales",
        "BDAY:--0415",
        'ADR;TYPE=home;LABEL="Weg 1: Berlin":;;Weg 1;Berlin;;10115;DE',
        "ADR;TYPE=work:;;Werk 2;Berlin;;;",
        "NOTE:likes chess",
    )
    assert card == Card(
        1,
        name="Anna Müller",
        firm="Nord;wind, GmbH",
        phones=["+49-170-555-0123"],
        mails=["anna@x.example"],
        birthday="--0415",
        home="Weg 1 Berlin 10115 DE",
    )


def test_pictures_and_folded_lines_stand_in_nobodys_way() -> None:
    picture = ["PHOTO;ENCODING=b;TYPE=JPEG:" + "A" * 70, *(" " + "B" * 70 for _ in range(20_000))]
    card = read("FN:Ada", *picture, "ORG:Nord", " wind", "AGENT:", "BEGIN:VCARD", "FN:Bo", "END:VCARD")
    assert (card.name, card.firm) == ("Ada", "Nordwind")


def test_many_cards_and_one_that_breaks_off() -> None:
    one = "BEGIN:VCARD\nFN:Ada\nEND:VCARD\n"
    cards = vcards_in((one * 3 + "BEGIN:VCARD\nFN:Bo\n").encode())
    assert [(card.line, card.name, card.is_whole) for card in cards] == [
        (1, "Ada", True),
        (4, "Ada", True),
        (7, "Ada", True),
        (10, "Bo", False),
    ]


@pytest.mark.parametrize(("content", "why"), [(b"", "none"), (b"x", "none"), (b"BEGIN:VCARD\n" * 10_001, "many")])
def test_what_is_none_is_said(content: bytes, why: str) -> None:
    with pytest.raises(NotCards, match=why):
        vcards_in(content)


@pytest.mark.parametrize(
    "content", [b"\x00\xff" * 5000, b"BEGIN:VCARD\n:::;;;\n=\n =\nTEL\nBDAY;:\nEND:VCARD", b"=" * 9999]
)
def test_nonsense_is_borne(content: bytes) -> None:
    try:
        vcards_in(content)
    except NotCards:
        assert not is_vcard(content)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1980-05-12", (1980, 5, 12)),
        ("19800512", (1980, 5, 12)),
        ("1980-05-12T00:00:00Z", (1980, 5, 12)),
        ("1990年5月1日", (1990, 5, 1)),
        ("--0415", (None, 4, 15)),
        ("--04-15", (None, 4, 15)),
        ("1604-04-15", (None, 4, 15)),
        ("spring", None),
        ("", None),
    ],
)
def test_birthdays_in_all_their_forms(text: str, found: tuple[int | None, int, int] | None) -> None:
    assert birthday_of(text) == found


@pytest.mark.parametrize(
    ("family", "given", "name"),
    [("王", "强", "王强"), ("Byron", "Ada", "Ada Byron"), ("", "Ada", "Ada"), ("欧阳", "", "欧阳")],
)
def test_names_in_the_order_of_their_script(family: str, given: str, name: str) -> None:
    assert joined_name(family, given) == name
