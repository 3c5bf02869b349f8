"""Sentences of the fact store."""

SENTENCES: dict[str, tuple[str, str]] = {
    "there is no fact store in this folder.": ("此文件夹中没有存储库。", "此資料夾中沒有存放庫。"),
    "Make one: vitalfew facts import FILE --store DIR.": (
        "请先建立：vitalfew facts import FILE --store DIR。",
        "請先建立：vitalfew facts import FILE --store DIR。",
    ),
    "another program keeps writing to the store; nothing was changed.": (
        "另一个程序一直在写入存储库；未作任何更改。",
        "另一個程式一直在寫入存放庫；未作任何變更。",
    ),
    "Run it again when that is done.": ("请待其完成后再运行。", "請待其完成後再執行。"),
    "the folder is not empty and holds no fact store ({name}).": (
        "该文件夹不为空，也不是存储库（{name}）。",
        "該資料夾不是空的，也不是存放庫（{name}）。",
    ),
    "the ledger does not name the table {table}.": ("账册中没有表 {table}。", "帳冊中沒有資料表 {table}。"),
    "the store is damaged: {what}": ("存储库已损坏：{what}", "存放庫已損壞：{what}"),
    "the store could not be read or written ({reason}).": (
        "无法读写存储库（{reason}）。",
        "無法讀寫存放庫（{reason}）。",
    ),
    "Name an empty folder, or one that does not exist yet.": (
        "请指定一个空文件夹或尚不存在的文件夹。",
        "請指定一個空資料夾或尚不存在的資料夾。",
    ),
    "Run vitalfew facts verify --store {folder}: it mends what was never acknowledged.": (
        "请运行 vitalfew facts verify --store {folder}：未经确认的内容会被修复。",
        "請執行 vitalfew facts verify --store {folder}：未經確認的內容會被修復。",
    ),
    "All that was acknowledged before is safe. Make room or mend the folder, then run it again.": (
        "此前已确认的内容都完好。请腾出空间或修复文件夹，然后重新运行。",
        "先前已確認的內容都完好。請騰出空間或修復資料夾，然後重新執行。",
    ),
    "there is something already where the export should go.": ("导出位置已有内容。", "匯出位置已有內容。"),
    "process {process} has been writing to the store for {seconds} seconds; nothing was changed.": (
        "进程 {process} 已写入存储库 {seconds} 秒；未作任何更改。",
        "處理程序 {process} 已寫入存放庫 {seconds} 秒；未作任何變更。",
    ),
    "Run it again when that is done, or wait longer with --wait.": (
        "请待其完成后再运行，或用 --wait 延长等待。",
        "請待其完成後再執行，或用 --wait 延長等待。",
    ),
    "Mend the rows, or import them under another name with --source.": (
        "请修正这些行，或用 --source 以其他来源名导入。",
        "請修正這些列，或用 --source 以其他來源名稱匯入。",
    ),
    "the store keeps amounts of {table} with {settled} digits behind the point, these have {found}.": (
        "存储库中 {table} 的金额保留 {settled} 位小数，而这些有 {found} 位。",
        "存放庫中 {table} 的金額保留 {settled} 位小數，而這些有 {found} 位。",
    ),
    "order {order} belongs to two customers, {one} and {other}, but source {source} is keyed by order number.": (
        "订单 {order} 属于两个客户（{one} 和 {other}），但来源 {source} 以订单号为键。",
        "訂單 {order} 屬於兩個客戶（{one} 和 {other}），但來源 {source} 以訂單編號為鍵。",
    ),
    "the store would hold amounts in different currencies: {listed}.": (
        "存储库中将有不同币种的金额：{listed}。",
        "存放庫中將有不同幣別的金額：{listed}。",
    ),
    "Name the currency with --currency, or begin another store.": (
        "请用 --currency 指定币种，或另建一个存储库。",
        "請用 --currency 指定幣別，或另建一個存放庫。",
    ),
    "{key} is no way to key orders.": ("{key} 不是订单的键。", "{key} 不是訂單的鍵。"),
    "orders of source {source} are keyed by {key} since its first import.": (
        "来源 {source} 的订单自首次导入起以 {key} 为键。",
        "來源 {source} 的訂單自首次匯入起以 {key} 為鍵。",
    ),
    "Import with exchange rates (--rates) and the currency of the store (--currency).": (
        "请用汇率（--rates）和存储库的币种（--currency）导入。",
        "請用匯率（--rates）和存放庫的幣別（--currency）匯入。",
    ),
    "Take order or customer-order.": ("请用 order 或 customer-order。", "請用 order 或 customer-order。"),
    "there is no version {version} in the store; the newest is {newest}.": (
        "存储库中没有版本 {version}；最新版本为 {newest}。",
        "存放庫中沒有版本 {version}；最新版本為 {newest}。",
    ),
    "the files of version {version} are not those acknowledged.": (
        "版本 {version} 的文件与确认时不同。",
        "版本 {version} 的檔案與確認時不同。",
    ),
    "List them: vitalfew facts versions --store {folder}.": (
        "列出全部：vitalfew facts versions --store {folder}。",
        "列出全部：vitalfew facts versions --store {folder}。",
    ),
    "the fact store needs the package {name}.": ("存储库需要软件包 {name}。", "存放庫需要套件 {name}。"),
    'Install it: pip install "vitalfew[store]".': (
        '请安装：pip install "vitalfew[store]"。',
        '請安裝：pip install "vitalfew[store]"。',
    ),
    "there is no import {batch} in the store.": ("存储库中没有导入 {batch}。", "存放庫中沒有匯入 {batch}。"),
    "import {batch} was undone before; nothing was changed.": (
        "导入 {batch} 先前已撤销；未作任何更改。",
        "匯入 {batch} 先前已復原；未作任何變更。",
    ),
    "{n} files that writers left when they died were removed.": (
        "已清除写入程序中断时留下的 {n} 个文件。",
        "已清除寫入程式中斷時留下的 {n} 個檔案。",
    ),
    "an import or change of {table} that was never acknowledged was taken back.": (
        "对 {table} 未经确认的导入或更改已撤回。",
        "對 {table} 未經確認的匯入或變更已撤回。",
    ),
    "{place} is damaged; it was set aside, nothing is lost: the log's entries tell the same.": (
        "{place} 已损坏；已移到一旁，没有丢失任何内容：日志条目记有同样的内容。",
        "{place} 已損壞；已移到一旁，沒有遺失任何內容：記錄項目記有同樣的內容。",
    ),
    "{place} is damaged; nothing is lost: the log's entries tell the same.": (
        "{place} 已损坏；没有丢失任何内容：日志条目记有同样的内容。",
        "{place} 已損壞；沒有遺失任何內容：記錄項目記有同樣的內容。",
    ),
    "{place} is missing: bring it back from a copy of the store.": (
        "缺少 {place}：请从存储库的副本中恢复。",
        "缺少 {place}：請從存放庫的副本中還原。",
    ),
    "{place} is damaged: bring it back from a copy of the store.": (
        "{place} 已损坏：请从存储库的副本中恢复。",
        "{place} 已損壞：請從存放庫的副本中還原。",
    ),
    "the ledger cannot be read ({what}).": ("无法读取账册（{what}）。", "無法讀取帳冊（{what}）。"),
    "{place} was damaged or missing; it was put back from its copy.": (
        "{place} 已损坏或缺失，已用其副本恢复。",
        "{place} 已損壞或遺失，已用其副本復原。",
    ),
    "{place} is damaged or missing; verify can put it back from its copy.": (
        "{place} 已损坏或缺失；verify 可用其副本恢复。",
        "{place} 已損壞或遺失；verify 可用其副本復原。",
    ),
    "{place} is empty or cut and was never acknowledged; it was set aside.": (
        "{place} 为空或不完整，从未经确认；已移到一旁。",
        "{place} 為空或不完整，從未經確認；已移到一旁。",
    ),
    "{place} is empty or cut and was never acknowledged.": (
        "{place} 为空或不完整，从未经确认。",
        "{place} 為空或不完整，從未經確認。",
    ),
    "{place} is not what was acknowledged.": ("{place} 与确认时不同。", "{place} 與確認時不同。"),
}
