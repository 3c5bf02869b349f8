"""Sentences of opening text files as records and recognising their columns."""

SENTENCES: dict[str, tuple[str, str]] = {
    # What a file really is
    "this is {kind}, not a text file.": ("这是{kind}，不是文本文件。", "這是{kind}，不是文字檔案。"),
    "Save the data as CSV; a workbook or Parquet file keeps its own ending (.xlsx, .xls, .ods, .parquet).": (
        "请将数据另存为 CSV；工作簿或 Parquet 文件请保留自己的扩展名（.xlsx、.xls、.ods、.parquet）。",
        "請將資料另存為 CSV；活頁簿或 Parquet 檔案請保留自己的副檔名（.xlsx、.xls、.ods、.parquet）。",
    ),
    "a PDF document": ("PDF 文档", "PDF 文件"),
    "an old Excel workbook (XLS) or another Office file": (
        "旧版 Excel 工作簿（XLS）或其他 Office 文件",
        "舊版 Excel 活頁簿（XLS）或其他 Office 檔案",
    ),
    "an Excel workbook (XLSX)": ("Excel 工作簿（XLSX）", "Excel 活頁簿（XLSX）"),
    "an Excel workbook (XLSB)": ("Excel 工作簿（XLSB）", "Excel 活頁簿（XLSB）"),
    "an OpenDocument file (ODS or the like)": ("OpenDocument 文件（ODS 等）", "OpenDocument 檔案（ODS 等）"),
    "a Word document": ("Word 文档", "Word 文件"),
    "a PowerPoint presentation": ("PowerPoint 演示文稿", "PowerPoint 簡報"),
    "an RTF document": ("RTF 文档", "RTF 文件"),
    "an SQLite database": ("SQLite 数据库", "SQLite 資料庫"),
    "a ZIP archive": ("ZIP 压缩包", "ZIP 壓縮檔"),
    "a 7z archive": ("7z 压缩包", "7z 壓縮檔"),
    "a RAR archive": ("RAR 压缩包", "RAR 壓縮檔"),
    "an XZ archive": ("XZ 压缩文件", "XZ 壓縮檔"),
    "a bzip2 archive": ("bzip2 压缩文件", "bzip2 壓縮檔"),
    "a Zstandard archive": ("Zstandard 压缩文件", "Zstandard 壓縮檔"),
    "a gzip archive": ("gzip 压缩文件", "gzip 壓縮檔"),
    "a TAR archive": ("TAR 归档文件", "TAR 封存檔"),
    "an Arrow file": ("Arrow 文件", "Arrow 檔案"),
    "a Parquet file": ("Parquet 文件", "Parquet 檔案"),
    "a program": ("程序", "程式"),
    "a Windows program": ("Windows 程序", "Windows 程式"),
    "an image": ("图片", "圖片"),
    "an HTML page": ("HTML 网页", "HTML 網頁"),
    "an XML document": ("XML 文档", "XML 文件"),
    "a JSON document": ("JSON 文档", "JSON 文件"),
    # Opening and unpacking
    "the packed file unpacks to more than {limit} MB or {ratio} times its size.": (
        "压缩文件解压后超过 {limit} MB，或超过自身大小的 {ratio} 倍。",
        "壓縮檔解壓縮後超過 {limit} MB，或超過自身大小的 {ratio} 倍。",
    ),
    "Unpack it yourself if you trust it, and name the unpacked file.": (
        "如果信任该文件，请自行解压，再指定解压后的文件。",
        "如果信任該檔案，請自行解壓縮，再指定解壓縮後的檔案。",
    ),
    "the packed file is truncated.": ("压缩文件不完整。", "壓縮檔不完整。"),
    "the packed file is damaged.": ("压缩文件已损坏。", "壓縮檔已損壞。"),
    "Copy or export it again.": ("请重新复制或导出。", "請重新複製或匯出。"),
    # Encoding
    "unknown encoding: {name}.": ("未知的编码：{name}。", "未知的編碼：{name}。"),
    "Did you mean {name}?": ("您是否想用 {name}？", "您是否想用 {name}？"),
    "Known are: {names}.": ("可用的有：{names}。", "可用的有：{names}。"),
    "line {line} is not valid {encoding}.": (
        "第 {line} 行不是有效的 {encoding}。",
        "第 {line} 列不是有效的 {encoding}。",
    ),
    "Name the file's encoding with --encoding (windows-1252, for example), or repair the line.": (
        "请用 --encoding 指定文件编码（例如 windows-1252），或修复该行。",
        "請用 --encoding 指定檔案編碼（例如 windows-1252），或修復該列。",
    ),
    "contains binary data at byte {byte}.": ("第 {byte} 字节处含有二进制数据。", "第 {byte} 位元組處含有二進位資料。"),
    "Export the data again as CSV; for UTF-16 name it with --encoding utf-16.": (
        "请重新导出为 CSV；如为 UTF-16，请用 --encoding utf-16 指定。",
        "請重新匯出為 CSV；如為 UTF-16，請用 --encoding utf-16 指定。",
    ),
    "read as {encoding}; --encoding changes it if names look wrong": (
        "按 {encoding} 读取；如名称显示有误，可用 --encoding 更改",
        "以 {encoding} 讀取；如名稱顯示有誤，可用 --encoding 更改",
    ),
    # Records
    "the quote opened on line {line} is not closed.": (
        "第 {line} 行开始的引号没有闭合。",
        "第 {line} 列開始的引號沒有結尾。",
    ),
    "Close it, or write a quote inside a cell twice.": (
        "请补上引号；单元格内的引号须写两次。",
        "請補上引號；儲存格內的引號須寫兩次。",
    ),
    "the record on line {line} is longer than 1 MB.": (
        "第 {line} 行的记录超过 1 MB。",
        "第 {line} 列的記錄超過 1 MB。",
    ),
    "Look for a quote that is not closed, or a line without its end.": (
        "请检查是否有未闭合的引号，或缺少换行的行。",
        "請檢查是否有未結尾的引號，或缺少換行的列。",
    ),
    "the cells are separated by the full-width sign {sign}.": (
        "单元格之间用的是全角符号 {sign}。",
        "儲存格之間用的是全形符號 {sign}。",
    ),
    "Replace it by a plain comma, for example in a text editor, and save the file again.": (
        "请在文本编辑器等工具中替换为半角逗号后重新保存。",
        "請在文字編輯器等工具中改為半形逗號後重新儲存。",
    ),
    "The file ends with its header.": ("文件只有表头。", "檔案只有標題列。"),
    "blank lines skipped: {count}": ("已跳过空行：{count}", "已略過空白列：{count}"),
    # The header
    "no header row found in the first {count} rows.": (
        "前 {count} 行中没有找到表头。",
        "前 {count} 列中沒有找到標題列。",
    ),
    "Write the names of the columns above the data, or give the row with --header-row.": (
        "请在数据上方写上列名，或用 --header-row 指定表头所在行。",
        "請在資料上方寫上欄位名稱，或用 --header-row 指定標題所在列。",
    ),
    "row {row} holds no header.": ("第 {row} 行没有表头。", "第 {row} 列沒有標題。"),
    "Rows are counted from 1, blank ones too; --header-row takes that number.": (
        "行号从 1 起数，空行也算；--header-row 用的就是这个行号。",
        "列號從 1 起算，空白列也算；--header-row 用的就是這個列號。",
    ),
    "title rows above the header left out: {count} ({titles})": (
        "已略去表头上方的标题行：{count}（{titles}）",
        "已略去標題列上方的說明列：{count}（{titles}）",
    ),
    "too many columns (limit {limit}).": ("列数过多（上限 {limit}）。", "欄位過多（上限 {limit}）。"),
    "Leave out columns that are not needed.": ("请去掉不需要的列。", "請去掉不需要的欄位。"),
    "columns {first} ({one}) and {second} ({other}) have the same name.": (
        "第 {first} 列（{one}）与第 {second} 列（{other}）同名。",
        "第 {first} 欄（{one}）與第 {second} 欄（{other}）同名。",
    ),
    "Rename one of the two.": ("请给其中一列改名。", "請將其中一欄改名。"),
    # Recognising columns
    "there is no column {column} for --map {field}.": (
        "--map {field} 所指的列 {column} 不存在。",
        "--map {field} 所指的欄位 {column} 不存在。",
    ),
    "no column found for {names}.": ("没有找到对应 {names} 的列。", "沒有找到對應 {names} 的欄位。"),
    "Name it with --map {field}=COLUMN. Headers seen: {headers}.": (
        "请用 --map {field}=列名 指定。已有的列名：{headers}。",
        "請用 --map {field}=欄位名稱 指定。已有的欄位：{headers}。",
    ),
    "{name} is read from {header}; {others} would fit too (--map {name}=COLUMN changes it)": (
        "{name} 取自列“{header}”；{others} 也可能是（可用 --map {name}=列名 更改）",
        "{name} 取自欄位「{header}」；{others} 也可能是（可用 --map {name}=欄位名稱 更改）",
    ),
    "{name} is read from {header}, recognised by its content (--map {name}=COLUMN changes it)": (
        "{name} 取自列“{header}”，按内容识别（可用 --map {name}=列名 更改）",
        "{name} 取自欄位「{header}」，依內容辨識（可用 --map {name}=欄位名稱 更改）",
    ),
}
