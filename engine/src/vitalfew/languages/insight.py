"""Sentences of what lies behind the numbers: cohorts, and how long customers stay."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Put customers together by when they first bought: how many came back, what they brought, how long they stay.": (
        "按首次购买的时间把客户归为同期群：多少人再次购买，带来多少销售额，留存多久。",
        "按首次購買的時間把客戶歸為同類群組：多少人再次購買，帶來多少營收，留存多久。",
    ),
    "Write a row for each cohort and period to .csv, .xlsx, .parquet or .json.": (
        "每个同期群每个周期写一行，写入 .csv、.xlsx、.parquet 或 .json。",
        "每個同類群組每個週期寫一列，寫入 .csv、.xlsx、.parquet 或 .json。",
    ),
    "By month.": ("按月。", "按月。"),
    "From a store, by quarter.": ("取自存储库，按季。", "取自存放庫，按季。"),
    "Half a year of silence is loss.": ("沉默半年即视为流失。", "沉默半年即視為流失。"),
    "Looking behind the numbers": ("看数字背后", "看數字背後"),
    "Month, quarter or year of the first order; else month.": (
        "首笔订单所在的月、季或年；默认为月（month）。",
        "首筆訂單所在的月、季或年；預設為月（month）。",
    ),
    "Days of silence after which a customer is lost; else its own rhythm says.": (
        "沉默多少天后视为流失；默认按客户自己的购买周期判断。",
        "沉默多少天後視為流失；預設按客戶自己的購買週期判斷。",
    ),
    "Reading and counting": ("正在读取并统计", "正在讀取並統計"),
    "a silence has between 1 and {days} days.": ("沉默天数须在 1 至 {days} 之间。", "沉默天數須在 1 至 {days} 之間。"),
    "Write 180, or leave it out: each customer is judged by its own rhythm.": (
        "请写 180 之类的天数，或不写：每个客户按自己的购买周期判断。",
        "請寫 180 之類的天數，或不寫：每個客戶按自己的購買週期判斷。",
    ),
    "An order counts when its lines sum to more than zero; look at the signs of the amounts.": (
        "订单各行合计大于零才算有效；请检查金额的正负号。",
        "訂單各列合計大於零才算有效；請檢查金額的正負號。",
    ),
    "Per cent of each cohort that bought, by months since its first": (
        "各同期群在首月之后各月的购买比例（%）",
        "各同類群組在首月之後各月的購買比例（%）",
    ),
    "Per cent of each cohort that bought, by quarters since its first": (
        "各同期群在首季之后各季的购买比例（%）",
        "各同類群組在首季之後各季的購買比例（%）",
    ),
    "Per cent of each cohort that bought, by years since its first": (
        "各同期群在首年之后各年的购买比例（%）",
        "各同類群組在首年之後各年的購買比例（%）",
    ),
    "cohort": ("同期群", "同類群組"),
    "after days": ("天数之后", "天數之後"),
    "bought again, %": ("已再次购买，%", "已再次購買，%"),
    "still buy, %": ("仍在购买，%", "仍在購買，%"),
    "* not over on the as-of day": ("* 至截止日尚未结束", "* 至截止日尚未結束"),
    "Nobody has been a customer for {days} days yet: how many buy again cannot be said.": (
        "还没有客户满 {days} 天：无法判断多少人会再次购买。",
        "還沒有客戶滿 {days} 天：無法判斷多少人會再次購買。",
    ),
    "Of {n} customers first seen {days} days ago or longer nobody has bought again.": (
        "首次购买已满 {days} 天的 {n} 个客户中，无人再次购买。",
        "首次購買已滿 {days} 天的 {n} 個客戶中，無人再次購買。",
    ),
    "Of {n} customers first seen {days} days ago or longer, {share} % bought again within that time ({low} to {high} %); "
    "half of all who came back did so within {median} days.": (
        "首次购买已满 {days} 天的 {n} 个客户中，{share}%（{low}% 至 {high}%）在此期间再次购买；回头客中有一半在 {median} 天内回购。",
        "首次購買已滿 {days} 天的 {n} 個客戶中，{share}%（{low}% 至 {high}%）在此期間再次購買；回頭客中有一半在 {median} 天內回購。",
    ),
    "Of 100 new customers {share} still buy after {days} days.": (
        "每 100 个新客户中，{days} 天之后仍在购买的有 {share} 个。",
        "每 100 個新客戶中，{days} 天之後仍在購買的有 {share} 個。",
    ),
    "Of 100 new customers {share} ({low} to {high}) still buy after {days} days.": (
        "每 100 个新客户中，{days} 天之后仍在购买的有 {share} 个（{low} 至 {high}）。",
        "每 100 個新客戶中，{days} 天之後仍在購買的有 {share} 個（{low} 至 {high}）。",
    ),
    "Lost is who has been silent for more than {days} days.": (
        "沉默超过 {days} 天的客户视为流失。",
        "沉默超過 {days} 天的客戶視為流失。",
    ),
    "Lost is who has been silent for more than three times the interval that nine of ten of its own gaps do not exceed "
    "(a week at least); with fewer than {few} gaps for more than {days} days, from the median of the {judged} others.": (
        "流失的判定：沉默时间超过自身购买间隔九成分位数（至少一周）的三倍；间隔不足 {few} 次的，沉默超过 {days} 天，"
        "取自其余 {judged} 个客户的中位数。",
        "流失的判定：沉默時間超過自身購買間隔九成分位數（至少一週）的三倍；間隔不足 {few} 次的，沉默超過 {days} 天，"
        "取自其餘 {judged} 個客戶的中位數。",
    ),
    "Lost is who has been silent for more than three times the interval that nine of ten of its own gaps do not exceed (a "
    "week at least); nobody has {few} gaps yet, so it is {days} days for everybody.": (
        "流失的判定：沉默时间超过自身购买间隔九成分位数（至少一周）的三倍；尚无客户有 {few} 次间隔，因此一律为 {days} 天。",
        "流失的判定：沉默時間超過自身購買間隔九成分位數（至少一週）的三倍；尚無客戶有 {few} 次間隔，因此一律為 {days} 天。",
    ),
    "{n} customers came too lately to say how long they stay; they are left out of it.": (
        "{n} 个客户来得太晚，还无法判断留存多久，未计入。",
        "{n} 個客戶來得太晚，還無法判斷留存多久，未計入。",
    ),
    "{n} known customers have never bought: no order of theirs sums to more than zero.": (
        "{n} 个已知客户从未购买：没有合计大于零的订单。",
        "{n} 個已知客戶從未購買：沒有合計大於零的訂單。",
    ),
    "{n} were customers before the first day of the facts, {day}: what counts as their first purchase is not.": (
        "{n} 个客户在数据首日 {day} 之前就已是客户：这里的首次购买并非真正的首次。",
        "{n} 個客戶在資料首日 {day} 之前就已是客戶：這裡的首次購買並非真正的首次。",
    ),
    "Cohorts": ("客户同期群", "客戶同類群組"),
    "First bought": ("首次购买", "首次購買"),
    "Sales of each so far": ("人均累计销售额", "人均累計營收"),
    "The last figure of each row is of a period that is not over.": (
        "每行最后一个数字所属的周期尚未结束。",
        "每列最後一個數字所屬的週期尚未結束。",
    ),
    "share that bought, by months since the first order": ("首笔订单之后各月的购买比例", "首筆訂單之後各月的購買比例"),
    "share that bought, by quarters since the first order": (
        "首笔订单之后各季的购买比例",
        "首筆訂單之後各季的購買比例",
    ),
    "share that bought, by years since the first order": ("首笔订单之后各年的购买比例", "首筆訂單之後各年的購買比例"),
    "How long customers stay": ("客户留存多久", "客戶留存多久"),
    "{n} customers that could be judged": ("{n} 个可判断的客户", "{n} 個可判斷的客戶"),
    "still buy": ("仍在购买", "仍在購買"),
    "watched so long": ("观察到此的客户数", "觀察到此的客戶數"),
}
