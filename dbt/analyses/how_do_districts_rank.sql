-- How do the districts rank by budget revenue in each year, full years only, final accounts apart from estimates?
select
    comparison.year,
    comparison.status,
    comparison.rank,
    comparison.n_districts as among,
    district.name as district,
    round(comparison.value, 1) as billion_vnd,
    round(comparison.distance_to_median, 1) as distance_to_median,
    round(comparison.change_percent, 1) as change_on_previous_year_percent
from {{ ref('indicator_comparison') }} as comparison
inner join {{ ref('dim_district') }} as district
    on comparison.district_id = district.district_id
where
    comparison.indicator_id = 'state_budget_revenue'
    and comparison.measure = 'level'
    and comparison.period_class = 'year'
    and comparison.status != 'target'
order by comparison.year asc, comparison.status asc, comparison.rank asc nulls last, district asc
