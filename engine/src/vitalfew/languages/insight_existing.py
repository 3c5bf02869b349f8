"""Sentences of existing customers: own rhythm, season, buying again."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Look at existing customers: who rises or falls against the same season, who is due, who buys again.": (
        "查看老客户：与去年同期相比谁上升、谁下降，谁该下单了，谁会再次购买。",
        "查看既有客戶：與去年同期相比誰上升、誰下降，誰該下單了，誰會再次購買。",
    ),
    "Everybody, with a sentence each.": ("全部客户，每个一句话。", "全部客戶，每個一句話。"),
    "How many buy again in each region.": ("各地区的复购情况。", "各地區的複購情況。"),
    "Against the same thirty days a year ago.": ("与去年同期的三十天相比。", "與去年同期的三十天相比。"),
    "Days of the season; else 90.": ("同期比较的天数；默认 90。", "同期比較的天數；預設 90。"),
    "Column of the customers' file to tell groups apart by.": (
        "用客户文件中的哪一列分组。",
        "用客戶檔案中的哪一欄分組。",
    ),
    "a season has between 1 and {days} days.": ("同期天数须在 1 至 {days} 之间。", "同期天數須在 1 至 {days} 之間。"),
    "Write 90.": ("请写 90。", "請寫 90。"),
    "Give the customers' file with --customers.": (
        "请用 --customers 给出客户文件。",
        "請用 --customers 給出客戶檔案。",
    ),
    "state": ("状态", "狀態"),
    "money of their last year": ("最后一年的金额", "最後一年的金額"),
    "active": ("活跃", "活躍"),
    "fading": ("转弱", "轉弱"),
    "dormant": ("沉睡", "沉睡"),
    "lost": ("流失", "流失"),
    "too few purchases": ("购买次数太少", "購買次數太少"),
    "never bought": ("从未购买", "從未購買"),
    "Late against their own rhythm, those that brought most first": (
        "按自己的购买周期已经迟了的客户，金额大的在前",
        "按自己的購買週期已經遲了的客戶，金額大的在前",
    ),
    "repeat purchase rate, %": ("复购率，%", "複購率，%"),
    "buy-back rate, %": ("回购率，%", "回購率，%"),
    "too few purchases to judge ({n}); the last {silent} days ago": (
        "购买次数太少（{n} 次），无法判断；最近一次在 {silent} 天前",
        "購買次數太少（{n} 次），無法判斷；最近一次在 {silent} 天前",
    ),
    "usually every {usual} days, at most {at_most} in nine of ten cases; now {silent}": (
        "通常每 {usual} 天一次，十次中有九次不超过 {at_most} 天；现已 {silent} 天",
        "通常每 {usual} 天一次，十次中有九次不超過 {at_most} 天；現已 {silent} 天",
    ),
    "{n} customers are due by their own rhythm and have not bought yet; they brought {worth} in their last year.": (
        "{n} 个客户按自己的购买周期该下单而尚未下单；他们最后一年带来 {worth}。",
        "{n} 個客戶按自己的購買週期該下單而尚未下單；他們最後一年帶來 {worth}。",
    ),
    "{n} more have been silent for more than twice the interval that nine of ten of their gaps do not exceed, and are not "
    "lost yet; they brought {worth} in their last year.": (
        "另有 {n} 个客户的沉默时间已超过自身购买间隔九成分位数的两倍，但尚未流失；他们最后一年带来 {worth}。",
        "另有 {n} 個客戶的沉默時間已超過自身購買間隔九成分位數的兩倍，但尚未流失；他們最後一年帶來 {worth}。",
    ),
    "The facts do not reach back to the same {days} days a year ago: who rises and who falls is not available.": (
        "数据未覆盖去年同期的 {days} 天：无法得知谁上升、谁下降。",
        "資料未涵蓋去年同期的 {days} 天：無法得知誰上升、誰下降。",
    ),
    "Rising: {n} customers brought {recent} in the last {days} days, {season} in the same days a year ago.": (
        "上升：{n} 个客户最近 {days} 天带来 {recent}，去年同期为 {season}。",
        "上升：{n} 個客戶最近 {days} 天帶來 {recent}，去年同期為 {season}。",
    ),
    "Falling: {n} customers brought {recent} in the last {days} days, {season} in the same days a year ago.": (
        "下降：{n} 个客户最近 {days} 天带来 {recent}，去年同期为 {season}。",
        "下降：{n} 個客戶最近 {days} 天帶來 {recent}，去年同期為 {season}。",
    ),
    "Repeat purchase rate: {again} of {n} customers have two orders or more ({share} %).": (
        "复购率：{n} 个客户中有 {again} 个下过两单或更多（{share}%）。",
        "複購率：{n} 個客戶中有 {again} 個下過兩單或更多（{share}%）。",
    ),
    "Buy-back rate: {back} of {n} customers of the year before bought again in the last 365 days ({share} %).": (
        "回购率：前一年的 {n} 个客户中有 {back} 个在最近 365 天内再次购买（{share}%）。",
        "回購率：前一年的 {n} 個客戶中有 {back} 個在最近 365 天內再次購買（{share}%）。",
    ),
    "rising": ("上升", "上升"),
    "steady": ("平稳", "平穩"),
    "falling": ("下降", "下降"),
    "Own rhythm": ("自身购买周期", "自身購買週期"),
    "silence against each customer's own gaps": (
        "沉默时间与各客户自己的购买间隔相比",
        "沉默時間與各客戶自己的購買間隔相比",
    ),
    "State": ("状态", "狀態"),
    "Money of their last year": ("最后一年的金额", "最後一年的金額"),
    "Against the same season": ("与去年同期相比", "與去年同期相比"),
    "the last {days} days and the same a year ago": ("最近 {days} 天与去年同期", "最近 {days} 天與去年同期"),
    "A year ago": ("去年同期", "去年同期"),
    "Late against their own rhythm": ("按自己的购买周期已经迟了", "按自己的購買週期已經遲了"),
    "vitalfew existing lists all of them.": ("vitalfew existing 可列出全部。", "vitalfew existing 可列出全部。"),
}
