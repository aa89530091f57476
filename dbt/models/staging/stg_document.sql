-- A copy that was removed may have been the file that the segment names: name and hash come from the ledger.
with document as (
    select * from {{ source('lake', 'document') }}
),

live_document as (
    select * from {{ ref('base_live_document') }}
)

select
    document.document_id,
    live_document.file_name,
    live_document.file_names,
    live_document.n_files,
    cast(document.media_type as varchar) as media_type,
    document.title,
    document.title_from,
    document.author,
    document.author_from,
    document.publisher,
    document.publisher_from,
    document.url,
    document.url_from,
    document.published_on,
    document.published_from,
    document.event_on,
    document.event_from,
    live_document.content_sha256,
    document.text
from document
inner join live_document
    on document.document_id = live_document.document_id
        and document.segment_id = live_document.segment_id
