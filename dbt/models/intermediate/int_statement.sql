-- Each statement with what it is about (its subject), its interval, and whether its value is possible at all.
-- Sentences stay behind: everything that compares statements reads this narrow table.
with observation as (
    select
        * exclude (sentence, value_text, decimals, sentence_start, char_end, rule, period_from, district_from),
        hash(sentence) as wording_hash
    from {{ ref('stg_observation') }}
),

value_interval as (
    select * from {{ ref('int_value_interval') }}
),

value_plausibility as (
    select * from {{ ref('int_value_plausibility') }}
),

period as (
    select * from {{ ref('int_period') }}
),

document as (
    select
        document_id,
        publisher,
        coalesce(published_on, event_on) as known_on
    from {{ ref('stg_document') }}
),

statement as (
    select
        observation.*,
        value_interval.value_low,
        value_interval.value_high,
        value_interval.written_step,
        value_plausibility.plausibility,
        value_plausibility.plausibility = 'plausible' as is_plausible,
        list_position(['actual', 'estimate', 'forecast', 'target'], observation.status) as status_rank,
        period.period_id,
        period.period_class,
        period.year,
        -- Of a full year, the same period a year earlier is the previous year; an unnamed base stays unnamed.
        case
            when observation.measure not in ('growth', 'plan_attainment') then 'none'
            when observation.measure = 'growth' and observation.basis = 'previous_year' and period.period_class = 'year'
                then 'same_period'
            else coalesce(observation.basis, 'unnamed')
        end as basis_class,
        document.publisher,
        document.known_on
    from observation
    inner join value_interval
        on observation.observation_id = value_interval.observation_id
    inner join value_plausibility
        on observation.observation_id = value_plausibility.observation_id
    inner join period
        on observation.period_start = period.period_start
            and observation.period_end = period.period_end
    left join document
        on observation.document_id = document.document_id
)

select
    *,
    concat_ws(
        '/', district_id, indicator_id, measure, unit, period_start, period_end, basis_class,
        coalesce(target_set, 'none')
    ) as subject_id
from statement
