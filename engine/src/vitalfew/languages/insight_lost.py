"""Sentences of lost customers: who, when, of what kind, and the money that went with them."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Look at lost customers: who, when, of what kind, and the money that went with them.": (
        "查看流失客户：是谁、何时、哪一类，以及随之流失的金额。",
        "查看流失客戶：是誰、何時、哪一類，以及隨之流失的金額。",
    ),
    "Write a row for each lost customer to .csv, .xlsx, .parquet or .json.": (
        "每个流失客户写一行，写入 .csv、.xlsx、.parquet 或 .json。",
        "每個流失客戶寫一列，寫入 .csv、.xlsx、.parquet 或 .json。",
    ),
    "With the kinds that stand out.": ("并列出显著的客户类型。", "並列出顯著的客戶類型。"),
    "customer": ("客户", "客戶"),
    "money of its last year": ("最后一年的金额", "最後一年的金額"),
    "rhythm": ("购买周期", "購買週期"),
    "last bought in": ("最后购买月份", "最後購買月份"),
    "Nobody has been known for long enough to be lost.": (
        "还没有客户的历史长到足以判断流失。",
        "還沒有客戶的歷史長到足以判斷流失。",
    ),
    "Lost: {n} of the {judged} customers known for long enough ({share} %); they brought {yearly} in their last year.": (
        "流失：历史足够长的 {judged} 个客户中有 {n} 个（{share}%）；他们最后一年带来 {yearly}。",
        "流失：歷史足夠長的 {judged} 個客戶中有 {n} 個（{share}%）；他們最後一年帶來 {yearly}。",
    ),
    "What kind of customers were lost is not available: give the customers' file with --customers.": (
        "无法得知流失的是哪一类客户：请用 --customers 给出客户文件。",
        "無法得知流失的是哪一類客戶：請用 --customers 給出客戶檔案。",
    ),
    "{attribute} {value}: {share} % of {n} were lost ({low} to {high} %), of the others {others} %.": (
        "{attribute} {value}：{n} 个中流失 {share}%（{low}% 至 {high}%），其余客户流失 {others}%。",
        "{attribute} {value}：{n} 個中流失 {share}%（{low}% 至 {high}%），其餘客戶流失 {others}%。",
    ),
    "{n} kinds were compared with all others, {found} stand out; about {false} % of those by chance. A kind is no cause.": (
        "共把 {n} 类客户与其余客户相比，{found} 类显著，其中约 {false}% 出于偶然。类型并非原因。",
        "共把 {n} 類客戶與其餘客戶相比，{found} 類顯著，其中約 {false}% 出於偶然。類型並非原因。",
    ),
    "{n} kinds were compared with all others: none stands out from what chance alone gives.": (
        "共把 {n} 类客户与其余客户相比：没有一类超出偶然的范围。",
        "共把 {n} 類客戶與其餘客戶相比：沒有一類超出偶然的範圍。",
    ),
    "Moved away in part: {n} customers that still buy brought {less} less in the last {days} days than in the same days a "
    "year ago.": (
        "部分转走：{n} 个仍在购买的客户最近 {days} 天比去年同期少带来 {less}。",
        "部分轉走：{n} 個仍在購買的客戶最近 {days} 天比去年同期少帶來 {less}。",
    ),
    "Lost customers": ("流失客户", "流失客戶"),
    "by the month of their last order": ("按最后一笔订单的月份", "按最後一筆訂單的月份"),
    "{n} earlier months: vitalfew lost has them.": (
        "更早的 {n} 个月见 vitalfew lost。",
        "更早的 {n} 個月見 vitalfew lost。",
    ),
    "What kind was lost": ("流失的是哪一类", "流失的是哪一類"),
    "each kind against all others, the surest difference first": (
        "每一类与其余客户相比，差异最确定的在前",
        "每一類與其餘客戶相比，差異最確定的在前",
    ),
    "Attribute": ("属性", "屬性"),
    "lost of them": ("其中流失", "其中流失"),
    "lost of the others": ("其余客户流失", "其餘客戶流失"),
    "by chance alone": ("出于偶然的概率", "出於偶然的機率"),
}
