-- How far were forecasts and estimates from what was reported in the end?
select
    district.name as district,
    final.indicator_id,
    final.measure,
    final.year,
    early.status as said_early_as,
    early.value_text as early_text,
    final.value_text as final_text,
    round(100 * (early.value - final.value) / nullif(abs(final.value), 0), 2) as early_too_high_by_percent
from {{ ref('fct_observation') }} as final
inner join {{ ref('fct_observation') }} as early
    on final.subject_id = early.subject_id
inner join {{ ref('dim_district') }} as district
    on final.district_id = district.district_id
where
    final.is_preferred
    and final.status = 'actual'
    and early.status in ('estimate', 'forecast')
    and early.plausibility = 'plausible'
order by abs(early_too_high_by_percent) desc, district asc, early.observation_id asc
