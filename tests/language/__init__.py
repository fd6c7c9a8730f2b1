"""The gate for plain language: it reads the built pages and says what a busy reader stumbles in.

`passages` takes the text out of pages and data, `sentences` divides it, `rules` finds the faults
of one edition, `pairs` holds the editions against each other, and `limits` says how many of each
are let through. `python -m tests.language` builds the site and prints every hit.
"""
