"""The pages of the site, one subject a file: each function takes what is public and yields finished pages."""
