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
    "account manager": ("客户经理", "客戶經理"),
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
    "Prove early warning on the last twelve month ends: how many warnings came true, how early, beside simpler lists.": (
        "用最近十二个月末检验预警：多少应验、提前多久，并与更简单的名单相比。",
        "用最近十二個月末檢驗預警：多少應驗、提前多久，並與更簡單的名單相比。",
    ),
    "Write a page to .html, or a row for each month end and method to .csv, .xlsx, .parquet or .json.": (
        "写成 .html 页面，或每个月末和方法写一行，写入 .csv、.xlsx、.parquet 或 .json。",
        "寫成 .html 頁面，或每個月末和方法寫一列，寫入 .csv、.xlsx、.parquet 或 .json。",
    ),
    "How well warnings foresaw": ("预警预见得有多准", "預警預見得有多準"),
    "{n} month ends, {days} days ahead": ("{n} 个月末，向前看 {days} 天", "{n} 個月末，向前看 {days} 天"),
    "came true": ("应验", "應驗"),
    "lost value caught": ("流失金额中被列入", "流失金額中被列入"),
    "In brackets 95 of 100 cases.": ("括号内为 100 次中的 95 次。", "括號內為 100 次中的 95 次。"),
    "Month end by month end": ("逐月末", "逐月末"),
    "part of each list that came true": ("各名单中应验的比例", "各名單中應驗的比例"),
    "of all that could be judged {share} did": ("所有可判断者中有 {share}", "所有可判斷者中有 {share}"),
    "of the value that was lost": ("占流失金额", "占流失金額"),
    "half were warned earlier": ("半数预警更早", "半數預警更早"),
    "could be judged": ("可判断", "可判斷"),
    "Part of the list that brought less than a quarter of its own pace in the days that followed.": (
        "名单中在随后的日子里带来的金额不足自身水平四分之一的比例。",
        "名單中在隨後的日子裡帶來的金額不足自身水準四分之一的比例。",
    ),
    "Part of what all who fell brought less than their pace, that stood on the list.": (
        "所有下滑者低于自身水平的金额中，名单上所占的比例。",
        "所有下滑者低於自身水準的金額中，名單上所占的比例。",
    ),
    "Median of the days from a customer's first warning that came true to its fall.": (
        "从客户首次应验的预警到其下滑的天数中位数。",
        "從客戶首次應驗的預警到其下滑的天數中位數。",
    ),
    "Customers of a list that did not fall.": ("名单上没有下滑的客户。", "名單上沒有下滑的客戶。"),
    "Lists of twenty, ninety days ahead.": ("二十人的名单，看之后九十天。", "二十人的名單，看之後九十天。"),
    "Other points, held against ours.": ("换用其他分数，与现有分数相比。", "換用其他分數，與現有分數相比。"),
    "How many days to look ahead from each month end; else 90.": (
        "从每个月末往后看多少天；默认 90。",
        "從每個月末往後看多少天；預設 90。",
    ),
    "What a signal counts instead, as value=1; may be repeated.": (
        "某信号改计多少分，如 value=1；可重复。",
        "某訊號改計多少分，如 value=1；可重複。",
    ),
    "the facts from {first} to {last} are too short.": (
        "从 {first} 到 {last} 的数据太短。",
        "從 {first} 到 {last} 的資料太短。",
    ),
    "A month end needs {before} days of facts before it and {after} after it; a shorter --horizon needs fewer.": (
        "每个月末之前需要 {before} 天、之后需要 {after} 天的数据；缩短 --horizon 则需要较少。",
        "每個月末之前需要 {before} 天、之後需要 {after} 天的資料；縮短 --horizon 則需要較少。",
    ),
    "Write signal=points with 0 to {most}; signals are {names}.": (
        "请写 信号=分数，分数为 0 至 {most}；信号有 {names}。",
        "請寫 訊號=分數，分數為 0 至 {most}；訊號有 {names}。",
    ),
    "no customer buys often enough to be judged within {days} days.": (
        "没有客户的购买频繁到能在 {days} 天内判断。",
        "沒有客戶的購買頻繁到能在 {days} 天內判斷。",
    ),
    "Give a longer --horizon.": ("请给出更长的 --horizon。", "請給出更長的 --horizon。"),
    "list by": ("名单依据", "名單依據"),
    "came true, %": ("应验，%", "應驗，%"),
    "lost value caught, %": ("流失金额中被列入，%", "流失金額中被列入，%"),
    "days before the fall": ("提前天数", "提前天數"),
    "false alarms a month": ("每月误报", "每月誤報"),
    "last year's value": ("去年金额", "去年金額"),
    "chance": ("随机", "隨機"),
    "changed points": ("改动后的分数", "改動後的分數"),
    "Only {n} of twelve month ends have enough facts before and {days} days after them: what is said rests on these.": (
        "十二个月末中只有 {n} 个之前数据足够、之后有 {days} 天：结论以此为据。",
        "十二個月末中只有 {n} 個之前資料足夠、之後有 {days} 天：結論以此為據。",
    ),
    "At no month end a customer gave a signal: there is nothing to judge by.": (
        "没有一个月末有客户发出信号：无从判断。",
        "沒有一個月末有客戶發出訊號：無從判斷。",
    ),
    "Of 100 warnings {share} came true ({low} to {high}): within {days} days the customer brought less than a quarter of its "
    "own pace. Of 100 customers that could be judged {base} did. {false} false alarms a month.": (
        "每 100 次预警有 {share} 次应验（{low} 至 {high}）：客户在 {days} 天内带来的金额不足自身水平的四分之一。可判断的客户每 100 个中有 {base} 个如此。每月误报 {false} 次。",
        "每 100 次預警有 {share} 次應驗（{low} 至 {high}）：客戶在 {days} 天內帶來的金額不足自身水準的四分之一。可判斷的客戶每 100 個中有 {base} 個如此。每月誤報 {false} 次。",
    ),
    "The lists held {share} % of the value that was lost ({low} to {high} %); half of the customers were first warned of {lead} "
    "days or more before they fell.": (
        "名单包含了流失金额的 {share}%（{low}% 至 {high}%）；半数客户在下跌前 {lead} 天或更早首次被预警。",
        "名單包含了流失金額的 {share}%（{low}% 至 {high}%）；半數客戶在下跌前 {lead} 天或更早首次被預警。",
    ),
    "Days since the last order alone were right more often: {share} of 100 ({low} to {high}).": (
        "仅凭距最后一笔订单的天数反而更常应验：每 100 次 {share} 次（{low} 至 {high}）。",
        "僅憑距最後一筆訂單的天數反而更常應驗：每 100 次 {share} 次（{low} 至 {high}）。",
    ),
    "Of 100 red customers {red} fell, of 100 yellow {yellow}, of 100 green {green}.": (
        "每 100 个红色客户有 {red} 个下跌，黄色 {yellow} 个，绿色 {green} 个。",
        "每 100 個紅色客戶有 {red} 個下跌，黃色 {yellow} 個，綠色 {green} 個。",
    ),
    "The changed points may replace ours: no less precise in {n} of {months} months ({needed} are needed), and no later.": (
        "改动后的分数可以取代现有分数：{months} 个月中有 {n} 个月不低于原先的准确率（需要 {needed} 个），且不更晚。",
        "改動後的分數可以取代現有分數：{months} 個月中有 {n} 個月不低於原先的準確率（需要 {needed} 個），且不更晚。",
    ),
    "The changed points may not replace ours: no less precise in {n} of {months} months, {needed} are needed, and warnings "
    "must come no later.": (
        "改动后的分数不能取代现有分数：{months} 个月中有 {n} 个月不低于原先的准确率，需要 {needed} 个，且预警不得更晚。",
        "改動後的分數不能取代現有分數：{months} 個月中有 {n} 個月不低於原先的準確率，需要 {needed} 個，且預警不得更晚。",
    ),
    "Of 100 warnings {share} more come true by ours ({low} to {high}); the difference may be chance where that holds 0.": (
        "每 100 次预警，现有分数多应验 {share} 次（{low} 至 {high}）；范围含 0 时差异可能出于偶然。",
        "每 100 次預警，現有分數多應驗 {share} 次（{low} 至 {high}）；範圍含 0 時差異可能出於偶然。",
    ),
}
