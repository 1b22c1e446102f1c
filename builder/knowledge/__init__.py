"""Claims into one whole: the same utterance found once, everything linked, counted and given an address, then checked.

Takes claims, sources and their texts; gives `Knowledge` and what is wrong with it.
"""
