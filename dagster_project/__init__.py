"""Official prose of Hanoi's districts, turned into comparable observations.

Rooms: `corpus` (files to documents), `extraction` (documents to observations), `scoring` (observations against labels),
`lake` (the Parquet between the steps), `building` (the dbt project parsed and run), `publishing` (audit and swap of the
database), `defs` (everything that knows Dagster) and `commands` (what `make` calls). Nothing else belongs at this level
but `settings`, `versions`, `progress`, `isolation` and `definitions`.
"""

import os

# polars gives freed memory back to the system after half a second and then asks for it again, page by page: a batch's
# frames come and go faster than that. Read when polars is loaded, so it stands before every import of it.
os.environ.setdefault("_RJEM_MALLOC_CONF", "dirty_decay_ms:10000")
