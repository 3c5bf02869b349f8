"""Sentences about what is wrong with a scheme."""

SENTENCES: dict[str, tuple[str, str]] = {
    "a scheme is a mapping of keys, this is not.": ("方案应是一组键值，这不是。", "方案應是一組鍵值，這不是。"),
    "the document has more than {n} characters.": ("文档超过 {n} 个字符。", "文件超過 {n} 個字元。"),
    "this is not valid YAML: {reason}": ("这不是有效的 YAML：{reason}", "這不是有效的 YAML：{reason}"),
    "the document is nested more than {n} levels deep.": ("文档嵌套超过 {n} 层。", "文件巢狀超過 {n} 層。"),
    "the document is empty, or far too large for a scheme.": (
        "文档为空，或远大于方案应有的大小。",
        "文件為空，或遠大於方案應有的大小。",
    ),
    "this key stands here twice.": ("这个键在此处出现了两次。", "這個鍵在此處出現了兩次。"),
    "there is no metric {name}.": ("没有指标 {name}。", "沒有指標 {name}。"),
    "there is no method {name}.": ("没有方法 {name}。", "沒有方法 {name}。"),
    "a name is a text; put it in quotes.": ("名称应为文字，请加引号。", "名稱應為文字，請加引號。"),
    "an entry is a mapping with the key {key}.": (
        "每一项都应是带有 {key} 键的一组键值。",
        "每一項都應是帶有 {key} 鍵的一組鍵值。",
    ),
    "not accepted: {reason}.": ("不被接受：{reason}。", "不被接受：{reason}。"),
    "the grade names no classifier of this scheme: {name}.": (
        "grade 所指的分类器不在本方案中：{name}。",
        "grade 所指的分類器不在本方案中：{name}。",
    ),
    "a scheme without a classifier grades nobody.": ("没有分类器的方案无法分级。", "沒有分類器的方案無法分級。"),
    "{share} % of the weight rests on judgement, more than {most} %; put facts beside it.": (
        "{share}% 的权重出自主观判断，超过 {most}%；请用事实指标加以平衡。",
        "{share}% 的權重出自主觀判斷，超過 {most}%；請用事實指標加以平衡。",
    ),
    "no text says what these grades mean: {labels}.": (
        "没有文字说明这些等级的含义：{labels}。",
        "沒有文字說明這些等級的含義：{labels}。",
    ),
    "the classifier {name} never gives the label {label}.": (
        "分类器 {name} 从不给出标签 {label}。",
        "分類器 {name} 從不給出標籤 {label}。",
    ),
    "there is no classifier {name}.": ("没有分类器 {name}。", "沒有分類器 {name}。"),
    "it writes a column {column}, which is also a name in this scheme.": (
        "它会写出 {column} 列，而本方案中已有同名项。",
        "它會寫出 {column} 欄，而本方案中已有同名項。",
    ),
    "a name has no dot and begins neither with _ nor with previous_.": (
        "名称不含点，也不以 _ 或 previous_ 开头。",
        "名稱不含點，也不以 _ 或 previous_ 開頭。",
    ),
    "this name is taken by {other}; choose another one.": (
        "这个名称已被 {other} 占用，请另选一个。",
        "這個名稱已被 {other} 使用，請另選一個。",
    ),
    "customers are compared by metrics only, and {column} is a classifier.": (
        "客户之间只能按指标比较，而 {column} 是分类器。",
        "客戶之間只能按指標比較，而 {column} 是分類器。",
    ),
    "customers are compared by numbers, and {column} is none.": (
        "客户之间按数字比较，而 {column} 不是数字。",
        "客戶之間按數字比較，而 {column} 不是數字。",
    ),
    "it reads {column}, which is not in this scheme.": (
        "它要读取 {column}，而本方案中没有。",
        "它要讀取 {column}，而本方案中沒有。",
    ),
    "it reads {column}, which must stand before it.": (
        "它要读取 {column}，后者必须排在它前面。",
        "它要讀取 {column}，後者必須排在它前面。",
    ),
    "the review has been due since {day}.": ("自 {day} 起就该复核了。", "自 {day} 起就該複核了。"),
    "no review is noted; write when the scheme was last looked over.": (
        "没有复核记录；请写明上次复核方案的日期。",
        "沒有複核紀錄；請寫明上次複核方案的日期。",
    ),
    "the review is in the future: {day}.": ("复核日期在将来：{day}。", "複核日期在未來：{day}。"),
    "there is no language {name}.": ("没有语言 {name}。", "沒有語言 {name}。"),
    "the text has no English, which stands in for missing languages.": (
        "缺少英文；其他语言缺失时要用英文代替。",
        "缺少英文；其他語言缺漏時要用英文代替。",
    ),
    "the text is missing in {languages}.": ("缺少这些语言的文字：{languages}。", "缺少這些語言的文字：{languages}。"),
    "no classifier reads this metric.": ("没有分类器读取这个指标。", "沒有分類器讀取這個指標。"),
    "the weights add up to {total} and not to 100; each counts as its share of that.": (
        "权重之和是 {total} 而不是 100；各项按其占比计算。",
        "權重之和是 {total} 而不是 100；各項按其占比計算。",
    ),
    "the weights add up to 0, so nothing would count.": (
        "权重之和为 0，什么都不会计入。",
        "權重之和為 0，什麼都不會計入。",
    ),
    "a window of {days} days is longer than ten years; for everything write all.": (
        "{days} 天的窗口超过十年；要取全部历史请写 all。",
        "{days} 天的期間超過十年；要取全部歷史請寫 all。",
    ),
    "this key is missing.": ("缺少这个键。", "缺少這個鍵。"),
    "there is no such key.": ("没有这个键。", "沒有這個鍵。"),
    "must be a text; put it in quotes.": ("应为文字，请加引号。", "應為文字，請加引號。"),
    "must be a whole number.": ("应为整数。", "應為整數。"),
    "must be a mapping of keys.": ("应为一组键值。", "應為一組鍵值。"),
    "must be one of {values}.": ("应为其中之一：{values}。", "應為其中之一：{values}。"),
}
