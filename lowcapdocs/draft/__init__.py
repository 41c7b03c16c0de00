"""Drafts: campaign and template → readable text, and that text → the tree of a 公文."""
