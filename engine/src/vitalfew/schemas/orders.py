"""Orders: what customers bought, line by line or order by order.

Of several headers that fit a column the one whose name stands first here wins: codes before names, net
amounts before gross ones.
"""

from vitalfew.schemas.headers import CUSTOMER_CODES, CUSTOMER_NAMES, ORDER_NUMBERS, words
from vitalfew.schemas.types import Column, FactTable, Kind

_MOMENTS = words(
    "order date, order time, order datetime, ordered at, order moment, order day, order created at",
    "order purchase timestamp, purchase date, purchase time, date of order, invoice date",
    "invoice time, transaction date, transaction time, document date, doc date, sales date, sale date",
    "billing date, posting date, AUDAT, FKDAT, ERDAT, created at, created, created date",
    "created on, create time, date, date time, timestamp, time, day, payments date, paid at",
    "订单日期, 订单时间, 订单创建时间, 订单创建日期, 下单日期, 下单时间, 下单, 订购日期, 订购时间",
    "成交日期, 成交时间, 交易日期, 交易时间, 购买日期, 购买时间, 销售日期, 销售时间, 单据日期",
    "制单日期, 开单日期, 业务日期, 记账日期, 开票日期, 发票日期, 出库日期, 发货日期, 付款时间",
    "订单付款时间, 支付时间, 消费日期, 消费时间, 创建时间, 创建日期, 日期, 时间, 日期时间, 訂單日期",
    "訂單時間, 訂單成立時間, 訂單成立日期, 訂單建立時間, 下單日期, 下單時間, 訂購日期, 訂購時間",
    "成交時間, 交易時間, 購買日期, 購買時間, 銷售日期, 銷售時間, 銷貨日期, 單據日期, 製單日期",
    "開單日期, 業務日期, 記帳日期, 開立日期, 發票開立日期, 出貨日期, 付款時間, 消費日期, 建立時間",
    "建立日期, 時間",
)

_PRODUCTS = words(
    "product id, product, product no, product number, product code, SKU, SKU id, item id, item no",
    "item number, item code, item, stock code, article, article no, article number, material",
    "material number, MATNR, ASIN, ISBN, barcode, EAN, UPC, part number, lineitem sku, product sku",
    "seller sku, variant sku, model, product name, item name, lineitem name, product title",
    "产品编号, 产品编码, 产品代码, 产品ID, 产品, 商品编号, 商品编码, 商品代码, 商品ID, 商品, 存货编码",
    "存货编号, 存货代码, 物料编码, 物料代码, 物料编号, 物料号, 物料, 货号, 料号, 款号, 品号, 商家编码",
    "条码, 条形码, 商品条码, 规格型号, SKU编码, 产品名称, 商品名称, 存货名称, 物料名称, 品名",
    "宝贝标题, 產品編號, 產品代碼, 產品代號, 產品ID, 產品, 商品編號, 商品代碼, 商品貨號, 品項編號",
    "品項, 存貨編號, 物料編號, 料品編號, 貨號, 料號, 款號, 品號, 商品條碼, 條碼, 產品名稱, 商品名稱",
    "品項名稱",
)

_CATEGORIES = words(
    "category, product category, product group, product type, product line, item category, item group",
    "material group, MATKL, department, family, product family, sub-category, category name",
    "item type",
    "类别, 品类, 类目, 产品类别, 产品分类, 产品类型, 产品线, 商品类别, 商品分类, 商品类目, 商品品类",
    "存货分类, 存货大类, 物料分类, 物料组, 物料类别, 大类, 分类, 品种, 類別, 品類, 類目",
    "產品類別, 產品分類, 產品線, 商品類別, 商品分類, 存貨分類, 物料類別, 大類, 分類",
)

_AMOUNTS = words(
    "amount, net amount, line amount, line total, line net amount, net sales, sales, sales amount",
    "sale amount, revenue, net revenue, turnover, net value, NETWR, extended price, extended amount",
    "line value, value, order line amount, untaxed amount, subtotal price, item total, order amount",
    "payment value, spend, sales value, total sales, monetary",
    "金额, 销售额, 销售金额, 净额, 净销售额, 不含税金额, 无税金额, 未税金额, 本币金额, 本币无税金额",
    "原币金额, 原币无税金额, 行金额, 明细金额, 成交金额, 成交额, 交易金额, 交易额, 实付金额, 实收金额",
    "实付款, 实际支付金额, 买家实际支付金额, 买家实付金额, 支付金额, 付款金额, 消费金额, 订货金额",
    "营业额, 销售收入, 收入, 货款, 总价, 商品金额, 商品总价, 小计金额, 小计, 应付金额, 折后金额",
    "订单行金额, 含税金额, 价税合计, 本币价税合计, 原币价税合计, 价税合计金额, 销售含税金额, 金額",
    "銷售額, 銷售金額, 淨額, 銷售淨額, 未稅金額, 不含稅金額, 本幣未稅金額, 本幣金額, 原幣金額",
    "明細金額, 成交金額, 成交額, 交易金額, 交易額, 實付金額, 實收金額, 支付金額, 付款金額, 消費金額",
    "營業額, 銷貨收入, 銷貨金額, 營收, 貨款, 總價, 商品金額, 小計金額, 小計, 應付金額, 含稅金額",
)

_ORDER_TOTALS = words(
    "order total, total order amount, order value, grand total, order grand total, invoice total",
    "total, invoice amount, total amount, total price, total paid, subtotal, DocTotal",
    "订单金额, 订单总额, 订单总金额, 订单总价, 整单金额, 总金额, 总额, 合计, 合计金额, 订单应付金额",
    "单据金额, 订单实付金额, 发票金额, 买家应付货款, 總金額, 訂單金額, 訂單總額, 訂單總金額, 總額",
    "合計, 合計金額, 單據金額, 發票金額, 訂單實付金額, 整單金額",
)

ORDERS = FactTable(
    "orders",
    "One row per order line, or per whole order.",
    (
        Column("customer_id", Kind.ID, "Who bought.", names=CUSTOMER_CODES + CUSTOMER_NAMES, required=True),
        Column(
            "order_id",
            Kind.ID,
            "Order or invoice number; an order is the pair of customer and order number.",
            names=ORDER_NUMBERS,
        ),
        Column(
            "line",
            Kind.ID,
            "Number of the line inside its order.",
            names=words(
                "line no, line number, order line, line item, line id, order item id, item position, POSNR",
                "row no",
                "行号, 行项目, 行项目号, 订单行号, 子订单编号, 子订单号, 分录号, 行序号, 行號, 項次, 訂單項次",
                "行項目, 子訂單編號, 明細項次",
            ),
        ),
        Column("moment", Kind.MOMENT, "When the line was ordered, local time.", names=_MOMENTS, required=True),
        Column("product_id", Kind.ID, "What was bought.", names=_PRODUCTS),
        Column("category", Kind.TEXT, "Group of products.", names=_CATEGORIES),
        Column(
            "quantity",
            Kind.NUMBER,
            "How many; negative on a return.",
            "pieces",
            names=words(
                "quantity, qty, units, pieces, pcs, order quantity, order qty, quantity ordered",
                "quantity purchased, item quantity, lineitem quantity, KWMENG, FKIMG, units sold, number of items",
                "sales quantity",
                "数量, 销售数量, 订单数量, 订购数量, 购买数量, 件数, 销量, 实发数量, 出库数量, 发货数量, 商品数量",
                "宝贝数量, 宝贝总数量, 订货数量, 主数量, 计价数量, 个数, 數量, 銷售數量, 訂單數量, 訂購數量",
                "購買數量, 件數, 銷量, 實發數量, 出貨數量, 商品數量, 銷貨數量, 個數",
            ),
        ),
        Column(
            "unit_price",
            Kind.PRICE,
            "Price of one piece.",
            "money",
            names=words(
                "unit price, price, price each, price per unit, net price, NETPR, sales price, unit amount",
                "selling price, lineitem price, price unit, sale price, item unit price, net unit price",
                "单价, 销售单价, 成交单价, 无税单价, 不含税单价, 未税单价, 本币单价, 原币单价, 商品单价, 售价",
                "价格, 成交价, 实际单价, 净价, 含税单价, 原币含税单价, 商品价格, 單價, 銷售單價, 成交單價",
                "未稅單價, 不含稅單價, 商品單價, 售價, 價格, 成交價, 含稅單價",
            ),
        ),
        Column("amount", Kind.MONEY, "Net amount of the line; negative on a refund.", "money", names=_AMOUNTS),
        Column(
            "order_total",
            Kind.MONEY,
            "Net amount of the whole order, repeated on its lines.",
            "money",
            names=_ORDER_TOTALS,
        ),
        Column(
            "list_amount",
            Kind.MONEY,
            "What the line would cost without any discount.",
            "money",
            names=words(
                "list amount, gross amount, amount before discount, original amount, list value, gross sales",
                "list total",
                "标价金额, 原价金额, 原价, 折前金额, 吊牌金额, 目录金额, 零售金额, 报价金额, 定價金額, 原價金額",
                "原價, 折扣前金額, 牌價金額, 標價金額",
            ),
        ),
        Column(
            "cost",
            Kind.MONEY,
            "What the whole line cost us.",
            "money",
            names=words(
                "cost, line cost, cost amount, total cost, COGS, cost of goods, cost of goods sold, WAVWR",
                "cost of sales",
                "成本, 成本金额, 销售成本, 成本总额, 总成本, 出库成本, 结转成本, 商品成本, 成本金額, 銷售成本",
                "銷貨成本, 成本總額, 總成本",
            ),
        ),
        Column(
            "currency",
            Kind.TEXT,
            "ISO 4217 code of the amounts.",
            names=words(
                "currency, currency code, order currency, WAERK, WAERS, ISO currency, DocCur, cur",
                "币种, 币别, 货币, 原币币种, 结算币种, 交易币种, 幣別, 幣種, 貨幣, 交易幣別, 結算幣別",
            ),
        ),
        Column(
            "channel",
            Kind.CHOICE,
            "Where it was ordered.",
            names=words(
                "channel, sales channel, order channel, distribution channel, VTWEG, order source, source",
                "source name, platform",
                "渠道, 销售渠道, 订单渠道, 下单渠道, 分销渠道, 订单来源, 来源, 平台, 线上线下, 来源渠道, 通路",
                "銷售通路, 銷售管道, 訂單來源, 來源, 管道, 線上線下, 訂單通路",
            ),
            choices={
                "online": words(
                    "web, website, internet, e-commerce, ecommerce, shop online, app, mobile, mini program",
                    "线上, 网店, 网络, 网上, 电商, 电子商务, 官网, 商城, 小程序, 天猫, 淘宝, 京东, 線上, 網路, 網店",
                    "網購, 電商, 電子商務, 官網, 小程式, 网购",
                    "Shopify, Amazon",
                ),
                "offline": words(
                    "store, shop, retail, in-store, POS, counter, branch, phone, sales rep, field sales",
                    "线下, 门店, 实体店, 店铺, 专柜, 电话, 业务员, 直销, 線下, 門市, 實體店, 實體, 專櫃, 電話, 業務員",
                    "業務, 直銷",
                ),
            },
        ),
        Column(
            "promotion",
            Kind.TEXT,
            "Name of the promotion the line was sold under; empty where none.",
            names=words(
                "promotion, promo, promotion name, promotion id, promotion code, promo code, campaign, coupon",
                "coupon code, discount code, voucher, promotion ids",
                "促销, 促销活动, 促销名称, 活动, 活动名称, 营销活动, 优惠券, 优惠活动, 优惠码, 促销方案, 促銷",
                "促銷活動, 促銷名稱, 活動, 活動名稱, 行銷活動, 優惠券, 優惠活動, 優惠碼, 折扣碼, 折价券, 折價券",
            ),
        ),
    ),
    dated_by="moment",
    key=("order_id",),
)
