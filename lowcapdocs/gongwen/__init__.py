"""What a 公文 is: its elements, their numerals and wording, and the measures of GB/T 9704."""
