"""Sentences of sensitivity: how many grades hang on weights."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Say how many grades change when a weight of the scheme moves by a fifth, and which weight matters most.": (
        "说明某一权重变动五分之一时有多少等级改变，以及哪个权重影响最大。",
        "說明某一權重變動五分之一時有多少等級改變，以及哪個權重影響最大。",
    ),
    "By which part of itself a weight moves; else 20%.": (
        "权重按自身的多大比例变动；默认 20%。",
        "權重按自身的多大比例變動；預設 20%。",
    ),
    "Weights": ("权重", "權重"),
    "Write a page to .html, or two rows for each weight to .csv, .xlsx, .parquet or .json.": (
        "写成 .html 页面，或每个权重写两行，写入 .csv、.xlsx、.parquet 或 .json。",
        "寫成 .html 頁面，或每個權重寫兩列，寫入 .csv、.xlsx、.parquet 或 .json。",
    ),
    "How many grades hang on weights": ("有多少等级取决于权重", "有多少等級取決於權重"),
    "each moved alone by {step} of itself": (
        "每次只变动一个，幅度为自身的 {step}",
        "每次只變動一個，幅度為自身的 {step}",
    ),
    "direction": ("方向", "方向"),
    "score moves by": ("得分变动", "得分變動"),
    "with an order": ("有订单", "有訂單"),
    "unmoved": ("不变", "不變"),
    "keep their grade whichever single weight moves": (
        "无论哪个权重单独变动都保持等级",
        "無論哪個權重單獨變動都保持等級",
    ),
    "other grade, the most of all weights": ("等级改变，为各权重中最多", "等級改變，為各權重中最多"),
    "The weight after the step; all others stay as they are.": ("变动后的权重；其余不变。", "變動後的權重；其餘不變。"),
    "{often} of 100 scores move by no more points.": (
        "100 个得分中有 {often} 个变动不超过这个分数。",
        "100 個得分中有 {often} 個變動不超過這個分數。",
    ),
    "Of the scheme key_accounts.": ("针对方案 key_accounts。", "針對方案 key_accounts。"),
    "Of your own, by a tenth.": ("针对自己的方案，变动十分之一。", "針對自己的方案，變動十分之一。"),
    "part": ("部分", "部分"),
    "becomes": ("变为", "變為"),
    "other grade": ("等级改变", "等級改變"),
    "better": ("变好", "變好"),
    "worse": ("变差", "變差"),
    "into {grade}": ("进入 {grade}", "進入 {grade}"),
    "out of {grade}": ("离开 {grade}", "離開 {grade}"),
    "more": ("增加", "增加"),
    "less": ("减少", "減少"),
    "a step lies between 0 and 100 %.": ("变动比例须在 0 与 100% 之间。", "變動比例須在 0 與 100% 之間。"),
    "Write 20%.": ("请写 20%。", "請寫 20%。"),
    "scheme {scheme} weighs nothing in these facts.": (
        "方案 {scheme} 在这些数据上没有权重可言。",
        "方案 {scheme} 在這些資料上沒有權重可言。",
    ),
    "Take a scheme with a scorecard of two parts or more, such as key_accounts.": (
        "请用含有至少两个部分的评分卡的方案，如 key_accounts。",
        "請用含有至少兩個部分的評分卡的方案，如 key_accounts。",
    ),
    "Most hangs on {part}: by {step} % more or less of its weight up to {n} of {customers} grades change.": (
        "影响最大的是 {part}：其权重增减 {step}%，{customers} 个等级中最多有 {n} 个改变。",
        "影響最大的是 {part}：其權重增減 {step}%，{customers} 個等級中最多有 {n} 個改變。",
    ),
    "{steady} of {customers} customers keep their grade whichever single weight moves so far.": (
        "无论哪一个权重如此变动，{customers} 个客户中有 {steady} 个等级不变。",
        "無論哪一個權重如此變動，{customers} 個客戶中有 {steady} 個等級不變。",
    ),
    "{often} of 100 scores move by at most {points} points: grades closer than that to a boundary follow from the choice of "
    "weights. A stability guard with such a margin keeps them still.": (
        "每 100 个得分有 {often} 个变动不超过 {points} 分：离等级界限比这更近的等级取决于权重的选择。余量设为此值的稳定性保护可使其保持不变。",
        "每 100 個得分有 {often} 個變動不超過 {points} 分：離等級界限比這更近的等級取決於權重的選擇。餘量設為此值的穩定性保護可使其保持不變。",
    ),
}
