"""Next year's data from this year's: what of each file is kept, and what is cleared to be filled anew.

`yaml_text` changes a YAML file at the marks of its values; `rules` says what changes in which file;
`tables` does the same to tables; `past` tells what the old year came to. Nothing here writes a file.
"""
