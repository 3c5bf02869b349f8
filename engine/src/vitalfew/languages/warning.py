"""Sentences of early warning: signals with their figures, points, colours, the list."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Look who may be about to leave: signals with their figures, points, and a list as long as you can call.": (
        "查看谁可能要流失：各信号及其数值、分数，以及打得过来的联系名单。",
        "查看誰可能要流失：各訊號及其數值、分數，以及打得過來的聯絡名單。",
    ),
    "Early warning": ("流失预警", "流失預警"),
    "With what customers said.": ("并用上客户的反馈。", "並用上客戶的回饋。"),
    "Five customers for each account manager.": ("每位客户经理五个客户。", "每位客戶經理五個客戶。"),
    "How many customers can be called; else 20, five a week for a month.": (
        "能联系多少客户；默认 20，即一个月里每周五个。",
        "能聯絡多少客戶；預設 20，即一個月裡每週五個。",
    ),
    "Column of the customers' file that names the account manager: a list for each.": (
        "客户文件中写有客户经理的列：每人一份名单。",
        "客戶檔案中寫有客戶經理的欄：每人一份名單。",
    ),
    "a list has between 1 and {n} customers.": ("名单须有 1 至 {n} 个客户。", "名單須有 1 至 {n} 個客戶。"),
    "Write 20.": ("请写 20。", "請寫 20。"),
    "colour": ("颜色", "顏色"),
    "Colour": ("颜色", "顏色"),
    "signals": ("信号", "訊號"),
    "Signals": ("信号", "訊號"),
    "red": ("红", "紅"),
    "yellow": ("黄", "黃"),
    "green": ("绿", "綠"),
    "own rhythm": ("自身购买周期", "自身購買週期"),
    "value trend": ("金额变化", "金額變化"),
    "range": ("品类", "品類"),
    "margin": ("毛利率", "毛利率"),
    "price": ("价格", "價格"),
    "returns": ("退货", "退貨"),
    "payment": ("付款", "付款"),
    "complaints": ("投诉", "客訴"),
    "survey": ("调查评分", "調查評分"),
    "visits": ("拜访", "拜訪"),
    "{recent} in the last {days} days, {before} in the {span} before": (
        "最近 {days} 天 {recent}，此前 {span} 天 {before}",
        "最近 {days} 天 {recent}，此前 {span} 天 {before}",
    ),
    "{recent} in the last {days} days, {season} in the same days a year ago, {before} in the {span} before": (
        "最近 {days} 天 {recent}，去年同期 {season}，此前 {span} 天 {before}",
        "最近 {days} 天 {recent}，去年同期 {season}，此前 {span} 天 {before}",
    ),
    "no longer buys {n} of its {all} regular product groups: {names}": (
        "经常购买的 {all} 个品类中有 {n} 个不再购买：{names}",
        "經常購買的 {all} 個品類中有 {n} 個不再購買：{names}",
    ),
    "margin {now} % in the last {days} days, {year} % in its year": (
        "毛利率最近 {days} 天 {now}%，近一年 {year}%",
        "毛利率最近 {days} 天 {now}%，近一年 {year}%",
    ),
    "{now} % below list price in the last {days} days, {year} % in its year": (
        "最近 {days} 天低于标价 {now}%，近一年 {year}%",
        "最近 {days} 天低於標價 {now}%，近一年 {year}%",
    ),
    "{now} % came back in the last {days} days, {year} % in its year": (
        "退货率最近 {days} 天 {now}%，近一年 {year}%",
        "退貨率最近 {days} 天 {now}%，近一年 {year}%",
    ),
    "pays {now} days late (due in the last {days} days), {year} in its year": (
        "付款逾期 {now} 天（最近 {days} 天到期的账单），近一年 {year} 天",
        "付款逾期 {now} 天（最近 {days} 天到期的帳單），近一年 {year} 天",
    ),
    "complaints: {now} in the last {days} days, {year} in its year": (
        "投诉：最近 {days} 天 {now} 次，近一年 {year} 次",
        "客訴：最近 {days} 天 {now} 次，近一年 {year} 次",
    ),
    "survey score {now} in the last {days} days, {before} in the year before": (
        "调查评分最近 {days} 天 {now}，此前一年 {before}",
        "調查評分最近 {days} 天 {now}，此前一年 {before}",
    ),
    "answered {n} surveys in a year, none in the {days} days since": (
        "此前一年回答过 {n} 次调查，之后 {days} 天没有回答",
        "此前一年回答過 {n} 次調查，之後 {days} 天沒有回答",
    ),
    "visited {n} times in its year, not for {days} days": (
        "近一年拜访 {n} 次，已有 {days} 天没有拜访",
        "近一年拜訪 {n} 次，已有 {days} 天沒有拜訪",
    ),
    "No customer gives a signal that it may leave.": ("没有客户发出流失信号。", "沒有客戶發出流失訊號。"),
    "To call: {n} customers that brought {worth} in their last year, most points first, then most value.": (
        "应联系：{n} 个客户，他们最后一年带来 {worth}；分数多的在前，其次金额大的在前。",
        "應聯絡：{n} 個客戶，他們最後一年帶來 {worth}；分數多的在前，其次金額大的在前。",
    ),
    "{n} more customers have points and stand on no list: it has {length} places (--list), as many as can be called.": (
        "另有 {n} 个客户有分数而不在名单上：名单只有 {length} 个位置（--list），即能联系的客户数。",
        "另有 {n} 個客戶有分數而不在名單上：名單只有 {length} 個位置（--list），即能聯絡的客戶數。",
    ),
    "{n} customers have fewer than {few} intervals between purchases: too few to judge rhythm and value.": (
        "{n} 个客户的购买间隔少于 {few} 个：太少，无法判断购买周期和金额变化。",
        "{n} 個客戶的購買間隔少於 {few} 個：太少，無法判斷購買週期和金額變化。",
    ),
    "Points: {listed}; together at most {most}. Red from {red} points, yellow from {yellow}.": (
        "分数：{listed}；合计最多 {most}。满 {red} 分为红，满 {yellow} 分为黄。",
        "分數：{listed}；合計最多 {most}。滿 {red} 分為紅，滿 {yellow} 分為黃。",
    ),
    "signals that a customer may leave, most points first": (
        "客户可能流失的信号，分数多的在前",
        "客戶可能流失的訊號，分數多的在前",
    ),
    "{red} customers are red and {yellow} yellow.": (
        "{red} 个客户为红，{yellow} 个为黄。",
        "{red} 個客戶為紅，{yellow} 個為黃。",
    ),
}
