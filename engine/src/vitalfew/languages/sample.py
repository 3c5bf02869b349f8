"""What the sample company says when it cannot be made."""

SENTENCES: dict[str, tuple[str, str]] = {
    "there is no sample company of the industry {industry}.": (
        "没有行业为 {industry} 的示例公司。",
        "沒有行業為 {industry} 的範例公司。",
    ),
    "there is no sample in the language {language}.": (
        "没有语言为 {language} 的示例。",
        "沒有語言為 {language} 的範例。",
    ),
    "Choose one of {names}.": ("请从 {names} 中选择。", "請從 {names} 中選擇。"),
    "a sample has from 1 to {customers} customers, from 1 to {years} years, and a seed from 0.": (
        "示例的客户数为 1 至 {customers}，年数为 1 至 {years}，种子不小于 0。",
        "範例的客戶數為 1 至 {customers}，年數為 1 至 {years}，種子不小於 0。",
    ),
    "Give whole numbers in these limits.": ("请给出此范围内的整数。", "請給出此範圍內的整數。"),
    "the sample cannot be written: {reason}.": ("无法写入示例：{reason}。", "無法寫入範例：{reason}。"),
    "Name a folder that can be written to.": ("请指定可写入的文件夹。", "請指定可寫入的資料夾。"),
}
