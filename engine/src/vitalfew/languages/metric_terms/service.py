"""What customers leave, pay, cost and say."""

TERMS: dict[str, tuple[tuple[str, str, str], tuple[str, str, str]]] = {
    "contribution": (
        ("Contribution", "贡献", "貢獻"),
        (
            "Sales less the cost of the goods and the cost to serve; without service costs the gross profit.",
            "销售额减去商品成本和服务成本；没有服务成本时即毛利。",
            "銷售額減去商品成本和服務成本；沒有服務成本時即毛利。",
        ),
    ),
    "gross_profit": (
        ("Gross profit", "毛利", "毛利"),
        (
            "Sales less the cost of the lines, returns taken off.",
            "销售额减去订单行成本，已扣除退货。",
            "銷售額減去訂單明細成本，已扣除退貨。",
        ),
    ),
    "margin": (
        ("Margin", "毛利率", "毛利率"),
        (
            "Gross profit ÷ sales, of the lines whose cost is known.",
            "毛利 ÷ 销售额，只计成本已知的订单行。",
            "毛利 ÷ 銷售額，只計成本已知的訂單明細。",
        ),
    ),
    "service_cost": (
        ("Cost to serve", "服务成本", "服務成本"),
        (
            "Money of all service costs in the window; less is better.",
            "期间内全部服务成本，越少越好。",
            "期間內全部服務成本，越少越好。",
        ),
    ),
    "service_hours": (
        ("Hours", "服务工时", "服務工時"),
        ("Hours spent on the customer in the window.", "期间内花在该客户身上的工时。", "期間內花在該客戶身上的工時。"),
    ),
    "collection": (
        ("Collection rate", "回款率", "回款率"),
        (
            "Paid by the day of the report ÷ amount, both of the invoices due by it.",
            "截至报告日到期的发票中，已付金额 ÷ 应付金额。",
            "截至報告日到期的發票中，已付金額 ÷ 應付金額。",
        ),
    ),
    "lateness_days": (
        ("Lateness", "付款延迟", "付款延遲"),
        (
            "Mean days from the due day to the full payment; less is better.",
            "到期日至付清的平均天数，越少越好。",
            "到期日至付清的平均天數，越少越好。",
        ),
    ),
    "overdue_amount": (
        ("Arrears", "逾期金额", "逾期金額"),
        (
            "What is open of invoices that are past their due day.",
            "已过到期日的发票未付金额。",
            "已過到期日的發票未付金額。",
        ),
    ),
    "overdue_invoices": (
        ("Late invoices", "逾期发票数", "逾期發票數"),
        (
            "Number of invoices past their due day of which something is open.",
            "已过到期日仍未付清的发票数。",
            "已過到期日仍未付清的發票數。",
        ),
    ),
    "satisfaction": (
        ("Satisfaction", "满意度", "滿意度"),
        (
            "Mean of the answers of the last twelve months, 0 to 100; else what the customers file says.",
            "最近十二个月评分的均值，0 至 100；没有则取客户文件中的值。",
            "最近十二個月評分的平均值，0 至 100；沒有則取客戶檔案中的值。",
        ),
    ),
    "nps": (
        ("Net promoter score", "净推荐值", "淨推薦值"),
        (
            "Share of answers 9 and 10 less share of answers 0 to 6, -100 to 100.",
            "9、10 分的比例减去 0 至 6 分的比例，−100 至 100。",
            "9、10 分的比例減去 0 至 6 分的比例，−100 至 100。",
        ),
    ),
    "complaints": (
        ("Complaints", "投诉数", "客訴數"),
        (
            "Number of complaints in the window; fewer are better.",
            "期间内的投诉次数，越少越好。",
            "期間內的客訴次數，越少越好。",
        ),
    ),
    "suggestions": (
        ("Suggestions", "建议数", "建議數"),
        ("Number of suggestions in the window.", "期间内的建议数。", "期間內的建議數。"),
    ),
    "interactions": (
        ("Number of contacts", "接触次数", "接觸次數"),
        ("Number of contacts in the window.", "期间内的接触次数。", "期間內的接觸次數。"),
    ),
    "touch_days": (
        ("Days since the last contact", "距上次接触天数", "距上次接觸天數"),
        (
            "Days since the last contact of any kind.",
            "距最近一次任何形式接触的天数。",
            "距最近一次任何形式接觸的天數。",
        ),
    ),
    "key_person_days": (
        ("Days since a decider was met", "距上次接触决策人天数", "距上次接觸決策人天數"),
        (
            "Days since the last contact with one who decides.",
            "距最近一次接触决策人的天数。",
            "距最近一次接觸決策人的天數。",
        ),
    ),
    "page_views": (
        ("Pages viewed", "浏览页数", "瀏覽頁數"),
        ("Number of our pages looked at in the window.", "期间内浏览我方页面的次数。", "期間內瀏覽我方頁面的次數。"),
    ),
    "browsing_hours": (
        ("Browsing hours", "浏览时长", "瀏覽時數"),
        ("Hours spent on our pages in the window.", "期间内浏览我方页面的小时数。", "期間內瀏覽我方頁面的小時數。"),
    ),
    "views_per_order": (
        ("Views per order", "每单浏览页数", "每單瀏覽頁數"),
        (
            "Pages looked at ÷ valid orders; less is better.",
            "浏览页数 ÷ 有效订单数，越少越好。",
            "瀏覽頁數 ÷ 有效訂單數，越少越好。",
        ),
    ),
    "conversion": (
        ("Conversion", "转化率", "轉換率"),
        (
            "Valid orders ÷ visits; a visit is a day with a page looked at.",
            "有效订单数 ÷ 访问次数；有浏览的一天算一次访问。",
            "有效訂單數 ÷ 造訪次數；有瀏覽的一天算一次造訪。",
        ),
    ),
}
