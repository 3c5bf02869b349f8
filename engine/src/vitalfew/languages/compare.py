"""Sentences of the comparison of two runs."""

SENTENCES: dict[str, tuple[str, str]] = {
    "None of the {all} customers has another grade.": (
        "{all} 个客户的等级均未变动。",
        "{all} 個客戶的等級均未變動。",
    ),
    "{n} of {all} customers have another grade: {up} up, {down} down, {new} graded for the first time, "
    "{lost} no longer graded.": (
        "{all} 个客户中有 {n} 个等级变动：上升 {up} 个，下降 {down} 个，首次定级 {new} 个，不再定级 {lost} 个。",
        "{all} 個客戶中有 {n} 個等級變動：上升 {up} 個，下降 {down} 個，首次定級 {new} 個，不再定級 {lost} 個。",
    ),
    "{n} of {all} customers have another grade: {up} up, {down} down.": (
        "{all} 个客户中有 {n} 个等级变动：上升 {up} 个，下降 {down} 个。",
        "{all} 個客戶中有 {n} 個等級變動：上升 {up} 個，下降 {down} 個。",
    ),
    "{aside} of them have a grade that the other scheme does not know.": (
        "其中 {aside} 个的等级在另一方案中不存在。",
        "其中 {aside} 個的等級在另一方案中不存在。",
    ),
    "What decided: corrected facts of then {corrected}, own figures {own}, the movement of others {others}, "
    "changed parameters {parameters}.": (
        "决定因素：当时数据的更正 {corrected} 个，自身数值 {own} 个，其他客户的变动 {others} 个，参数变更 {parameters} 个。",
        "決定因素：當時資料的更正 {corrected} 個，自身數值 {own} 個，其他客戶的變動 {others} 個，參數變更 {parameters} 個。",
    ),
    "What decided: own figures {own}, the movement of others {others}, changed parameters {parameters}.": (
        "决定因素：自身数值 {own} 个，其他客户的变动 {others} 个，参数变更 {parameters} 个。",
        "決定因素：自身數值 {own} 個，其他客戶的變動 {others} 個，參數變更 {parameters} 個。",
    ),
    "Without the facts, corrections of what was known then are inside the own figures.": (
        "未提供数据，对当时数据的更正计入自身数值。",
        "未提供資料，對當時資料的更正計入自身數值。",
    ),
    "The stability guard holds {n} grades back: {margin} by its margin, {stay} by the minimum stay, "
    "{confirmation} until a second run confirms them.": (
        "稳定性保护暂缓了 {n} 个等级变动：{margin} 个因缓冲幅度，{stay} 个因最短保持期，{confirmation} 个待下次运行确认。",
        "穩定性保護暫緩了 {n} 個等級變動：{margin} 個因緩衝幅度，{stay} 個因最短保持期，{confirmation} 個待下次執行確認。",
    ),
    "The guard of the newer run looked back on a run in between; here it is asked of the older one.": (
        "较新运行的稳定性保护参考的是两者之间的另一次运行；此处改以较早的运行为准。",
        "較新執行的穩定性保護參考的是兩者之間的另一次執行；此處改以較早的執行為準。",
    ),
    "The runs were graded by different schemes: {was} and {now}.": (
        "两次运行使用不同的方案：{was} 与 {now}。",
        "兩次執行使用不同的方案：{was} 與 {now}。",
    ),
    "The schemes count {metrics} differently; without the facts that change is inside the changed parameters.": (
        "两个方案对 {metrics} 的计算方式不同；未提供数据，这部分变动计入参数变更。",
        "兩個方案對 {metrics} 的計算方式不同；未提供資料，這部分變動計入參數變更。",
    ),
    "Only one of the runs knows {metrics}; that change is inside the movement of others.": (
        "只有一次运行有 {metrics}；这部分变动计入其他客户的变动。",
        "只有一次執行有 {metrics}；這部分變動計入其他客戶的變動。",
    ),
    "{change}: {effect}": ("{change}：{effect}", "{change}：{effect}"),
    "Corrected facts of then": ("当时数据的更正", "當時資料的更正"),
    "Own figures": ("自身数值", "自身數值"),
    "The movement of the other customers": ("其他客户的变动", "其他客戶的變動"),
    "Changed parameters of the scheme": ("方案参数的变更", "方案參數的變更"),
    "The margin holds it at {grade}; its figures ask for {candidate}.": (
        "因缓冲幅度保持在 {grade}；按数值应为 {candidate}。",
        "因緩衝幅度保持在 {grade}；按數值應為 {candidate}。",
    ),
    "The minimum stay holds it at {grade}; its figures ask for {candidate}.": (
        "因最短保持期保持在 {grade}；按数值应为 {candidate}。",
        "因最短保持期保持在 {grade}；按數值應為 {candidate}。",
    ),
    "It is held at {grade} until a second run asks for {candidate}.": (
        "保持在 {grade}，待下次运行同样要求 {candidate} 才变动。",
        "保持在 {grade}，待下次執行同樣要求 {candidate} 才變動。",
    ),
    "{metric} {was} → {now}": ("{metric} {was} → {now}", "{metric} {was} → {now}"),
    "in all": ("累计", "累計"),
    "in 12 months": ("12 个月内", "12 個月內"),
    "in {days} days": ("{days} 天内", "{days} 天內"),
    "One order more {window} ({was} → {now})": (
        "{window}多下 1 单（{was} → {now}）",
        "{window}多下 1 單（{was} → {now}）",
    ),
    "One order fewer {window} ({was} → {now})": (
        "{window}少下 1 单（{was} → {now}）",
        "{window}少下 1 單（{was} → {now}）",
    ),
    "{n} orders more {window} ({was} → {now})": (
        "{window}多下 {n} 单（{was} → {now}）",
        "{window}多下 {n} 單（{was} → {now}）",
    ),
    "{n} orders fewer {window} ({was} → {now})": (
        "{window}少下 {n} 单（{was} → {now}）",
        "{window}少下 {n} 單（{was} → {now}）",
    ),
    "Sales {window} {was} → {now}": ("{window}销售额 {was} → {now}", "{window}銷售額 {was} → {now}"),
    "Gross profit {window} {was} → {now}": ("{window}毛利 {was} → {now}", "{window}毛利 {was} → {now}"),
    "Contribution {window} {was} → {now}": ("{window}利润贡献 {was} → {now}", "{window}利潤貢獻 {was} → {now}"),
    "Cost to serve {window} {was} → {now}": ("{window}服务成本 {was} → {now}", "{window}服務成本 {was} → {now}"),
    "Average order {window} {was} → {now}": ("{window}客单价 {was} → {now}", "{window}客單價 {was} → {now}"),
    "Days since the last order {was} → {now}": ("距上次订单天数 {was} → {now}", "距上次訂單天數 {was} → {now}"),
    "Days as a customer {was} → {now}": ("合作天数 {was} → {now}", "往來天數 {was} → {now}"),
    "Growth over the year before {was} → {now}": ("较上年增长率 {was} → {now}", "較前一年成長率 {was} → {now}"),
    "Due invoices paid {was} → {now}": ("到期发票回款率 {was} → {now}", "到期發票收款率 {was} → {now}"),
    "Overdue amount {was} → {now}": ("逾期金额 {was} → {now}", "逾期金額 {was} → {now}"),
    "Complaints {window} {was} → {now}": ("{window}投诉 {was} → {now}", "{window}客訴 {was} → {now}"),
    "Return rate {window} {was} → {now}": ("{window}退货率 {was} → {now}", "{window}退貨率 {was} → {now}"),
    "Expected spend {was} → {now}": ("预期采购额 {was} → {now}", "預期採購額 {was} → {now}"),
    "scheme {scheme} sets classes side by side and gives no grade.": (
        "方案 {scheme} 只并列各类别，不给出等级。",
        "方案 {scheme} 只並列各類別，不給出等級。",
    ),
    "Compare runs of a scheme with a grade.": ("请比较有等级的方案的运行。", "請比較有等級的方案的執行。"),
    "the two runs have no customer in common.": ("两次运行没有共同的客户。", "兩次執行沒有共同的客戶。"),
    "Name two runs over the same customers.": ("请指定针对同一批客户的两次运行。", "請指定針對同一批客戶的兩次執行。"),
    "the scheme of this run cannot be read: {reason}.": (
        "无法读取该运行的方案：{reason}。",
        "無法讀取該執行的方案：{reason}。",
    ),
    "Grade again with this version of vitalfew.": (
        "请用当前版本的 vitalfew 重新分级。",
        "請用目前版本的 vitalfew 重新分級。",
    ),
    "{name} holds something other than numbers": ("{name} 中有非数字的内容", "{name} 中有非數字的內容"),
    "Who moved between two runs, and why: causes that add up to the change of the score.": (
        "两次运行之间谁的等级变动了、为什么：各原因合计等于得分变化。",
        "兩次執行之間誰的等級變動了、為什麼：各原因合計等於得分變化。",
    ),
    "The .run.json of the older run, its result beside it.": (
        "较早一次运行的 .run.json，结果文件在其旁边。",
        "較早一次執行的 .run.json，結果檔案在其旁邊。",
    ),
    "The .run.json of the newer run, its result beside it.": (
        "较新一次运行的 .run.json，结果文件在其旁边。",
        "較新一次執行的 .run.json，結果檔案在其旁邊。",
    ),
    "Every mover, in a workbook.": ("所有变动的客户，写入工作簿。", "所有變動的客戶，寫入活頁簿。"),
    "With what has been corrected since as a cause of its own.": (
        "把此后的数据更正单列为一项原因。",
        "把此後的資料更正單獨列為一項原因。",
    ),
    "Write the movers to .csv, .xlsx or .json.": (
        "把变动的客户写入 .csv、.xlsx 或 .json。",
        "把變動的客戶寫入 .csv、.xlsx 或 .json。",
    ),
    "this run has no as-of day to look at the facts from.": (
        "该运行没有截止日，无法据以查看数据。",
        "該執行沒有截止日，無法據以查看資料。",
    ),
    "Leave the facts out.": ("请不要给出数据。", "請不要給出資料。"),
    "this run looked back on the grades of another one.": (
        "该运行参考了另一次运行的等级。",
        "該執行參考了另一次執行的等級。",
    ),
    "Name that one with --previous, or leave the facts out.": (
        "请用 --previous 指定那次运行，或不要给出数据。",
        "請用 --previous 指定那次執行，或不要給出資料。",
    ),
    "Grading what is known today": ("正在按现有数据分级", "正在按現有資料分級"),
    "{scheme}: from {was} to {now}": ("{scheme}：{was} 至 {now}", "{scheme}：{was} 至 {now}"),
    "From which grade (rows) to which (columns)": ("由何等级（行）变为何等级（列）", "由何等級（列）變為何等級（欄）"),
    "all": ("合计", "合計"),
    "Who moved": ("变动的客户", "變動的客戶"),
    "Who moved, by {metric}, the largest first": (
        "变动的客户，按 {metric} 由大到小",
        "變動的客戶，按 {metric} 由大到小",
    ),
}
