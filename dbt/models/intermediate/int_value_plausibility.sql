-- Whether a value can be right at all, and if not, why; the first reason that applies.
with observation as (
    select
        observation_id,
        district_id,
        indicator_id,
        measure,
        value,
        unit,
        period_start,
        period_end
    from {{ ref('stg_observation') }}
),

indicator as (
    select
        indicator_id,
        canonical_unit,
        min_value,
        max_value
    from {{ ref('indicators') }}
),

usual_level as (
    select
        district_id,
        indicator_id,
        unit,
        median(value) as median_value,
        count(*) as n_levels
    from observation
    -- Counts do fall a thousandfold: poor households of a quận. Money does not.
    where measure = 'level' and unit not in ('percent', 'count')
    group by district_id, indicator_id, unit
),

beside_its_bounds as (
    select
        observation.*,
        if(observation.measure = 'level', indicator.min_value, null) as least_level,
        if(observation.measure = 'level', indicator.max_value, null) as greatest_level,
        -- Two others at least must stand far away before one is called a slip.
        if(
            observation.measure = 'level' and usual_level.n_levels >= 3
            and observation.value > 0 and usual_level.median_value > 0,
            abs(log10(observation.value / usual_level.median_value)), null
        ) as powers_of_ten_away
    from observation
    left join indicator
        on observation.indicator_id = indicator.indicator_id
            and observation.unit = indicator.canonical_unit
    left join usual_level
        on observation.district_id = usual_level.district_id
            and observation.indicator_id = usual_level.indicator_id
            and observation.unit = usual_level.unit
)

select
    observation_id,
    case
        when period_end < period_start then 'period_reversed'
        when measure in ('share', 'growth', 'plan_attainment') and unit != 'percent' then 'unit_not_percent'
        when measure = 'multiple' and unit != 'times' then 'unit_not_times'
        when measure = 'share' and value < 0 then 'share_below_0'
        when measure = 'share' and value > 100 then 'share_above_100'
        when measure = 'growth' and value < -100 then 'growth_below_minus_100'
        when measure = 'plan_attainment' and value < 0 then 'attainment_below_0'
        when measure = 'multiple' and value <= 0 then 'multiple_not_positive'
        when value < least_level then 'level_below_minimum'
        when value > greatest_level then 'level_above_maximum'
        -- A factor of 500 to 2,000: triệu for tỷ.
        when powers_of_ten_away between 2.7 and 3.3 then 'suspected_unit_slip'
        else 'plausible'
    end as plausibility
from beside_its_bounds
