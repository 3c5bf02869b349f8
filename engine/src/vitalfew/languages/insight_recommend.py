"""Sentences of recommendations: what somebody buys next, why, and how often that came true."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Say what each customer is likely to buy next, why, and how often that came true.": (
        "说明各客户下一步可能购买什么、为什么，以及以往应验的比例。",
        "說明各客戶下一步可能購買什麼、為什麼，以及以往應驗的比例。",
    ),
    "So many products for each customer, 1 to 20 (default: 3).": (
        "每个客户的产品数，1 至 20（默认 3）。",
        "每個客戶的產品數，1 至 20（預設 3）。",
    ),
    "Write a row for each customer and product to .csv, .xlsx, .parquet or .json.": (
        "为每个客户和产品写一行到 .csv、.xlsx、.parquet 或 .json。",
        "為每個客戶和產品寫一列到 .csv、.xlsx、.parquet 或 .json。",
    ),
    "Three products for each customer.": ("每个客户三种产品。", "每個客戶三種產品。"),
    "The likeliest alone.": ("仅最可能的一种。", "僅最可能的一種。"),
    "between 1 and {most} products are named for a customer.": (
        "每个客户可列出 1 至 {most} 种产品。",
        "每個客戶可列出 1 至 {most} 種產品。",
    ),
    "Three are read; twenty are a catalogue.": ("三种有人看；二十种就是目录了。", "三種有人看；二十種就是目錄了。"),
    "no column says which product was bought.": ("没有列说明购买了什么产品。", "沒有欄位說明購買了什麼產品。"),
    "Name it with --map product_id=COLUMN, or give order lines instead of whole orders.": (
        "用 --map product_id=列名 指定，或提供订单明细而不是整张订单。",
        "用 --map product_id=欄名 指定，或提供訂單明細而不是整張訂單。",
    ),
    "what others bought beside it": ("他人同时购买", "他人同時購買"),
    "customers with like baskets": ("购物篮相似的客户", "購物籃相似的客戶"),
    "what most customers buy": ("多数客户购买", "多數客戶購買"),
    "{product}: bought by {n} customers, many of them with a like basket": (
        "{product}：{n} 个客户购买过，其中许多购物篮相似",
        "{product}：{n} 個客戶購買過，其中許多購物籃相似",
    ),
    "{product}: {both} of {buyers} customers who bought {because} bought it too": (
        "{product}：购买 {because} 的 {buyers} 个客户中有 {both} 个也购买了它",
        "{product}：購買 {because} 的 {buyers} 個客戶中有 {both} 個也購買了它",
    ),
    "Named on {day}, held against what {n} customers then bought for the first time": (
        "{day} 所列产品，与 {n} 个客户此后首次购买的产品相比",
        "{day} 所列產品，與 {n} 個客戶此後首次購買的產品相比",
    ),
    "worth a year": ("一年金额", "一年金額"),
    "method": ("方法", "方法"),
    "found theirs, %": ("命中客户，%", "命中客戶，%"),
    "No product has {few} buyers: nothing is learned of any.": (
        "没有产品有 {few} 个购买者：无从得知。",
        "沒有產品有 {few} 個購買者：無從得知。",
    ),
    "{n} products with {few} buyers or more are looked at; {out} of them were not bought by anybody in the last {days} days and "
    "are not named.": (
        "考察至少有 {few} 个购买者的 {n} 种产品；其中 {out} 种最近 {days} 天无人购买，不予列出。",
        "考察至少有 {few} 個購買者的 {n} 種產品；其中 {out} 種最近 {days} 天無人購買，不予列出。",
    ),
    "{n} customers have bought everything that speaks for itself, or nothing that is known: none is named to them.": (
        "{n} 个客户已购买全部适合的产品，或没有购买过已知产品：不为其列出产品。",
        "{n} 個客戶已購買全部適合的產品，或沒有購買過已知產品：不為其列出產品。",
    ),
    "The facts are too short to choose a method by: taken is {method}.": (
        "事实时间太短，无法据以选择方法：采用{method}。",
        "事實時間太短，無法據以選擇方法：採用{method}。",
    ),
    "Chosen is {method}: it had most hits in the {days} days after {day}.": (
        "选用{method}：在 {day} 之后 {days} 天命中最多。",
        "選用{method}：在 {day} 之後 {days} 天命中最多。",
    ),
    "Not tried: nobody known {days} days ago bought anything new since.": (
        "未检验：{days} 天前已知的客户此后没有购买新产品。",
        "未檢驗：{days} 天前已知的客戶此後沒有購買新產品。",
    ),
    "Of {n} customers who bought something new in the {days} days after {day}, {own} % found it among their {count}; naming what "
    "most customers buy: {usual} %.": (
        "{day} 之后 {days} 天有 {n} 个客户购买了新产品，其中 {own}% 在为其列出的 {count} 种之中；若只列多数客户购买的产品：{usual}%。",
        "{day} 之後 {days} 天有 {n} 個客戶購買了新產品，其中 {own}% 在為其列出的 {count} 種之中；若只列多數客戶購買的產品：{usual}%。",
    ),
}
