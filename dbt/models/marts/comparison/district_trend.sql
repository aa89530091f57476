with reported as (
    select * from {{ ref('indicator_comparison') }}
    where is_main and period_class = 'year' and status != 'target'
),

-- Where several derivations reach the same value, the narrowest is shown; all stand in derived_value.
derived as (
    select * from {{ ref('derived_value') }}
    where
        is_plausible and status != 'target'
        and (basis is null or basis = 'same_period')
        and period_start = make_date(year, 1, 1) and period_end = make_date(year, 12, 31)
    qualify row_number() over (
            partition by district_id, indicator_id, measure, year
            order by value_high - value_low asc, derived_id asc
        ) = 1
),

known as (
    select
        district_id,
        indicator_id,
        year
    from reported
    union
    select
        district_id,
        indicator_id,
        year
    from derived
)

select
    known.district_id,
    known.indicator_id,
    known.year,
    coalesce(level.unit, derived_level.unit) as unit,
    level.value as level,
    level.value_low as level_low,
    level.value_high as level_high,
    level.status as level_status,
    level.observation_id as level_observation_id,
    level.n_statements as level_n_statements,
    level.n_documents as level_n_documents,
    level.n_publishers as level_n_publishers,
    level.change_percent as level_change_percent,
    derived_level.value as derived_level,
    derived_level.value_low as derived_level_low,
    derived_level.value_high as derived_level_high,
    derived_level.formula as derived_level_formula,
    derived_level.derived_id as derived_level_id,
    if(level.unit = derived_level.unit, {{ intervals_meet('level.value', 'derived_level.value') }}, null)
        as levels_agree,
    growth.value as growth,
    growth.value_low as growth_low,
    growth.value_high as growth_high,
    growth.status as growth_status,
    growth.basis_class as growth_basis,
    growth.observation_id as growth_observation_id,
    growth.n_statements as growth_n_statements,
    growth.n_documents as growth_n_documents,
    growth.n_publishers as growth_n_publishers,
    derived_growth.value as derived_growth,
    derived_growth.value_low as derived_growth_low,
    derived_growth.value_high as derived_growth_high,
    derived_growth.formula as derived_growth_formula,
    derived_growth.derived_id as derived_growth_id,
    if(growth.basis_class = 'same_period', {{ intervals_meet('growth.value', 'derived_growth.value') }}, null)
        as growths_agree,
    attainment.value as plan_attainment,
    attainment.status as plan_attainment_status,
    attainment.basis_class as plan_attainment_basis,
    attainment.observation_id as plan_attainment_observation_id,
    attainment.n_statements as plan_attainment_n_statements,
    attainment.n_documents as plan_attainment_n_documents,
    attainment.n_publishers as plan_attainment_n_publishers,
    share.value as share,
    share.status as share_status,
    share.observation_id as share_observation_id,
    share.n_statements as share_n_statements,
    share.n_documents as share_n_documents,
    share.n_publishers as share_n_publishers
from known
{% for alias, table, measure in [
    ('level', 'reported', 'level'),
    ('growth', 'reported', 'growth'),
    ('attainment', 'reported', 'plan_attainment'),
    ('share', 'reported', 'share'),
    ('derived_level', 'derived', 'level'),
    ('derived_growth', 'derived', 'growth'),
] -%}
left join {{ table }} as {{ alias }}
    on known.district_id = {{ alias }}.district_id
        and known.indicator_id = {{ alias }}.indicator_id
        and known.year = {{ alias }}.year
        and {{ alias }}.measure = '{{ measure }}'
{% endfor -%}
order by known.district_id, known.indicator_id, known.year
