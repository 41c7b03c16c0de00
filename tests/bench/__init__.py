"""How fast documents are made, beside other ways to make the very same ones: `python -m tests.bench`."""
