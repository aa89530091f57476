with observation as (
    select * from {{ ref('stg_observation') }}
),

ranked as (
    select * from {{ ref('int_ranked_statement') }}
)

select
    observation.observation_id,
    observation.document_id,
    observation.district_id,
    observation.indicator_id,
    observation.measure,
    observation.value,
    observation.unit,
    observation.bound,
    observation.status,
    observation.period_start,
    observation.period_end,
    observation.basis,
    observation.target_set,
    observation.value_text,
    observation.sentence,
    observation.char_start,
    observation.char_end,
    observation.sentence_start,
    observation.decimals,
    ranked.value_low,
    ranked.value_high,
    ranked.plausibility,
    ranked.period_id,
    ranked.year,
    ranked.subject_id,
    ranked.preference_rank,
    ranked.is_preferred,
    ranked.choice_reason,
    observation.rule,
    observation.period_from,
    observation.district_from
from observation
inner join ranked
    on observation.observation_id = ranked.observation_id
