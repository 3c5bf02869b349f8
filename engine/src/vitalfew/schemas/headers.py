"""Headers under which several tables name the same thing, codes apart from names of people and companies.

They follow plain English and Chinese and the exports of SAP, Odoo, Yonyou (用友), Kingdee (金蝶), Shopify,
WooCommerce, Amazon, Taobao and JD, and the Online Retail data of UCI.
"""


def words(*lists: str) -> tuple[str, ...]:
    """The words of comma-separated lists, in their order."""
    return tuple(word.strip() for line in lists for word in line.split(","))


CUSTOMER_CODES = words(
    "customer id, customer, customer no, customer number, customer code, cust id, cust no, cust code",
    "client id, client, client no, client code, buyer id, buyer, account id, account no, account",
    "account number, user id, member id, member no, member, shopper id, partner id, debtor no, debtor",
    "sold-to party, sold-to, bill-to party, ship-to party, payer, KUNNR, KUNAG, customer user",
    "CardCode, customer account, customer key, customer unique id, visitor id, consumer id",
    "household key",
    "客户编号, 客户编码, 客户代码, 客户ID, 客户号, 客户, 客户账号, 顾客编号, 顾客ID, 顾客, 买家ID",
    "会员编号, 会员ID, 会员号, 会员卡号, 会员, 用户ID, 用户编号, 用户, 账户编号, 账户, 买家编号",
    "购货单位代码, 购货单位编码, 购货单位, 往来单位编码, 往来单位编号, 往来单位, 客商编码, 客商",
    "送达方, 售达方, 收货单位, 购买方, 购方税号, 买方, 客户档案编码, 商户号",
    "客戶主檔編號, 客戶編號, 客戶編碼, 客戶代碼, 客戶代號, 客戶ID, 客戶號, 客戶, 顧客編號, 顧客ID",
    "顧客, 買家ID, 會員編號, 會員ID, 會員號, 會員卡號, 會員, 用戶ID, 使用者ID, 帳戶編號, 帳戶",
    "買家編號, 買方, 購貨單位, 往來單位, 往來對象, 客戶統編, 統一編號, 廠商編號, 客户號, 交易對象",
    "客供商代號",
)

CUSTOMER_NAMES = words(
    "customer name, client name, account name, buyer name, company, company name, contact name",
    "CardName, billing name, shipping name, customer email, buyer email, billing email, email, e-mail",
    "user name, customer full name, member name, buyer username, phone, mobile, name",
    "客户名称, 客户简称, 客户全称, 客户姓名, 客户名, 购货单位名称, 往来单位名称, 客商名称, 购方名称",
    "购买方名称, 买家会员名, 买家昵称, 买家, 买家姓名, 买家账号, 会员名称, 会员名, 会员姓名, 用户名",
    "用户昵称, 下单账号, 下单帐号, 收货人, 收货人姓名, 公司名称, 顾客姓名, 手机号, 客户手机",
    "客戶名稱, 客戶簡稱, 客戶全名, 客戶姓名, 客戶名, 購貨單位名稱, 往來單位名稱, 買方名稱, 買家帳號",
    "買家, 買家姓名, 會員名稱, 會員姓名, 使用者名稱, 收件人, 收貨人, 公司名稱, 顧客姓名, 手機號碼",
)

ORDER_NUMBERS = words(
    "order id, order no, order number, order, order code, order ref, order reference, order name",
    "sales order, sales order no, sales order number, SO number, SO no, purchase order, PO number",
    "invoice, invoice no, invoice number, invoice id, document number, document no, doc no, DocNum",
    "VBELN, sales document, billing document, transaction id, transaction no, transaction, receipt no",
    "receipt number, basket id, bill no, increment id, amazon order id, parent order id, ticket no",
    "num",
    "订单编号, 订单号, 订单号码, 订单ID, 订单, 销售订单号, 销售订单编号, 销售订单, 主订单编号",
    "主订单号, 单据编号, 单据号, 单号, 单据号码, 销售单号, 出库单号, 出库单编号, 发货单号, 发货单编号",
    "送货单号, 发票号, 发票号码, 发票编号, 交易号, 交易编号, 交易单号, 流水号, 小票号, 合同号",
    "合同编号, 销货单号, 訂單編號, 訂單號, 訂單號碼, 訂單單號, 訂單ID, 訂單, 銷售單號, 銷售訂單",
    "銷貨單號, 單據編號, 單據號碼, 單號, 出貨單號, 發票號碼, 發票編號, 交易編號, 交易序號, 收據號碼",
    "合約編號, 銷貨單別單號",
)

CUSTOMERS = (*CUSTOMER_CODES, *CUSTOMER_NAMES)

DAYS = words("date, day", "日期, 发生日期, 发生时间, 时间, 發生日期, 發生時間, 時間", "created at, created, created on")
"""Days of what happened, where a table has only one."""
