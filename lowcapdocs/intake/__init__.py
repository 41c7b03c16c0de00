"""Sheets that clerks already have, read as they are: every doubt told by cell, nothing guessed in silence."""
