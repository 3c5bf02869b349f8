"""Words of the sample in English, Simplified and Traditional Chinese."""

from __future__ import annotations

from vitalfew.languages import LANGUAGES

Word = tuple[str, str, str]


def words(of: tuple[Word, ...], language: str) -> tuple[str, ...]:
    """The words in one language."""
    place = LANGUAGES.index(language)
    return tuple(word[place] for word in of)


CURRENCIES = ("EUR", "CNY", "TWD")

PROMOTIONS: tuple[Word, ...] = (
    ("Spring weeks", "春季促销", "春季促銷"),
    ("Summer sale", "夏日特惠", "夏日特惠"),
    ("Autumn offer", "金秋优惠", "金秋優惠"),
    ("Year-end sale", "年终大促", "年終大促"),
)
BARGAINS: tuple[Word, ...] = (
    ("Winter bargain", "冬季特价", "冬季特價"),
    ("Early-summer bargain", "初夏特价", "初夏特價"),
    ("Back-to-work bargain", "开工特价", "開工特價"),
    ("Anniversary bargain", "周年特价", "週年特價"),
)
RETURN_REASONS: tuple[Word, ...] = (
    ("damaged in transport", "运输损坏", "運送損壞"),
    ("wrong article", "发错商品", "出錯商品"),
    ("not as described", "与描述不符", "與描述不符"),
    ("ordered too much", "订货过多", "訂貨過多"),
    ("delivered too late", "送货过迟", "送貨過遲"),
)
COMPLAINTS: tuple[Word, ...] = (
    ("The delivery came two days late.", "送货晚了两天。", "送貨晚了兩天。"),
    ("Part of the goods was damaged.", "部分货物损坏。", "部分貨物損壞。"),
    ("The invoice did not match the order.", "发票与订单不符。", "發票與訂單不符。"),
    ("Nobody called back.", "没有人回电话。", "沒有人回電。"),
    ("The price was raised without notice.", "没有通知就涨价。", "沒有通知就漲價。"),
)
SUGGESTIONS: tuple[Word, ...] = (
    ("Please offer smaller packs.", "希望有小包装。", "希望有小包裝。"),
    ("A fixed delivery day would help us.", "希望固定送货日。", "希望固定送貨日。"),
    ("Let us see the stock online.", "希望能在线查看库存。", "希望能線上查看庫存。"),
    (
        "Train our new staff in the use of the products.",
        "请培训我们的新员工使用产品。",
        "請培訓我們的新進人員使用產品。",
    ),
)
ROLES: tuple[Word, ...] = (
    ("purchasing", "采购", "採購"),
    ("managing director", "总经理", "總經理"),
    ("operations", "运营", "營運"),
    ("finance", "财务", "財務"),
    ("marketing", "市场", "行銷"),
    ("logistics", "物流", "物流"),
)
SOURCES: tuple[Word, ...] = (
    ("search", "搜索", "搜尋"),
    ("direct", "直接访问", "直接造訪"),
    ("social", "社交媒体", "社群媒體"),
    ("advertisement", "广告", "廣告"),
    ("newsletter", "邮件简报", "電子報"),
)
PERSONALITIES: tuple[Word, ...] = (("grace", "恩客", "恩客"), ("VIP", "准优质", "準優質"), ("bull", "牛客", "牛客"))
REGIONS: tuple[Word, ...] = (
    ("Capital", "北京", "台北"),
    ("South Coast", "广东", "高雄"),
    ("Delta", "江苏", "新北"),
    ("East Bay", "浙江", "桃園"),
    ("Midlands", "湖北", "台中"),
    ("West Country", "四川", "台南"),
    ("North Plain", "河北", "新竹"),
    ("Highlands", "云南", "花蓮"),
    ("Lakeland", "湖南", "宜蘭"),
    ("Overseas", "海外", "海外"),
)
