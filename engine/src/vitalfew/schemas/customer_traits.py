"""What people judge or list of a customer: standing, potential, needs, and lists of single trades."""

from vitalfew.schemas.headers import words
from vitalfew.schemas.types import Column, Kind

STANDING = (
    Column(
        "followers",
        Kind.INTEGER,
        "Followers in social media.",
        "people",
        names=words("fans, social followers, subscribers, 粉丝数, 粉丝量, 粉丝, 关注数, 粉絲數, 粉絲, 追蹤人數"),
    ),
    Column(
        "fame",
        Kind.NUMBER,
        "How well known it is in its trade.",
        "0-100",
        names=words("brand awareness, reputation, renown, 知名度, 行业知名度, 名气, 品牌知名度, 產業知名度"),
    ),
    Column(
        "social_activity",
        Kind.NUMBER,
        "How active in social media.",
        "0-100",
        names=words("social media activity, engagement, 社交活跃度, 社媒活跃度, 活跃度, 社群活躍度, 活躍度"),
    ),
    Column(
        "influence",
        Kind.NUMBER,
        "Influence on other customers and the trade.",
        "0-100",
        names=words("influence score, brand influence, 影响力, 行业影响力, 品牌影响力, 影響力, 產業影響力"),
    ),
    Column(
        "satisfaction",
        Kind.NUMBER,
        "Satisfaction with us.",
        "0-100",
        names=words("CSAT, satisfaction score, customer satisfaction", "满意度, 客户满意度, 滿意度, 客戶滿意度"),
    ),
    Column(
        "relationship_level",
        Kind.NUMBER,
        "Closeness of the relation, 1 (stranger) to 5 (partner).",
        "1-5",
        names=words(
            "relationship, relation level, closeness, relationship strength",
            "关系等级, 关系级别, 关系水平, 关系程度, 客户关系, 亲密度, 關係等級, 關係水準, 關係程度, 客戶關係",
            "親密度",
        ),
    ),
    Column(
        "intent",
        Kind.NUMBER,
        "How clearly it wants to work with us.",
        "0-100",
        names=words("intention, cooperation intent, purchase intent", "意向, 合作意向, 合作意愿, 意愿度, 合作意願"),
    ),
    Column(
        "initiative",
        Kind.CHOICE,
        "Who sought whom.",
        names=words(
            "who sought whom, acquired by, inbound or outbound, lead direction",
            "合作发起方, 主动方, 获客方式, 合作發起方, 主動方, 獲客方式",
        ),
        choices={
            "they": words(
                "inbound, customer, them, they came",
                "客户, 客户主动, 对方, 主动上门, 上门, 客戶, 客戶主動, 對方, 主動上門, 上門",
            ),
            "we": words("outbound, us, we went, 我方, 我们, 我方开发, 主动开发, 我們, 我方開發, 主動開發"),
        },
    ),
    Column(
        "risk_bearing",
        Kind.NUMBER,
        "Ability to bear risk.",
        "0-100",
        names=words(
            "risk capacity, ability to bear risk", "抗风险能力, 风险承受能力, 承担风险能力, 抗風險能力, 風險承受能力"
        ),
    ),
    Column(
        "personality",
        Kind.TEXT,
        "Personality type.",
        names=words("personality type, character, 性格, 性格类型, 性格類型"),
    ),
)

POTENTIAL = (
    Column(
        "expected_spend",
        Kind.MONEY,
        "What it is expected to spend with us in a year.",
        "money",
        names=words(
            "expected revenue, expected sales, forecast, sales forecast, expected annual spend, target sales",
            "预计年采购额, 预期消费, 预计采购额, 预计销售额, 预期采购额, 年需求额, 预计消费金额, 預計年採購額",
            "預期消費, 預計採購額, 預計銷售額, 預期採購額, 年需求額, 預估年營收",
        ),
    ),
    Column(
        "growth_potential",
        Kind.NUMBER,
        "Judged room to grow.",
        "0-100",
        names=words(
            "potential, room to grow, development potential",
            "发展潜力, 成长潜力, 增长潜力, 潜力, 發展潛力, 成長潛力, 潛力",
        ),
    ),
    Column(
        "rival_target",
        Kind.FLAG,
        "Whether rivals court it.",
        names=words(
            "target of rivals, courted by rivals, competitor target", "竞争对手目标, 竞品争夺, 競爭對手目標, 對手爭取"
        ),
    ),
    Column(
        "suppliers",
        Kind.INTEGER,
        "Suppliers it buys from in our field.",
        "suppliers",
        names=words("number of suppliers, supplier count, 供应商数量, 供应商数, 供應商數量, 供應商數"),
    ),
    Column(
        "supplier_changes",
        Kind.INTEGER,
        "Changes of supplier in our field in three years.",
        "changes",
        names=words("changes of supplier, 更换供应商次数, 供应商更换次数, 更換供應商次數, 供應商更換次數"),
    ),
    Column(
        "referrals",
        Kind.INTEGER,
        "Customers it has brought us.",
        "customers",
        names=words("referred customers, recommendations, 转介绍数, 推荐客户数, 介绍客户数, 轉介紹數, 推薦客戶數"),
    ),
    Column(
        "introduced_by",
        Kind.ID,
        "The customer that introduced it.",
        names=words("referred by, referrer, introducer, 介绍人, 推荐人, 介绍客户, 介紹人, 推薦人, 介紹客戶"),
    ),
)

NEEDS = (
    Column(
        "preference",
        Kind.CHOICE,
        "What it looks for first.",
        names=words("prefers, buying preference, 偏好, 购买偏好, 消费偏好, 客户偏好, 購買偏好, 消費偏好, 客戶偏好"),
        choices={
            "price": words("low price, cheap, cost, 价格, 低价, 价格型, 價格, 低價, 價格型"),
            "brand": words("name, 品牌, 品牌型"),
            "service": words("服务, 服务型, 服務, 服務型"),
            "function": words("features, functionality, 功能, 功能型, 性能"),
            "quality": words("质量, 品质, 品质型, 品質, 品質型, 質量"),
        },
    ),
    Column(
        "service_need",
        Kind.CHOICE,
        "Standard or special service.",
        names=words("service level, service type, 服务需求, 服务类型, 服务要求, 服務需求, 服務類型, 服務要求"),
        choices={
            "standard": words("normal, basic, regular, 标准, 普通, 一般, 标准服务, 標準, 標準服務"),
            "special": words(
                "custom, customised, customized, premium", "特殊, 定制, 特殊服务, 客製, 客製化, 特殊服務, 个性化"
            ),
        },
    ),
    Column(
        "purchase_purpose",
        Kind.CHOICE,
        "Whether it came with a clear intention.",
        names=words("purpose, buying purpose, 购买目的, 购物目的, 目的性, 購買目的, 購物目的"),
        choices={
            "clear": words("definite, 明确, 目的明确, 有目的, 明確, 目的明確"),
            "unclear": words("browsing, vague, 不明确, 目的不明确, 无目的, 不明確, 目的不明確, 無目的, 闲逛, 閒逛"),
        },
    ),
    Column(
        "buying_segment",
        Kind.TEXT,
        "The segment of customers that buy alike, as `vitalfew segments` writes it.",
        names=words("buying segment, behaviour segment, 购买分群, 行为分群, 購買分群, 行為分群, 購買客群"),
    ),
    Column(
        "guest_segment",
        Kind.CHOICE,
        "Hotel guests: what brings them.",
        names=words(
            "guest type, guest category, market segment",
            "客源类型, 客源, 宾客类型, 住客类型, 客源類型, 賓客類型, 住客類型",
        ),
        choices={
            "business": words("business travel, corporate travel, 商务, 商旅, 商务客, 商務, 商務客"),
            "leisure": words("family, holiday, tourist, 休闲, 家庭, 度假, 旅游, 亲子, 休閒, 觀光, 旅遊, 親子"),
            "meeting": words("MICE, conference, event, 会议, 会展, 宴会, 會議, 會展, 宴會"),
            "high_end": words("luxury, VIP, 高端, 奢华, 高端客, 豪華, 頂級"),
        },
    ),
    Column(
        "project_level",
        Kind.CHOICE,
        "Project business: core or second core.",
        names=words("project class, core level, 项目级别, 项目等级, 核心级别, 專案級別, 專案等級, 核心級別"),
        choices={
            "core": words("first core, 核心, 核心客户, 一级核心, 核心客戶, 一級核心"),
            "second_core": words("second core, sub core, 次核心, 次核心客户, 二级核心, 次核心客戶, 二級核心"),
            "other": words("non core, 其他, 一般, 普通, 非核心"),
        },
    ),
)

OWN_LISTS = (
    Column(
        "strategic",
        Kind.FLAG,
        "Chosen as a strategic customer by name.",
        names=words("strategic customer, is strategic, 战略客户, 是否战略客户, 戰略客戶, 策略客戶, 是否策略客戶"),
    ),
    Column(
        "international",
        Kind.FLAG,
        "Present in several countries.",
        names=words(
            "is international, multinational presence", "国际化, 是否国际, 跨国经营, 國際化, 是否國際, 跨國經營"
        ),
    ),
    Column(
        "stores",
        Kind.INTEGER,
        "Shops it runs.",
        "shops",
        names=words("shops, outlets, 门店数, 门店数量, 店数, 門市數, 門店數, 店數"),
    ),
    Column(
        "store_growth",
        Kind.NUMBER,
        "Yearly growth of its number of shops, as a fraction.",
        "fraction",
        names=words("growth of stores, outlet growth, 门店增长率, 开店增长率, 門市成長率, 門店成長率"),
    ),
    Column(
        "loan_balance",
        Kind.MONEY,
        "Bank: loans outstanding.",
        "money",
        names=words("loans, outstanding loans, 贷款余额, 贷款, 貸款餘額, 貸款, 放款餘額"),
    ),
    Column(
        "deposit_balance",
        Kind.MONEY,
        "Bank: deposits.",
        "money",
        names=words("deposits, deposit, 存款余额, 存款, 存款餘額"),
    ),
    Column(
        "key_person_touch",
        Kind.DAY,
        "Last contact with a person who decides.",
        names=words(
            "last key contact, last contact with decision maker",
            "关键人最近接触, 关键人最近联系, 决策人最近联系日期, 關鍵人最近接觸, 關鍵人最近聯絡",
            "決策者最近聯絡日期",
        ),
    ),
)
