"""Sentences of the traits of the best: what they have in common, and who is like them."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Find what the best customers have in common and others have not, and who among the others is like them.": (
        "找出最佳客户共有而其他客户没有的特点，以及其他客户中谁与他们相似。",
        "找出最佳客戶共有而其他客戶沒有的特點，以及其他客戶中誰與他們相似。",
    ),
    "The best are the top fifth by this; else by sales of a year.": (
        "最佳客户为按此指标的前五分之一；默认按一年的销售额。",
        "最佳客戶為按此指標的前五分之一；預設按一年的營收。",
    ),
    "Write a row for each customer that is like the best to .csv, .xlsx, .parquet or .json.": (
        "每个与最佳客户相似的客户写一行，写入 .csv、.xlsx、.parquet 或 .json。",
        "每個與最佳客戶相似的客戶寫一列，寫入 .csv、.xlsx、.parquet 或 .json。",
    ),
    "The top fifth by sales of a year.": ("按一年销售额的前五分之一。", "按一年營收的前五分之一。"),
    "What grade A has in common, and who of grade B is like it.": (
        "A 级客户的共同特点，以及 B 级中谁与之相似。",
        "A 級客戶的共同特點，以及 B 級中誰與之相似。",
    ),
    "a metric and a scheme both say who is best.": (
        "指标和方案都规定了谁是最佳客户。",
        "指標和方案都規定了誰是最佳客戶。",
    ),
    "no top fifth can be taken by {metric}.": ("无法按 {metric} 取前五分之一。", "無法按 {metric} 取前五分之一。"),
    "Take one of: {metrics}.": ("可选：{metrics}。", "可選：{metrics}。"),
    "trait": ("特点", "特點"),
    "best of them, %": ("其中最佳，%", "其中最佳，%"),
    "of the others, %": ("其余客户中最佳，%", "其餘客戶中最佳，%"),
    "lift": ("提升度", "提升度"),
    "rule": ("规则", "規則"),
    "traits": ("特点数", "特點數"),
    "Who is like the best: the first rule that fits counts": (
        "谁与最佳客户相似：以第一条符合的规则为准",
        "誰與最佳客戶相似：以第一條符合的規則為準",
    ),
    "Like the best, and not among them yet": ("与最佳客户相似，但尚未进入其列", "與最佳客戶相似，但尚未進入其列"),
    "The best are the {n} of {all} customers with grade {grade}.": (
        "最佳客户是 {all} 个客户中等级为 {grade} 的 {n} 个。",
        "最佳客戶是 {all} 個客戶中等級為 {grade} 的 {n} 個。",
    ),
    "They are so few that only very large differences can be found on one half and hold on the other.": (
        "他们人数太少，只有很大的差异才能在一半客户中被发现并在另一半中成立。",
        "他們人數太少，只有很大的差異才能在一半客戶中被發現並在另一半中成立。",
    ),
    "{compared} values and pairs were compared on one half of the customers: {found} stood out, about {false} % of them by "
    "chance; {held} held on the other half, of which all figures are. A trait is no cause.": (
        "在一半客户中比较了 {compared} 个取值及其两两组合：{found} 个显著，其中约 {false}% 出于偶然；{held} 个在另一半客户中成立，"
        "所有数字均来自这一半。特点并非原因。",
        "在一半客戶中比較了 {compared} 個取值及其兩兩組合：{found} 個顯著，其中約 {false}% 出於偶然；{held} 個在另一半客戶中成立，"
        "所有數字均來自這一半。特點並非原因。",
    ),
    "{n} customers with grade {below} fit one of the rules: they are like those with grade {grade} and not among them yet.": (
        "{n} 个等级为 {below} 的客户符合其中一条规则：他们与等级为 {grade} 的客户相似，但尚未进入其列。",
        "{n} 個等級為 {below} 的客戶符合其中一條規則：他們與等級為 {grade} 的客戶相似，但尚未進入其列。",
    ),
    "Left out because they only say again who is best: {names}.": (
        "以下属性只是重复说明谁是最佳客户，未予采用：{names}。",
        "以下屬性只是重複說明誰是最佳客戶，未予採用：{names}。",
    ),
    "What they are like is not available: give the customers' file with --customers.": (
        "无法得知他们是怎样的客户：请用 --customers 给出客户文件。",
        "無法得知他們是怎樣的客戶：請用 --customers 給出客戶檔案。",
    ),
    "Why they stay is not available: give --feedback, --returns or --payments.": (
        "无法得知他们为何留下：请给出 --feedback、--returns 或 --payments。",
        "無法得知他們為何留下：請給出 --feedback、--returns 或 --payments。",
    ),
    "What we do for them is not available: give --costs or --interactions.": (
        "无法得知我们为他们做了什么：请给出 --costs 或 --interactions。",
        "無法得知我們為他們做了什麼：請給出 --costs 或 --interactions。",
    ),
    "service of kind {kind}, times a year": ("{kind} 类服务，每年次数", "{kind} 類服務，每年次數"),
    "contacts of kind {kind}, times a year": ("{kind} 类联系，每年次数", "{kind} 類聯絡，每年次數"),
    "Hours of service": ("服务工时", "服務工時"),
    "{attribute}: {value}": ("{attribute}：{value}", "{attribute}：{value}"),
    "{one}, and {other}": ("{one}，且{other}", "{one}，且{other}"),
    "What they are like": ("他们是怎样的客户", "他們是怎樣的客戶"),
    "Why they stay": ("他们为何留下", "他們為何留下"),
    "What we do that keeps them": ("我们做了什么留住他们", "我們做了什麼留住他們"),
    "Traits of the best": ("最佳客户的特点", "最佳客戶的特點"),
    "what they have in common and others have not": ("他们共有而其他客户没有的", "他們共有而其他客戶沒有的"),
    "Who is like the best": ("谁与最佳客户相似", "誰與最佳客戶相似"),
    "the first rule that fits counts": ("以第一条符合的规则为准", "以第一條符合的規則為準"),
    "vitalfew traits lists the customers that fit one.": (
        "符合规则的客户见 vitalfew traits。",
        "符合規則的客戶見 vitalfew traits。",
    ),
    "Question": ("问题", "問題"),
    "Trait": ("特点", "特點"),
    "best of them": ("其中最佳", "其中最佳"),
    "best of the others": ("其余客户中最佳", "其餘客戶中最佳"),
    "Lift": ("提升度", "提升度"),
    "Rule": ("规则", "規則"),
}
