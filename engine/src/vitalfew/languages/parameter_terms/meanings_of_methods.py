"""What the parameters of grading methods mean. The English sentence is the description of the field."""

MEANINGS: dict[str, tuple[str, str]] = {
    "`all`, or days up to the as-of day, such as 365d.": (
        "`all`（全部历史），或截至截止日的天数，如 365d。",
        "`all`（全部歷史），或截至截止日的天數，如 365d。",
    ),
    "Days up to the as-of day, such as 365d.": ("截至截止日的天数，如 365d。", "截至截止日的天數，如 365d。"),
    "Days of one period, such as 30d.": ("一个时段的天数，如 30d。", "一個期間的天數，如 30d。"),
    "How many periods are looked at.": ("考察多少个时段。", "檢視多少個期間。"),
    "Fewest valid orders that show a rhythm.": (
        "能看出购买周期的最少有效订单数。",
        "能看出購買週期的最少有效訂單數。",
    ),
    "Active up to so many g.": (
        "不超过自身购买周期 g 的多少倍算活跃。",
        "不超過自身購買週期 g 的多少倍算活躍。",
    ),
    "Sleeping up to so many g.": (
        "不超过自身购买周期 g 的多少倍算沉睡。",
        "不超過自身購買週期 g 的多少倍算沉睡。",
    ),
    "New: the first order is less than so many g ago.": (
        "新客户：首次订单距今不足购买周期 g 的多少倍。",
        "新客戶：首次訂單距今不足購買週期 g 的多少倍。",
    ),
    "New: at most so many valid orders.": ("新客户：有效订单最多多少个。", "新客戶：有效訂單最多多少個。"),
    "New: fewer days than this.": ("新客户：少于这么多天。", "新客戶：少於這麼多天。"),
    "Days taken where no customer has a rhythm.": (
        "没有客户有购买周期时采用的天数。",
        "沒有客戶有購買週期時採用的天數。",
    ),
    "Metric: days since the earlier of `since` and the first order.": (
        "指标：自客户起始日与首次订单中较早者起的天数。",
        "指標：自客戶起始日與首次訂單中較早者起的天數。",
    ),
    "Metric: number of valid orders.": ("指标：有效订单数。", "指標：有效訂單數。"),
    "Metric: days since the last valid order.": (
        "指标：距最近一次有效订单的天数。",
        "指標：距最近一次有效訂單的天數。",
    ),
    "Metric: days since the first order.": ("指标：距首次订单的天数。", "指標：距首次訂單的天數。"),
    "Metric: net sales of the last 365 days.": ("指标：最近 365 天的净销售额。", "指標：最近 365 天的淨銷售額。"),
    "Metric: standing in the region.": ("指标：在地区内的地位。", "指標：在地區內的地位。"),
    "Metric: growth over the year before, for the cap.": (
        "指标：较上一年的增长率，用于上限。",
        "指標：較前一年的成長率，用於上限。",
    ),
    "Metric: what is left after cost.": ("指标：扣除成本后的余额。", "指標：扣除成本後的餘額。"),
    "Metric: share of spend on promoted or discounted lines.": (
        "指标：促销或折扣明细占消费额的比例。",
        "指標：促銷或折扣明細占消費額的比例。",
    ),
    "Metric: days since the last order outside promotions.": (
        "指标：距最近一次非促销订单的天数。",
        "指標：距最近一次非促銷訂單的天數。",
    ),
    "Metric: the customer's own usual gap in days.": (
        "指标：该客户自身通常的间隔天数。",
        "指標：該客戶自身通常的間隔天數。",
    ),
    "Metric: median gap in days; missing below three valid orders.": (
        "指标：间隔天数的中位数；有效订单少于三个时缺失。",
        "指標：間隔天數的中位數；有效訂單少於三個時缺漏。",
    ),
    "Metric that customers without an order are judged by.": (
        "用来评价尚无订单客户的指标。",
        "用來評價尚無訂單客戶的指標。",
    ),
    "Yearly amounts, first known.": ("年度金额，取第一个已知的。", "年度金額，取第一個已知的。"),
    "The standing that makes a new customer big.": ("使新客户算作大客户的地位。", "使新客戶算作大客戶的地位。"),
    "Per cent of the sales that the big ones bring.": (
        "大客户合计带来的销售额百分比。",
        "大客戶合計帶來的銷售額百分比。",
    ),
    "The shortest time that own sales are scaled up from.": (
        "按自身销售额推算全年时的最短时间。",
        "依自身銷售額推算全年時的最短時間。",
    ),
    "Limits for the old and big.": ("老大客户的上限。", "老大客戶的上限。"),
    "At most so many.": ("最多这么多个。", "最多這麼多個。"),
    "At most so many per cent of all buyers.": (
        "最多占全部已购客户的这么多百分比。",
        "最多占全部已購客戶的這麼多百分比。",
    ),
    "At most this growth of one, as a fraction of the year before.": (
        "单个客户的增长最多为上一年的这个比例。",
        "單一客戶的成長最多為前一年的這個比例。",
    ),
    "Share of spend from which on it counts.": ("达到这个消费占比起才算。", "達到這個消費占比起才算。"),
    "Fewer valid orders say nothing yet.": ("有效订单更少时尚不能说明问题。", "有效訂單更少時尚不能說明問題。"),
    "Its labels that make a customer `key`.": ("使客户成为重点客户的标签。", "使客戶成為重點客戶的標籤。"),
    "Its labels that make a customer `potential`.": ("使客户成为潜力客户的标签。", "使客戶成為潛力客戶的標籤。"),
    "Percentile from which on they are `potential`.": (
        "达到这个百分位起为潜力客户。",
        "達到這個百分位數起為潛力客戶。",
    ),
    "Classifier whose label is the grade.": ("其标签就是等级的分类器。", "其標籤就是等級的分類器。"),
    "Classifier of the potential.": ("评价潜力的分类器。", "評價潛力的分類器。"),
    "Classifier that scores recency.": ("为最近一次消费打分的分类器。", "為最近一次消費評分的分類器。"),
    "Classifier that scores frequency.": ("为消费频率打分的分类器。", "為消費頻率評分的分類器。"),
    "Classifier that scores money.": ("为消费金额打分的分类器。", "為消費金額評分的分類器。"),
    "The grid, first match wins.": ("矩阵，取第一个符合的单元格。", "矩陣，取第一個符合的儲存格。"),
    "Label of customers with refunds only.": ("只有退款的客户的标签。", "只有退款的客戶的標籤。"),
    "Label of customers without any order.": ("没有任何订单的客户的标签。", "沒有任何訂單的客戶的標籤。"),
    "Digits of the score as shown.": ("得分显示的小数位数。", "得分顯示的小數位數。"),
    "Grade of a customer without any order.": ("没有任何订单的客户的等级。", "沒有任何訂單的客戶的等級。"),
    "A profit; customers below zero there get the grade `loss`.": (
        "一种利润指标；低于零的客户得到亏损等级。",
        "一種利潤指標；低於零的客戶得到虧損等級。",
    ),
    "Grade of customers below zero on that profit.": ("该利润低于零的客户的等级。", "該利潤低於零的客戶的等級。"),
    "Per cent; below it never the first grade.": (
        "百分比；低于它时绝不给最高等级。",
        "百分比；低於它時絕不給最高等級。",
    ),
    "Name → part.": ("名称 → 组成部分。", "名稱 → 組成部分。"),
    "Grade → lowest score, best first; the last from 0.": (
        "等级 → 最低得分，最好的在前；最后一个从 0 起。",
        "等級 → 最低得分，最好的在前；最後一個從 0 起。",
    ),
    "Label of customers below zero, on profit; none: the last class.": (
        "利润低于零的客户的标签；留空则为最后一类。",
        "利潤低於零的客戶的標籤；留空則為最後一類。",
    ),
    "Cuts in per cent of the value or of the customers.": (
        "分界点按金额还是按客户数的百分比。",
        "分界點依金額還是依客戶數的百分比。",
    ),
    "Number of classes; k is the best.": ("类别个数；数字最大的最好。", "類別個數；數字最大的最好。"),
    "One label more than cuts, best first.": ("比分界点多一个标签，最好的在前。", "比分界點多一個標籤，最好的在前。"),
    "One label more than cuts, steadiest first.": (
        "比分界点多一个标签，最稳定的在前。",
        "比分界點多一個標籤，最穩定的在前。",
    ),
    "A metric that counts what the variation was worked out from.": (
        "统计波动依据个数的指标。",
        "統計波動依據個數的指標。",
    ),
    "How many of them there must be.": ("至少要有多少个。", "至少要有多少個。"),
    "Points by which a boundary must be passed.": ("必须越过界限多少分。", "必須越過界限多少分。"),
    "Days a grade stays at least.": ("一个等级至少保持的天数。", "一個等級至少保持的天數。"),
    "Whether two runs running must ask for a move.": (
        "是否要连续两次运行都要求变动。",
        "是否要連續兩次執行都要求變動。",
    ),
    "Score needed for each grade but the lowest, falling.": (
        "除最低等级外各等级所需的得分，由高到低。",
        "除最低等級外各等級所需的得分，由高到低。",
    ),
    "The category, as it stands in the orders.": ("品类，与订单中的写法一致。", "品類，與訂單中的寫法一致。"),
    "Header of the column.": ("列的标题。", "欄位的標題。"),
    "Roles of those who decide, as they stand in the interactions.": (
        "决策者的角色，与往来记录中的写法一致。",
        "決策者的角色，與往來紀錄中的寫法一致。",
    ),
}
"""Meaning in English → Simplified and Traditional Chinese."""
