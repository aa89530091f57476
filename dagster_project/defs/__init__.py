"""Dagster: assets, checks, jobs, schedules, sensors. Each reads, calls another room, writes and reports.

Not here: how anything is read, extracted, built or published.
"""
