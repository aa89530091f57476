select
    path as file_name,
    size_bytes,
    make_timestamp(modified_ns // 1000) as modified_at,
    content_sha256,
    document_id,
    reason,
    detail
from {{ source('lake', 'source_file') }}
