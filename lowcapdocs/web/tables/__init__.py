"""Tables of open data: what each holds (`planned`, `progress`, `ledger`, `listed`), and how it is written.

A table is `table.Table`: fields with stable English names and Chinese titles, and rows. `campaign_tables` in
`all` gives those of a campaign; `csv_text`, `json_text` and `schema` write one. Only fields whose column is
公开 are in a table, and no table is made that has no rows.
"""
