"""Official prose of Hanoi's districts, turned into comparable observations.

Rooms: `corpus` (files to documents), `extraction` (documents to observations), `scoring` (observations against labels),
`lake` (the Parquet between the steps), `building` (the dbt project parsed and run), `publishing` (audit and swap of the
database), `defs` (everything that knows Dagster) and `commands` (what `make` calls). Nothing else belongs at this level
but `settings`, `versions`, `progress` and `definitions`.
"""
