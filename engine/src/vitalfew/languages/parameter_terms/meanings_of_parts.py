"""What the parts that methods are made of mean: measures, axes, conditions, tracks, levels, cuts."""

MEANINGS: dict[str, tuple[str, str]] = {
    "Model of buying.": ("购买模型。", "購買模型。"),
    "Days ahead that count.": ("预测多少天。", "預測多少天。"),
    "Yearly discount of money to come, a fraction.": (
        "未来金额的年贴现率，以小数表示。",
        "未來金額的年折現率，以小數表示。",
    ),
    "Share of revenue that stays, a fraction.": ("收入中留存的比例，以小数表示。", "營收中留存的比例，以小數表示。"),
    "The metric.": ("所用的指标。", "所用的指標。"),
    "The metric that is ranked.": ("用来排名的指标。", "用來排名的指標。"),
    "The metric that is cut.": ("用来划界的指标。", "用來劃界的指標。"),
    "The metric that is shared out, or several: the first available.": (
        "用来分摊的指标；可写多个，取第一个可用的。",
        "用來分攤的指標；可寫多個，取第一個可用的。",
    ),
    "The metric: a coefficient of variation, as a fraction.": (
        "指标：变异系数，以小数表示。",
        "指標：變異係數，以小數表示。",
    ),
    "The metric or the earlier classifier.": ("指标，或前面的分类器。", "指標，或前面的分類器。"),
    "A metric, or a classifier named before.": ("指标，或前面写过的分类器。", "指標，或前面寫過的分類器。"),
    "A metric or an earlier classifier that gives the score.": (
        "给出得分的指标或前面的分类器。",
        "給出得分的指標或前面的分類器。",
    ),
    "The earlier classifier.": ("前面的分类器。", "前面的分類器。"),
    "The earlier classifier that is guarded.": ("受保护的前面的分类器。", "受保護的前面的分類器。"),
    "The measures; the part is their mean.": ("各项指标；该部分为它们的平均。", "各項指標；該部分為它們的平均。"),
    "Share of the whole, in any unit; below zero it counts against.": (
        "占整体的份量，单位不限；低于零则为扣分。",
        "占整體的份量，單位不限；低於零則為扣分。",
    ),
    "Metric from 0 to 100 that takes the edge off this part.": (
        "缓和这一部分的指标，取值 0 到 100。",
        "緩和這一部分的指標，取值 0 到 100。",
    ),
    "Share of the part that 100 takes off.": ("指标为 100 时扣去该部分的比例。", "指標為 100 時扣去該部分的比例。"),
    "Whether more or less is better.": ("越多越好还是越少越好。", "越多越好還是越少越好。"),
    "Whether more or less earns more points.": ("越多还是越少得分更高。", "越多還是越少得分更高。"),
    "How it is scaled.": ("如何换算成分数。", "如何換算成分數。"),
    "Low and high end of `between`.": ("介于两界之间时的下界和上界。", "介於兩界之間時的下界和上界。"),
    "The steps of `steps`, best first.": ("分档时的各档，最好的在前。", "分級距時的各級，最好的在前。"),
    "The bound: at least, or at most where less is better.": (
        "界限：至少达到；越少越好时为至多。",
        "界限：至少達到；越少越好時為至多。",
    ),
    "From 0 to 100.": ("0 到 100 分。", "0 到 100 分。"),
    "Lowest and highest score of recency.": ("最近一次消费得分的最低与最高值。", "最近一次消費得分的最低與最高值。"),
    "Lowest and highest mean score of frequency and money.": (
        "频率与金额平均得分的最低与最高值。",
        "頻率與金額平均得分的最低與最高值。",
    ),
    "Name of the cell.": ("单元格的名称。", "儲存格的名稱。"),
    "The axis from top to bottom, best first.": ("从上到下的轴，最好的在前。", "從上到下的軸，最好的在前。"),
    "The axis from left to right, best first.": ("从左到右的轴，最好的在前。", "從左到右的軸，最好的在前。"),
    "Names of the cells, row by row; a name may stand twice.": (
        "各单元格的名称，逐行排列；同一名称可出现两次。",
        "各儲存格的名稱，逐列排列；同一名稱可出現兩次。",
    ),
    "Where a metric is cut.": ("指标在哪里划界。", "指標在哪裡劃界。"),
    "The labels of a classifier (or words of a metric), best first.": (
        "分类器的标签（或指标的文字值），最好的在前。",
        "分類器的標籤（或指標的文字值），最好的在前。",
    ),
    "What the number is held against.": ("数值与什么比较。", "數值與什麼比較。"),
    "One per boundary, best class first; none for median and mean.": (
        "每个界限一个，最好的类别在前；中位数和平均值不用填。",
        "每個界限一個，最好的類別在前；中位數和平均值不用填。",
    ),
    "Rising, in per cent, below 100.": ("由小到大的百分比，小于 100。", "由小到大的百分比，小於 100。"),
    "Rising, best class first.": ("由小到大，最好的类别在前。", "由小到大，最好的類別在前。"),
    "How it is held against the value.": ("如何与数值比较。", "如何與數值比較。"),
    "What it is held against.": ("与之比较的数值。", "與之比較的數值。"),
    "Conditions that must all hold.": ("必须全部成立的条件。", "必須全部成立的條件。"),
    "Of whom it is asked: everybody, buyers or prospects.": (
        "适用于谁：所有客户、已购客户或潜在客户。",
        "適用於誰：所有客戶、已購客戶或潛在客戶。",
    ),
    "The label it gives.": ("给出的标签。", "給出的標籤。"),
    "The grade it gives.": ("给出的等级。", "給出的等級。"),
    "The grade behind the gate; not the lowest.": (
        "门槛之后的等级；不能是最低等级。",
        "門檻之後的等級；不能是最低等級。",
    ),
    "The best grade they can get.": ("最高能得到的等级。", "最高能得到的等級。"),
    "In order; the first that holds counts.": ("按顺序，取第一个成立的。", "依順序，取第一個成立的。"),
    "In order; the first that admits a customer counts.": (
        "按顺序，取第一个接纳该客户的。",
        "依順序，取第一個接納該客戶的。",
    ),
    "Label where no rule holds; none if left out.": (
        "没有规则成立时的标签；留空则没有标签。",
        "沒有規則成立時的標籤；留空則沒有標籤。",
    ),
    "The labels best first, where that is not the order of the rules.": (
        "标签从好到差的顺序；与规则顺序不同时填写。",
        "標籤從好到差的順序；與規則順序不同時填寫。",
    ),
    "The rungs, lowest first.": ("各级，最低的在前。", "各級，最低的在前。"),
    "Name of the level.": ("层级的名称。", "層級的名稱。"),
    "Label below the lowest level; none if left out.": (
        "低于最低层级时的标签；留空则没有标签。",
        "低於最低層級時的標籤；留空則沒有標籤。",
    ),
    "Name of the track.": ("轨道的名称。", "軌道的名稱。"),
    "Its grades, best first.": ("其等级，最好的在前。", "其等級，最好的在前。"),
    "Its grades, best first; no other track has one of them.": (
        "其等级，最好的在前；不与其他轨道重复。",
        "其等級，最好的在前；不與其他軌道重複。",
    ),
    "How the grade is found.": ("如何得出等级。", "如何得出等級。"),
    "The earlier classifiers, for points, worst and best.": (
        "前面的分类器，用于分数合计、最差和最好。",
        "前面的分類器，用於分數合計、最差和最好。",
    ),
    "Points needed for each grade but the lowest, falling.": (
        "除最低等级外各等级所需的分数，由高到低。",
        "除最低等級外各等級所需的分數，由高到低。",
    ),
    "Points of a part without a label.": ("没有标签的部分的分数。", "沒有標籤的部分的分數。"),
    "Points per label, for `points`.": ("各标签的分数，用于分数合计。", "各標籤的分數，用於分數合計。"),
    "Final grade per label, for `worst` and `best`; not needed where alike.": (
        "各标签对应的最终等级，用于最差和最好；名称相同则不用填。",
        "各標籤對應的最終等級，用於最差和最好；名稱相同則不用填。",
    ),
    "The lines, for table; the first that holds counts.": (
        "条件表的各行，取第一个成立的。",
        "條件表的各列，取第一個成立的。",
    ),
    "What must hold for a grade.": ("得到某等级必须成立的条件。", "得到某等級必須成立的條件。"),
    "Never above a grade if something holds.": ("条件成立时绝不高于某等级。", "條件成立時絕不高於某等級。"),
}
"""Meaning in English → Simplified and Traditional Chinese."""
