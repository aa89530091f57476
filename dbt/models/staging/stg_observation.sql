with observation as (
    select * from {{ source('lake', 'observation') }}
),

live_document as (
    select * from {{ ref('base_live_document') }}
)

select
    observation.observation_id,
    observation.document_id,
    observation.district_id,
    observation.indicator_id,
    cast(observation.measure as varchar) as measure,
    observation.value,
    observation.unit,
    cast(observation.bound as varchar) as bound,
    cast(observation.status as varchar) as status,
    observation.period_start,
    observation.period_end,
    observation.basis,
    observation.target_set,
    observation.value_text,
    observation.sentence,
    observation.char_start,
    observation.char_end,
    observation.sentence_start,
    cast(observation.decimals as integer) as decimals,
    observation.rule,
    observation.period_from,
    observation.district_from
from observation
inner join live_document
    on observation.document_id = live_document.document_id
        and observation.segment_id = live_document.segment_id
