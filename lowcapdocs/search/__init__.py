"""Full-text search of a finished site: an index made from its HTML, and the client that reads it. Knows no generator."""
