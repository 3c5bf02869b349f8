"""Sentences of runs: what was found, what is missing, what is said once."""

SENTENCES: dict[str, tuple[str, str]] = {
    "there is no customer {customer}.": ("没有客户 {customer}。", "沒有客戶 {customer}。"),
    "With one more order of {amount} on {day}.": (
        "若在 {day} 再下一张 {amount} 的订单。",
        "若在 {day} 再下一張 {amount} 的訂單。",
    ),
    "With its {n} late invoices collected ({amount}).": (
        "若收回其 {n} 张逾期发票（{amount}）。",
        "若收回其 {n} 張逾期發票（{amount}）。",
    ),
    "{n} customers do not fit on a sheet of {most} rows.": (
        "{n} 个客户放不进 {most} 行的工作表。",
        "{n} 個客戶放不進 {most} 列的工作表。",
    ),
    "Take .csv or .parquet.": ("请改用 .csv 或 .parquet。", "請改用 .csv 或 .parquet。"),
    "{ending} is no format for results.": ("{ending} 不是结果文件的格式。", "{ending} 不是結果檔案的格式。"),
    "this is a folder.": ("这是一个文件夹。", "這是一個資料夾。"),
    "Name a file inside it.": ("请指定其中的一个文件。", "請指定其中的一個檔案。"),
    "{n} lines have a negative amount.": ("{n} 行金额为负。", "{n} 行金額為負。"),
    "{n} lines have an amount of zero.": ("{n} 行金额为零。", "{n} 行金額為零。"),
    "there is no order to grade by.": ("没有可用于分级的订单。", "沒有可用於分級的訂單。"),
    "Check the file, or give the day with --as-of.": (
        "请检查文件，或用 --as-of 指定截止日。",
        "請檢查檔案，或用 --as-of 指定截止日。",
    ),
    "{n} of {rows} rows were rejected, {share} %; at most {limit} % are allowed.": (
        "{rows} 行中有 {n} 行被拒绝，占 {share} %；最多允许 {limit} %。",
        "{rows} 列中有 {n} 列被拒絕，占 {share} %；最多允許 {limit} %。",
    ),
    "Nothing was graded. Mend the rows or raise --max-rejects.": (
        "未进行分级。请修正这些行，或提高 --max-rejects。",
        "未進行分級。請修正這些列，或提高 --max-rejects。",
    ),
    "no day after {day} can be graded by.": ("不能按 {day} 之后的日期分级。", "不能按 {day} 之後的日期分級。"),
    "all {rows} rows were rejected.": ("全部 {rows} 行都被拒绝。", "全部 {rows} 列都被拒絕。"),
    "a customer's value needs more than 18 digits.": (
        "某客户的数值超过 18 位数字。",
        "某客戶的數值超過 18 位數字。",
    ),
    "Look for a mistaken amount, or count in thousands.": (
        "请检查是否有错误的金额，或以千为单位计算。",
        "請檢查是否有錯誤的金額，或以千為單位計算。",
    ),
    "there is no table of facts named {name}.": ("没有名为 {name} 的事实表。", "沒有名為 {name} 的事實表。"),
    "the tables are in different currencies: {listed}.": ("各表币种不同：{listed}。", "各表幣別不同：{listed}。"),
    "Give exchange rates with --rates and the currency of the run with --currency.": (
        "请用 --rates 给出汇率，用 --currency 指定本次运行的币种。",
        "請用 --rates 給出匯率，用 --currency 指定本次執行的幣別。",
    ),
    "scheme {scheme} needs {metrics}, not available in these facts (missing: {missing}).": (
        "方案 {scheme} 需要 {metrics}，这些数据中没有（缺少：{missing}）。",
        "方案 {scheme} 需要 {metrics}，這些資料中沒有（缺少：{missing}）。",
    ),
    "Add the table or column, or take another scheme.": (
        "请补充该表或列，或改用其他方案。",
        "請補充該表或欄位，或改用其他方案。",
    ),
    "Not available in these facts: {listed}.": ("这些数据中没有：{listed}。", "這些資料中沒有：{listed}。"),
    "the rows cannot be worked out: {reason}.": ("无法处理这些行：{reason}。", "無法處理這些列：{reason}。"),
    "no facts up to {day}.": ("截至 {day} 没有任何数据。", "截至 {day} 沒有任何資料。"),
    "Give a later day with --as-of.": ("请用 --as-of 指定更晚的日期。", "請用 --as-of 指定更晚的日期。"),
    "--by parent needs a customers file with a column parent_id.": (
        "--by parent 需要带有 parent_id 列的客户文件。",
        "--by parent 需要帶有 parent_id 欄位的客戶檔案。",
    ),
    "Give it with --customers, or map it with --map parent_id=COLUMN.": (
        "请用 --customers 给出，或用 --map parent_id=列名 指定。",
        "請用 --customers 給出，或用 --map parent_id=欄位名 指定。",
    ),
    "{parent} would be its own parent: {circle}.": (
        "{parent} 将成为自己的上级：{circle}。",
        "{parent} 將成為自己的上級：{circle}。",
    ),
    "{customer} has more than {n} levels of parents.": (
        "{customer} 的上级超过 {n} 层。",
        "{customer} 的上級超過 {n} 層。",
    ),
    "the table of metrics has no column customer_id.": (
        "指标表没有 customer_id 列。",
        "指標表沒有 customer_id 欄位。",
    ),
    "{column}: not the kind of value this metric has ({reason}).": (
        "{column}：不是该指标应有的值（{reason}）。",
        "{column}：不是該指標應有的值（{reason}）。",
    ),
    "{share} % of the customers ({n} of {all}) bring 80 % of the sales.": (
        "{share} % 的客户（{all} 个中的 {n} 个）带来 80 % 的销售额。",
        "{share} % 的客戶（{all} 個中的 {n} 個）帶來 80 % 的銷售額。",
    ),
    "Customers by grade: {listed}.": ("各等级客户数：{listed}。", "各等級客戶數：{listed}。"),
    "The facts span {days} days: how long somebody has been a customer is only seen inside the file.": (
        "数据只跨 {days} 天：客户的合作时长只能在文件范围内看到。",
        "資料只跨 {days} 天：客戶的合作時間只能在檔案範圍內看到。",
    ),
    "No customer has sales above zero.": ("没有销售额大于零的客户。", "沒有銷售額大於零的客戶。"),
    "No vital few: all {n} customers bring the same.": (
        "没有关键少数：{n} 个客户带来的都一样多。",
        "沒有關鍵少數：{n} 個客戶帶來的都一樣多。",
    ),
    "{classifier} is worked out over {metric}.": (
        "{classifier} 按 {metric} 计算。",
        "{classifier} 依 {metric} 計算。",
    ),
    "Ready-made: {names}; or name a .yaml file.": (
        "现成方案：{names}；也可指定一个 .yaml 文件。",
        "現成方案：{names}；也可指定一個 .yaml 檔案。",
    ),
}
