"""The customers with a fate of their own; they come first in every sample, C00001, C00002 and so on.

 1, 2  a frequent buyer and a one-off buyer of the same amount (M91)
 3     the model key account: high profit at a low cost to serve (M44, M52)
 4     high profit at a high cost to serve (M52)
 5     a museum served at a loss, for the public image alone (M53)
 6     old and big, and next to nothing is left of it (M3)
 7     orders and satisfaction fall since a new approval procedure; part moved to rivals (M26)
 8     inquiry A: 50,000 pieces, three quotes, decides within a week: price (M187)
 9     inquiry B: wants service, starts with small orders: trust step by step (M188)
10     inquiry C: a car maker that wants to outsource parts: strategic (M189)
11     the leader of its region, new, with small sales so far (M190)
12     buys only under promotions, and leaves nothing (M23)
13     a good customer whose last invoices are open (M57, M85)
14     small and faithful for nineteen years, brought nine others (M51, M91)
15     a giant lost fourteen months ago (M25)
16-19  a group: each company middling, together among the largest (M185)
20     an agent, key by its role (M54, M182)
21     a newspaper: important by its industry (M184)
22     nothing but refunds
23     once a year, each spring: active by its own rhythm (B8)
"""

from __future__ import annotations

from dataclasses import replace

from vitalfew.sample.characters import STEADY
from vitalfew.sample.story import Said, Story

_CALM = replace(
    STEADY, jitter=(4, 9), quiet=(10, 60), first=(4000, 4000), since=(900, 1500), late=(0, 0), unpaid=(0, 0),
    promoted=(15, 15), haggled=(0, 0), burden=(0, 0), refunds=(0, 0), returns=(0, 0), service=(30, 30), courted=(0, 0),
    leading=(0, 0), happy=(85, 85), complaints=(0, 0), visits=(2, 2), share=(600, 600), hope=(105, 105), tie=(30, 30),
    potential=(55, 55),
)  # fmt: skip
_TWIN = replace(
    _CALM, days=(7, 7), jitter=(0, 0), first=(329, 329), since=(500, 500), promoted=(0, 0), service=(0, 0), visits=(0, 0),
    fame=(0, 0), place=(620, 620),
)  # fmt: skip
_ALIKE = {
    "expected_spend": "",
    "influence": "50",
    "satisfaction": "85",
    "relationship_level": "3",
    "region_class": "city",
    "growth_potential": "55",
    "rival_target": "false",
}
_CONTENT = (Said(100, "csat", 85), Said(100, "nps", 8))

_BRANCH = replace(_CALM, place=(880, 880), since=(1500, 2500), tie=(82, 82))
_PROSPECT = replace(_CALM, most=(0, 0), since=(20, 20), place=(900, 900), quiet=(0, 0))

STORIES: tuple[Story, ...] = (
    Story(
        ("Wharfside Repairs Ltd", "埠头维修有限公司", "埠頭維修有限公司"),
        ("Orders every week. The next customer spent the same in one order and ranks below it.",
         "每周下单。下一位客户一次订单金额相同，排名却更低。", "每週下單。下一位客戶一次訂單金額相同，排名卻較低。"),
        ("M91",), "services", replace(_TWIN, quiet=(0, 0), pieces=(10, 10), most=(48, 48)), _ALIKE, _CONTENT,
    ),
    Story(
        ("Pallister Events Ltd", "帕里斯会展有限公司", "帕里斯會展有限公司"),
        ("One large order and never again.", "只有一次大订单，此后再无。", "只有一次大訂單，此後再無。"),
        ("M91",), "services", replace(_TWIN, days=(1, 1), quiet=(16000, 16000), pieces=(480, 480), most=(1, 1)), _ALIKE, _CONTENT,
    ),
    Story(
        ("Corvane Industries Group", "珂凡工业集团", "珂凡工業集團"),
        ("The model key account: large, growing, punctual, cheap to serve, and others follow it.",
         "标准的重点客户：大、增长、付款准时、服务成本低，并带动他人。", "標準的重點客戶：大、成長、付款準時、服務成本低，並帶動他人。"),
        ("M44", "M52"), "manufacturing",
        replace(_CALM, place=(985, 985), trend=(220, 220), service=(0, 0), happy=(96, 96), since=(3200, 3200),
                fame=(30, 30), pace=(60, 60), potential=(84, 84), visits=(1, 1)),
        {"relationship_level": "5", "strategic": "true", "influence": "93", "regional_standing": "leading"},
        brought=4,
    ),
    Story(
        ("Maddern Assembly Works", "麦登装配厂", "麥登裝配廠"),
        ("High profit, and much of it eaten up by deliveries, visits and support.",
         "利润高，但大半被配送、拜访和支持吃掉。", "利潤高，但大半被配送、拜訪和支援吃掉。"),
        ("M52",), "manufacturing",
        replace(_CALM, place=(975, 975), service=(130, 130), visits=(16, 16), complaints=(1800, 1800), happy=(70, 70)),
        {"service_need": "special"},
    ),
    Story(
        ("Old Harbour Museum", "旧港博物馆", "舊港博物館"),
        ("Costs more than it brings; we serve it for the public image.",
         "成本高于收益，只为公众形象而服务。", "成本高於收益，只為公眾形象而服務。"),
        ("M53", "M184"), "culture",
        replace(_CALM, place=(560, 560), service=(640, 640), burden=(12, 12), visits=(16, 16), fame=(60, 60), promoted=(300, 300)),
        {"influence": "98", "fame": "99", "service_need": "special", "company_type": "state_owned"},
    ),
    Story(
        ("Brockhurst Supply Group", "博赫供应集团", "博赫供應集團"),
        ("Old and big: knows every discount, and next to nothing is left of it.",
         "老大客户：熟知每一项折扣，几乎没有利润。", "老大客戶：熟知每一項折扣，幾乎沒有利潤。"),
        ("M2", "M3", "M4"), "retail",
        replace(_CALM, place=(988, 988), since=(5200, 5200), haggled=(900, 900), burden=(13, 13), service=(170, 170),
                visits=(18, 18), late=(260, 260)),
        {"preference": "price", "relationship_level": "4", "channel_role": "wholesaler"},
    ),
    Story(
        ("Tarrant Foods Ltd", "塔岚食品有限公司", "塔嵐食品有限公司"),
        ("Orders and satisfaction fall since our new approval procedure; part of them moved to more flexible rivals.",
         "自我方新审批流程后订单和满意度下降，部分转向更灵活的对手。", "自我方新審批流程後訂單和滿意度下降，部分轉向更靈活的對手。"),
        ("M26",), "manufacturing",
        replace(_CALM, place=(970, 970), slump=(270, 270), trend=(0, 0), happy=(93, 93), share=(300, 300), courted=(1000, 1000),
                visits=(6, 6), since=(2400, 2400)),
        {"relationship_level": "3", "suppliers": "4", "supplier_changes": "2", "satisfaction": "54"},
        (
            Said(420, "csat", 93), Said(226, "csat", 71), Said(130, "csat", 56), Said(34, "csat", 48), Said(32, "nps", 4),
            Said(205, "complaint", text=("Since the new approval procedure every order takes three weeks.",
                                         "新审批流程后每张订单要三周。", "新審批流程後每張訂單要三週。")),
            Said(121, "complaint", text=("Five signatures for a standard order. Others deliver the same day.",
                                         "普通订单要五个签字，别家当天送货。", "一般訂單要五個簽字，別家當天送貨。")),
            Said(33, "complaint", text=("We no longer feel that our orders matter to you.",
                                        "感觉我们的订单不再受重视。", "感覺我們的訂單不再受重視。")),
        ),
    ),
    Story(
        ("Inland Pump Makers Ltd", "内陆泵业制造有限公司", "內陸泵業製造有限公司"),
        ("Inquiry A: wants the lowest price for 50,000 pieces and decides within a week. Economic.",
         "询价 A：五万件求最低价，一周内决定。经济型。", "詢價 A：五萬件求最低價，一週內決定。經濟型。"),
        ("M187",), "manufacturing", replace(_PROSPECT, hope=(260, 260), courted=(1000, 1000), potential=(45, 45)),
        {"preference": "price", "suppliers": "3", "initiative": "they", "region_class": "regional", "intent": "88"},
        (Said(4, "suggestion", text=(
            "Lowest price for 50,000 pieces, please: two domestic quotes and one multinational are in hand, we decide this week.",
            "请报五万件最低价：手上有两家国内、一家跨国报价，本周内决定。", "請報五萬件最低價：手上有兩家國內、一家跨國報價，本週內決定。")),),
    ),
    Story(
        ("Granby Manufacturing Group", "格兰制造集团", "格蘭製造集團"),
        ("Inquiry B: asks how to choose, install and maintain. Small orders first, trust step by step.",
         "询价 B：问如何选型、安装、维护。从小订单起逐步建立信任。", "詢價 B：問如何選型、安裝、維護。從小訂單起逐步建立信任。"),
        ("M188",), "manufacturing",
        replace(_CALM, first=(170, 170), since=(60, 60), place=(600, 600), trend=(300, 300), hope=(3000, 3000),
                visits=(20, 20), service=(150, 150), potential=(82, 82), tie=(78, 78), share=(60, 60)),
        {"preference": "service", "service_need": "special", "intent": "82", "initiative": "they"},
        (Said(160, "suggestion", text=("Please train our fitters before the next delivery.",
                                       "请在下次交货前培训我们的安装人员。", "請在下次交貨前培訓我們的安裝人員。")),),
    ),
    Story(
        ("Aurelane Motors", "奥澜汽车", "奧瀾汽車"),
        ("Inquiry C: a large car maker wants to outsource parts and to co-ordinate at the top. Strategic.",
         "询价 C：大型车企拟外包零部件，高层协同。战略型。", "詢價 C：大型車廠擬外包零組件，高層協同。策略型。"),
        ("M189", "M186"), "automotive",
        replace(_PROSPECT, place=(990, 990), hope=(300, 300), visits=(14, 14), potential=(96, 96), tie=(95, 95),
                courted=(1000, 1000), fame=(60, 60)),
        {"strategic": "true", "international": "true", "company_type": "multinational", "regional_standing": "leading",
         "intent": "90", "initiative": "they", "risk_bearing": "95", "project_level": "core"},
    ),
    Story(
        ("Northgate Trading House", "北门贸易行", "北門貿易行"),
        ("New and the leader of its region: small sales so far, much to be expected, and a bet.",
         "新客户，当地龙头：目前销售小，前景大，是一场赌注。", "新客戶，當地龍頭：目前銷售小，前景大，是一場賭注。"),
        ("M5", "M6", "M8", "M190", "M191"), "retail",
        replace(_CALM, first=(95, 95), since=(30, 30), place=(700, 700), hope=(2500, 2500), visits=(22, 22),
                service=(420, 420), potential=(90, 90), courted=(1000, 1000), share=(50, 50)),
        {"regional_standing": "leading", "initiative": "we", "channel_role": "distributor"},
    ),
    Story(
        ("Bargain Corner Stores", "街角特价商贸", "街角特價商貿"),
        ("Comes only when there is a promotion, and leaves no profit.",
         "只在促销时购买，不带来利润。", "只在促銷時購買，不帶來利潤。"),
        ("M23",), "retail",
        replace(_CALM, place=(840, 840), promoted=(1000, 1000), burden=(22, 22), service=(160, 160), happy=(72, 72)),
        {"preference": "price"},
    ),
    Story(
        ("Fenwick & Dale Contractors", "芬德承建有限公司", "芬德營造有限公司"),
        ("A good customer whose last invoices are still open.",
         "好客户，但最近的发票逾期未付。", "好客戶，但最近的發票逾期未付。"),
        ("M57", "M85"), "construction",
        replace(_CALM, place=(930, 930), late=(150, 150), owing=(75, 75), since=(1200, 1200)),
        {"risk_bearing": "35"},
    ),
    Story(
        ("Lisle Farm Services", "里尔农业服务", "里爾農業服務"),
        ("Small and faithful for nineteen years; brought nine others and never asks for a discount.",
         "小而忠诚，合作十九年；介绍了九位客户，从不要求折扣。", "小而忠誠，合作十九年；介紹了九位客戶，從不要求折扣。"),
        ("M12", "M51", "M91"), "agriculture",
        replace(_CALM, place=(480, 480), since=(5900, 5900), happy=(98, 98), share=(980, 980), promoted=(0, 0)),
        {"relationship_level": "5", "supplier_changes": "0", "suppliers": "1", "initiative": "they"},
        (Said(200, "nps", 10), Said(50, "nps", 10), Said(45, "csat", 98)),
        brought=9,
    ),
    Story(
        ("Kestrel Engineering Group", "隼翼工程集团", "隼翼工程集團"),
        ("One of the largest until it left fourteen months ago. Why, what kind, when?",
         "十四个月前流失的大客户。为何、何类、何时？", "十四個月前流失的大客戶。為何、何類、何時？"),
        ("M25",), "manufacturing",
        replace(_CALM, place=(984, 984), days=(15, 15), quiet=(2840, 2840), since=(2000, 2000), happy=(41, 41),
                hope=(20, 20), share=(40, 40)),
        {"supplier_changes": "3"},
        (Said(470, "csat", 44), Said(440, "complaint", text=(
            "Third wrong delivery this quarter.", "本季第三次送错货。", "本季第三次送錯貨。"))),
    ),
    Story(
        ("Sellick Holdings", "塞立克控股", "塞立克控股"),
        ("Head of a group: seen with its three companies it is among the largest.",
         "集团总部：与三家子公司合计属于最大客户。", "集團總部：與三家子公司合計屬於最大客戶。"),
        ("M185",), "services", _BRANCH, {"value_chain_tie": "88"},
    ),
    *(
        Story(
            (f"Sellick {en}", f"塞立克{hans}", f"塞立克{hant}"),
            ("A company of the Sellick group.", "塞立克集团子公司。", "塞立克集團子公司。"),
            ("M185",), industry, _BRANCH, {"value_chain_tie": "82"}, head=15,
        )
        for en, hans, hant, industry in (
            ("Metals", "金属", "金屬", "manufacturing"),
            ("Logistics", "物流", "物流", "services"),
            ("Building Parts", "建材", "建材", "construction"),
        )
    ),
    Story(
        ("Ransome Agency", "兰森代理行", "蘭森代理行"),
        ("An agent: key by its role, whatever it buys itself.",
         "代理商：按角色即属重点，不论自身购买额。", "代理商：依角色即屬重點，不論自身購買額。"),
        ("M54", "M182"), "services", replace(_CALM, place=(760, 760), potential=(72, 72)),
        {"channel_role": "agent", "relationship_level": "5", "intent": "90"},
        brought=3,
    ),
    Story(
        ("The Morning Courier", "晨讯日报社", "晨訊日報社"),
        ("A newspaper: important by its industry, watched by many.",
         "报社：按行业属重要型，备受关注。", "報社：依行業屬重要型，備受關注。"),
        ("M184",), "news", replace(_CALM, place=(650, 650), fame=(60, 60)),
        {"influence": "95", "fame": "96", "followers": "850000", "company_type": "state_owned"},
    ),
    Story(
        ("Coombe Leasing Ltd", "库姆租赁有限公司", "庫姆租賃有限公司"),
        ("Nothing but refunds for what it bought before these years.", "只有早年订单的退款。", "只有早年訂單的退款。"),
        ("M161",), "services", replace(_CALM, most=(2, 2), sign=(-1, -1), place=(500, 500), promoted=(0, 0)),
    ),
    Story(
        ("Vineyard Cooperative Ellery", "埃勒里葡萄合作社", "埃勒里葡萄合作社"),
        ("Orders once a year, each spring. By its own rhythm it is active, not lost.",
         "每年春季下单一次。按自身节奏属活跃，而非流失。", "每年春季下單一次。依自身節奏屬活躍，而非流失。"),
        ("B8",), "agriculture", replace(_CALM, days=(365, 365), quiet=(55, 55), jitter=(1, 1), place=(930, 930), scale=(600, 600)),
    ),
)  # fmt: skip
"""In this order from the first customer on; a smaller sample has the first of them."""
