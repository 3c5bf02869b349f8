"""One cell, one column: texts become numbers, dates, ids and words, or the reason why not."""
