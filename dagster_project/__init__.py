"""Official prose of Hanoi's districts, turned into comparable observations.

Rooms: `corpus` (files to documents), `extraction` (documents to observations), `lake` (the Parquet between the
steps), `publishing` (audit and swap of the database) and `defs` (everything that knows Dagster). Nothing else
belongs at this level but `settings` and `definitions`.
"""
