"""What the data comes to: sums, rates, ranks. Each figure is defined once, here, for documents and site."""
