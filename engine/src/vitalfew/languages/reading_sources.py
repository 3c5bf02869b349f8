"""Sentences about sources: files, workbooks, archives, folders, databases, the child process."""

SENTENCES: dict[str, tuple[str, str]] = {
    # any source
    "there is no such file.": ("没有这个文件。", "沒有這個檔案。"),
    "Check the path.": ("请检查路径。", "請檢查路徑。"),
    "the file cannot be read: {reason}.": ("无法读取文件：{reason}。", "無法讀取檔案：{reason}。"),
    "Check its name and the rights on it.": ("请检查文件名和读取权限。", "請檢查檔名和讀取權限。"),
    "this is a device, pipe or socket, not a file.": (
        "这是设备、管道或套接字，不是文件。",
        "這是裝置、管線或通訊端，不是檔案。",
    ),
    "Save its content to a file first.": ("请先把内容保存为文件。", "請先把內容存成檔案。"),
    "no rows.": ("没有数据行。", "沒有資料列。"),
    "There is nothing below the header.": ("表头下面没有内容。", "表頭下面沒有內容。"),
    "{kind} cannot be read as a table.": ("{kind} 不能当作表格读取。", "{kind} 不能當作表格讀取。"),
    "Give a path, the address of a database, or a data frame.": (
        "请给出路径、数据库地址或数据框。",
        "請提供路徑、資料庫位址或資料框。",
    ),
    "total rows left out: {count} (lines {lines})": (
        "已略去合计行：{count} 行（行号 {lines}）",
        "已略去合計列：{count} 列（列號 {lines}）",
    ),
    "repeated headers left out: {count}": ("已略去重复的表头：{count} 行", "已略去重複的表頭：{count} 列"),
    # the child process
    "reading took more than {seconds} seconds and was stopped.": (
        "读取超过 {seconds} 秒，已停止。",
        "讀取超過 {seconds} 秒，已停止。",
    ),
    "reading was stopped: it needed more than {size} MB of memory, or the system ended it.": (
        "读取已停止：所需内存超过 {size} MB，或被系统终止。",
        "讀取已停止：所需記憶體超過 {size} MB，或被系統終止。",
    ),
    "Split the file, or save it as Parquet.": ("请拆分文件，或另存为 Parquet。", "請拆分檔案，或另存為 Parquet。"),
    "Split the file, or save it as CSV or Parquet.": (
        "请拆分文件，或另存为 CSV 或 Parquet。",
        "請拆分檔案，或另存為 CSV 或 Parquet。",
    ),
    "the reader met an unexpected error: {error}.": (
        "读取时发生意外错误：{error}。",
        "讀取時發生未預期的錯誤：{error}。",
    ),
    "Please report it, with the first lines of the file.": (
        "请报告此问题，并附上文件的前几行。",
        "請回報此問題，並附上檔案的前幾行。",
    ),
    "the rows that were read cannot be put aside: {reason}.": (
        "无法暂存已读取的行：{reason}。",
        "無法暫存已讀取的資料列：{reason}。",
    ),
    "Free space in the folder for temporary files, or name another one in TMPDIR.": (
        "请清理临时文件夹的空间，或用 TMPDIR 另指一个文件夹。",
        "請清理暫存資料夾的空間，或用 TMPDIR 另指一個資料夾。",
    ),
    # archives and workbooks
    "the file is damaged or was not copied to its end.": (
        "文件已损坏，或没有复制完整。",
        "檔案已損壞，或沒有複製完整。",
    ),
    "Copy it again, or open it in a spreadsheet program and save it anew.": (
        "请重新复制，或用电子表格软件打开后另存。",
        "請重新複製，或用試算表軟體開啟後另存。",
    ),
    "Open it in a spreadsheet program and save it anew.": (
        "请用电子表格软件打开后另存。",
        "請用試算表軟體開啟後另存。",
    ),
    "the archive has {count} members; at most {limit} are read.": (
        "压缩包有 {count} 个成员；最多读取 {limit} 个。",
        "壓縮檔有 {count} 個成員；最多讀取 {limit} 個。",
    ),
    "unpacked it has {size} MB; at most {limit} MB are read.": (
        "解压后有 {size} MB；最多读取 {limit} MB。",
        "解壓縮後有 {size} MB；最多讀取 {limit} MB。",
    ),
    "it unpacks to {ratio} times its size; at most {limit} times is read.": (
        "解压后是原大小的 {ratio} 倍；最多读取 {limit} 倍。",
        "解壓縮後是原大小的 {ratio} 倍；最多讀取 {limit} 倍。",
    ),
    "Save the data as CSV, or in several smaller files.": (
        "请把数据另存为 CSV，或分成几个较小的文件。",
        "請把資料另存為 CSV，或分成幾個較小的檔案。",
    ),
    "the archive has a member with an unsafe name: {name}.": (
        "压缩包里有名称不安全的成员：{name}。",
        "壓縮檔裡有名稱不安全的成員：{name}。",
    ),
    "the workbook holds another archive: {name}.": (
        "工作簿里还有压缩包：{name}。",
        "活頁簿裡還有壓縮檔：{name}。",
    ),
    "Remove embedded files and save it anew.": ("请删除嵌入的文件后另存。", "請刪除嵌入的檔案後另存。"),
    "its XML declares a document type or entities, which workbooks never do.": (
        "其中的 XML 声明了文档类型或实体，正常的工作簿不会这样。",
        "其中的 XML 宣告了文件類型或實體，正常的活頁簿不會這樣。",
    ),
    "the workbook is protected by a password.": ("工作簿有密码保护。", "活頁簿有密碼保護。"),
    "Open it with the password, save it without one, and use that file.": (
        "请用密码打开，去掉密码后另存，再使用新文件。",
        "請用密碼開啟，去掉密碼後另存，再使用新檔案。",
    ),
    "there is no sheet {name}.": ("没有工作表 {name}。", "沒有工作表 {name}。"),
    "Sheets there: {names}.": ("现有工作表：{names}。", "現有工作表：{names}。"),
    "Name the sheet with --sheet if it is a hidden one.": (
        "如果是隐藏的工作表，请用 --sheet 指定。",
        "如果是隱藏的工作表，請用 --sheet 指定。",
    ),
    "the header in row {row} is made of merged cells.": (
        "第 {row} 行的表头是合并单元格。",
        "第 {row} 列的表頭是合併儲存格。",
    ),
    "Write one header row with one name for each column, or give its row with --header-row.": (
        "请用一行表头、每列一个名称，或用 --header-row 指定表头所在行。",
        "請用一列表頭、每欄一個名稱，或用 --header-row 指定表頭所在列。",
    ),
    "its cells do not say where they stand, so an error cell cannot be told from an empty one.": (
        "单元格没有写明位置，无法区分错误单元格和空单元格。",
        "儲存格沒有寫明位置，無法區分錯誤儲存格和空儲存格。",
    ),
    "sheet {sheet} is read; not read: {others} (--sheet NAME changes it)": (
        "读取工作表 {sheet}；未读取：{others}（可用 --sheet 名称 更改）",
        "讀取工作表 {sheet}；未讀取：{others}（可用 --sheet 名稱 更改）",
    ),
    "{count} hidden rows are read like the others": (
        "{count} 个隐藏行与其他行一样读取",
        "{count} 個隱藏列與其他列一樣讀取",
    ),
    "{count} formula cells are read by the result saved with them": (
        "{count} 个公式单元格按保存的结果读取",
        "{count} 個公式儲存格按儲存的結果讀取",
    ),
    "{count} merged ranges are filled with the value of their first cell": (
        "{count} 个合并区域已用首个单元格的值填充",
        "{count} 個合併範圍已用第一個儲存格的值填滿",
    ),
    "formula without result": ("公式没有结果", "公式沒有結果"),
    "number lost digits; format as text": ("数字丢失了位数；请设为文本格式", "數字遺失了位數；請設為文字格式"),
    "error cell": ("错误单元格", "錯誤儲存格"),
    # Parquet and data frames
    "the Parquet file is damaged or was not copied to its end.": (
        "Parquet 文件已损坏，或没有复制完整。",
        "Parquet 檔案已損壞，或沒有複製完整。",
    ),
    "Copy it again, or write it anew.": ("请重新复制或重新生成。", "請重新複製或重新產生。"),
    "two columns have the same name: {name}.": ("有两列同名：{name}。", "有兩欄同名：{name}。"),
    "Rename one of them.": ("请修改其中一个名称。", "請修改其中一個名稱。"),
    # folders
    "the folder is empty.": ("文件夹是空的。", "資料夾是空的。"),
    "Name a folder with data files.": ("请指定有数据文件的文件夹。", "請指定有資料檔案的資料夾。"),
    "there is a folder in the folder: {name}.": ("文件夹里还有文件夹：{name}。", "資料夾裡還有資料夾：{name}。"),
    "Name the folder in which the files lie.": ("请指定文件所在的文件夹。", "請指定檔案所在的資料夾。"),
    "files of several kinds: {first} and {second}.": (
        "文件种类不一：{first} 和 {second}。",
        "檔案種類不一：{first} 和 {second}。",
    ),
    "Keep files of one kind in a folder.": ("请在文件夹里只放同一种文件。", "請在資料夾裡只放同一種檔案。"),
    "its columns differ from those of the first file: {column}.": (
        "它的列与第一个文件不同：{column}。",
        "它的欄位與第一個檔案不同：{column}。",
    ),
    "Keep files with the same columns in a folder.": (
        "请在文件夹里只放列相同的文件。",
        "請在資料夾裡只放欄位相同的檔案。",
    ),
    "{name}: {count} rows; its first line is counted as line {line}": (
        "{name}：{count} 行；它的第一行记作第 {line} 行",
        "{name}：{count} 列；它的第一列記作第 {line} 列",
    ),
    # databases
    "the address of the database cannot be read.": ("无法识别数据库地址。", "無法辨識資料庫位址。"),
    "It is written like this: sqlite:///shop.db#orders": (
        "写法例如：sqlite:///shop.db#orders",
        "寫法例如：sqlite:///shop.db#orders",
    ),
    "the address of the database names no table.": ("数据库地址没有写明表名。", "資料庫位址沒有寫明資料表。"),
    "Add the name of one table, like this: sqlite:///shop.db#orders": (
        "请加上一个表名，例如：sqlite:///shop.db#orders",
        "請加上一個資料表名稱，例如：sqlite:///shop.db#orders",
    ),
    "reading from a database needs SQLAlchemy, which is not installed.": (
        "读取数据库需要 SQLAlchemy，但尚未安装。",
        "讀取資料庫需要 SQLAlchemy，但尚未安裝。",
    ),
    "Install it: pip install 'vitalfew[database]'": (
        "安装方法：pip install 'vitalfew[database]'",
        "安裝方法：pip install 'vitalfew[database]'",
    ),
    "no driver for this kind of database is installed: {error}.": (
        "没有安装这种数据库的驱动：{error}。",
        "沒有安裝這種資料庫的驅動程式：{error}。",
    ),
    "Install the driver that SQLAlchemy names for it.": (
        "请安装 SQLAlchemy 为它指定的驱动。",
        "請安裝 SQLAlchemy 為它指定的驅動程式。",
    ),
    "there is no table {name}.": ("没有表 {name}。", "沒有資料表 {name}。"),
    "Check its name.": ("请检查名称。", "請檢查名稱。"),
    "Tables there: {names}.": ("现有的表：{names}。", "現有的資料表：{names}。"),
    "the database cannot be read: {error}.": ("无法读取数据库：{error}。", "無法讀取資料庫：{error}。"),
    "Check the address, the name and the password, and that the server is running.": (
        "请检查地址、用户名和密码，以及服务器是否在运行。",
        "請檢查位址、使用者名稱和密碼，以及伺服器是否在執行。",
    ),
    "{count:,} rows read": ("已读 {count:,} 行", "已讀 {count:,} 列"),
}
