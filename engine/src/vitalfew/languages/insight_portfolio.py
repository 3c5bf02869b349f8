"""Sentences of the portfolio to expect: where customers go from month to month, and where that leads."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Foresee how many customers have which grade in twelve months, and what they bring, from where they go now.": (
        "根据客户目前的等级迁移，预估十二个月后各等级的客户数和他们带来的金额。",
        "根據客戶目前的等級遷移，預估十二個月後各等級的客戶數和他們帶來的金額。",
    ),
    "Write a row for each grade to .csv, .xlsx, .parquet or .json.": (
        "每个等级写一行，写入 .csv、.xlsx、.parquet 或 .json。",
        "每個等級寫一列，寫入 .csv、.xlsx、.parquet 或 .json。",
    ),
    "By class, with the transitions of a month.": ("按类别，并列出每月迁移。", "按類別，並列出每月遷移。"),
    "Learned only since prices changed.": ("只用调价以后的数据。", "只用調價以後的資料。"),
    "Learn from no day before this one; else from two years.": (
        "不使用此日之前的数据；默认回看两年。",
        "不使用此日之前的資料；預設回看兩年。",
    ),
    "Now and in twelve months": ("现在与十二个月后", "現在與十二個月後"),
    "Where customers of each grade (rows) stand a month later, per cent": (
        "各等级（行）的客户一个月后处于何等级，%",
        "各等級（列）的客戶一個月後處於何等級，%",
    ),
    "grade": ("等级", "等級"),
    "expected": ("预期", "預期"),
    "sales of the year": ("一年的销售额", "一年的營收"),
    "months of customers": ("客户月数", "客戶月數"),
    "there are fewer than two month ends from {first} to {last}.": (
        "从 {first} 到 {last} 不足两个月末。",
        "從 {first} 到 {last} 不足兩個月底。",
    ),
    "Where customers go is learned from one month end to the next: give facts of more months.": (
        "客户的去向由相邻两个月末得知：请给出更多月份的数据。",
        "客戶的去向由相鄰兩個月底得知：請給出更多月份的資料。",
    ),
    "Learned from {months} changes of month of {customers} customers, {since} to {until}.": (
        "依据 {customers} 个客户的 {months} 次月度变化，{since} 至 {until}。",
        "依據 {customers} 個客戶的 {months} 次月度變化，{since} 至 {until}。",
    ),
    "Taken for granted: for {n} months customers go from grade to grade as they did in these, wherever they came from; "
    "a grade brings what it brings now, and for each customer more or fewer what one brings that came to it in these. Customers "
    "that are still to come are not counted.": (
        "前提：今后 {n} 个月客户在等级之间的迁移与这段时间相同，与此前的等级无关；每个等级带来的金额与目前相同，每增减一个客户，按这段时间进入该等级的客户的平均值增减。"
        "尚未出现的客户不计入。",
        "前提：今後 {n} 個月客戶在等級之間的遷移與這段時間相同，與此前的等級無關；每個等級帶來的金額與目前相同，每增減一個客戶，按這段時間進入該等級的客戶的平均值增減。"
        "尚未出現的客戶不計入。",
    ),
    "{n} of {all} customers came in these months. Where grades are shares or ranks, as many who come next year push those of "
    "today down: then fewer of them keep the best grades than is expected here.": (
        "{all} 个客户中有 {n} 个是这段时间新来的。若等级按占比或名次划分，明年再来同样多的客户会把现有客户往下挤："
        "届时保有最高等级的会少于这里的预期。",
        "{all} 個客戶中有 {n} 個是這段時間新來的。若等級按占比或名次劃分，明年再來同樣多的客戶會把現有客戶往下擠："
        "屆時保有最高等級的會少於這裡的預期。",
    ),
    "Fewer than {n} different customers were seen in {grades}: where they go is hardly known.": (
        "{grades} 中出现过的客户不足 {n} 个：其去向几乎未知。",
        "{grades} 中出現過的客戶不足 {n} 個：其去向幾乎未知。",
    ),
    "Nobody has {grades} now: what a customer of it would bring is not known and not counted.": (
        "目前没有客户属于 {grades}：这样的客户会带来多少无从得知，不计入。",
        "目前沒有客戶屬於 {grades}：這樣的客戶會帶來多少無從得知，不計入。",
    ),
    "The facts do not reach back far enough to try the chain on the year that is over.": (
        "数据不够久远，无法用过去的一年检验这条链。",
        "資料不夠久遠，無法用過去的一年檢驗這條鏈。",
    ),
    "Tried on the year that is over: learned from {months} changes of month up to {then}, the chain was right within its "
    "interval for {inside} of {grades} grades; it put {wrong} of {all} customers into the wrong numbers, the guess that "
    "nothing changes {unchanged}.": (
        "用过去的一年检验：只依据截至 {then} 的 {months} 次月度变化，{grades} 个等级中有 {inside} 个落在区间内；各等级人数合计错了 "
        "{wrong} 个（共 {all} 个客户），若假定一切不变则错 {unchanged} 个。",
        "用過去的一年檢驗：只依據截至 {then} 的 {months} 次月度變化，{grades} 個等級中有 {inside} 個落在區間內；各等級人數合計錯了 "
        "{wrong} 個（共 {all} 個客戶），若假定一切不變則錯 {unchanged} 個。",
    ),
    "Where the facts reach back far enough, vitalfew portfolio tries the chain on the year that is over.": (
        "数据足够久远时，vitalfew portfolio 会用过去的一年检验这条链。",
        "資料足夠久遠時，vitalfew portfolio 會用過去的一年檢驗這條鏈。",
    ),
    "The portfolio in twelve months": ("十二个月后的客户结构", "十二個月後的客戶結構"),
    "what is to be expected when customers go on as they do": (
        "客户照目前的走势继续时的预期",
        "客戶照目前的走勢繼續時的預期",
    ),
    "in 95 of 100 cases": ("100 次中有 95 次", "100 次中有 95 次"),
    "Sales of the year": ("一年的销售额", "一年的營收"),
    "In twelve months sales of {expected} a year are to be expected from the customers of today ({low} to {high}), now they "
    "are {now}.": (
        "十二个月后，现有客户一年的销售额预期为 {expected}（{low} 至 {high}），目前为 {now}。",
        "十二個月後，現有客戶一年的營收預期為 {expected}（{low} 至 {high}），目前為 {now}。",
    ),
    "From month to month": ("逐月迁移", "逐月遷移"),
    "rows: grade at a month end; columns: grade a month later; in brackets 95 of 100 cases": (
        "行：月末的等级；列：一个月后的等级；括号内为 100 次中的 95 次",
        "列：月底的等級；欄：一個月後的等級；括號內為 100 次中的 95 次",
    ),
    "Months of customers": ("客户月数", "客戶月數"),
}
