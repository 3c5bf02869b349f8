"""Sentences of backtests: what came after the grades of earlier days."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Grade as of earlier days, look at what came after, and say how well the scheme did beside simpler methods.": (
        "以过去的日期为截止日分级，再看后来发生了什么，并与更简单的方法对照，说明方案的好坏。",
        "以過去的日期為截止日分級，再看後來發生了什麼，並與更簡單的方法對照，說明方案的好壞。",
    ),
    "Grade as of the end of these days; else a horizon before the last.": (
        "以这些日期日终为截止日分级；默认为最后一天之前一个预测期。",
        "以這些日期日終為截止日分級；預設為最後一天之前一個預測期。",
    ),
    "Write a row for each customer and day to .csv, .xlsx, .parquet or .json, or the report to .html.": (
        "每个客户每个日期写一行，写入 .csv、.xlsx、.parquet 或 .json；或把报告写入 .html。",
        "每個客戶每個日期寫一列，寫入 .csv、.xlsx、.parquet 或 .json；或把報告寫入 .html。",
    ),
    "A year ago, and the year since.": ("一年前的分级，与此后的一年。", "一年前的分級，與此後的一年。"),
    "Two days, half a year each, for programs.": (
        "两个日期，各看半年，供程序使用。",
        "兩個日期，各看半年，供程式使用。",
    ),
    "The report, for the desk.": ("报告，可放在桌上。", "報告，可放在桌上。"),
    "Looking back": ("回看", "回看"),
    "How many days to look ahead from each day; else 365.": (
        "从每个日期起往后看多少天；默认 365。",
        "從每個日期起往後看多少天；預設 365。",
    ),
    "Take undated columns of the customers' file as they stand, though they may know better.": (
        "照现状使用客户文件中不带日期的列，尽管其中可能含有后来才知道的信息。",
        "照現狀使用客戶檔案中不帶日期的欄，儘管其中可能含有後來才知道的資訊。",
    ),
    "Write a number of days such as 365, or 26w, 12m, 1y.": (
        "请写天数，如 365，或 26w、12m、1y。",
        "請寫天數，如 365，或 26w、12m、1y。",
    ),
    "the horizon lies between 1 and {days} days.": (
        "预测期须在 1 至 {days} 天之间。",
        "預測期須在 1 至 {days} 天之間。",
    ),
    "Give another number of days.": ("请改用其他天数。", "請改用其他天數。"),
    "a run before may know what came after the day that is tested.": (
        "先前的分级运行可能已知道受检日期之后的事。",
        "先前的分級執行可能已知道受檢日期之後的事。",
    ),
    "Leave it out: each day is graded by itself.": (
        "请去掉它：每个日期单独分级。",
        "請去掉它：每個日期單獨分級。",
    ),
    "as of {day} nothing can be tested: the facts run from {first} to {last}.": (
        "以 {day} 为截止日无从检验：数据从 {first} 到 {last}。",
        "以 {day} 為截止日無從測試：資料從 {first} 到 {last}。",
    ),
    "Give a day between them, or a shorter --horizon.": (
        "请给出其间的日期，或缩短 --horizon。",
        "請給出其間的日期，或縮短 --horizon。",
    ),
    "Taken as they stand today, though they bear no day and may know what came later: {listed}. The result may be too "
    "good.": (
        "以下指标不带日期，照今天的现状使用，可能含有后来才知道的信息：{listed}。结果可能偏好。",
        "以下指標不帶日期，照今天的現狀使用，可能含有後來才知道的資訊：{listed}。結果可能偏好。",
    ),
    "Left out or graded without, because what they look at bears no day and may know what came later: {listed}. "
    "--undated takes it as it stands.": (
        "以下指标所看的数据不带日期，可能含有后来才知道的信息，因此未用：{listed}。--undated 可照现状使用。",
        "以下指標所看的資料不帶日期，可能含有後來才知道的資訊，因此未用：{listed}。--undated 可照現狀使用。",
    ),
    "After {day} the facts hold {seen} of the {days} days: all methods are judged by these.": (
        "{day} 之后的 {days} 天中，数据只含 {seen} 天：所有方法都按这些天评判。",
        "{day} 之後的 {days} 天中，資料只含 {seen} 天：所有方法都按這些天評判。",
    ),
    "No chance of buying and no expected amount as of {days}: they are learned from the {horizon} days before, and at "
    "least {few} customers must have been known by then. What is learned from them is missing.": (
        "{days} 没有购买概率和预期金额：它们要从此前 {horizon} 天学得，且当时至少须有 {few} 家已知客户。由此得出的数值为缺失。",
        "{days} 沒有購買機率和預期金額：它們要從此前 {horizon} 天學得，且當時至少須有 {few} 家已知客戶。由此得出的數值為缺漏。",
    ),
    "Nobody known on {days} bought in the days after: there is nothing to rank by.": (
        "{days} 已知的客户后来都没有购买：无从比较排序。",
        "{days} 已知的客戶後來都沒有購買：無從比較排序。",
    ),
    "{n} customers bought only lines without a known cost: their profit is not counted.": (
        "{n} 家客户只买了成本未知的商品：其利润未计入。",
        "{n} 家客戶只買了成本未知的商品：其利潤未計入。",
    ),
    "spend of the last {days} days": ("最近 {days} 天消费额", "最近 {days} 天消費額"),
    "RFM": ("RFM", "RFM"),
    "days since the last order": ("距上次下单天数", "距上次下單天數"),
    "drawn by lot": ("随机抽取", "隨機抽取"),
    "The {grade} list of {day} ({n} of {all} customers) brought {share} of the profit since; the spend of the {days} "
    "days before alone would have found {other}.": (
        "{day} 的“{grade}”名单（{all} 家客户中的 {n} 家）带来了此后利润的 {share}；只看此前 {days} 天消费额，同样长的名单能找到 {other}。",
        "{day} 的「{grade}」名單（{all} 家客戶中的 {n} 家）帶來了此後利潤的 {share}；只看此前 {days} 天消費額，同樣長的名單能找到 {other}。",
    ),
    "The {grade} list of {day} ({n} of {all} customers) brought {share} of the sales since; the spend of the {days} "
    "days before alone would have found {other}.": (
        "{day} 的“{grade}”名单（{all} 家客户中的 {n} 家）带来了此后销售额的 {share}；只看此前 {days} 天消费额，同样长的名单能找到 {other}。",
        "{day} 的「{grade}」名單（{all} 家客戶中的 {n} 家）帶來了此後銷售額的 {share}；只看此前 {days} 天消費額，同樣長的名單能找到 {other}。",
    ),
    "No customer had a grade on {day}.": ("{day} 没有客户有等级。", "{day} 沒有客戶有等級。"),
    "All {all} customers known on {day} together brought no sales since.": (
        "{day} 已知的 {all} 家客户此后合计没有带来销售额。",
        "{day} 已知的 {all} 家客戶此後合計沒有帶來銷售額。",
    ),
    "The best fifth by score brought {share} of the sales since ({range}): {lead} points more than the best fifth by "
    "last period's spend, which is more than chance.": (
        "得分最高的五分之一带来了此后销售额的 {share}（{range}）：比上期消费额最高的五分之一多 {lead} 个百分点，并非偶然。",
        "得分最高的五分之一帶來了此後銷售額的 {share}（{range}）：比上期消費額最高的五分之一多 {lead} 個百分點，並非偶然。",
    ),
    "The best fifth by score brought {share} of the sales since ({range}): {lead} points less than the best fifth by "
    "last period's spend, which is more than chance.": (
        "得分最高的五分之一带来了此后销售额的 {share}（{range}）：比上期消费额最高的五分之一少 {lead} 个百分点，并非偶然。",
        "得分最高的五分之一帶來了此後銷售額的 {share}（{range}）：比上期消費額最高的五分之一少 {lead} 個百分點，並非偶然。",
    ),
    "The best fifth by score brought {share} of the sales since ({range}); the best fifth by last period's spend about "
    "as much: the difference may be chance.": (
        "得分最高的五分之一带来了此后销售额的 {share}（{range}）；上期消费额最高的五分之一大致相同：差别可能出于偶然。",
        "得分最高的五分之一帶來了此後銷售額的 {share}（{range}）；上期消費額最高的五分之一大致相同：差別可能出於偶然。",
    ),
    "{bought} of {all} bought since. Of two customers of whom one bought, the score puts the right one first in {ours} of "
    "the cases, days since the last order alone in {hiatus}.": (
        "{all} 家中有 {bought} 家此后购买。两家客户中一家购买、一家未买时，得分把购买的一家排在前面的占 {ours}，只看距上次下单天数则占 {hiatus}。",
        "{all} 家中有 {bought} 家此後購買。兩家客戶中一家購買、一家未買時，得分把購買的一家排在前面的占 {ours}，只看距上次下單天數則占 {hiatus}。",
    ),
    "Chances of buying, learned from the period before, were off by {ours} (Brier score); who had known no more than the "
    "share of buyers then, by {base}.": (
        "从上一期学得的购买概率误差为 {ours}（布里尔分数）；只知道当时购买者比例的，误差为 {base}。",
        "從上一期學得的購買機率誤差為 {ours}（布萊爾分數）；只知道當時購買者比例的，誤差為 {base}。",
    ),
    "{low} to {high}": ("{low} 至 {high}", "{low} 至 {high}"),
    "{scheme} as of {day}, and the {days} days after": (
        "{scheme}，截止日 {day}，及此后 {days} 天",
        "{scheme}，截止日 {day}，及此後 {days} 天",
    ),
    "bought since": ("此后购买", "此後購買"),
    "sales since": ("此后销售额", "此後銷售額"),
    "profit since": ("此后利润", "此後利潤"),
    "95 % interval": ("95 % 区间", "95 % 區間"),
    "List by": ("名单依据", "名單依據"),
    "Lists of equal length": ("同样长的名单", "同樣長的名單"),
    "part of the profit since {day}": ("占 {day} 以来利润的比例", "占 {day} 以來利潤的比例"),
    "part of the sales since {day}": ("占 {day} 以来销售额的比例", "占 {day} 以來銷售額的比例"),
    "What each grade brought": ("各等级带来的结果", "各等級帶來的結果"),
    "since {day}": ("{day} 以来", "{day} 以來"),
    "All measures": ("全部指标", "全部指標"),
    "since {day}; with 95 % intervals of the scheme": (
        "{day} 以来；附方案的 95 % 区间",
        "{day} 以來；附方案的 95 % 區間",
    ),
    "lower end": ("下限", "下限"),
    "upper end": ("上限", "上限"),
    "tenth {n}": ("第 {n} 个十分之一", "第 {n} 個十分之一"),
    "Tenth": ("十分位组", "十分位組"),
    "chance of buying": ("购买概率", "購買機率"),
    "as foreseen": ("与预测一致", "與預測一致"),
    "How far chances held": ("概率是否可靠", "機率是否可靠"),
    "since {day}; tenths of the customers by their chance": (
        "{day} 以来；按概率把客户分为十组",
        "{day} 以來；按機率把客戶分為十組",
    ),
    "How well the grades foresaw": ("等级预见得有多准", "等級預見得有多準"),
    "{scheme} · as of {days} · the {horizon} days after": (
        "{scheme} · 截止日 {days} · 此后 {horizon} 天",
        "{scheme} · 截止日 {days} · 此後 {horizon} 天",
    ),
    "of the profit, {share} of the sales": ("的利润，{share} 的销售额", "的利潤，{share} 的銷售額"),
    "of the sales": ("的销售额", "的銷售額"),
    "known on {day}": ("{day} 已知", "{day} 已知"),
    "Part of the method's best fifth that turned out to be in the fifth that brought most.": (
        "该方法排在最前的五分之一中，后来确实属于贡献最多的五分之一的比例。",
        "該方法排在最前的五分之一中，後來確實屬於貢獻最多的五分之一的比例。",
    ),
    "Part of all sales since that came from the method's best fifth.": (
        "此后全部销售额中，来自该方法排在最前的五分之一的比例。",
        "此後全部銷售額中，來自該方法排在最前的五分之一的比例。",
    ),
    "Correlation of the ranks by method and by sales since: 1 the same order, 0 none, -1 upside down.": (
        "该方法名次与此后销售额名次的相关系数：1 次序相同，0 无关，-1 完全颠倒。",
        "該方法名次與此後銷售額名次的相關係數：1 次序相同，0 無關，-1 完全顛倒。",
    ),
    "How far the method's order gathers the sales at its top, as a part of what the true order does.": (
        "该方法的次序把销售额集中到前面的程度，与真实次序相比的比例。",
        "該方法的次序把銷售額集中到前面的程度，與真實次序相比的比例。",
    ),
    "How often the method puts a customer that bought above one that did not: 1 always, 0.5 by chance.": (
        "该方法把购买的客户排在未购买的客户之前的比例：1 总是如此，0.5 等于碰运气。",
        "該方法把購買的客戶排在未購買的客戶之前的比例：1 總是如此，0.5 等於碰運氣。",
    ),
    "Mean square between the chance of buying and what happened: the smaller the better.": (
        "购买概率与实际结果之差的均方：越小越好。",
        "購買機率與實際結果之差的均方：越小越好。",
    ),
    "Mean distance of the expected amount from the sales since, in money.": (
        "预期金额与此后销售额之差的平均绝对值，以金额计。",
        "預期金額與此後銷售額之差的平均絕對值，以金額計。",
    ),
    "Mean of expected amount less sales since: above zero too much was expected.": (
        "预期金额减去此后销售额的平均值：大于零表示预期偏高。",
        "預期金額減去此後銷售額的平均值：大於零表示預期偏高。",
    ),
    "Net sales of a period as long as the one looked at, up to the day.": (
        "截至该日、与所看时段同样长的一段时间内的净销售额。",
        "截至該日、與所看時段同樣長的一段時間內的淨銷售額。",
    ),
    "The score r + f + m of the ready-made scheme rfm.": (
        "现成方案 rfm 的得分 r + f + m。",
        "現成方案 rfm 的得分 r + f + m。",
    ),
    "Who bought last stands first.": ("最近购买的排在最前。", "最近購買的排在最前。"),
    "An order without any knowledge, the same in every run.": (
        "不含任何信息的次序，每次运行都相同。",
        "不含任何資訊的次序，每次執行都相同。",
    ),
}
