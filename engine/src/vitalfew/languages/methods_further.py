"""What the further grading methods say: thresholds, grid, ladder, rules, variability, combine, stability."""

SENTENCES: dict[str, tuple[str, str]] = {
    "a condition holds {column} against a value of another kind.": (
        "条件把 {column} 与另一种类型的值相比较。",
        "條件把 {column} 與另一種類型的值相比較。",
    ),
    "Numbers go with numbers, words with words, true and false with flags.": (
        "数字与数字比较，文字与文字比较，是/否标记与 true、false 比较。",
        "數字與數字比較，文字與文字比較，是/否標記與 true、false 比較。",
    ),
    "There is no previous run: the stability guard holds nothing back.": (
        "没有上一次运行：稳定性保护不拦截任何变动。",
        "沒有上一次執行：穩定性保護不攔阻任何變動。",
    ),
}
