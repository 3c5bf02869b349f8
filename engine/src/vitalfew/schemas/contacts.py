"""What customers said and when we met."""

from vitalfew.schemas.headers import CUSTOMERS, DAYS, words
from vitalfew.schemas.types import Column, FactTable, Kind

FEEDBACK = FactTable(
    "feedback",
    "One row per answer, complaint or suggestion.",
    (
        Column("customer_id", Kind.ID, "Who said it.", names=CUSTOMERS, required=True),
        Column(
            "day",
            Kind.DAY,
            "When.",
            names=(
                *words(
                    "feedback date, survey date, answered on, response date",
                    "反馈日期, 调查日期, 评价日期, 投诉日期, 回饋日期, 調查日期, 評價日期, 投訴日期, 客訴日期",
                ),
                *DAYS,
            ),
            required=True,
        ),
        Column(
            "kind",
            Kind.CHOICE,
            "csat (0-100), nps (0-10), complaint or suggestion.",
            choices={
                "csat": words("satisfaction, customer satisfaction, 满意度, 滿意度"),
                "nps": words("net promoter, net promoter score, recommendation, 推荐值, 净推荐值, 推薦值, 淨推薦值"),
                "complaint": words("complaints, claim, 投诉, 客诉, 抱怨, 投訴, 客訴"),
                "suggestion": words("suggestions, idea, proposal, wish, 建议, 意见, 建議, 意見"),
            },
            names=words(
                "type, feedback type, survey, survey type, category",
                "类型, 反馈类型, 类别, 评价类型, 類型, 回饋類型, 類別",
            ),
            required=True,
        ),
        Column(
            "score",
            Kind.NUMBER,
            "Score of a csat or nps answer.",
            names=words("rating, points, value, grade, 分数, 评分, 得分, 打分, 分數, 評分"),
        ),
        Column(
            "text",
            Kind.TEXT,
            "What was said.",
            names=words(
                "comment, comments, message, content, feedback, remark",
                "内容, 反馈内容, 意见内容, 评价内容, 备注, 內容, 回饋內容, 意見內容, 評價內容, 備註",
            ),
        ),
    ),
    dated_by="day",
    key=("customer_id", "day", "kind"),
)

INTERACTIONS = FactTable(
    "interactions",
    "One row per contact.",
    (
        Column("customer_id", Kind.ID, "With whom.", names=CUSTOMERS, required=True),
        Column(
            "moment",
            Kind.MOMENT,
            "When, local time.",
            names=(
                *words(
                    "contact date, interaction date, contacted at, visit date, call date, timestamp, time, datetime",
                    "visited at",
                    "拜访日期, 拜访时间, 联系日期, 联系时间, 沟通日期, 访问时间, 拜訪日期, 拜訪時間, 聯絡日期",
                    "聯絡時間, 溝通日期, 造訪時間",
                ),
                *DAYS,
            ),
            required=True,
        ),
        Column(
            "kind",
            Kind.CHOICE,
            "Sort of contact.",
            names=words(
                "type, contact type, interaction type, channel, activity, activity type, event type",
                "类型, 联系方式, 沟通方式, 活动类型, 拜访方式, 跟进方式, 類型, 聯絡方式, 溝通方式, 活動類型",
                "拜訪方式",
            ),
            choices={
                "visit": words("meeting, on-site, field visit, 拜访, 上门, 走访, 面谈, 拜訪, 面談, 會面"),
                "call": words("phone, telephone, phone call, 电话, 通话, 電話, 通話"),
                "mail": words("email, e-mail, letter, 邮件, 电子邮件, 信函, 郵件, 電子郵件, 電郵"),
                "web": words("website, page view, pageview, online, 网站, 网页, 浏览, 網站, 網頁, 瀏覽"),
                "social": words(
                    "social media, WeChat, WhatsApp, LINE, chat, 微信, 社交, 企业微信, 微博, 社群, 企業微信"
                ),
                "event": words(
                    "trade fair, seminar, exhibition, webinar", "活动, 展会, 研讨会, 会议, 活動, 展覽, 研討會, 會議"
                ),
            },
        ),
        Column(
            "contact_role",
            Kind.TEXT,
            "Role of the person met.",
            names=words(
                "role, contact person role, job title, position, title",
                "联系人职务, 职务, 角色, 岗位, 职位, 聯絡人職務, 職務, 職稱, 職位",
            ),
        ),
        Column(
            "source",
            Kind.TEXT,
            "Where the visit of a page came from.",
            names=words(
                "traffic source, referrer, utm source, medium", "来源, 流量来源, 访问来源, 來源, 流量來源, 造訪來源"
            ),
        ),
        Column(
            "page",
            Kind.TEXT,
            "Page or product looked at.",
            names=words(
                "url, page url, landing page, product page, product",
                "页面, 网址, 浏览页面, 产品, 頁面, 網址, 瀏覽頁面, 產品",
            ),
        ),
        Column(
            "minutes",
            Kind.NUMBER,
            "How long.",
            "minutes",
            names=words(
                "duration, duration minutes, length, minutes spent",
                "时长, 分钟, 分钟数, 停留时长, 時長, 分鐘, 分鐘數, 停留時間",
            ),
        ),
    ),
    dated_by="moment",
    key=("customer_id", "moment", "kind"),
)
