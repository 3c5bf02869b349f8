"""Customers: what we know of them beside their orders."""

from vitalfew.schemas.customer_traits import NEEDS, OWN_LISTS, POTENTIAL, STANDING
from vitalfew.schemas.headers import CUSTOMER_CODES, CUSTOMER_NAMES, words
from vitalfew.schemas.types import Column, FactTable, Kind

_IDENTITY = (
    Column(
        "customer_id",
        Kind.ID,
        "Who it is.",
        names=(*CUSTOMER_CODES, *words("id, code, 编号, 编码, 代码, 編號, 代碼, 代號"), *CUSTOMER_NAMES),
        required=True,
    ),
    Column(
        "name",
        Kind.TEXT,
        "Name of the company or person.",
        names=(*CUSTOMER_NAMES, *words("full name, legal name, 名称, 姓名, 全称, 简称, 名稱, 全稱, 簡稱")),
    ),
    Column(
        "kind",
        Kind.CHOICE,
        "Company or person.",
        names=words(
            "customer kind, customer type, account type, client type, B2B/B2C, company or person",
            "客户类型, 客户性质, 客户类别, 客户属性, 个人/企业, 企业/个人, 客戶類型, 客戶性質, 客戶類別",
            "客戶屬性, 個人/企業, 公司/個人",
        ),
        choices={
            "company": words(
                "business, organisation, organization, corporate, enterprise, B2B, firm, legal entity",
                "公司, 企业, 单位, 法人, 机构, 对公, 企业客户, 公司客户, 单位客户, 集团, 企業, 單位, 機構",
                "企業客戶, 公司客戶, 法人客戶, 集團",
            ),
            "person": words(
                "individual, private, consumer, personal, B2C, private person, natural person",
                "个人, 自然人, 消费者, 个人客户, 个体, 散户, 对私, 個人, 消費者, 個人客戶, 個體, 散戶",
            ),
        },
    ),
    Column(
        "parent_id",
        Kind.ID,
        "The customer it belongs to, in a group of companies.",
        names=words(
            "parent, parent customer, parent company, parent account, parent account id, group, group id",
            "head office, holding",
            "上级客户, 上级客户编号, 母公司, 母公司编号, 总公司, 所属集团, 集团编号, 集团, 总部, 上級客戶",
            "母公司編號, 總公司, 所屬集團, 集團編號, 集團, 總部",
        ),
    ),
    Column(
        "since",
        Kind.DAY,
        "Customer since.",
        names=words(
            "customer since, first contact, registered, registered on, registration date, register date",
            "signup date, joined, join date, opened on, account opened, created at",
            "created date, created on, member since, contract start, cooperation since, onboarding date",
            "合作开始日期, 合作日期, 合作时间, 开始合作日期, 建档日期, 开户日期, 注册日期, 注册时间, 入会日期",
            "成为客户日期, 首次合作日期, 客户起始日期, 发展日期, 创建日期, 创建时间, 签约日期, 合作開始日期",
            "合作時間, 開始合作日期, 建檔日期, 開戶日期, 註冊日期, 註冊時間, 入會日期, 成為客戶日期, 建立日期",
            "簽約日期",
        ),
    ),
)

_MARKET = (
    Column(
        "industry",
        Kind.TEXT,
        "Trade of the customer.",
        names=words(
            "trade, sector, business sector, industry sector, line of business, vertical, branch of industry",
            "行业, 所属行业, 行业类别, 客户行业, 行业分类, 行業, 所屬行業, 產業, 產業別, 行業別, 行業類別",
        ),
    ),
    Column(
        "region",
        Kind.TEXT,
        "Where it is.",
        names=words(
            "area, territory, province, state, city, country, sales region, location, sales area",
            "地区, 区域, 所在地区, 销售区域, 大区, 省份, 省, 城市, 所在城市, 国家, 所属地区, 片区, 地區, 區域",
            "所在地區, 銷售區域, 縣市, 國家, 所屬地區",
        ),
    ),
    Column(
        "region_class",
        Kind.CHOICE,
        "Sort of region.",
        names=words(
            "region type, region category, area type, urban or rural, reach",
            "区域类型, 地区类型, 地域类型, 城乡, 地域级别, 區域類型, 地區類型, 地域類型, 城鄉, 地域級別",
        ),
        choices={
            "city": words("urban, town, 城市, 市区, 城镇, 市區, 城鎮, 都會"),
            "rural": words("countryside, village, 农村, 乡村, 乡镇, 農村, 鄉村, 鄉鎮"),
            "overseas": words("abroad, foreign, export, 海外, 国外, 境外, 出口, 國外, 外銷"),
            "local": words("本地, 当地, 同城, 當地, 在地"),
            "regional": words("区域, 区域性, 区域型, 區域, 區域性, 區域型"),
            "global": words("international, worldwide, 全球, 全球性, 国际, 全球型, 國際"),
        },
    ),
    Column(
        "company_type",
        Kind.CHOICE,
        "Sort of company.",
        names=words(
            "type of company, ownership, company category, enterprise type, legal form",
            "企业类型, 公司类型, 企业性质, 公司性质, 单位性质, 所有制, 企業類型, 公司類型, 企業性質, 公司性質",
        ),
        choices={
            "small_medium": words(
                "small and medium, SME, SMB, small, medium, small business, private company",
                "中小企业, 小型企业, 中型企业, 小微企业, 民营企业, 民企, 私企, 私营企业, 中小企業, 小型企業",
                "中型企業, 民營企業, 私人企業",
            ),
            "multinational": words(
                "multi-national, MNC, foreign company, global company, joint venture",
                "跨国公司, 跨国企业, 外企, 外资企业, 合资企业, 跨國公司, 跨國企業, 外商, 外資企業, 合資企業",
            ),
            "state_owned": words(
                "state owned enterprise, SOE, public, government owned",
                "国有企业, 国企, 央企, 国营企业, 國有企業, 國營企業, 公營事業",
            ),
        },
    ),
    Column(
        "channel_role",
        Kind.CHOICE,
        "Role in the trade.",
        names=words(
            "role, trade role, customer role, role in the trade, distribution role",
            "客户角色, 渠道角色, 渠道类型, 渠道性质, 经销类型, 客戶角色, 通路角色, 通路類型, 經銷類型",
        ),
        choices={
            "distributor": words("分销商, 分销, 總經銷, 分銷商, 經銷總代理, 总经销"),
            "dealer": words("reseller, retailer, 经销商, 零售商, 經銷商"),
            "wholesaler": words("wholesale, 批发商, 批发, 批發商, 批發, 盤商"),
            "agent": words("agency, broker, 代理商, 代理, 经纪人, 經紀人"),
            "partner": words("strategic partner, 合作伙伴, 伙伴, 合作夥伴, 夥伴"),
            "end_customer": words(
                "end user, end customer, consumer, direct, final customer",
                "终端客户, 最终用户, 终端, 直接客户, 終端客戶, 最終用戶, 終端, 直接客戶",
            ),
        },
    ),
    Column(
        "regional_standing",
        Kind.CHOICE,
        "Standing in its region.",
        names=words(
            "standing, local standing, market standing, position in the region",
            "地区地位, 区域地位, 当地地位, 行业地位, 市场地位, 地區地位, 區域地位, 當地地位, 產業地位",
            "市場地位",
        ),
        choices={
            "leading": words("leader, top, large, high, 领先, 龙头, 强, 头部, 第一, 領先, 龍頭, 強, 頭部"),
            "middle": words("medium, mid, average, 中等, 中, 一般, 中游"),
            "small": words("minor, low, weak, 小, 弱, 较弱, 末端, 較弱"),
        },
    ),
    Column(
        "industry_growth",
        Kind.NUMBER,
        "Yearly growth of its trade, as a fraction.",
        "fraction",
        names=words("growth of industry, sector growth, market growth", "行业增长率, 行业增长, 行業成長率, 產業成長率"),
    ),
    Column(
        "value_chain_tie",
        Kind.NUMBER,
        "How tightly it is tied to us in the value chain.",
        "0-100",
        names=words(
            "value chain, chain tie, supply chain tie",
            "产业链关联度, 价值链关联, 价值链紧密度, 产业链关系, 產業鏈關聯度, 價值鏈關聯, 價值鏈緊密度",
        ),
    ),
)

CUSTOMERS = FactTable(
    "customers",
    "One row per customer. Further columns are kept under their own header.",
    _IDENTITY + _MARKET + STANDING + POTENTIAL + NEEDS + OWN_LISTS,
    key=("customer_id",),
)
