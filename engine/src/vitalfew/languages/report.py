"""Sentences of the report: what its figures are called and what they say."""

SENTENCES: dict[str, tuple[str, str]] = {
    "{scheme} · as of {day} · {window}": ("{scheme} · 截至 {day} · {window}", "{scheme} · 截至 {day} · {window}"),
    "{scheme} · as of {day} · {window} · amounts in {currency}": (
        "{scheme} · 截至 {day} · {window} · 金额单位 {currency}",
        "{scheme} · 截至 {day} · {window} · 金額單位 {currency}",
    ),
    "Where the profit comes from": ("利润从哪里来", "獲利從哪裡來"),
    "Where the sales come from": ("销售额从哪里来", "銷售額從哪裡來"),
    "all history": ("全部历史", "全部歷史"),
    "twelve months": ("十二个月", "十二個月"),
    "the last {days} days": ("最近 {days} 天", "最近 {days} 天"),
    "{metric}, {window}": ("{metric}，{window}", "{metric}，{window}"),
    "{names} and {last}": ("{names}和{last}", "{names}和{last}"),
    "Customers": ("客户", "客戶"),
    "Customer": ("客户", "客戶"),
    "customers": ("客户", "客戶"),
    "Grade": ("等级", "等級"),
    "Grades": ("等级", "等級"),
    "Score": ("得分", "得分"),
    "Class": ("类别", "類別"),
    "All": ("合计", "合計"),
    "Was": ("原等级", "原等級"),
    "Now": ("现等级", "現等級"),
    "share": ("占比", "占比"),
    "cumulative": ("累计", "累計"),
    "from": ("起点", "起點"),
    "of customers": ("占客户", "占客戶"),
    "of sales": ("占销售额", "占銷售額"),
    "of profit": ("占利润", "占獲利"),
    "of hours": ("占工时", "占工時"),
    "yes": ("是", "是"),
    "no": ("否", "否"),
    # Opening
    "{n} of {all} customers bring {share} of the sales, led by {names}.": (
        "{all} 家客户中的 {n} 家带来 {share} 的销售额，居首的是{names}。",
        "{all} 家客戶中的 {n} 家帶來 {share} 的銷售額，居首的是{names}。",
    ),
    "All customers together bring {sales}.": ("全部客户合计带来 {sales}。", "全部客戶合計帶來 {sales}。"),
    "This scheme sets classes side by side and gives no grade that could move.": (
        "该方案只并列给出各种类别，没有会变动的等级。",
        "此方案只並列給出各種類別，沒有會變動的等級。",
    ),
    "What moved cannot be said: the facts do not reach back before {day}.": (
        "无法说明变动：数据从 {day} 才开始。",
        "無法說明變動：資料從 {day} 才開始。",
    ),
    "Call {name} ({sales}) first: {was} still, but {fall} points since {day}. {reason}.": (
        "请先致电{name}（{sales}）：仍为{was}，但自 {day} 以来变动 {fall} 分。{reason}。",
        "請先致電{name}（{sales}）：仍為{was}，但自 {day} 以來變動 {fall} 分。{reason}。",
    ),
    "Call {name} ({sales}) first: {was} still, but {fall} points since {day}.": (
        "请先致电{name}（{sales}）：仍为{was}，但自 {day} 以来变动 {fall} 分。",
        "請先致電{name}（{sales}）：仍為{was}，但自 {day} 以來變動 {fall} 分。",
    ),
    "Call {name} ({sales}) first: it fell from {was} to {now} since {day}. {reason}.": (
        "请先致电{name}（{sales}）：自 {day} 以来由{was}降为{now}。{reason}。",
        "請先致電{name}（{sales}）：自 {day} 以來由{was}降為{now}。{reason}。",
    ),
    "Call {name} ({sales}) first: it fell from {was} to {now} since {day}.": (
        "请先致电{name}（{sales}）：自 {day} 以来由{was}降为{now}。",
        "請先致電{name}（{sales}）：自 {day} 以來由{was}降為{now}。",
    ),
    # Strip
    "{change} on the window before": ("较前一期 {change}", "較前一期 {change}"),
    "bring {share} of the sales": ("带来 {share} 的销售额", "帶來 {share} 的銷售額"),
    "Changed grade": ("等级变动", "等級變動"),
    "{up} up, {down} down since {day}": ("自 {day} 以来升 {up}、降 {down}", "自 {day} 以來升 {up}、降 {down}"),
    "Cost more than they earn": ("得不偿失", "得不償失"),
    "of {all} customers": ("共 {all} 家客户", "共 {all} 家客戶"),
    # Pareto, vital few, concentration
    "Pareto": ("帕累托曲线", "柏拉圖曲線"),
    "cumulative sales, per cent of {amount}": ("累计销售额，占 {amount} 的百分比", "累計銷售額，占 {amount} 的百分比"),
    "The vital few": ("关键的少数", "關鍵的少數"),
    "the first {n} by sales": ("按销售额的前 {n} 家", "依銷售額的前 {n} 家"),
    "The first {n} bring {share} of the sales.": (
        "前 {n} 家带来 {share} 的销售额。",
        "前 {n} 家帶來 {share} 的銷售額。",
    ),
    "Concentration": ("集中度", "集中度"),
    "what the first few bring": ("最前几家带来多少", "最前幾家帶來多少"),
    "First": ("前几家", "前幾家"),
    "of profit, its own first": ("占利润，按利润排名", "占獲利，依獲利排名"),
    "There is one customer only: {name}.": ("只有一家客户：{name}。", "只有一家客戶：{name}。"),
    "Without {name}, {share} of the sales would be gone ({amount}); without the first {few}, {part}.": (
        "失去{name}，销售额将减少 {share}（{amount}）；失去前 {few} 家，将减少 {part}。",
        "失去{name}，銷售額將減少 {share}（{amount}）；失去前 {few} 家，將減少 {part}。",
    ),
    # Grades
    "customers by score": ("按得分的客户数", "依得分的客戶數"),
    "customers by score; in and out since {day}": (
        "按得分的客户数；自 {day} 以来的转入与转出",
        "依得分的客戶數；自 {day} 以來的轉入與轉出",
    ),
    "the run before": ("上一次运行", "上一次執行"),
    "No customer has a grade.": ("没有客户得到等级。", "沒有客戶得到等級。"),
    "In": ("转入", "轉入"),
    "Out": ("转出", "轉出"),
    # RFM
    "Recency and frequency": ("最近购买与购买频率", "最近購買與購買頻率"),
    "customers; the shade is their share of sales; 5 is best": (
        "客户数；颜色深浅为销售额占比；5 为最好",
        "客戶數；顏色深淺為銷售額占比；5 為最好",
    ),
    "Recency": ("最近购买", "最近購買"),
    "Frequency": ("购买频率", "購買頻率"),
    "seldom": ("少", "少"),
    "often": ("多", "多"),
    "long ago": ("久远", "久遠"),
    "lately": ("最近", "最近"),
    "Segment": ("分群", "客群"),
    "Segments": ("分群", "分群"),
    "by recency, frequency and amount, all history": (
        "按最近购买、频率和金额，全部历史",
        "依最近購買、頻率和金額，全部歷史",
    ),
    "No customer that bought well has gone quiet.": ("买得不错的客户没有沉寂的。", "買得不錯的客戶沒有沉寂的。"),
    # Types
    "Type": ("类型", "類型"),
    "Type board": ("类型看板", "類型看板"),
    "old from one year; big: the first 80 % of the sales": (
        "满一年为老客户；带来前 80% 销售额的为大客户",
        "滿一年為老客戶；帶來前 80% 銷售額的為大客戶",
    ),
    "{n} over a cap": ("{n} 家超过上限", "{n} 家超過上限"),
    "{n} asleep": ("{n} 家沉睡", "{n} 家沉睡"),
    # Whale curve, cost to serve
    "Whale curve": ("鲸鱼曲线", "鯨魚曲線"),
    "customers from best to worst, cumulative contribution": (
        "客户由好到差，累计贡献",
        "客戶由好到差，累計貢獻",
    ),
    "No customer earns more than it costs; together they cost {amount}.": (
        "没有客户赚得比花费多；合计亏 {amount}。",
        "沒有客戶賺得比花費多；合計虧 {amount}。",
    ),
    "No customer costs more than it earns; together they earn {amount}.": (
        "没有客户得不偿失；合计赚得 {amount}。",
        "沒有客戶得不償失；合計賺得 {amount}。",
    ),
    "peak {amount}, {share}": ("峰值 {amount}，{share}", "峰值 {amount}，{share}"),
    "in all {amount}": ("合计 {amount}", "合計 {amount}"),
    "Customers that": ("客户", "客戶"),
    "earn more than they cost": ("赚得比花费多", "賺得比花費多"),
    "break even": ("盈亏平衡", "損益平衡"),
    "cost more than they earn": ("得不偿失", "得不償失"),
    "Profit and cost to serve": ("盈利与服务成本", "獲利與服務成本"),
    "each dot a customer, its area the sales; below the line we pay to serve": (
        "每点为一家客户，面积为销售额；线以下为得不偿失",
        "每點為一家客戶，面積為銷售額；線以下為得不償失",
    ),
    "fingerprint {digest}": ("指纹 {digest}", "指紋 {digest}"),
    "customers outside the frame and left out: {n}": ("图框外未画出的客户：{n} 家", "圖框外未畫出的客戶：{n} 家"),
    "the {n} of {all} customers that earn or lose most": (
        "{all} 家客户中盈亏最大的 {n} 家",
        "{all} 家客戶中盈虧最大的 {n} 家",
    ),
    "Every customer earns at least what it costs to serve.": (
        "每家客户的盈利都不低于其服务成本。",
        "每家客戶的獲利都不低於其服務成本。",
    ),
    "The dearest customer is {name}: it earns {profit} before and {left} after the cost to serve.": (
        "最费成本的客户是{name}：扣除服务成本前为 {profit}，扣除后为 {left}。",
        "最費成本的客戶是{name}：扣除服務成本前為 {profit}，扣除後為 {left}。",
    ),
    "Cost to serve, of sales": ("服务成本，占销售额", "服務成本，占銷售額"),
    "Gross margin": ("毛利率", "毛利率"),
    "break-even": ("盈亏平衡", "損益平衡"),
    "Profit and cost, cut at the median": ("盈利与成本，以中位数划分", "獲利與成本，以中位數劃分"),
    "Below break-even": ("盈亏平衡以下", "損益平衡以下"),
    "the {n} dearest of {all}": ("{all} 家中亏得最多的 {n} 家", "{all} 家中虧得最多的 {n} 家"),
    # 20/60/20
    "20 / 60 / 20": ("二六二", "二六二"),
    "by contribution": ("按贡献", "依貢獻"),
    "by sales": ("按销售额", "依銷售額"),
    "study and keep": ("研究并保持", "研究並維持"),
    "keep at low cost": ("低成本维系", "低成本維繫"),
    "mend, reprice or leave": ("改善、调价或放弃", "改善、調價或放棄"),
    "The best {n} customers bring {share} of the profit, the last {last} {rest}.": (
        "最好的 {n} 家客户带来 {share} 的利润，最后 {last} 家为 {rest}。",
        "最好的 {n} 家客戶帶來 {share} 的獲利，最後 {last} 家為 {rest}。",
    ),
    "The best {n} customers bring {share} of the sales, the last {last} {rest}.": (
        "最好的 {n} 家客户带来 {share} 的销售额，最后 {last} 家为 {rest}。",
        "最好的 {n} 家客戶帶來 {share} 的銷售額，最後 {last} 家為 {rest}。",
    ),
    "Too few customers differ to be told apart by fifths.": (
        "客户之间差别太小，无法按五分之一区分。",
        "客戶之間差別太小，無法依五分之一區分。",
    ),
    "Band": ("档次", "級距"),
    "earned per hour": ("每工时收益", "每工時收益"),
    # Migration and movers
    "Migration": ("等级迁移", "等級遷移"),
    "rows: {before}; columns: {after}": ("行：{before}；列：{after}", "列：{before}；欄：{after}"),
    "not graded": ("未分级", "未分級"),
    "No customer has changed its grade since {day}.": (
        "自 {day} 以来没有客户变更等级。",
        "自 {day} 以來沒有客戶變更等級。",
    ),
    "Movers and causes": ("变动与原因", "變動與原因"),
    "the {n} of {all} that bring most": ("{all} 家中带来最多的 {n} 家", "{all} 家中帶來最多的 {n} 家"),
    "{joined} came into {grade}, {left} left it.": (
        "进入{grade}的有 {joined} 家，退出的有 {left} 家。",
        "進入{grade}的有 {joined} 家，退出的有 {left} 家。",
    ),
    "vitalfew compare lists all {n} with every cause.": (
        "vitalfew compare 可列出全部 {n} 家及所有原因。",
        "vitalfew compare 可列出全部 {n} 家及所有原因。",
    ),
    "Change": ("变动", "變動"),
    "Main cause": ("主要原因", "主要原因"),
    "Effect": ("影响", "影響"),
    "Grades over time": ("等级变化", "等級變化"),
    "customers by grade at the end of each month": ("每月末各等级的客户数", "每月底各等級的客戶數"),
    "{grade}: {then} customers in {month}, {now} now.": (
        "{grade}：{month} 有 {then} 家，现有 {now} 家。",
        "{grade}：{month} 有 {then} 家，現有 {now} 家。",
    ),
    "Month": ("月份", "月份"),
    # The list
    "Orders, all history": ("订单数，全部历史", "訂單數，全部歷史"),
    "The {n} customers with the largest sales of {all}; the result file holds all of them.": (
        "{all} 家中销售额最大的 {n} 家；结果文件含全部客户。",
        "{all} 家中銷售額最大的 {n} 家；結果檔案含全部客戶。",
    ),
    "{points} points below {grade}": ("距 {grade} 差 {points} 分", "距 {grade} 差 {points} 分"),
    "{points} points above the end of {grade}": ("高于 {grade} 下限 {points} 分", "高於 {grade} 下限 {points} 分"),
    # Definitions and data quality
    "Window": ("统计期间", "統計期間"),
    "Every amount counts {window} up to and including the day of the report.": (
        "所有金额均统计{window}，截至报告日（含当日）。",
        "所有金額均統計{window}，截至報告日（含當日）。",
    ),
    "Data quality": ("数据质量", "資料品質"),
    "what was read, and what was left out": ("读入了什么，略去了什么", "讀入了什麼，略去了什麼"),
    "Every metric of the scheme is known, and every row that was read is in the figures.": (
        "方案的全部指标均已知，读入的每一行都已计入。",
        "方案的全部指標均已知，讀入的每一列都已計入。",
    ),
    "Not known from these facts: {metrics}.": ("这些数据无法得知：{metrics}。", "這些資料無法得知：{metrics}。"),
    "Rejected rows, in no figure: {n}.": (
        "被拒绝、未计入任何数字的有 {n} 行。",
        "被拒絕、未計入任何數字的有 {n} 列。",
    ),
    "Rows without a customer, in no figure: {n}, orders of {amount} among them.": (
        "没有客户编号、未计入任何数字的有 {n} 行，其中订单金额 {amount}。",
        "沒有客戶編號、未計入任何數字的有 {n} 列，其中訂單金額 {amount}。",
    ),
    "{share} of what the grades weigh is known; a missing value counts as average.": (
        "评分所依据的权重中有 {share} 为已知；缺失值按平均计。",
        "評分所依據的權重中有 {share} 為已知；缺漏值以平均計。",
    ),
    "Table": ("数据表", "資料表"),
    "Rows": ("行数", "列數"),
    "taken": ("采用", "採用"),
    "without a customer": ("无客户编号", "無客戶編號"),
    "their amount": ("其金额", "其金額"),
    "Warnings": ("警告", "警告"),
    "Order lines": ("订单行", "訂單明細"),
    "Payments": ("付款", "付款"),
    "Returns": ("退货", "退貨"),
    "Service costs": ("服务成本记录", "服務成本記錄"),
    "Feedback": ("反馈", "意見回饋"),
    "Contacts": ("接触记录", "接觸記錄"),
    "Exchange rates": ("汇率", "匯率"),
    "One of {all} customers, {name}, brings {share} of the sales.": (
        "{all} 家客户中的一家，{name}，带来 {share} 的销售额。",
        "{all} 家客戶中的一家，{name}，帶來 {share} 的銷售額。",
    ),
    "{grade} ({n} of {all}) brings {share} of {sales} in sales.": (
        "{grade}（{all} 家中的 {n} 家）带来销售额 {sales} 中的 {share}。",
        "{grade}（{all} 家中的 {n} 家）帶來銷售額 {sales} 中的 {share}。",
    ),
    "{grade} ({n} of {all}) brings {share} of {sales} in sales and {part} of the profit.": (
        "{grade}（{all} 家中的 {n} 家）带来销售额 {sales} 中的 {share} 和利润的 {part}。",
        "{grade}（{all} 家中的 {n} 家）帶來銷售額 {sales} 中的 {share} 和獲利的 {part}。",
    ),
    "{grade} ({n} of {all}) brings {share} of {sales} in sales and {part} of the profit; those below break-even "
    "({losing}) take {back} back.": (
        "{grade}（{all} 家中的 {n} 家）带来销售额 {sales} 中的 {share} 和利润的 {part}；{losing} 家得不偿失，吃掉 {back}。",
        "{grade}（{all} 家中的 {n} 家）帶來銷售額 {sales} 中的 {share} 和獲利的 {part}；{losing} 家得不償失，吃掉 {back}。",
    ),
    "There is nobody to call first: nobody has fallen, and nobody that bought well has gone quiet.": (
        "没有需要先致电的客户：无人下降，买得不错的客户也没有沉寂。",
        "沒有需要先致電的客戶：無人下降，買得不錯的客戶也沒有沉寂。",
    ),
    "Call {name} ({sales}) first: it bought well and has been quiet for {days} days.": (
        "请先致电{name}（{sales}）：曾经买得不错，已沉寂 {days} 天。",
        "請先致電{name}（{sales}）：曾經買得不錯，已沉寂 {days} 天。",
    ),
    "Changes of grade since {day}: {all} ({up} up, {down} down).": (
        "自 {day} 以来等级变动 {all} 家（升 {up}，降 {down}）。",
        "自 {day} 以來等級變動 {all} 家（升 {up}，降 {down}）。",
    ),
    "Changes of grade since {day}: {all} ({up} up, {down} down, {new} graded for the first time).": (
        "自 {day} 以来等级变动 {all} 家（升 {up}，降 {down}，首次分级 {new}）。",
        "自 {day} 以來等級變動 {all} 家（升 {up}，降 {down}，首次分級 {new}）。",
    ),
    "Customers that cost more than they earn: {n}, by {amount} in all.": (
        "得不偿失的客户有 {n} 家，合计亏 {amount}。",
        "得不償失的客戶有 {n} 家，合計虧 {amount}。",
    ),
    "The first {n} earn {peak}; the last {losing} take {back} of it back.": (
        "前 {n} 家赚得 {peak}；最后 {losing} 家又吃掉其中的 {back}。",
        "前 {n} 家賺得 {peak}；最後 {losing} 家又吃掉其中的 {back}。",
    ),
    "Old and big: {n} where {cap} are allowed, with {share} of the sales; new: {new}.": (
        "老的大客户 {n} 家，上限 {cap} 家，占 {share} 的销售额；新客户 {new} 家。",
        "老的大客戶 {n} 家，上限 {cap} 家，占 {share} 的銷售額；新客戶 {new} 家。",
    ),
    "Old and big: {n}, with {share} of the sales; new: {new}.": (
        "老的大客户 {n} 家，占 {share} 的销售额；新客户 {new} 家。",
        "老的大客戶 {n} 家，占 {share} 的銷售額；新客戶 {new} 家。",
    ),
    "Bought well and gone quiet: {n}, with {amount} in sales.": (
        "曾经买得不错而已沉寂的有 {n} 家，销售额 {amount}。",
        "曾經買得不錯而已沉寂的有 {n} 家，銷售額 {amount}。",
    ),
    "The best cell, lately and often: {n}, with {share} of the sales.": (
        "最好的一格（最近买、经常买）有 {n} 家，占 {share} 的销售额。",
        "最好的一格（最近買、經常買）有 {n} 家，占 {share} 的銷售額。",
    ),
    "{grade}: {n} of {all}, with {share} of the sales.": (
        "{grade}：{all} 家中的 {n} 家，占 {share} 的销售额。",
        "{grade}：{all} 家中的 {n} 家，占 {share} 的銷售額。",
    ),
    "Class {name}: {n} of {all} customers ({share}), with {part} of the sales.": (
        "{name} 类：{all} 家客户中的 {n} 家（{share}），占 {part} 的销售额。",
        "{name} 類：{all} 家客戶中的 {n} 家（{share}），占 {part} 的銷售額。",
    ),
    "All customers together bring nothing that could be shared out.": (
        "全部客户合计没有可供分摊的数额。",
        "全部客戶合計沒有可供分攤的數額。",
    ),
}
