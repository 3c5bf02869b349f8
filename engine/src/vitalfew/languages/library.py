"""Sentences of the library."""

SENTENCES: dict[str, tuple[str, str]] = {
    "give either orders or a store; a version is one of a store.": (
        "请给出订单或存储库，二者取一；版本是存储库的版本。",
        "請給出訂單或存放庫，二者取一；版本是存放庫的版本。",
    ),
    "Write grade(orders) or grade(store=folder).": (
        "请写 grade(orders) 或 grade(store=folder)。",
        "請寫 grade(orders) 或 grade(store=folder)。",
    ),
    "a report is written as .html.": ("报告以 .html 写出。", "報告以 .html 寫出。"),
    "Or use save().": ("或使用 save()。", "或使用 save()。"),
    "there is no chart {name}.": ("没有名为 {name} 的图。", "沒有名為 {name} 的圖。"),
    "These facts give: {names}.": ("这些数据可给出：{names}。", "這些資料可給出：{names}。"),
    "this result was read back and has no facts to answer from.": (
        "该结果是读回的，没有可供回答的数据。",
        "此結果是讀回的，沒有可供回答的資料。",
    ),
    "Grade the facts.": ("请对数据分级。", "請對資料分級。"),
    "the facts have changed since they were graded.": ("数据在分级之后已有变化。", "資料在分級之後已有變化。"),
    "Grade them again.": ("请重新分级。", "請重新分級。"),
    "Compare with the result itself, or with facts=False.": (
        "请与结果本身比较，或加 facts=False。",
        "請與結果本身比較，或加 facts=False。",
    ),
    "Compare with facts=False.": ("请加 facts=False 比较。", "請加 facts=False 比較。"),
}
