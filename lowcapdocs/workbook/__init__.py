"""Excel: the tables of a 公文 → .xlsx, numbers as numbers and totals as formulas."""
