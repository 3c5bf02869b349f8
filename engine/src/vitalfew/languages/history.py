"""Sentences of grades over time."""

SENTENCES: dict[str, tuple[str, str]] = {
    "scheme {scheme} gives no grade that could be followed.": (
        "方案 {scheme} 不给出等级，无从追踪。",
        "方案 {scheme} 不給出等級，無從追蹤。",
    ),
    "Take a scheme with a grade; see vitalfew schemes.": (
        "请选用给出等级的方案，见 vitalfew schemes。",
        "請選用給出等級的方案，見 vitalfew schemes。",
    ),
    "there is no day between {first} and {last} to grade by.": (
        "{first} 与 {last} 之间没有可用于分级的日期。",
        "{first} 與 {last} 之間沒有可用於分級的日期。",
    ),
    "Give an earlier --from or a later --to.": (
        "请提前 --from 或推后 --to。",
        "請提前 --from 或延後 --to。",
    ),
    "the history does not hold {day}.": ("等级历史中没有 {day}。", "等級歷史中沒有 {day}。"),
    "It holds: {days}.": ("其中有：{days}。", "其中有：{days}。"),
    "there is no day before {day} to compare with.": (
        "{day} 之前没有可比较的日期。",
        "{day} 之前沒有可比較的日期。",
    ),
    "Begin with a later day.": ("请从较晚的日期开始。", "請從較晚的日期開始。"),
    "Ids are compared as they stand in the list.": (
        "编号须与名单中的写法完全一致。",
        "編號須與名單中的寫法完全一致。",
    ),
    "Give more days.": ("请多给几个日期。", "請多給幾個日期。"),
    "Write month, quarter, week, or days such as 2025-06-30,2025-12-31.": (
        "请写 month、quarter、week，或如 2025-06-30,2025-12-31 的日期。",
        "請寫 month、quarter、week，或如 2025-06-30,2025-12-31 的日期。",
    ),
    "{value} is no period and no list of days.": (
        "{value} 既不是周期，也不是日期列表。",
        "{value} 既不是週期，也不是日期清單。",
    ),
    "Grade every customer as of many days in one go: who stood where, who moved.": (
        "一次按多个日期给所有客户分级：谁在哪一级，谁变动了。",
        "一次依多個日期為所有客戶分級：誰在哪一級，誰變動了。",
    ),
    "Write a row for each customer and day to .csv, .parquet or .json.": (
        "每个客户每个日期写一行，写入 .csv、.parquet 或 .json。",
        "每個客戶每個日期寫一列，寫入 .csv、.parquet 或 .json。",
    ),
    "Every month, in words.": ("逐月，以文字显示。", "逐月，以文字顯示。"),
    "From a store, every quarter.": ("取自存储库，逐季。", "取自存放庫，逐季。"),
    "The grades of one customer over time.": ("一个客户历来的等级。", "一個客戶歷來的等級。"),
    "Between two days.": ("两个日期之间。", "兩個日期之間。"),
    "As of the end of each of these; else month.": (
        "以每个周期的末日为准；默认 month。",
        "以每個週期的末日為準；預設 month。",
    ),
    "No day before this one; else from the first order on.": (
        "不早于此日；默认自首笔订单起。",
        "不早於此日；預設自首筆訂單起。",
    ),
    "The last day; else the day of the last order.": (
        "最后一日；默认为末笔订单之日。",
        "最後一日；預設為末筆訂單之日。",
    ),
    "Show the grades of this customer.": ("显示此客户的等级。", "顯示此客戶的等級。"),
    "Which days": ("哪些日期", "哪些日期"),
    "{scheme}: customers by grade": ("{scheme}：各等级客户数", "{scheme}：各等級客戶數"),
    "as of": ("截至", "截至"),
    "From the grade on {earlier} (rows) to that on {later} (columns)": (
        "{earlier} 的等级（行）到 {later} 的等级（列）",
        "{earlier} 的等級（列）到 {later} 的等級（欄）",
    ),
    "{n} of the {all} customers known on both days moved.": (
        "两日都有记录的 {all} 个客户中，{n} 个等级变动。",
        "兩日都有記錄的 {all} 個客戶中，{n} 個等級變動。",
    ),
    "{customer}: {first} to {last}": ("{customer}：{first} 至 {last}", "{customer}：{first} 至 {last}"),
}
