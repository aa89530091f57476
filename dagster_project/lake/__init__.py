"""The Parquet between the steps: segments of documents, the ledger of source files, the refresh log.

Here: where each table lies, how it is written so that a killed process leaves nothing half done, what a
refresh has to read again, which segments are dead, and the lock that keeps two refreshes apart. Not here:
how a file becomes a document (`corpus`), a document observations (`extraction`), nor any SQL.
"""
