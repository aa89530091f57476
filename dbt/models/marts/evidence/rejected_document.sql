select
    file_name,
    reason,
    detail,
    size_bytes,
    modified_at,
    content_sha256
from {{ ref('stg_source_file') }}
where reason is not null
