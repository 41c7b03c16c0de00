"""公开: what may leave the office, why, and whether anything else slipped out."""
