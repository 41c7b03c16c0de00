"""The inspector: any .docx or .pdf against GB/T 9704, clause by clause; never a crash, never false blame."""
