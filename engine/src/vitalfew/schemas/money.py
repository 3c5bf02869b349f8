"""Money beside the orders: payments, returns, cost to serve, wallet, exchange rates."""

from vitalfew.schemas.headers import CUSTOMERS, DAYS, ORDER_NUMBERS, words
from vitalfew.schemas.types import Column, FactTable, Kind

PAYMENTS = FactTable(
    "payments",
    "One row per invoice, or per payment of an invoice.",
    (
        Column(
            "invoice_id",
            Kind.ID,
            "Number of the invoice.",
            names=words(
                "invoice no, invoice number, invoice, bill no, bill number, document no, document number, BELNR",
                "InvoiceNumber",
                "发票号, 发票号码, 发票编号, 应收单号, 单据编号, 单据号, 单号, 账单号, 結帳單號, 發票號碼",
                "發票編號, 發票號, 應收單號, 單據編號, 單號, 帳單號碼",
            ),
        ),
        Column("customer_id", Kind.ID, "Who owes.", names=CUSTOMERS, required=True),
        Column(
            "issued",
            Kind.DAY,
            "Day of the invoice.",
            names=words(
                "invoice date, issued on, issue date, billing date, bill date, document date, posting date, date",
                "开票日期, 发票日期, 开单日期, 应收日期, 单据日期, 账单日期, 立账日期, 日期, 開立日期, 發票日期",
                "開單日期, 應收日期, 單據日期, 帳單日期, 立帳日期",
            ),
            required=True,
        ),
        Column(
            "due",
            Kind.DAY,
            "Day it is due.",
            names=words(
                "due date, due on, payment due, maturity, net due date",
                "到期日, 到期日期, 应付日期, 付款期限, 应收到期日, 账期到期日, 約定付款日, 應付日期, 應收到期日",
            ),
        ),
        Column(
            "amount",
            Kind.MONEY,
            "Amount of the invoice.",
            "money",
            names=words(
                "invoice amount, amount due, invoice total, billed amount, total amount, total, receivable",
                "金额, 应收金额, 发票金额, 开票金额, 账单金额, 应收款, 应付金额, 价税合计, 金額, 應收金額",
                "發票金額, 開立金額, 帳單金額, 應收款, 應付金額",
            ),
            required=True,
        ),
        Column(
            "paid_on",
            Kind.DAY,
            "Day of payment; empty while unpaid.",
            names=words(
                "payment date, paid date, date paid, paid at, settled on, clearing date, receipt date",
                "付款日期, 收款日期, 回款日期, 实收日期, 到账日期, 核销日期, 付款时间, 回款时间, 實收日期",
                "入帳日期, 沖帳日期, 付款時間, 收款時間",
            ),
        ),
        Column(
            "paid_amount",
            Kind.MONEY,
            "Amount paid; empty with a day of payment means all of it.",
            "money",
            names=words(
                "amount paid, paid, payment amount, received amount, amount received, settled amount",
                "付款金额, 收款金额, 回款金额, 实收金额, 已收金额, 已付金额, 到账金额, 核销金额, 付款金額",
                "收款金額, 實收金額, 已收金額, 已付金額, 入帳金額, 沖帳金額",
            ),
        ),
    ),
    dated_by="issued",
    key=("invoice_id",),
)

RETURNS = FactTable(
    "returns",
    "One row per return. Takes money from its order, never the order's validity.",
    (
        Column("customer_id", Kind.ID, "Who returned.", names=CUSTOMERS, required=True),
        Column("order_id", Kind.ID, "The order that was returned.", names=ORDER_NUMBERS),
        Column(
            "day",
            Kind.DAY,
            "Day of the return.",
            names=(
                *words(
                    "return date, returned on, refund date, returned at",
                    "退货日期, 退款日期, 退货时间, 退款时间, 退貨日期, 退款時間, 退貨時間",
                ),
                *DAYS,
            ),
            required=True,
        ),
        Column(
            "amount",
            Kind.MONEY,
            "Money given back, above zero.",
            "money",
            names=words(
                "return amount, refund amount, refund, amount returned, value, credit, credit amount",
                "退货金额, 退款金额, 退款额, 金额, 退貨金額, 退款金額, 折讓金額, 金額",
            ),
            required=True,
        ),
        Column(
            "quantity",
            Kind.NUMBER,
            "Pieces returned.",
            "pieces",
            names=words("qty, return quantity, returned quantity, units, 退货数量, 数量, 退貨數量, 數量"),
        ),
        Column(
            "reason",
            Kind.TEXT,
            "Why.",
            names=words("return reason, refund reason, cause, 退货原因, 退款原因, 原因, 退货理由, 退貨原因, 退貨理由"),
        ),
    ),
    dated_by="day",
    key=("customer_id", "order_id", "day"),
)

SERVICE_COSTS = FactTable(
    "service_costs",
    "What serving a customer cost, beside the goods.",
    (
        Column("customer_id", Kind.ID, "Who was served.", names=CUSTOMERS, required=True),
        Column(
            "day",
            Kind.DAY,
            "When.",
            names=(*words("service date, cost date, 费用日期, 服务日期, 費用日期, 服務日期"), *DAYS),
            required=True,
        ),
        Column(
            "kind",
            Kind.CHOICE,
            "Sort of cost.",
            names=words(
                "cost type, service type, type, cost kind, cost category",
                "费用类型, 费用类别, 费用项目, 服务类型, 类型, 費用類型, 費用類別, 費用項目, 服務類型, 類型",
            ),
            choices={
                "visit": words("visits, call, travel, 拜访, 差旅, 拜訪, 出差"),
                "delivery": words("shipping, freight, logistics, transport, 配送, 运费, 送货, 物流, 運費, 送貨"),
                "support": words("service, after-sales, customer service, 支持, 售后, 客服, 服务, 支援, 售後, 服務"),
                "training": words("train, 培训, 訓練, 培訓, 教育訓練"),
                "promotion": words("marketing, promo, 促销, 市场推广, 推广, 促銷, 行銷, 推廣"),
                "trade_term": words(
                    "trade terms, rebate, discount, listing fee",
                    "返利, 返点, 进场费, 账期, 貿易條件, 回扣, 返點, 上架費",
                ),
                "finance": words("financing, interest, capital, 资金占用, 利息, 财务, 資金占用, 財務"),
            },
        ),
        Column(
            "amount",
            Kind.MONEY,
            "Money spent.",
            "money",
            names=words("cost, expense, cost amount, money, 费用, 费用金额, 金额, 成本, 費用, 費用金額, 金額"),
        ),
        Column(
            "hours",
            Kind.NUMBER,
            "Hours spent.",
            "hours",
            names=words(
                "hours spent, time spent, duration hours", "工时, 小时, 小时数, 耗时, 工時, 小時, 小時數, 時數"
            ),
        ),
    ),
    dated_by="day",
    key=("customer_id", "day", "kind"),
)

WALLET = FactTable(
    "wallet",
    "What a customer is thought to spend in our field in a year, with us and with others.",
    (
        Column("customer_id", Kind.ID, "Whose wallet.", names=CUSTOMERS, required=True),
        Column(
            "year", Kind.INTEGER, "Calendar year.", "year", names=words("calendar year, fiscal year, 年, 年度, 年份")
        ),
        Column(
            "amount",
            Kind.MONEY,
            "Estimated spend.",
            "money",
            names=words(
                "wallet, total spend, estimated spend, purchasing volume, wallet size, potential",
                "需求总额, 采购总额, 年采购额, 总采购额, 钱包, 预计采购总额, 金额, 需求總額, 採購總額, 年採購額",
                "總採購額, 錢包, 金額",
            ),
            required=True,
        ),
    ),
    key=("customer_id", "year"),
)

EXCHANGE_RATES = FactTable(
    "exchange_rates",
    "Units of the run's currency for one unit of another, from a day on.",
    (
        Column(
            "date",
            Kind.DAY,
            "First day of the rate.",
            names=words("day, rate date, valid from, effective date, 日期, 生效日期, 汇率日期, 匯率日期, 生效日"),
            required=True,
        ),
        Column(
            "currency",
            Kind.TEXT,
            "ISO 4217 code.",
            names=words(
                "currency code, from currency, foreign currency", "币种, 币别, 货币, 外币, 幣別, 幣種, 貨幣, 外幣"
            ),
            required=True,
        ),
        Column(
            "rate",
            Kind.PRICE,
            "Units of the run's currency for one unit.",
            names=words("exchange rate, fx rate, fx, conversion rate, 汇率, 折算率, 记账汇率, 匯率, 記帳匯率"),
            required=True,
        ),
    ),
    dated_by="date",
    key=("date", "currency"),
)
