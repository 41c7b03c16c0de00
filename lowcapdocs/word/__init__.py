"""Word: the tree of a 公文 → a .docx laid out to GB/T 9704—2012."""
