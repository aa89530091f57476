-- The documents that the ledger still has a file for, each with the one segment that holds its rows.
with accepted_file as (
    select
        path,
        content_sha256,
        document_id,
        segment_id
    from {{ source('lake', 'source_file') }}
    where reason is null and document_id is not null
)

select
    document_id,
    min(segment_id) as segment_id,
    min(path) as file_name,
    arg_min(content_sha256, path) as content_sha256,
    list(path order by path) as file_names,
    count(*) as n_files
from accepted_file
group by document_id
