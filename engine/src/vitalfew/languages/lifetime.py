"""Sentences of what is foreseen of customers."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Foresee what every customer will order, and what that is worth today: its lifetime value.": (
        "预测每个客户将来的订单，以及这些订单今天值多少：客户生命周期价值。",
        "預測每個客戶將來的訂單，以及這些訂單今天值多少：顧客終身價值。",
    ),
    "Write a row for each customer to .csv, .xlsx, .parquet or .json.": (
        "每个客户写一行，写入 .csv、.xlsx、.parquet 或 .json。",
        "每個客戶寫一列，寫入 .csv、.xlsx、.parquet 或 .json。",
    ),
    "The next 52 weeks, of profit.": ("今后 52 周，按利润计。", "今後 52 週，按利潤計。"),
    "The model in figures.": ("以数字给出模型。", "以數字給出模型。"),
    "From a store, a year.": ("取自存储库，预测一年。", "取自存放庫，預測一年。"),
    "With a margin for each customer.": ("每个客户用各自的毛利率。", "每個客戶用各自的毛利率。"),
    "Looking ahead": ("预测", "預測"),
    "Model of buying; else bg_nbd.": ("购买模型；默认 bg_nbd。", "購買模型；預設 bg_nbd。"),
    "Whether the orders of a day are one occasion, or each is one; else day.": (
        "同一天的订单算一次购买（day），还是每单各算一次（order）；默认 day。",
        "同一天的訂單算一次購買（day），還是每單各算一次（order）；預設 day。",
    ),
    "Unit of the horizon and of printed times; else week. It changes no forecast.": (
        "预测期和所显示时间的单位；默认 week。不影响预测结果。",
        "預測期和所顯示時間的單位；預設 week。不影響預測結果。",
    ),
    "How many periods to look ahead; else 52 weeks.": ("预测多少个周期；默认 52 周。", "預測多少個週期；預設 52 週。"),
    "Yearly discount of money to come; else 0.10.": (
        "未来金额的年贴现率；默认 0.10。",
        "未來金額的年折現率；預設 0.10。",
    ),
    "Share of revenue that stays, or the column of the customers' file that holds it.": (
        "收入中留存的比例（毛利率），或客户文件中记载该比例的列。",
        "營收中留存的比例（毛利率），或客戶檔案中記載該比例的欄。",
    ),
    "Reading and foreseeing": ("正在读取并预测", "正在讀取並預測"),
    "{value} is no rate.": ("{value} 不是比率。", "{value} 不是比率。"),
    "Write 0.1 or 10%.": ("请写 0.1 或 10%。", "請寫 0.1 或 10%。"),
    "Write a number of periods, such as 52.": ("请写周期数，如 52。", "請寫週期數，如 52。"),
    "the horizon lies between 0 and {days} days.": (
        "预测期须在 0 至 {days} 天之间。",
        "預測期須在 0 至 {days} 天之間。",
    ),
    "Give another number of periods.": ("请改用其他周期数。", "請改用其他週期數。"),
    "the yearly discount lies between 0 and 10 (1000 %).": (
        "年贴现率须在 0 至 10（1000 %）之间。",
        "年折現率須在 0 至 10（1000 %）之間。",
    ),
    "a margin is a fraction of revenue, at most 1.": (
        "毛利率是收入的一部分，至多为 1。",
        "毛利率是營收的一部分，至多為 1。",
    ),
    "Write 0.3 or 30%.": ("请写 0.3 或 30%。", "請寫 0.3 或 30%。"),
    "Give the customers' file with --customers, or a fraction such as 0.3.": (
        "请用 --customers 给出客户文件，或写 0.3 之类的比例。",
        "請用 --customers 給出客戶檔案，或寫 0.3 之類的比例。",
    ),
    "The customers' file has: {columns}.": ("客户文件中有：{columns}。", "客戶檔案中有：{columns}。"),
    "no customer has an order up to {day} that counts.": (
        "截至 {day}，没有客户有可计入的订单。",
        "截至 {day}，沒有客戶有可計入的訂單。",
    ),
    "Orders below zero do not; look at the signs of the amounts.": (
        "金额合计为负的订单不计入；请检查金额的正负号。",
        "金額合計為負的訂單不計入；請檢查金額的正負號。",
    ),
    "every customer was one before the first day of the facts, {day}.": (
        "所有客户都在数据首日 {day} 之前就已是客户。",
        "所有客戶都在資料首日 {day} 之前就已是客戶。",
    ),
    "Give facts that begin earlier, or leave out the column since.": (
        "请给出起始更早的数据，或去掉 since 列。",
        "請給出起始更早的資料，或去掉 since 欄。",
    ),
    "Only {n} customers came back, fewer than {few}: a weak prior takes part in the fit, and the forecasts are rough.": (
        "回头客只有 {n} 个，不足 {few} 个：拟合时加入了弱先验，预测较粗略。",
        "回頭客只有 {n} 個，不足 {few} 個：擬合時加入了弱先驗，預測較粗略。",
    ),
    "The likelihood is highest at the edge of what the model can say ({names}): customers are all alike, or hardly "
    "anybody leaves, or everybody does. Forecasts are finite; there are no standard errors.": (
        "似然在模型参数的边界（{names}）处最大：客户彼此相同，或几乎无人流失，或全部流失。预测仍为有限值；无法给出标准误。",
        "概似在模型參數的邊界（{names}）處最大：客戶彼此相同，或幾乎無人流失，或全部流失。預測仍為有限值；無法給出標準誤。",
    ),
    "The search for the best parameters ended before its goal.": (
        "参数搜索未达到目标就结束了。",
        "參數搜尋未達到目標就結束了。",
    ),
    "Nobody has spent anything at a repeat occasion: every customer is expected to spend {mean}, the mean of first "
    "occasions.": (
        "没有客户在回购时有花费：一律按首次购买的平均金额 {mean} 预测。",
        "沒有客戶在回購時有花費：一律按首次購買的平均金額 {mean} 預測。",
    ),
    "Amounts differ so widely that Gamma-Gamma has no mean (q = {q}): every customer is expected to spend the pooled "
    "mean {mean}.": (
        "金额差异过大，Gamma-Gamma 模型没有均值（q = {q}）：一律按合并均值 {mean} 预测。",
        "金額差異過大，Gamma-Gamma 模型沒有平均值（q = {q}）：一律按合併平均值 {mean} 預測。",
    ),
    "Without --margin the lifetime value is revenue, not profit.": (
        "未给出 --margin，生命周期价值按收入计，而非利润。",
        "未給出 --margin，終身價值按營收計，而非利潤。",
    ),
    "How often and how much repeat customers buy: rank correlation {rho} ({low} to {high}).": (
        "回头客的购买次数与金额：等级相关系数 {rho}（{low} 至 {high}）。",
        "回頭客的購買次數與金額：等級相關係數 {rho}（{low} 至 {high}）。",
    ),
    "How often and how much repeat customers buy is related: rank correlation {rho} ({low} to {high}), above 0.3. "
    "Gamma-Gamma takes it that they are not; expected values are biased.": (
        "回头客的购买次数与金额相关：等级相关系数 {rho}（{low} 至 {high}），超过 0.3。Gamma-Gamma 模型假定两者无关，预期金额会有偏差。",
        "回頭客的購買次數與金額相關：等級相關係數 {rho}（{low} 至 {high}），超過 0.3。Gamma-Gamma 模型假定兩者無關，預期金額會有偏差。",
    ),
    "{n} were customers before the first day of the facts, {day}: left out of the fit, foreseen from their orders inside.": (
        "{n} 个客户在数据首日 {day} 之前就已是客户：不参与拟合，按数据内的订单预测。",
        "{n} 個客戶在資料首日 {day} 之前就已是客戶：不參與擬合，按資料內的訂單預測。",
    ),
    "{n} customers have no order that counts: their figures are missing.": (
        "{n} 个客户没有可计入的订单：其数值为缺失。",
        "{n} 個客戶沒有可計入的訂單：其數值為缺漏。",
    ),
    "{n} customers have no margin between -1 and 1 in the column: their lifetime value is missing.": (
        "{n} 个客户在该列中没有 -1 至 1 之间的毛利率：其生命周期价值为缺失。",
        "{n} 個客戶在該欄中沒有 -1 至 1 之間的毛利率：其終身價值為缺漏。",
    ),
    "The as-of day is {n} days after the last order of all: so long a silence counts against everybody.": (
        "截止日在最后一笔订单之后 {n} 天：如此长的沉默对所有客户都不利。",
        "截止日在最後一筆訂單之後 {n} 天：如此長的沉默對所有客戶都不利。",
    ),
    "{said}: what {days} days will bring": ("{said}：今后 {days} 天的预期", "{said}：今後 {days} 天的預期"),
    "days": ("天", "天"),
    "weeks": ("周", "週"),
    "months": ("个月", "個月"),
    "{model}, learned from {n} customers, {came_back} of whom came back: {params}; times in {period}.": (
        "{model}，由 {n} 个客户学得，其中 {came_back} 个回购过：{params}；时间单位：{period}。",
        "{model}，由 {n} 個客戶學得，其中 {came_back} 個回購過：{params}；時間單位：{period}。",
    ),
    "Spend by Gamma-Gamma: {params}.": ("金额按 Gamma-Gamma 模型：{params}。", "金額按 Gamma-Gamma 模型：{params}。"),
    "How amounts differ lies at the edge of what Gamma-Gamma can say: all are alike, or each customer is a case of its "
    "own. Expected values are finite.": (
        "金额的差异处于 Gamma-Gamma 模型所能描述的边界：全部相同，或每个客户各不相干。预期金额仍为有限值。",
        "金額的差異處於 Gamma-Gamma 模型所能描述的邊界：全部相同，或每個客戶各不相干。預期金額仍為有限值。",
    ),
}
