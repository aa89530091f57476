select
    scored_at,
    extractor_version,
    corpus,
    split,
    indicator_id,
    measure,
    n_required,
    n_found,
    n_false,
    n_exact,
    precision,
    recall,
    f1,
    exact
from {{ source('lake', 'extraction_score') }}
