with pair as (
    select * from {{ ref('int_conflicting_pair') }}
),

statement as (
    select
        observation.*,
        pow(10.0, -observation.decimals) as written_step
    from {{ ref('fct_observation') }} as observation
),

preferred as (
    select * from {{ ref('int_preferred_statement') }}
),

disagreement as (
    select
        pair.kind,
        pair.subject_id,
        first_said.district_id,
        first_said.indicator_id,
        first_said.measure,
        first_said.unit,
        first_said.period_id,
        first_said.period_start,
        first_said.period_end,
        first_said.year,
        first_said.target_set,
        first_said.observation_id as first_observation_id,
        first_said.document_id as first_document_id,
        first_said.status as first_status,
        first_said.basis as first_basis,
        first_said.value as first_value,
        first_said.value_low as first_low,
        first_said.value_high as first_high,
        first_said.written_step as first_step,
        first_said.value_text as first_text,
        first_said.sentence as first_sentence,
        second_said.observation_id as second_observation_id,
        second_said.document_id as second_document_id,
        second_said.status as second_status,
        second_said.basis as second_basis,
        second_said.value as second_value,
        second_said.value_low as second_low,
        second_said.value_high as second_high,
        second_said.written_step as second_step,
        second_said.value_text as second_text,
        second_said.sentence as second_sentence
    from pair
    inner join statement as first_said
        on pair.first_observation_id = first_said.observation_id
    inner join statement as second_said
        on pair.second_observation_id = second_said.observation_id
),

-- A level of three digits or more that another period also has is likely that period's.
said_of_another_period as (
    select distinct disagreement.second_observation_id
    from disagreement
    inner join preferred
        on disagreement.district_id = preferred.district_id
            and disagreement.indicator_id = preferred.indicator_id
            and disagreement.unit = preferred.unit
            and disagreement.measure = preferred.measure
            and disagreement.period_id != preferred.period_id
            and disagreement.target_set is not distinct from preferred.target_set
    where
        disagreement.measure = 'level'
        and disagreement.second_value >= 100 * disagreement.second_step
        and preferred.value >= 100 * preferred.written_step
        and {{ intervals_meet('disagreement.second', 'preferred.value') }}
),

document as (
    select
        document_id,
        publisher
    from {{ ref('dim_document') }}
)

select
    md5(disagreement.first_observation_id || '/' || disagreement.second_observation_id) as conflict_id,
    disagreement.kind,
    disagreement.subject_id,
    disagreement.district_id,
    disagreement.indicator_id,
    disagreement.measure,
    disagreement.unit,
    disagreement.period_start,
    disagreement.period_end,
    disagreement.year,
    disagreement.target_set,
    {{ interval_gap('disagreement.first', 'disagreement.second') }} as gap,
    100 * {{ interval_gap('disagreement.first', 'disagreement.second') }}
    / nullif(greatest(abs(disagreement.first_value), abs(disagreement.second_value)), 0) as gap_percent,
    coalesce(
        {{ mechanical_cause('disagreement.first', 'disagreement.second', 'disagreement.unit') }},
        if(said_of_another_period.second_observation_id is null, null, 'another_period')
    ) as likely_cause,
    disagreement.first_observation_id,
    disagreement.first_document_id,
    first_document.publisher as first_publisher,
    disagreement.first_status,
    disagreement.first_basis,
    disagreement.first_value,
    disagreement.first_low,
    disagreement.first_high,
    disagreement.first_text,
    disagreement.first_sentence,
    disagreement.second_observation_id,
    disagreement.second_document_id,
    second_document.publisher as second_publisher,
    disagreement.second_status,
    disagreement.second_basis,
    disagreement.second_value,
    disagreement.second_low,
    disagreement.second_high,
    disagreement.second_text,
    disagreement.second_sentence
from disagreement
inner join document as first_document
    on disagreement.first_document_id = first_document.document_id
inner join document as second_document
    on disagreement.second_document_id = second_document.document_id
left join said_of_another_period
    on disagreement.second_observation_id = said_of_another_period.second_observation_id
order by disagreement.kind asc, gap_percent desc nulls last, conflict_id asc
