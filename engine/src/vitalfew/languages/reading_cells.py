"""Sentences about cells and rows: why one was rejected, and what is said of a table beside its rows."""

SENTENCES: dict[str, tuple[str, str]] = {
    # Cells
    "empty": ("为空", "空白"),
    "only spaces": ("只有空格", "只有空格"),
    "not a plain number": ("不是普通数字", "不是一般數字"),
    "reads only with a decimal comma; --decimal , reads the column so": (
        "只有把逗号当作小数点才读得通；--decimal , 会这样读整列",
        "只有把逗號當作小數點才讀得通；--decimal , 會這樣讀整欄",
    ),
    "more digits than can be held": ("位数超出可存范围", "位數超出可存範圍"),
    "not a whole number": ("不是整数", "不是整數"),
    "not above zero": ("不大于零", "不大於零"),
    "{count:,} characters; at most {limit}": (
        "共 {count:,} 个字符；最多 {limit} 个",
        "共 {count:,} 個字元；最多 {limit} 個",
    ),
    "neither yes nor no": ("既不是“是”也不是“否”", "既不是「是」也不是「否」"),
    "not a date": ("不是日期", "不是日期"),
    "no such day in the calendar": ("日历上没有这一天", "日曆上沒有這一天"),
    "no such time of day": ("没有这个时刻", "沒有這個時刻"),
    "a year of two digits": ("年份只有两位", "年份只有兩位"),
    "a year of an era; write the year with four digits of the common calendar": (
        "年号纪年；请写四位公历年份",
        "年號紀年；請寫四位西元年份",
    ),
    "before {earliest}": ("早于 {earliest}", "早於 {earliest}"),
    "more than 7 days after {today}": ("晚于 {today} 超过 7 天", "晚於 {today} 超過 7 天"),
    # Rows
    "{cells:,} cells where the header has {columns:,}": (
        "有 {cells:,} 个单元格，而表头有 {columns:,} 个",
        "有 {cells:,} 個儲存格，而標題列有 {columns:,} 個",
    ),
    "no amount, and no quantity × unit price": ("没有金额，也没有数量 × 单价", "沒有金額，也沒有數量 × 單價"),
    "no currency, in a file of several": ("没有币种，而文件里有多种", "沒有幣別，而檔案裡有多種"),
    "no rate for {currency} on {day}": ("{day} 没有 {currency} 的汇率", "{day} 沒有 {currency} 的匯率"),
    "the sign {sign} does not stand for the currency of the row": (
        "符号 {sign} 不代表该行的币种",
        "符號 {sign} 不代表該列的幣別",
    ),
    "conflicts with line {lines}": ("与第 {lines} 行矛盾", "與第 {lines} 行矛盾"),
    "conflicts with lines {lines}": ("与第 {lines} 行矛盾", "與第 {lines} 行矛盾"),
    "conflicts with lines {lines} and {more:,} more": (
        "与第 {lines} 行及另外 {more:,} 行矛盾",
        "與第 {lines} 行及另外 {more:,} 行矛盾",
    ),
    "no line of the order states its total": ("订单没有一行写明总额", "訂單沒有一行寫明總額"),
    # Refusals
    "no column for {columns}": ("没有对应 {columns} 的列", "沒有對應 {columns} 的欄位"),
    "Name it with --map {column}=HEADER.": ("请用 --map {column}=表头 指明。", "請用 --map {column}=標題 指明。"),
    "no time zone {name}": ("没有时区 {name}", "沒有時區 {name}"),
    "Write it as in Asia/Shanghai.": ("请写成 Asia/Shanghai 这样。", "請寫成 Asia/Shanghai 這樣。"),
    "column {column}": ("列 {column}", "欄位 {column}"),
    "the rows do not tell whether the day or the month comes first, as in 03/04/2025": (
        "从各行看不出日在前还是月在前，例如 03/04/2025",
        "從各列看不出日在前還是月在前，例如 03/04/2025",
    ),
    "Say so with --dayfirst or --monthfirst.": (
        "请用 --dayfirst（日在前）或 --monthfirst（月在前）说明。",
        "請用 --dayfirst（日在前）或 --monthfirst（月在前）說明。",
    ),
    "amounts in several currencies ({currencies}) cannot be added up": (
        "多种货币（{currencies}）的金额不能相加",
        "多種貨幣（{currencies}）的金額不能相加",
    ),
    "Give exchange rates with --rates FILE and the currency of the result with --currency CODE.": (
        "请用 --rates 文件 给出汇率，并用 --currency 代码 给出结果的币种。",
        "請用 --rates 檔案 提供匯率，並用 --currency 代碼 指定結果的幣別。",
    ),
    "amounts are in {found}, the result is to be in {wanted}": (
        "金额是 {found}，结果要求 {wanted}",
        "金額是 {found}，結果要求 {wanted}",
    ),
    "Give exchange rates with --rates FILE, or leave out --currency.": (
        "请用 --rates 文件 给出汇率，或不用 --currency。",
        "請用 --rates 檔案 提供匯率，或不用 --currency。",
    ),
    "amounts in {currencies}, and nothing says which of them is the currency of the result": (
        "金额有 {currencies}，但没有说明结果用哪一种",
        "金額有 {currencies}，但沒有說明結果用哪一種",
    ),
    "Name it with --currency CODE.": ("请用 --currency 代码 指明。", "請用 --currency 代碼 指明。"),
    "two different rates for {currency} on {day}": (
        "{currency} 在 {day} 有两个不同的汇率",
        "{currency} 在 {day} 有兩個不同的匯率",
    ),
    "Leave one of them in the table of rates.": ("请在汇率表里只留一个。", "請在匯率表裡只留一個。"),
    # Notes
    "Column {column} is read with a decimal comma.": (
        "列 {column} 以逗号为小数点读取。",
        "欄位 {column} 以逗號為小數點讀取。",
    ),
    "Each row is an order line, as --grain line says.": (
        "按 --grain line，每行是一条订单明细。",
        "依 --grain line，每列是一筆訂單明細。",
    ),
    "Each row is a whole order, as --grain order says.": (
        "按 --grain order，每行是一张完整订单。",
        "依 --grain order，每列是一張完整訂單。",
    ),
    "Each row is an order line: the column {column} says so.": (
        "每行是一条订单明细：有 {column} 列。",
        "每列是一筆訂單明細：有 {column} 欄位。",
    ),
    "Each row is a whole order: there is no column of order numbers.": (
        "每行是一张完整订单：没有订单号列。",
        "每列是一張完整訂單：沒有訂單編號欄位。",
    ),
    "Each row is an order line: {differing:,} of {orders:,} orders stand in rows of different content, "
    "more than one in twenty.": (
        "每行是一条订单明细：{orders:,} 张订单中有 {differing:,} 张占了内容不同的几行，超过二十分之一。",
        "每列是一筆訂單明細：{orders:,} 張訂單中有 {differing:,} 張占了內容不同的幾列，超過二十分之一。",
    ),
    "Each row is a whole order: {differing:,} of {orders:,} orders stand in rows of different content, "
    "not more than one in twenty.": (
        "每行是一张完整订单：{orders:,} 张订单中有 {differing:,} 张占了内容不同的几行，不超过二十分之一。",
        "每列是一張完整訂單：{orders:,} 張訂單中有 {differing:,} 張占了內容不同的幾列，不超過二十分之一。",
    ),
    "Each row counts as an order: there is no column of order numbers.": (
        "每行算一张订单：没有订单号列。",
        "每列算一張訂單：沒有訂單編號欄位。",
    ),
    "{count:,} rows have no order number.": ("{count:,} 行没有订单号。", "{count:,} 列沒有訂單編號。"),
    "{count:,} identical lines removed.": ("去掉了 {count:,} 条相同的明细。", "移除了 {count:,} 筆相同的明細。"),
    "{count:,} identical lines kept; --drop-duplicates removes them.": (
        "保留了 {count:,} 条相同的明细；--drop-duplicates 会去掉它们。",
        "保留了 {count:,} 筆相同的明細；--drop-duplicates 會移除它們。",
    ),
    "{count:,} identical orders skipped.": ("跳过了 {count:,} 张相同的订单。", "略過了 {count:,} 張相同的訂單。"),
    "{count:,} identical customers skipped.": ("跳过了 {count:,} 个相同的客户。", "略過了 {count:,} 個相同的客戶。"),
    "The amounts in {column} are equal on all lines of {equal:,} of {several:,} orders of several lines, and are "
    "probably totals of the order: they sum to {lines}, and to {once} with each order counted once. "
    "--map order_total={column} counts each order once.": (
        "在 {several:,} 张多行订单中，有 {equal:,} 张各行的 {column} 相同，很可能是订单总额：逐行相加为 {lines}，"
        "每张订单只算一次为 {once}。--map order_total={column} 让每张订单只算一次。",
        "在 {several:,} 張多列訂單中，有 {equal:,} 張各列的 {column} 相同，很可能是訂單總額：逐列相加為 {lines}，"
        "每張訂單只算一次為 {once}。--map order_total={column} 讓每張訂單只算一次。",
    ),
    "{count:,} orders sum below zero: returns or corrections.": (
        "{count:,} 张订单合计为负：退货或更正。",
        "{count:,} 張訂單合計為負：退貨或更正。",
    ),
    "{count:,} orders sum to zero.": ("{count:,} 张订单合计为零。", "{count:,} 張訂單合計為零。"),
    "{customer} looks like a bucket for walk-in customers, with {amount} ({share} % of the money); "
    "--exclude {customer} leaves it out.": (
        "{customer} 像是散客的汇总户，金额 {amount}（占 {share} %）；--exclude {customer} 会把它排除。",
        "{customer} 像是散客的彙總戶，金額 {amount}（占 {share} %）；--exclude {customer} 會把它排除。",
    ),
    "{groups:,} groups of customer ids are possibly the same (kept apart): {listed}": (
        "{groups:,} 组客户编号可能是同一客户（未合并）：{listed}",
        "{groups:,} 組客戶編號可能是同一客戶（未合併）：{listed}",
    ),
    "{count:,} dates lie up to 7 days after {today}.": (
        "{count:,} 个日期晚于 {today}，但不超过 7 天。",
        "{count:,} 個日期晚於 {today}，但不超過 7 天。",
    ),
    "{count:,} rows have no customer; their amounts sum to {amount}.": (
        "{count:,} 行没有客户；金额合计 {amount}。",
        "{count:,} 列沒有客戶；金額合計 {amount}。",
    ),
    "{count:,} rows of excluded customers left out.": (
        "排除了所指定客户的 {count:,} 行。",
        "排除了所指定客戶的 {count:,} 列。",
    ),
    "Amounts in {currencies} are turned into {target}, each at the last rate known on its day.": (
        "{currencies} 的金额按各行当日最近已知的汇率折算为 {target}。",
        "{currencies} 的金額依各列當日最近已知的匯率換算為 {target}。",
    ),
}
