select
    file_name,
    document_id,
    file_name = min(file_name) over (partition by document_id) as is_named_file,
    size_bytes,
    modified_at,
    content_sha256
from {{ ref('stg_source_file') }}
where reason is null and document_id is not null
