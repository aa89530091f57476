"""The language: its words from the vocabularies, folded, and the search for all of them at once.

Not here: what a word means beside others (`surroundings`, `statements`).
"""
