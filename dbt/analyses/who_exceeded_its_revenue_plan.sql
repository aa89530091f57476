-- Who exceeded its revenue plan in 2023, and whose plan was it?
select
    district.name as district,
    comparison.value as percent_of_plan,
    comparison.basis_class as plan_of,
    comparison.status,
    period.period_label as period,
    observation.value_text as as_written
from {{ ref('indicator_comparison') }} as comparison
inner join {{ ref('dim_district') }} as district
    on comparison.district_id = district.district_id
inner join {{ ref('dim_period') }} as period
    on comparison.period_id = period.period_id
inner join {{ ref('fct_observation') }} as observation
    on comparison.observation_id = observation.observation_id
where
    comparison.indicator_id = 'state_budget_revenue'
    and comparison.measure = 'plan_attainment'
    and comparison.year = 2023
    and comparison.period_class = 'year'
    -- "More than 100" counts even where the last digit is rounded.
    and comparison.value_low > 100
order by comparison.value desc, district.name asc
