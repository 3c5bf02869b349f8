"""Sentences of the workbook."""

SENTENCES: dict[str, tuple[str, str]] = {
    "list": ("名单", "名單"),
    "summary": ("概要", "概要"),
    "ABC table": ("ABC 分析表", "ABC 分析表"),
    "movers": ("等级变动", "等級變動"),
    "definitions": ("定义", "定義"),
    "chart data": ("图表数据", "圖表資料"),
    "Term": ("词语", "詞語"),
    "Name": ("名称", "名稱"),
    "Meaning": ("含义", "含義"),
    "% of customers": ("占客户 %", "占客戶 %"),
    "% of sales": ("占销售额 %", "占銷售額 %"),
    "score from": ("得分起点", "得分起點"),
    "The customer as the facts name it; text, leading zeros kept.": (
        "数据中的客户编号；文本，保留前导零。",
        "資料中的客戶編號；文字，保留前導零。",
    ),
    "What the scheme says of the customer; empty where it says nothing.": (
        "方案给客户的等级；未定级时为空。",
        "方案給客戶的等級；未定級時為空。",
    ),
    "The points behind the grade; empty where the scheme gives none.": (
        "等级背后的得分；方案不给分时为空。",
        "等級背後的得分；方案不給分時為空。",
    ),
}
