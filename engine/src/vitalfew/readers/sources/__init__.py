"""Everything that holds facts and is no single text file or workbook."""
