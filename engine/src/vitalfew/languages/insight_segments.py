"""Sentences of segments: names, what is typical of them, how clear they are and how they drift."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Find customers that buy alike, what each segment brings, and how it drifted in a year.": (
        "找出购买方式相似的客户、各分群带来的销售额，以及一年来的变化。",
        "找出購買方式相似的客戶、各客群帶來的營收，以及一年來的變化。",
    ),
    "So many segments, 2 to 8; else the figures say how many.": (
        "分群数，2 至 8；不给时由数据决定。",
        "客群數，2 至 8；不給時由資料決定。",
    ),
    "As many segments as there are.": ("分群数由数据决定。", "客群數由資料決定。"),
    "Four, each customer in a file.": ("分为四群，每个客户写入文件。", "分為四群，每個客戶寫入檔案。"),
    "there are between {few} and {most} segments.": (
        "分群数在 {few} 与 {most} 之间。",
        "客群數在 {few} 與 {most} 之間。",
    ),
    "Leave it out, and the figures say how many.": ("不给此项，由数据决定分群数。", "不給此項，由資料決定客群數。"),
    "segment": ("分群", "客群"),
    "share of sales, %": ("销售额占比，%", "營收占比，%"),
    "in the middle of them": ("中位客户", "中位客戶"),
    "quiet for long": ("久未购买", "久未購買"),
    "bought lately": ("最近购买", "最近購買"),
    "buy often": ("购买频繁", "購買頻繁"),
    "buy seldom": ("购买较少", "購買較少"),
    "large orders": ("单次金额大", "單次金額大"),
    "small orders": ("单次金额小", "單次金額小"),
    "long known": ("老客户", "老客戶"),
    "new here": ("新客户", "新客戶"),
    "many categories": ("品类多", "品類多"),
    "few categories": ("品类少", "品類少"),
    "under promotions": ("促销购买", "促銷購買"),
    "at full price": ("原价购买", "原價購買"),
    "in the middle of all": ("居中", "居中"),
    "days since the last purchase": ("距最近购买的天数", "距最近購買的天數"),
    "money a purchase": ("每次购买金额", "每次購買金額"),
    "days since the first purchase": ("距首次购买的天数", "距首次購買的天數"),
    "categories a year": ("一年购买品类数", "一年購買品類數"),
    "share under promotions": ("促销占比", "促銷占比"),
    "silent for {n} days": ("{n} 天未购买", "{n} 天未購買"),
    "{n} purchases a year": ("一年购买 {n} 次", "一年購買 {n} 次"),
    "{n} each": ("每次 {n}", "每次 {n}"),
    "known for {n} days": ("首次购买距今 {n} 天", "首次購買距今 {n} 天"),
    "{n} categories": ("{n} 个品类", "{n} 個品類"),
    "{n} % under promotions": ("促销占 {n}%", "促銷占 {n}%"),
    "No segments: {n} customers do not part into groups of at least {few}.": (
        "没有分群：{n} 个客户不能分成每群至少 {few} 个的群。",
        "沒有客群：{n} 個客戶不能分成每群至少 {few} 個的群。",
    ),
    "Customers of a segment are alike in: {names}.": (
        "同一分群的客户在以下方面相似：{names}。",
        "同一客群的客戶在以下方面相似：{names}。",
    ),
    "The {n} segments are clearly apart: silhouette {value}.": (
        "{n} 个分群界限清楚：轮廓系数 {value}。",
        "{n} 個客群界線清楚：輪廓係數 {value}。",
    ),
    "The {n} segments can be told apart, with a broad border between them: silhouette {value}.": (
        "{n} 个分群可以区分，但边界较宽：轮廓系数 {value}。",
        "{n} 個客群可以區分，但邊界較寬：輪廓係數 {value}。",
    ),
    "Customers pass into each other without a gap: the {n} segments cut through a cloud, silhouette {value}.": (
        "客户之间没有明显间隔：{n} 个分群是从一片中切开的，轮廓系数 {value}。",
        "客戶之間沒有明顯間隔：{n} 個客群是從一片中切開的，輪廓係數 {value}。",
    ),
    "Silhouette by number of segments: {others}.": ("各分群数的轮廓系数：{others}。", "各客群數的輪廓係數：{others}。"),
    "Most sales come from “{segment}”: {customers} % of the customers bring {sales} % of the sales of {days} days.": (
        "销售额最多的是“{segment}”：{customers}% 的客户带来 {days} 天销售额的 {sales}%。",
        "營收最多的是「{segment}」：{customers}% 的客戶帶來 {days} 天營收的 {sales}%。",
    ),
    "The facts begin on {day}: a drift in a year can be told of two years of facts.": (
        "事实始于 {day}：有两年的事实才能说明一年来的变化。",
        "事實始於 {day}：有兩年的事實才能說明一年來的變化。",
    ),
    "Since {day} {stayed} % of {n} customers stayed in their segment.": (
        "自 {day} 以来，{n} 个客户中有 {stayed}% 仍在原分群。",
        "自 {day} 以來，{n} 個客戶中有 {stayed}% 仍在原客群。",
    ),
    "The sizes of the segments are as on {day}: stability index {value}.": (
        "各分群的大小与 {day} 相同：稳定性指数 {value}。",
        "各客群的大小與 {day} 相同：穩定性指數 {value}。",
    ),
    "The sizes of the segments have shifted since {day}: stability index {value}.": (
        "自 {day} 以来各分群的大小有所变化：稳定性指数 {value}。",
        "自 {day} 以來各客群的大小有所變化：穩定性指數 {value}。",
    ),
    "The sizes of the segments are far from those on {day}: stability index {value}. Look at who moved.": (
        "各分群的大小与 {day} 相差很大：稳定性指数 {value}。请查看哪些客户变动。",
        "各客群的大小與 {day} 相差很大：穩定性指數 {value}。請查看哪些客戶變動。",
    ),
    "The facts of {day} alone would have given the same segments: agreement {value}.": (
        "仅用 {day} 的事实也会得到相同的分群：一致性 {value}。",
        "僅用 {day} 的事實也會得到相同的客群：一致性 {value}。",
    ),
    "The facts of {day} alone would have given much the same segments: agreement {value}.": (
        "仅用 {day} 的事实会得到大致相同的分群：一致性 {value}。",
        "僅用 {day} 的事實會得到大致相同的客群：一致性 {value}。",
    ),
    "The facts of {day} alone would have given other segments: agreement {value}. Name them anew before you plan by them.": (
        "仅用 {day} 的事实会得到不同的分群：一致性 {value}。据此计划之前请重新命名。",
        "僅用 {day} 的事實會得到不同的客群：一致性 {value}。據此規劃之前請重新命名。",
    ),
    "Segments: who buys alike": ("分群：谁的购买方式相似", "客群：誰的購買方式相似"),
    "Share of sales": ("销售额占比", "營收占比"),
    "Share of customers": ("客户占比", "客戶占比"),
    "In the middle of them": ("中位客户", "中位客戶"),
    "vitalfew segments writes each customer with its segment.": (
        "vitalfew segments 会写出每个客户所属的分群。",
        "vitalfew segments 會寫出每個客戶所屬的客群。",
    ),
}
