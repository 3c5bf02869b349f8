"""Currencies: the signs and words that name them, and the digits of their minor units."""

from collections.abc import Mapping

from vitalfew.schemas import MONEY_DIGITS

SIGNS: Mapping[str, tuple[str, ...]] = {
    "¥": ("CNY", "JPY"),
    "元": ("CNY", "TWD", "HKD"),
    "圆": ("CNY", "JPY"),
    "圓": ("TWD", "HKD", "JPY"),
    "块": ("CNY",),
    "人民币": ("CNY",),
    "人民幣": ("CNY",),
    "RMB": ("CNY",),
    "CN¥": ("CNY",),
    "円": ("JPY",),
    "JP¥": ("JPY",),
    "日元": ("JPY",),
    "美元": ("USD",),
    "欧元": ("EUR",),
    "歐元": ("EUR",),
    "英镑": ("GBP",),
    "英鎊": ("GBP",),
    "港元": ("HKD",),
    "港币": ("HKD",),
    "港幣": ("HKD",),
    "台币": ("TWD",),
    "台幣": ("TWD",),
    "新台币": ("TWD",),
    "新臺幣": ("TWD",),
    "新台幣": ("TWD",),
    "$": ("USD", "HKD", "TWD", "SGD", "CAD", "AUD", "NZD", "MXN"),
    "US$": ("USD",),
    "HK$": ("HKD",),
    "NT$": ("TWD",),
    "S$": ("SGD",),
    "A$": ("AUD",),
    "C$": ("CAD",),
    "€": ("EUR",),
    "£": ("GBP",),
    "₩": ("KRW",),
    "₹": ("INR",),
    "₽": ("RUB",),
    "฿": ("THB",),
    "₫": ("VND",),
    **{
        code: (code,)
        for code in (
            *("CNY", "JPY", "USD", "HKD", "TWD", "MOP", "SGD", "CAD", "AUD", "NZD", "EUR", "GBP", "CHF", "KRW", "INR"),
            *("RUB", "THB", "VND", "MYR", "IDR", "PHP", "BRL", "MXN", "ZAR", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF"),
            *("TRY", "AED", "SAR", "ILS", "KWD", "BHD"),
        )
    },
}
"""Signs and words that may stand at a number, in capitals → the ISO 4217 codes they can mean, the likeliest first."""

_DIGITS = {
    **dict.fromkeys(
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(),  # noqa: SIM905  a list of codes
        0,
    ),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
    **dict.fromkeys(("CLF", "UYW"), 4),
}
"""ISO 4217, list one (six-group.com, "currency-entity list"), where the minor unit has not two digits."""


def digits_of(code: str | None) -> int:
    """Digits of the currency's minor unit; two where no currency is known."""
    return _DIGITS.get(code or "", MONEY_DIGITS)


def code_of(text: str) -> str:
    """The ISO code a currency cell means: USD, usd, US$ and 美元 are one currency."""
    word = "".join(text.split()).upper()
    return SIGNS.get(word, (word,))[0]
