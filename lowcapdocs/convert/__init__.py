"""Word files → PDF by LibreOffice, in batches, with faces that stand in for licensed ones."""
