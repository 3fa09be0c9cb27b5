"""Every regular expression of extraction and of quotations, one file for each noun that they find.

Page text is hostile, so each expression is bounded: no unbounded quantifier stands inside another, and what may
repeat has an upper count wherever two parts could match the same characters. `tests/text/test_patterns.py` runs
each one over 100 KB lines made to hurt and holds it under a second.
"""
