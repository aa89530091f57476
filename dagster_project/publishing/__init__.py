"""From a built database to the published one: audit it, seal it, swap it in, and back.

Here: all that opens a finished DuckDB file. Not here: what is in it (dbt builds it), nor when it is published
(`defs`).
"""
