"""The words of the report's page that are the same for every company, and the refusals of making one."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Skip to the list of customers": ("跳到客户名单", "跳到客戶名單"),
    "Print": ("打印", "列印"),
    "Table of the drawing": ("图表数据", "圖表資料"),
    "Definitions": ("定义", "定義"),
    "what the words and figures mean": ("用词与数字的含义", "用詞與數字的含義"),
    "Save the drawing as PNG": ("把图存为 PNG", "將圖存為 PNG"),
    "Save the table as CSV": ("把表存为 CSV", "將表存為 CSV"),
    "Name or number": ("名称或编号", "名稱或編號"),
    "Show one grade": ("只看一个等级", "只看一個等級"),
    "12 months": ("近 12 个月", "近 12 個月"),
    "Back": ("上一页", "上一頁"),
    "Next": ("下一页", "下一頁"),
    "{from} to {to} of {n}": ("第 {from} 至 {to} 家，共 {n} 家", "第 {from} 至 {to} 家，共 {n} 家"),
    "The first {shown} of {n} customers; the page on a screen has all of its list.": (
        "共 {n} 家客户，此处为前 {shown} 家；完整名单请在屏幕上查看。",
        "共 {n} 家客戶，此處為前 {shown} 家；完整名單請在螢幕上查看。",
    ),
    "Why this grade": ("为何是这个等级", "為何是這個等級"),
    "Measure": ("指标", "指標"),
    "Value": ("数值", "數值"),
    "Rank": ("名次", "名次"),
    "Points": ("分数", "分數"),
    "Weight": ("权重", "權重"),
    "Toward the score": ("对得分的贡献", "對得分的貢獻"),
    "Smallest change that would move it": ("会改变等级的最小变化", "會改變等級的最小變化"),
    "{points} points of 100, weight {weight}": (
        "满分 100 得 {points} 分，权重 {weight}",
        "滿分 100 得 {points} 分，權重 {weight}",
    ),
    "A track is as long as the weight and filled as far as the points; hatched is what is missing.": (
        "条的长度是权重，填满的部分是得分，斜线是未得到的分。",
        "條的長度是權重，填滿的部分是得分，斜線是未得到的分。",
    ),
    "{label}: {customers} customers, {share}": (
        "{label}：{customers} 家，{share}",
        "{label}：{customers} 家，{share}",
    ),
    "The first {customers} of the customers bring {value}": (
        "前 {customers} 的客户带来 {value}",
        "前 {customers} 的客戶帶來 {value}",
    ),
    "The first {customers} customers: {value}": ("前 {customers} 家客户：{value}", "前 {customers} 家客戶：{value}"),
    "{from} to {to}: {n} customers": ("{from} 至 {to} 分：{n} 家客户", "{from} 至 {to} 分：{n} 家客戶"),
    "Top {n}": ("前 {n} 家", "前 {n} 家"),
    "Of the value": ("占金额", "占金額"),
    "Of the customers": ("占客户数", "占客戶數"),
    "of {n} allowed": ("上限 {n} 家", "上限 {n} 家"),
    "the charts of the report were not built in this copy of vitalfew.": (
        "这份 vitalfew 没有构建报告的图表。",
        "這份 vitalfew 沒有建置報告的圖表。",
    ),
    "Run make assets in its folder, or take .xlsx, which needs none.": (
        "请在其目录中运行 make assets，或改用不需要图表的 .xlsx。",
        "請在其目錄中執行 make assets，或改用不需要圖表的 .xlsx。",
    ),
    "a report is drawn from facts, and here are finished metrics only.": (
        "报告要由业务数据画出，而这里只有算好的指标。",
        "報告要由業務資料畫出，而這裡只有算好的指標。",
    ),
    "Name the orders, or take .csv, .xlsx, .parquet or .json.": (
        "请指定订单，或改用 .csv、.xlsx、.parquet 或 .json。",
        "請指定訂單，或改用 .csv、.xlsx、.parquet 或 .json。",
    ),
    "Write the grades to .csv, .xlsx, .parquet or .json; .html is the report.": (
        "把分级结果写入 .csv、.xlsx、.parquet 或 .json；.html 是报告。",
        "把分級結果寫入 .csv、.xlsx、.parquet 或 .json；.html 是報告。",
    ),
}
