"""Rules on the data (`data`, `entries`) and on finished texts (`document`); each yields findings.

Every code is described in docs/checks.md.
"""
