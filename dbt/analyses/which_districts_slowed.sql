-- Which districts slowed between 2022 and 2023, by the growth they reported or that follows from their levels?
with growth as (
    select
        district_id,
        indicator_id,
        year,
        coalesce(growth, derived_growth) as growth_percent,
        coalesce(growth_low, derived_growth_low) as growth_low,
        coalesce(growth_high, derived_growth_high) as growth_high,
        if(growth is null, 'derived', 'reported') as known_by
    from {{ ref('district_trend') }}
    where indicator_id in ('gross_output', 'economic_growth', 'state_budget_revenue')
)

select
    district.name as district,
    later.indicator_id,
    earlier.growth_percent as growth_2022,
    earlier.known_by as known_2022_by,
    later.growth_percent as growth_2023,
    later.known_by as known_2023_by,
    round(later.growth_percent - earlier.growth_percent, 2) as change_in_points
from growth as later
inner join growth as earlier
    on later.district_id = earlier.district_id
        and later.indicator_id = earlier.indicator_id
        and later.year = 2023
        and earlier.year = 2022
inner join {{ ref('dim_district') }} as district
    on later.district_id = district.district_id
-- The slowdown is certain where the intervals do not meet.
where later.growth_high < earlier.growth_low
order by change_in_points asc, district asc, later.indicator_id asc
