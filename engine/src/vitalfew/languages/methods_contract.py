"""Sentences of the grading methods whose rules stand in the contract: scorecard, four types, promotion-only."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Left out, because no metric of theirs is available: {parts}. The other weights are rescaled.": (
        "以下部分没有可用指标，未计入：{parts}。其余权重已按比例调整。",
        "以下部分沒有可用指標，未計入：{parts}。其餘權重已按比例調整。",
    ),
    "{count} customers are graded on less than {percent} % of the weight and cannot have the first grade.": (
        "{count} 家客户的评分依据不足权重的 {percent}%，不能评为最高级。",
        "{count} 家客戶的評分依據不足權重的 {percent}%，不能評為最高級。",
    ),
    "{count} customers are old and big; the cap is {cap}.": (
        "老的大客户有 {count} 家，上限为 {cap} 家。",
        "老的大客戶有 {count} 家，上限為 {cap} 家。",
    ),
    "There is no old big customer; new ones are compared with each other.": (
        "没有老的大客户，新客户之间相互比较。",
        "沒有老的大客戶，新客戶之間相互比較。",
    ),
    "{percent} % of the spend in {orders} orders was promoted or discounted, and {contribution} is left of it.": (
        "{orders} 笔订单中有 {percent}% 的消费为促销或折扣，扣除成本后余 {contribution}。",
        "{orders} 筆訂單中有 {percent}% 的消費為促銷或折扣，扣除成本後餘 {contribution}。",
    ),
    "{percent} % of the spend in {orders} orders was promoted or discounted, and no order was without a promotion.": (
        "{orders} 笔订单中有 {percent}% 的消费为促销或折扣，没有一笔不在促销时下单。",
        "{orders} 筆訂單中有 {percent}% 的消費為促銷或折扣，沒有一筆不在促銷時下單。",
    ),
    "{percent} % of the spend in {orders} orders was promoted or discounted; the last order without a promotion was "
    "{days} days ago, the usual gap is {gap} days.": (
        "{orders} 笔订单中有 {percent}% 的消费为促销或折扣；最近一笔非促销订单在 {days} 天前，平常间隔为 {gap} 天。",
        "{orders} 筆訂單中有 {percent}% 的消費為促銷或折扣；最近一筆非促銷訂單在 {days} 天前，平常間隔為 {gap} 天。",
    ),
}
