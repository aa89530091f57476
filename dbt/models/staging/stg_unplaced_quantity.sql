with unplaced_quantity as (
    select * from {{ source('lake', 'unplaced_quantity') }}
),

live_document as (
    select * from {{ ref('base_live_document') }}
)

select
    unplaced_quantity.unplaced_id,
    unplaced_quantity.document_id,
    unplaced_quantity.value_text,
    unplaced_quantity.value,
    unplaced_quantity.unit,
    unplaced_quantity.noun_phrase,
    unplaced_quantity.reason,
    unplaced_quantity.sentence,
    unplaced_quantity.char_start,
    unplaced_quantity.char_end
from unplaced_quantity
inner join live_document
    on unplaced_quantity.document_id = live_document.document_id
        and unplaced_quantity.segment_id = live_document.segment_id
