select * from {{ ref('stg_extraction_score') }}
