"""The public site: what may be public → plain pages and open data, as values. No site generator is imported."""
