"""What customers are: attributes from the customers file."""

TERMS: dict[str, tuple[tuple[str, str, str], tuple[str, str, str]]] = {
    "since": (
        ("Customer since", "客户起始日", "客戶起始日"),
        ("Day from which it is a customer.", "成为客户的日期。", "成為客戶的日期。"),
    ),
    "followers": (
        ("Followers", "粉丝数", "粉絲數"),
        ("Followers in social media.", "社交媒体上的粉丝人数。", "社群媒體上的粉絲人數。"),
    ),
    "stores": (("Stores", "门店数", "門市數"), ("Shops that it runs.", "其经营的门店数量。", "其經營的門市數量。")),
    "store_growth": (
        ("Store growth", "门店增长", "門市成長"),
        ("Yearly growth of its number of shops.", "门店数量的年增长率。", "門市數量的年成長率。"),
    ),
    "industry_growth": (
        ("Industry growth", "行业增长", "產業成長"),
        ("Yearly growth of its trade.", "所在行业的年增长率。", "所在產業的年成長率。"),
    ),
    "suppliers": (
        ("Suppliers", "供应商数", "供應商數"),
        (
            "Suppliers that it buys from in our field; fewer are better.",
            "在本领域采购的供应商数量，越少越好。",
            "在本領域採購的供應商數量，越少越好。",
        ),
    ),
    "supplier_changes": (
        ("Supplier changes", "更换供应商次数", "更換供應商次數"),
        (
            "Changes of supplier in our field in three years.",
            "三年内在本领域更换供应商的次数。",
            "三年內在本領域更換供應商的次數。",
        ),
    ),
    "loan_balance": (("Loans", "贷款余额", "貸款餘額"), ("Loans outstanding.", "未偿还的贷款。", "未償還的貸款。")),
    "deposit_balance": (("Deposits", "存款余额", "存款餘額"), ("Deposits held.", "存款金额。", "存款金額。")),
    "expected_spend": (
        ("Expected spend", "预期金额", "預期金額"),
        (
            "What it is expected to spend with us in a year.",
            "预计一年内与我们交易的金额。",
            "預計一年內與我們交易的金額。",
        ),
    ),
    "fame": (
        ("Fame", "知名度", "知名度"),
        (
            "How well known it is in its trade, 0 to 100.",
            "在行业内的知名程度，0 至 100。",
            "在業界的知名程度，0 至 100。",
        ),
    ),
    "social_activity": (
        ("Social activity", "社交活跃度", "社群活躍度"),
        (
            "How active it is in social media, 0 to 100.",
            "在社交媒体上的活跃程度，0 至 100。",
            "在社群媒體上的活躍程度，0 至 100。",
        ),
    ),
    "influence": (
        ("Influence", "影响力", "影響力"),
        (
            "Influence on other customers and the trade, 0 to 100.",
            "对其他客户和行业的影响，0 至 100。",
            "對其他客戶和業界的影響，0 至 100。",
        ),
    ),
    "relationship_level": (
        ("Relationship", "关系程度", "關係程度"),
        (
            "Closeness of the relation, from 1 (stranger) to 5 (partner).",
            "关系的亲近程度，1（陌生）至 5（伙伴）。",
            "關係的親近程度，1（陌生）至 5（夥伴）。",
        ),
    ),
    "growth_potential": (
        ("Growth potential", "成长潜力", "成長潛力"),
        ("Room to grow, 0 to 100.", "成长空间，0 至 100。", "成長空間，0 至 100。"),
    ),
    "intent": (
        ("Intent", "合作意向", "合作意向"),
        (
            "How clearly it wants to work with us, 0 to 100.",
            "与我们合作的意愿有多明确，0 至 100。",
            "與我們合作的意願有多明確，0 至 100。",
        ),
    ),
    "risk_bearing": (
        ("Risk bearing", "风险承受力", "風險承受力"),
        ("Ability to bear risk, 0 to 100.", "承受风险的能力，0 至 100。", "承受風險的能力，0 至 100。"),
    ),
    "value_chain_tie": (
        ("Value chain tie", "价值链关联", "價值鏈關聯"),
        (
            "How tightly it is tied to us in the value chain, 0 to 100.",
            "与我们在价值链上的关联程度，0 至 100。",
            "與我們在價值鏈上的關聯程度，0 至 100。",
        ),
    ),
    "rival_target": (
        ("Courted by rivals", "竞争对手目标", "競爭對手目標"),
        ("Whether rivals court it.", "竞争对手是否在争取。", "競爭對手是否在爭取。"),
    ),
    "strategic": (
        ("Strategic", "战略客户", "策略客戶"),
        ("Whether it is a strategic customer by name.", "是否被指定为战略客户。", "是否被指定為策略客戶。"),
    ),
    "international": (
        ("International", "跨国", "跨國"),
        ("Whether it is present in several countries.", "是否在多个国家设有机构。", "是否在多個國家設有據點。"),
    ),
    "kind": (("Kind", "客户性质", "客戶性質"), ("Company or person.", "企业或个人。", "企業或個人。")),
    "industry": (("Industry", "行业", "產業"), ("Its trade.", "所属行业。", "所屬產業。")),
    "region": (("Region", "地区", "地區"), ("Where it is.", "所在地区。", "所在地區。")),
    "region_class": (
        ("Region class", "地区类别", "地區類別"),
        (
            "Sort of region: city, rural, overseas, local, regional, global.",
            "地区类别：城市、乡村、海外、本地、区域、全球。",
            "地區類別：城市、鄉村、海外、本地、區域、全球。",
        ),
    ),
    "company_type": (
        ("Company type", "企业类型", "企業類型"),
        (
            "Small or medium, multinational, state-owned.",
            "中小企业、跨国企业、国有企业。",
            "中小企業、跨國企業、國營企業。",
        ),
    ),
    "channel_role": (
        ("Channel role", "渠道角色", "通路角色"),
        (
            "Role in the trade: distributor, dealer, wholesaler, agent, partner, end customer.",
            "在渠道中的角色：经销商、零售商、批发商、代理商、合作伙伴、最终客户。",
            "在通路中的角色：經銷商、零售商、批發商、代理商、合作夥伴、終端客戶。",
        ),
    ),
    "regional_standing": (
        ("Regional standing", "区域地位", "區域地位"),
        (
            "Standing in its region: leading, middle, small; of a group the best.",
            "在所在区域的地位：领先、中等、小型；集团取最高者。",
            "在所在區域的地位：領先、中等、小型；集團取最高者。",
        ),
    ),
    "preference": (
        ("Preference", "偏好", "偏好"),
        (
            "What it looks for first: price, brand, service, function, quality.",
            "首先看重什么：价格、品牌、服务、功能、质量。",
            "首先看重什麼：價格、品牌、服務、功能、品質。",
        ),
    ),
    "service_need": (
        ("Service need", "服务需求", "服務需求"),
        ("Standard or special service.", "标准服务或特殊服务。", "標準服務或特殊服務。"),
    ),
    "purchase_purpose": (
        ("Purpose", "购买目的", "購買目的"),
        ("Whether it came with a clear or an unclear purpose.", "来时目的明确与否。", "來時目的明確與否。"),
    ),
    "buying_segment": (
        ("Buying segment", "购买分群", "購買客群"),
        (
            "Customers that buy alike, as vitalfew segments found them.",
            "购买方式相似的客户，由 vitalfew segments 得出。",
            "購買方式相似的客戶，由 vitalfew segments 得出。",
        ),
    ),
    "guest_segment": (
        ("Guest segment", "客人类别", "客人類別"),
        (
            "Hotel: business, leisure, meeting, high end.",
            "酒店：商务、休闲、会议、高端。",
            "飯店：商務、休閒、會議、高端。",
        ),
    ),
    "project_level": (
        ("Project level", "项目层级", "專案層級"),
        (
            "Project business: core, second core, other.",
            "项目型业务：核心、次核心、其他。",
            "專案型業務：核心、次核心、其他。",
        ),
    ),
    "initiative": (
        ("Initiative", "主动方", "主動方"),
        ("Who sought whom: they or we.", "是对方找来还是我们找去。", "是對方找來還是我們找去。"),
    ),
    "personality": (("Personality", "性格类型", "性格類型"), ("Personality type.", "性格类型。", "性格類型。")),
    "further_number": (
        ("Further number", "其他数值", "其他數值"),
        (
            "The number in a further column of the customers file.",
            "客户文件中其他列的数值。",
            "客戶檔案中其他欄位的數值。",
        ),
    ),
    "further_word": (
        ("Further word", "其他文字", "其他文字"),
        (
            "The word in a further column of the customers file.",
            "客户文件中其他列的文字。",
            "客戶檔案中其他欄位的文字。",
        ),
    ),
    "referrals": (
        ("Referrals", "转介绍数", "轉介紹數"),
        ("Customers that it has brought us.", "由其介绍来的客户数。", "由其介紹來的客戶數。"),
    ),
    "supplier_stability": (
        ("Loyalty to suppliers", "供应商稳定度", "供應商穩定度"),
        (
            "How seldom it changes supplier: 1 for never.",
            "更换供应商的频率：从不更换为 1。",
            "更換供應商的頻率：從不更換為 1。",
        ),
    ),
    "wallet_amount": (
        ("Wallet", "钱包规模", "錢包規模"),
        (
            "What it is thought to spend in our field in a year.",
            "估计一年内在本领域的总支出。",
            "估計一年內在本領域的總支出。",
        ),
    ),
    "wallet_share": (
        ("Share of wallet", "钱包份额", "錢包份額"),
        ("Our sales of twelve months ÷ its wallet.", "十二个月销售额 ÷ 其钱包规模。", "十二個月銷售額 ÷ 其錢包規模。"),
    ),
}
