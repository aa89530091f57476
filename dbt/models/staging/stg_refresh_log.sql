select
    refresh_id,
    started_at,
    finished_at,
    n_documents,
    n_observations,
    extractor_version,
    project_version
from {{ source('lake', 'refresh_log') }}
