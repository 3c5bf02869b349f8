"""Invented names of companies and persons, all different as long as the words last."""

from __future__ import annotations

from itertools import product
from math import gcd

from vitalfew.sample.dice import Dice

_STEMS = {
    "en": (
        "Ash Bram Cal Dray Elder Fen Gar Hal Iver Kes Lang Mar Nor Oak Pel Quen Ros Sel Thorn Ul Ves Wen Yar Zel",
        "bury combe dale field ford gate ham hurst ley low mere moor nell ridge stead ton vale wick worth",
    ),
    "zh-hans": (
        "恒 鼎 瑞 晟 嘉 泓 铭 昱 睿 凯 朗 卓 霖 穗 岳 沐 鸿 泽 启 蔚 禾 骏 楚 桓",
        "岭 川 泰 辰 源 澜 安 和 拓 宁 舟 翎 棠 屹 衡 远 屿 庭 朔",
    ),
    "zh-hant": (
        "恆 鼎 瑞 晟 嘉 泓 銘 昱 睿 凱 朗 卓 霖 穗 岳 沐 鴻 澤 啟 蔚 禾 駿 楚 桓",
        "嶺 川 泰 辰 源 瀾 安 和 拓 寧 舟 翎 棠 屹 衡 遠 嶼 庭 朔",
    ),
}
_FORMS = {
    "en": ("Ltd", "Group", "& Sons", "Partners"),
    "zh-hans": ("有限公司", "股份有限公司", "集团", "商行"),
    "zh-hant": ("有限公司", "股份有限公司", "集團", "商行"),
}
_FAMILIES = {
    "en": "Abbot Barlow Carver Dunmore Ellery Fairley Garrick Holme Ingram Jessop Kerrow Lisle Marden Nairn Orme Penrow "
    "Quill Rowley Sandon Tresco Upton Varley Wexley Yelland",
    "zh-hans": "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢",
    "zh-hant": "王 李 張 劉 陳 楊 趙 黃 周 吳 徐 孫 胡 朱 高 林 何 郭 馬 羅 梁 宋 鄭 謝",
}
_GIVEN = {
    "en": ("Ada Ben Clara Dora Edgar Flora Guy Hazel Ivan June Kit Laura Max Nell Otto Pia Ralph Sara Tom Una Vera Will", "A. B. C. D. E. F. G. H. J. K. L. M. N. P. R. S. T. W."),
    "zh-hans": ("晓 志 雨 思 建 雅 子 文 俊 欣 国 明 丽 海 佳 永 诗 宇 慧 振 梦 若", "东 琳 轩 涵 平 婷 杰 芳 峰 怡 伟 宁 强 洁 华 萱 波 敏"),
    "zh-hant": ("曉 志 雨 思 建 雅 子 文 俊 欣 國 明 麗 海 佳 永 詩 宇 慧 振 夢 若", "東 琳 軒 涵 平 婷 傑 芳 峰 怡 偉 寧 強 潔 華 萱 波 敏"),
}  # fmt: skip


class Names:
    """Hands out one name after another, in an order that the dice decide."""

    def __init__(self, dice: Dice, language: str) -> None:
        self._gap = "" if language.startswith("zh") else " "
        first, second = (part.split() for part in _STEMS[language])
        self._stems = _Shuffled(["".join(pair) for pair in product(first, second)], dice)
        self._forms = _FORMS[language]
        given, middle = (part.split() for part in _GIVEN[language])
        people = product(_FAMILIES[language].split(), given, middle)
        if self._gap:
            self._people = _Shuffled([f"{name} {initial} {family}" for family, name, initial in people], dice)
        else:
            self._people = _Shuffled(["".join(parts) for parts in people], dice)

    def company(self, trade: str, place: int) -> str:
        """The name of a company of this trade, which is a word of its own."""
        form = self._forms[place % len(self._forms)]
        return self._gap.join((self._stems.next(), trade, form))

    def public_body(self, trade: str) -> str:
        """The name of an authority, hospital, school or newspaper."""
        return self._gap.join((self._stems.next(), trade))

    def person(self) -> str:
        """The name of a person."""
        return self._people.next()


class _Shuffled:
    """A list walked through in strides that meet every entry before one comes again."""

    def __init__(self, entries: list[str], dice: Dice) -> None:
        self._entries = entries
        self._at, stride = (int(number) for number in dice.below(len(entries), 2))
        self._stride = next(s for s in range(stride + 1, stride + len(entries) + 2) if gcd(s, len(entries)) == 1)

    def next(self) -> str:
        self._at = (self._at + self._stride) % len(self._entries)
        return self._entries[self._at]
