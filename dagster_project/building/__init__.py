"""dbt in this process: the prepared manifest and the build of a database from the lake.

Here: how dbt is called and what it answers. Not here: the models (`dbt/`), nor what Dagster shows of them (`defs`).
"""
