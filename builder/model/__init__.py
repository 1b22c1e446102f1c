"""The types everything else speaks, and what is always true of them. Standard library only.

Text and spans, claims, knowledge, issues. A value that exists is a value whose invariants hold.
"""
