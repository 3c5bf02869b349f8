"""Metrics of what customers are expected to order: name and meaning, each in three languages."""

TERMS: dict[str, tuple[tuple[str, str, str], tuple[str, str, str]]] = {
    "p_return": (
        ("Chance of returning", "回购概率", "回購機率"),
        (
            "Chance of at least one order within the horizon; a small one says that the customer is about to be lost.",
            "预测期内至少下一单的概率；概率小说明客户即将流失。",
            "預測期內至少下一單的機率；機率小說明客戶即將流失。",
        ),
    ),
    "p_alive": (
        ("P(alive)", "存续概率", "存續機率"),
        (
            "Chance that the customer has not left for good; it says little of who will come back.",
            "客户尚未彻底离开的概率；难以说明谁会再来。",
            "客戶尚未徹底離開的機率；難以說明誰會再來。",
        ),
    ),
    "expected_orders": (
        ("Expected orders", "预期订单数", "預期訂單數"),
        (
            "Orders expected within the horizon, several of one day being one.",
            "预测期内预期的订单数，同一天的多单算一单。",
            "預測期內預期的訂單數，同一天的多單算一單。",
        ),
    ),
    "expected_value": (
        ("Expected revenue", "预期销售额", "預期營收"),
        (
            "Revenue expected within the horizon: expected orders × expected spend.",
            "预测期内的预期销售额：预期订单数 × 预期单次金额。",
            "預測期內的預期營收：預期訂單數 × 預期單次金額。",
        ),
    ),
    "lifetime_value": (
        ("Lifetime value", "客户生命周期价值", "顧客終身價值"),
        (
            "What the orders expected within the horizon leave, each day's money discounted to today.",
            "预测期内预期订单所留下的金额，逐日贴现到今天。",
            "預測期內預期訂單所留下的金額，逐日折現到今天。",
        ),
    ),
}
