with document as (
    select * from {{ ref('stg_document') }}
),

observation_count as (
    select
        document_id,
        count(*) as n_observations,
        count(distinct district_id) as n_districts
    from {{ ref('int_statement') }}
    group by document_id
),

unplaced_count as (
    select
        document_id,
        count(*) as n_unplaced_quantities
    from {{ ref('stg_unplaced_quantity') }}
    group by document_id
)

select
    document.document_id,
    document.file_name,
    document.title,
    document.text,
    document.publisher,
    document.url,
    document.published_on,
    document.event_on,
    document.content_sha256,
    document.media_type,
    document.author,
    document.title_from,
    document.author_from,
    document.publisher_from,
    document.url_from,
    document.published_from,
    document.event_from,
    document.n_files,
    document.file_names,
    coalesce(observation_count.n_observations, 0) as n_observations,
    coalesce(observation_count.n_districts, 0) as n_districts,
    coalesce(unplaced_count.n_unplaced_quantities, 0) as n_unplaced_quantities
from document
left join observation_count
    on document.document_id = observation_count.document_id
left join unplaced_count
    on document.document_id = unplaced_count.document_id
