"""Sentences of the store in the hands of its users: import, undo, versions, grading from it."""

SENTENCES: dict[str, tuple[str, str]] = {
    "name either ORDERS or --store DIR.": (
        "请指定 ORDERS 或 --store DIR 之一。",
        "請指定 ORDERS 或 --store DIR 其中之一。",
    ),
    "--version names a version of a store.": ("--version 指的是存储库的版本。", "--version 指的是存放庫的版本。"),
    "Give --store DIR with it.": ("请同时给出 --store DIR。", "請同時給出 --store DIR。"),
    "From a store.": ("来自存储库。", "來自存放庫。"),
    "Keep facts in a store: import, correct, undo, look back.": (
        "把数据保存在存储库中：导入、更正、撤销、回看。",
        "把資料保存在存放庫中：匯入、更正、復原、回看。",
    ),
    "All files of a folder that are new.": ("文件夹中所有新的文件。", "資料夾中所有新的檔案。"),
    "What came in, and when.": ("导入了什么，何时导入。", "匯入了什麼，何時匯入。"),
    "Grade what the store holds.": ("对存储库中的数据分级。", "對存放庫中的資料分級。"),
    "Put a store in order: the same facts, sorted, in fewer files. Imports go on meanwhile.": (
        "整理存储库：数据不变，排好序，文件更少。整理期间仍可导入。",
        "整理存放庫：資料不變，排好序，檔案更少。整理期間仍可匯入。",
    ),
    "Compacting": ("正在整理", "正在整理"),
    "The store is compact; version {version}.": ("存储库已整理；版本 {version}。", "存放庫已整理；版本 {version}。"),
    "The store": ("存储库", "存放庫"),
    "Every hundred imports, say.": ("例如每导入一百次整理一次。", "例如每匯入一百次整理一次。"),
    "Write what counts as plain Delta tables, one for each table of facts, for any program that reads Delta.": (
        "把有效的数据写成普通的 Delta 表，每种数据一张，供任何能读 Delta 的程序使用。",
        "把有效的資料寫成普通的 Delta 表，每種資料一張，供任何能讀 Delta 的程式使用。",
    ),
    "Folder for the tables; it must not exist, or be empty.": (
        "存放这些表的文件夹；必须尚不存在或为空。",
        "存放這些表的資料夾；必須尚不存在或為空。",
    ),
    "Its facts as they were in this version; else the newest.": (
        "取该版本当时的数据；否则取最新版本。",
        "取該版本當時的資料；否則取最新版本。",
    ),
    "Exporting": ("正在导出", "正在匯出"),
    "out/orders, out/customers …": ("out/orders、out/customers …", "out/orders、out/customers …"),
    "Take files into a store. An order that comes again replaces itself; the same file again changes nothing. "
    "Of a folder, every file that is new.": (
        "把文件导入存储库。再次出现的订单会替换原来的；同一文件再导入一次不会有任何改变。若是文件夹，则导入其中所有新的文件。",
        "把檔案匯入存放庫。再次出現的訂單會取代原來的；同一檔案再匯入一次不會有任何改變。若是資料夾，則匯入其中所有新的檔案。",
    ),
    "Reading and importing": ("正在读取并导入", "正在讀取並匯入"),
    "Files, folders of exports, database addresses.": (
        "文件、存放导出文件的文件夹、数据库地址。",
        "檔案、存放匯出檔案的資料夾、資料庫位址。",
    ),
    "One month of orders.": ("一个月的订单。", "一個月的訂單。"),
    "Facts other than orders, from a source by name.": ("订单以外的数据，并指明来源。", "訂單以外的資料，並指明來源。"),
    "What the files hold; else recognised by name and header.": (
        "文件的内容；不给则按文件名和表头识别。",
        "檔案的內容；不給則按檔名和標題列識別。",
    ),
    "Where the files come from; else their name without digits.": (
        "文件的来源；不给则用去掉数字的文件名。",
        "檔案的來源；不給則用去掉數字的檔名。",
    ),
    "What names an order: its number, or customer and number; else found out.": (
        "订单由什么确定：订单号，或客户加订单号；不给则自动判断。",
        "訂單由什麼確定：訂單編號，或客戶加訂單編號；不給則自動判斷。",
    ),
    "Take an import back, also after later ones. Older versions stay readable.": (
        "撤销一次导入，之后又有导入也可以。旧版本仍可读取。",
        "復原一次匯入，之後又有匯入也可以。舊版本仍可讀取。",
    ),
    "Batch {batch} is undone; version {version}.": (
        "批次 {batch} 已撤销；版本 {version}。",
        "批次 {batch} 已復原；版本 {version}。",
    ),
    "Undoing": ("正在撤销", "正在復原"),
    "Number of the batch; see vitalfew facts versions.": (
        "批次号；请看 vitalfew facts versions。",
        "批次編號；請看 vitalfew facts versions。",
    ),
    "What batch 7 replaced counts again.": ("批次 7 所替换的重新有效。", "批次 7 所取代的重新有效。"),
    "Check every file of a store against its digest, and take back what a broken write left behind.": (
        "按摘要核对存储库的每个文件，并清除中断的写入留下的内容。",
        "按摘要核對存放庫的每個檔案，並清除中斷的寫入留下的內容。",
    ),
    "Verifying": ("正在核对", "正在核對"),
    "The store is sound.": ("存储库完好。", "存放庫完好。"),
    "Something that was acknowledged is damaged.": ("有已确认的内容损坏。", "有已確認的內容損壞。"),
    "Ends with 1 where something is lost or damaged.": (
        "若有内容丢失或损坏，则以 1 结束。",
        "若有內容遺失或損壞，則以 1 結束。",
    ),
    "List the versions of a store: every import, undo and compaction, the newest last.": (
        "列出存储库的版本：每次导入、撤销和整理，最新的在最后。",
        "列出存放庫的版本：每次匯入、復原和整理，最新的在最後。",
    ),
    "With the batches that undo takes.": ("列出可供撤销的批次。", "列出可供復原的批次。"),
    "Grade what the store held then.": ("对存储库当时的数据分级。", "對存放庫當時的資料分級。"),
    "rows": ("行数", "列數"),
    "new": ("新增", "新增"),
    "changed": ("变更", "變更"),
    "known": ("已有", "已有"),
    "rejected": ("拒绝", "拒絕"),
    "version": ("版本", "版本"),
    "what": ("操作", "操作"),
    "batch": ("批次", "批次"),
    "table": ("表", "表"),
    "source": ("来源", "來源"),
    "at": ("时间", "時間"),
    "undo of batch {batch}": ("撤销批次 {batch}", "復原批次 {batch}"),
    "import": ("导入", "匯入"),
    "compaction": ("整理", "整理"),
    "Folder of kept facts; see vitalfew facts.": (
        "保存数据的文件夹；请看 vitalfew facts。",
        "保存資料的資料夾；請看 vitalfew facts。",
    ),
    "How long to wait while another process writes; else {seconds}.": (
        "别的进程正在写入时等待多久；默认 {seconds} 秒。",
        "別的處理程序正在寫入時等待多久；預設 {seconds} 秒。",
    ),
    "Facts from a store, instead of ORDERS": ("用存储库的数据代替 ORDERS", "用存放庫的資料代替 ORDERS"),
    "grade takes either ORDERS, --store DIR or --metrics TABLE.": (
        "grade 需要 ORDERS、--store DIR 或 --metrics TABLE 之一。",
        "grade 需要 ORDERS、--store DIR 或 --metrics TABLE 其中之一。",
    ),
    "From a store; see vitalfew facts.": ("来自存储库；请看 vitalfew facts。", "來自存放庫；請看 vitalfew facts。"),
    "{file} is batch {batch} of {table} from {source}: {new:,} entries new, {changed:,} changed, {known:,} known.": (
        "{file} 是来自 {source} 的 {table} 批次 {batch}：新增 {new:,} 条，变更 {changed:,} 条，已有 {known:,} 条。",
        "{file} 是來自 {source} 的 {table} 批次 {batch}：新增 {new:,} 筆，變更 {changed:,} 筆，已有 {known:,} 筆。",
    ),
    "{file} is batch {batch} of orders from {source}: {new:,} orders new, {changed:,} changed, {known:,} known.": (
        "{file} 是来自 {source} 的订单批次 {batch}：新增 {new:,} 张订单，变更 {changed:,} 张，已有 {known:,} 张。",
        "{file} 是來自 {source} 的訂單批次 {batch}：新增 {new:,} 張訂單，變更 {changed:,} 張，已有 {known:,} 張。",
    ),
    "{file} is batch {batch} already: 0 new, {known:,} known; nothing was written.": (
        "{file} 已是批次 {batch}：新增 0，已有 {known:,}；没有写入任何内容。",
        "{file} 已是批次 {batch}：新增 0，已有 {known:,}；沒有寫入任何內容。",
    ),
    "{n} files are held already and were passed over.": (
        "{n} 个文件存储库中已有，已跳过。",
        "{n} 個檔案存放庫中已有，已略過。",
    ),
    "The store is at version {version}.": ("存储库现为版本 {version}。", "存放庫現為版本 {version}。"),
    "{file} is left out: {reason}": ("未导入 {file}：{reason}", "未匯入 {file}：{reason}"),
    "{store}: another process is writing; waiting up to {seconds} seconds.": (
        "{store}：另一个进程正在写入；最多等待 {seconds} 秒。",
        "{store}：另一個處理程序正在寫入；最多等待 {seconds} 秒。",
    ),
    "a folder in a folder is not searched.": ("不查找文件夹中的文件夹。", "不查找資料夾中的資料夾。"),
    "it is a result, not facts.": ("它是分级结果，不是数据。", "它是分級結果，不是資料。"),
    "its columns are those of no table of facts.": ("它的列不属于任何一种数据表。", "它的欄位不屬於任何一種資料表。"),
    "nothing to import: {files}": ("没有可导入的内容：{files}", "沒有可匯入的內容：{files}"),
    "there is nothing to import.": ("没有可导入的内容。", "沒有可匯入的內容。"),
    "The store is as it was.": ("存储库没有改变。", "存放庫沒有改變。"),
    "There is nothing to import.": ("没有什么可导入。", "沒有什麼可匯入。"),
    "no row of it belongs to a customer.": ("没有一行属于某个客户。", "沒有一列屬於某個客戶。"),
    "Nothing of it was imported. Mend the rows or raise --max-rejects.": (
        "没有导入其中任何内容。请改正这些行，或提高 --max-rejects。",
        "沒有匯入其中任何內容。請改正這些列，或提高 --max-rejects。",
    ),
    "no currency named": ("未指明币种", "未指明幣別"),
    "the amounts in the store are in {held} and cannot be turned into {wanted}.": (
        "存储库中的金额为 {held}，不能换算成 {wanted}。",
        "存放庫中的金額為 {held}，不能換算成 {wanted}。",
    ),
    "the store holds no orders in version {version}.": (
        "存储库的版本 {version} 中没有订单。",
        "存放庫的版本 {version} 中沒有訂單。",
    ),
    "the store has a table {table} already.": ("存储库中已有表 {table}。", "存放庫中已有表 {table}。"),
    "Give --currency and --rates when importing.": (
        "请在导入时给出 --currency 和 --rates。",
        "請在匯入時給出 --currency 和 --rates。",
    ),
    "Import some with vitalfew facts import.": (
        "请用 vitalfew facts import 导入。",
        "請用 vitalfew facts import 匯入。",
    ),
    "Import the file with vitalfew facts import, or leave the flag out.": (
        "请用 vitalfew facts import 导入该文件，或去掉该选项。",
        "請用 vitalfew facts import 匯入該檔案，或去掉該選項。",
    ),
}
