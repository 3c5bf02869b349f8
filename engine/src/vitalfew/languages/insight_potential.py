"""Sentences of potential: what customers like it spend, white space, and how expectations did."""

SENTENCES: dict[str, tuple[str, str]] = {
    "See what customers could spend by those like them, our share of their wallet, and what they do not buy yet.": (
        "按相似客户估计各客户可能的消费、我方的钱包份额，以及尚未购买的品类。",
        "按相似客戶估計各客戶可能的消費、我方的荷包佔有率，以及尚未購買的品類。",
    ),
    "Those like it by the customers' file, and the wallets that are known.": (
        "按客户文件确定相似客户，并采用已知的钱包规模。",
        "按客戶檔案確定相似客戶，並採用已知的錢包規模。",
    ),
    "All customers as a workbook.": ("以工作簿列出所有客户。", "以活頁簿列出所有客戶。"),
    "Expected a year ago of {n} customers, held against what came": (
        "一年前对 {n} 个客户的预期，与实际相比",
        "一年前對 {n} 個客戶的預期，與實際相比",
    ),
    "open": ("空间", "空間"),
    "share, %": ("份额，%", "佔有率，%"),
    "why": ("原因", "原因"),
    "expectation": ("预期方法", "預期方法"),
    "error a customer": ("每客户误差", "每客戶誤差"),
    "too high by": ("偏高", "偏高"),
    "error more than last year's": ("误差比“与去年相同”多", "誤差比「與去年相同」多"),
    "less than a year": ("不足一年", "不足一年"),
    "customer for one year": ("成为客户满一年", "成為客戶滿一年"),
    "customer for two years or more": ("成为客户满两年", "成為客戶滿兩年"),
    "purchases a year": ("一年购买次数", "一年購買次數"),
    "years as a customer": ("成为客户的年数", "成為客戶的年數"),
    "{sales} in the last {days} days": ("最近 {days} 天 {sales}", "最近 {days} 天 {sales}"),
    "never bought: {names}": ("从未购买：{names}", "從未購買：{names}"),
    "fewer than {n} customers alike": ("相似客户不足 {n} 个", "相似客戶不足 {n} 個"),
    "{n} customers alike ({alike}): half up to {half}, three in four up to {quarter}": (
        "{n} 个相似客户（{alike}）：半数不超过 {half}，四分之三不超过 {quarter}",
        "{n} 個相似客戶（{alike}）：半數不超過 {half}，四分之三不超過 {quarter}",
    ),
    "wallet {wallet}": ("钱包规模 {wallet}", "錢包規模 {wallet}"),
    "{share} % of it with us, {gap} open": ("其中我方占 {share}%，尚余 {gap}", "其中我方佔 {share}%，尚餘 {gap}"),
    "a person": ("人工预期", "人工預期"),
    "{who} expects {expected}": ("{who}：预期 {expected}", "{who}：預期 {expected}"),
    "{who} expects {expected} ({day})": ("{who}：预期 {expected}（{day}）", "{who}：預期 {expected}（{day}）"),
    "{n} customers have a wallet in the facts: {gap} of it is spent elsewhere.": (
        "{n} 个客户在事实中有钱包规模：其中 {gap} 花在别处。",
        "{n} 個客戶在事實中有錢包規模：其中 {gap} 花在別處。",
    ),
    "{n} customers without a known wallet are held against those like them: {gap} is missing until each spends what three "
    "in four of these do not exceed.": (
        "{n} 个客户的钱包规模未知，与相似客户相比：各客户要达到四分之三相似客户不超过的金额，共差 {gap}。",
        "{n} 個客戶的錢包規模未知，與相似客戶相比：各客戶要達到四分之三相似客戶不超過的金額，共差 {gap}。",
    ),
    "Customers alike share: {names}. Where fewer than {few} others do, the last of these is left out, and so on.": (
        "相似客户的共同点：{names}。不足 {few} 个其他客户时，去掉最后一项，依此类推。",
        "相似客戶的共同點：{names}。不足 {few} 個其他客戶時，去掉最後一項，依此類推。",
    ),
    "{n} customers have bought for less than a year, or brought nothing in the last: they are compared by the customers' file "
    "alone.": (
        "{n} 个客户购买不满一年，或最近一年没有带来销售额：仅按客户文件比较。",
        "{n} 個客戶購買不滿一年，或最近一年沒有帶來營收：僅按客戶檔案比較。",
    ),
    "{n} customers have fewer than {few} others like them: nothing is said of what these spend.": (
        "{n} 个客户的相似客户不足 {few} 个：不作判断。",
        "{n} 個客戶的相似客戶不足 {few} 個：不作判斷。",
    ),
    "All sales are of one category: there is no white space.": (
        "全部销售属于同一品类：没有空白品类。",
        "全部銷售屬於同一品類：沒有空白品類。",
    ),
    "white space": ("空白品类", "空白品類"),
    "White space: {n} customers never bought {pairs} categories that one in three of those like them buys; at what half of "
    "the buyers spend, that is {worth} a year.": (
        "空白品类：{n} 个客户共有 {pairs} 处三分之一的相似客户购买而其从未购买的品类；按半数购买者不超过的金额计，一年共 {worth}。",
        "空白品類：{n} 個客戶共有 {pairs} 處三分之一的相似客戶購買而其從未購買的品類；按半數購買者不超過的金額計，一年共 {worth}。",
    ),
    "What is expected could not be held against what came: that takes facts of two years, and customers alike in the first.": (
        "预期无法与实际相比：需要两年的事实，且第一年已有相似客户。",
        "預期無法與實際相比：需要兩年的事實，且第一年已有相似客戶。",
    ),
    "{n} expectations of a person bear no day of the year up to {day} (expected_said_on): they may know what came, and are "
    "not tried.": (
        "{n} 个人工预期没有截至 {day} 一年内的日期（expected_said_on）：可能已知后来的结果，未予检验。",
        "{n} 個人工預期沒有截至 {day} 一年內的日期（expected_said_on）：可能已知後來的結果，未予檢驗。",
    ),
    "Of {of} customers below what three in four like them did not exceed, {n} reached it in the year after.": (
        "{of} 个客户当时低于四分之三相似客户不超过的金额，其中 {n} 个在随后一年达到。",
        "{of} 個客戶當時低於四分之三相似客戶不超過的金額，其中 {n} 個在隨後一年達到。",
    ),
    "Columns of the customers' file bear no day: they are taken as they stand now.": (
        "客户文件中的列没有日期：按现状采用。",
        "客戶檔案中的欄沒有日期：按現狀採用。",
    ),
    "half of those like it": ("相似客户的中位数", "相似客戶的中位數"),
    "same as last year": ("与去年相同", "與去年相同"),
    "Tried on the year after {day}: what a person expected of {n} customers was wrong by {first} each, the same as last year "
    "by {last}. Simply taking last year was better.": (
        "用 {day} 之后一年检验：对 {n} 个客户的人工预期平均误差 {first}，与去年相同的误差 {last}。直接沿用去年更准。",
        "用 {day} 之後一年檢驗：對 {n} 個客戶的人工預期平均誤差 {first}，與去年相同的誤差 {last}。直接沿用去年更準。",
    ),
    "Tried on the year after {day}: what a person expected of {n} customers was wrong by {first} each, the same as last year "
    "by {last}. The person was better.": (
        "用 {day} 之后一年检验：对 {n} 个客户的人工预期平均误差 {first}，与去年相同的误差 {last}。人工预期更准。",
        "用 {day} 之後一年檢驗：對 {n} 個客戶的人工預期平均誤差 {first}，與去年相同的誤差 {last}。人工預期更準。",
    ),
    "Tried on the year after {day}: what a person expected of {n} customers was wrong by {first} each, the same as last year "
    "by {last}. Chance could make this difference.": (
        "用 {day} 之后一年检验：对 {n} 个客户的人工预期平均误差 {first}，与去年相同的误差 {last}。差异可能出于偶然。",
        "用 {day} 之後一年檢驗：對 {n} 個客戶的人工預期平均誤差 {first}，與去年相同的誤差 {last}。差異可能出於偶然。",
    ),
    "Tried on the year after {day}: what half of those like it spend was wrong by {first} for each of {n} customers, the same "
    "as last year by {last}. Simply taking last year was better: read the peers as room, not as a forecast.": (
        "用 {day} 之后一年检验：对 {n} 个客户，相似客户中位数的平均误差 {first}，与去年相同的误差 {last}。直接沿用去年更准："
        "相似客户说明的是空间，不是预测。",
        "用 {day} 之後一年檢驗：對 {n} 個客戶，相似客戶中位數的平均誤差 {first}，與去年相同的誤差 {last}。直接沿用去年更準："
        "相似客戶說明的是空間，不是預測。",
    ),
    "Tried on the year after {day}: what half of those like it spend was wrong by {first} for each of {n} customers, the same "
    "as last year by {last}. The peers were better.": (
        "用 {day} 之后一年检验：对 {n} 个客户，相似客户中位数的平均误差 {first}，与去年相同的误差 {last}。相似客户更准。",
        "用 {day} 之後一年檢驗：對 {n} 個客戶，相似客戶中位數的平均誤差 {first}，與去年相同的誤差 {last}。相似客戶更準。",
    ),
    "Tried on the year after {day}: what half of those like it spend was wrong by {first} for each of {n} customers, the same "
    "as last year by {last}. Chance could make this difference.": (
        "用 {day} 之后一年检验：对 {n} 个客户，相似客户中位数的平均误差 {first}，与去年相同的误差 {last}。差异可能出于偶然。",
        "用 {day} 之後一年檢驗：對 {n} 個客戶，相似客戶中位數的平均誤差 {first}，與去年相同的誤差 {last}。差異可能出於偶然。",
    ),
    "Potential and white space": ("潜力与空白品类", "潛力與空白品類"),
    "the {n} of {all} with most open": ("空间最大的 {n} 个，共 {all} 个", "空間最大的 {n} 個，共 {all} 個"),
    "Open": ("空间", "空間"),
    "Why": ("原因", "原因"),
    "vitalfew potential tries it on the year that is over.": (
        "vitalfew potential 用已过去的一年检验。",
        "vitalfew potential 用已過去的一年檢驗。",
    ),
}
