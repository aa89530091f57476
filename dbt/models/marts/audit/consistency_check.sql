with derived as (
    select
        *,
        status = 'target' as is_target
    from {{ ref('derived_value') }}
    -- A target is reported without its setter: only the plan that names none either is the same thing.
    where formula_id != 'plan_level' or basis = 'plan'
),

reported as (
    select
        *,
        status = 'target' as is_target
    from {{ ref('int_ranked_statement') }}
    where is_plausible and basis_class in ('none', 'same_period')
    qualify row_number() over (
            partition by subject_id, status = 'target'
            order by preference_rank
        ) = 1
),

paired as (
    select
        derived.derived_id,
        derived.district_id,
        derived.indicator_id,
        derived.measure,
        derived.unit,
        derived.period_start,
        derived.period_end,
        derived.year,
        derived.formula_id,
        derived.formula,
        derived.observation_ids,
        derived.value as derived_value,
        derived.value_low as derived_low,
        derived.value_high as derived_high,
        derived.status as derived_status,
        if(derived.status = reported.status, 'contradiction', 'revision') as kind_of_disagreement,
        reported.observation_id as reported_observation_id,
        reported.subject_id,
        reported.value as reported_value,
        reported.value_low as reported_low,
        reported.value_high as reported_high,
        reported.status as reported_status,
        reported.target_set,
        (derived.value_high - derived.value_low) / 2 as derived_step,
        reported.written_step as reported_step
    from derived
    inner join reported
        on derived.district_id = reported.district_id
            and derived.indicator_id = reported.indicator_id
            and derived.measure = reported.measure
            and derived.unit = reported.unit
            and derived.period_start = reported.period_start
            and derived.period_end = reported.period_end
            and derived.is_target = reported.is_target
            and not list_contains(derived.observation_ids, reported.observation_id)
),

support as (
    select
        subject_id,
        n_statements,
        n_documents,
        n_publishers
    from {{ ref('int_preferred_statement') }}
),

evidence as (
    select
        observation_id,
        value_text,
        sentence
    from {{ ref('fct_observation') }}
)

select
    paired.derived_id,
    paired.reported_observation_id,
    paired.district_id,
    paired.indicator_id,
    paired.measure,
    paired.unit,
    paired.period_start,
    paired.period_end,
    paired.year,
    paired.target_set,
    if({{ intervals_meet('paired.derived', 'paired.reported') }}, 'agree', 'disagree') as verdict,
    if({{ intervals_meet('paired.derived', 'paired.reported') }}, null, paired.kind_of_disagreement) as kind,
    {{ interval_gap('paired.derived', 'paired.reported') }} as gap,
    100 * {{ interval_gap('paired.derived', 'paired.reported') }}
    / nullif(abs(paired.reported_value), 0) as gap_percent,
    if(
        {{ intervals_meet('paired.derived', 'paired.reported') }}, null,
        {{ mechanical_cause('paired.derived', 'paired.reported', 'paired.unit') }}
    ) as likely_cause,
    paired.derived_value,
    paired.derived_low,
    paired.derived_high,
    paired.derived_status,
    paired.formula_id,
    paired.formula,
    paired.observation_ids,
    paired.reported_value,
    paired.reported_low,
    paired.reported_high,
    paired.reported_status,
    support.n_statements as reported_n_statements,
    support.n_documents as reported_n_documents,
    support.n_publishers as reported_n_publishers,
    evidence.value_text as reported_text,
    evidence.sentence as reported_sentence
from paired
inner join evidence
    on paired.reported_observation_id = evidence.observation_id
inner join support
    on paired.subject_id = support.subject_id
order by verdict desc, gap_percent desc nulls last, paired.derived_id asc
