"""What customers buy, how often, and how their buying changes."""

TERMS: dict[str, tuple[tuple[str, str, str], tuple[str, str, str]]] = {
    "monetary": (
        ("Sales", "销售额", "銷售額"),
        (
            "Net sum of all order lines in the window, refunds and returns taken off.",
            "窗口期内全部订单行的净额，已扣除退款和退货。",
            "期間內全部訂單明細的淨額，已扣除退款和退貨。",
        ),
    ),
    "frequency": (
        ("Orders", "订单数", "訂單數"),
        ("Number of orders whose lines sum above zero.", "合计金额大于零的订单数。", "合計金額大於零的訂單數。"),
    ),
    "recency_days": (
        ("Days since the last order", "距上次订单天数", "距上次訂單天數"),
        (
            "Whole days from the last valid order to the day of the report; fewer are better.",
            "最近一笔有效订单至报告日的天数，越少越好。",
            "最近一筆有效訂單至報告日的天數，越少越好。",
        ),
    ),
    "order_value": (
        ("Order value", "客单价", "客單價"),
        ("Sum of the valid orders ÷ their number.", "有效订单总额 ÷ 订单数。", "有效訂單總額 ÷ 訂單數。"),
    ),
    "largest_order_share": (
        ("Largest order, share", "最大订单占比", "最大訂單占比"),
        (
            "The largest valid order ÷ the sum of all.",
            "最大一笔有效订单 ÷ 有效订单总额。",
            "最大一筆有效訂單 ÷ 有效訂單總額。",
        ),
    ),
    "revenue_share": (
        ("Share of all sales", "销售占比", "銷售占比"),
        (
            "Its net sales ÷ those of all customers; below zero counts as zero.",
            "其净销售额 ÷ 全部客户的净销售额，负数按零计。",
            "其淨銷售額 ÷ 全部客戶的淨銷售額，負數以零計。",
        ),
    ),
    "quantity": (
        ("Quantity", "数量", "數量"),
        (
            "Net quantity of all lines in the window; returned pieces are negative.",
            "窗口期内全部订单行的净数量，退货为负。",
            "期間內全部訂單明細的淨數量，退貨為負。",
        ),
    ),
    "list_amount": (
        ("List amount", "标价金额", "牌價金額"),
        ("What the lines would cost without any discount.", "不打折时的金额。", "不打折時的金額。"),
    ),
    "tenure_days": (
        ("Tenure", "合作时长", "合作時間"),
        (
            "Days from the earlier of its start and its first order to the day of the report.",
            "自成为客户或首笔订单（取较早者）至报告日的天数。",
            "自成為客戶或首筆訂單（取較早者）至報告日的天數。",
        ),
    ),
    "first_order_days": (
        ("Days since the first order", "距首单天数", "距首單天數"),
        ("Days from the first order to the day of the report.", "首笔订单至报告日的天数。", "首筆訂單至報告日的天數。"),
    ),
    "growth": (
        ("Growth", "增长率", "成長率"),
        (
            "Sales of the last twelve months ÷ those of the twelve before, less 1.",
            "最近十二个月销售额 ÷ 之前十二个月销售额 − 1。",
            "最近十二個月銷售額 ÷ 之前十二個月銷售額 − 1。",
        ),
    ),
    "trend": (
        ("Trend", "趋势", "趨勢"),
        (
            "Change of sales per quarter ÷ the average quarter, over the last four.",
            "最近四个季度每季销售额变化 ÷ 季均销售额。",
            "最近四個季度每季銷售額變化 ÷ 季均銷售額。",
        ),
    ),
    "sales_variation": (
        ("Variation of sales", "销售波动", "銷售波動"),
        (
            "How much sales vary from period to period: standard deviation ÷ mean; less is better.",
            "各期销售额的波动：标准差 ÷ 均值，越小越好。",
            "各期銷售額的波動：標準差 ÷ 平均值，越小越好。",
        ),
    ),
    "repurchase": (
        ("Repurchase", "复购率", "複購率"),
        ("Orders after the first ÷ orders.", "首单之后的订单数 ÷ 订单数。", "首單之後的訂單數 ÷ 訂單數。"),
    ),
    "repeat": (
        ("Bought again", "回购", "回購"),
        (
            "Whether a buyer of the window before bought again in this one.",
            "上一期的买家本期是否再次购买。",
            "上一期的買家本期是否再次購買。",
        ),
    ),
    "rhythm_days": (
        ("Rhythm", "购买节奏", "購買節奏"),
        ("Median of the days between its valid orders.", "有效订单间隔天数的中位数。", "有效訂單間隔天數的中位數。"),
    ),
    "mean_gap_days": (
        ("Mean gap", "平均间隔", "平均間隔"),
        ("Mean of the days between its valid orders.", "有效订单间隔天数的均值。", "有效訂單間隔天數的平均值。"),
    ),
    "longest_gap_days": (
        ("Longest gap", "最长间隔", "最長間隔"),
        (
            "The longest time between two valid orders that followed each other.",
            "相邻两笔有效订单之间的最长时间。",
            "相鄰兩筆有效訂單之間的最長時間。",
        ),
    ),
    "gap_variation": (
        ("Variation of gaps", "间隔波动", "間隔波動"),
        (
            "How much the days between orders vary: standard deviation ÷ mean.",
            "订单间隔的波动：标准差 ÷ 均值。",
            "訂單間隔的波動：標準差 ÷ 平均值。",
        ),
    ),
    "overdue_days": (
        ("Days past its rhythm", "逾节奏天数", "逾節奏天數"),
        (
            "Days that the next order is late against its own rhythm.",
            "按其自身节奏，下一单已迟的天数。",
            "依其自身節奏，下一單已遲的天數。",
        ),
    ),
    "overdue_ratio": (
        ("Against its rhythm", "节奏比", "節奏比"),
        (
            "Days since the last order ÷ rhythm: above 1 the next order is late.",
            "距上次订单天数 ÷ 购买节奏：大于 1 表示下一单已迟。",
            "距上次訂單天數 ÷ 購買節奏：大於 1 表示下一單已遲。",
        ),
    ),
    "products": (
        ("Products", "产品数", "產品數"),
        ("Number of different products bought.", "购买过的不同产品数。", "購買過的不同產品數。"),
    ),
    "categories": (
        ("Categories", "品类数", "品類數"),
        ("Number of different categories bought.", "购买过的不同品类数。", "購買過的不同品類數。"),
    ),
    "category_share": (
        ("Share of one category", "品类占比", "品類占比"),
        ("Share of the spend that went into one category.", "某一品类占其消费的比例。", "某一品類占其消費的比例。"),
    ),
    "online_share": (
        ("Online share", "线上占比", "線上占比"),
        ("Share of the spend that was ordered online.", "线上下单的消费占比。", "線上下單的消費占比。"),
    ),
    "promotion_share": (
        ("Promotion share", "促销占比", "促銷占比"),
        (
            "Share of the spend on promoted or discounted lines; less is better.",
            "促销或折扣商品占消费的比例，越少越好。",
            "促銷或折扣商品占消費的比例，越少越好。",
        ),
    ),
    "discount_share": (
        ("Discount", "折扣率", "折扣率"),
        (
            "Discount given: 1 − amount ÷ list amount.",
            "给予的折扣：1 − 实际金额 ÷ 标价金额。",
            "給予的折扣：1 − 實際金額 ÷ 牌價金額。",
        ),
    ),
    "regular_orders": (
        ("Orders without promotion", "非促销订单数", "非促銷訂單數"),
        (
            "Number of valid orders without any promoted or discounted line.",
            "不含促销或折扣的有效订单数。",
            "不含促銷或折扣的有效訂單數。",
        ),
    ),
    "regular_order_days": (
        ("Days since an order without promotion", "距上次非促销订单天数", "距上次非促銷訂單天數"),
        (
            "Days since the last valid order without any promoted or discounted line.",
            "距最近一笔不含促销或折扣的有效订单的天数。",
            "距最近一筆不含促銷或折扣的有效訂單的天數。",
        ),
    ),
    "return_rate": (
        ("Return rate", "退货率", "退貨率"),
        (
            "Money given back ÷ spend of the window; less is better.",
            "退还金额 ÷ 期间消费，越少越好。",
            "退還金額 ÷ 期間消費，越少越好。",
        ),
    ),
}
