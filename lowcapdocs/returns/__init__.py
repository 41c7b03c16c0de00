"""报送表: the workbooks that towns fill in each period, out and back."""
