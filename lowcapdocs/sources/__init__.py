"""policy_data in: YAML, CSV and XLSX are equal sources, and every value knows where it came from."""
