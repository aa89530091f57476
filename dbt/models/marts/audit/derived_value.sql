with statement as (
    select * from {{ ref('int_preferred_statement') }}
    -- A target is no result to reckon with; a period over several years has no year before it.
    where status != 'target' and year(period_start) = year
),

level as (
    select * from statement
    where measure = 'level' and unit != 'percent' and value_low > 0
),

growth as (
    select
        *,
        if(
            basis_class = 'same_period', year - 1,
            try_cast(regexp_extract(basis_class, 'year:([0-9]{4})', 1) as integer)
        ) as base_year
    from statement
    where
        measure = 'growth' and value_low > -100
        and (basis_class = 'same_period' or basis_class like 'year:%')
),

attainment as (
    select * from statement
    where measure = 'plan_attainment' and value_low > 0
),

share as (
    select
        statement.*,
        part.whole_id
    from statement
    inner join {{ ref('indicator_parts') }} as part
        on statement.indicator_id = part.part_id
    where statement.measure = 'share' and statement.value_low >= 0
),

earlier_level as (
    select
        'earlier_level' as formula_id,
        level.value || ' / (1 + ' || growth.value || ' / 100)' as formula,
        [level.observation_id, growth.observation_id] as observation_ids,
        level.district_id,
        level.indicator_id,
        'level' as measure,
        level.unit,
        level.value / (1 + growth.value / 100) as value,
        level.value_low / (1 + growth.value_high / 100) as value_low,
        level.value_high / (1 + growth.value_low / 100) as value_high,
        greatest(level.status_rank, growth.status_rank) as status_rank,
        {{ same_period_in_year('level.period_start', 'level.year', 'growth.base_year') }} as period_start,
        {{ same_period_in_year('level.period_end', 'level.year', 'growth.base_year') }} as period_end,
        cast(null as varchar) as basis
    from level
    inner join growth
        on level.district_id = growth.district_id
            and level.indicator_id = growth.indicator_id
            and level.period_id = growth.period_id
    where {{ statuses_agree('level', 'growth') }} and growth.base_year < level.year
),

plan_level as (
    select
        'plan_level' as formula_id,
        level.value || ' / (' || attainment.value || ' / 100)' as formula,
        [level.observation_id, attainment.observation_id] as observation_ids,
        level.district_id,
        level.indicator_id,
        'level' as measure,
        level.unit,
        level.value / (attainment.value / 100) as value,
        level.value_low / (attainment.value_high / 100) as value_low,
        level.value_high / (attainment.value_low / 100) as value_high,
        4 as status_rank,
        -- The plan of a year is what ten months are measured by.
        make_date(level.year, 1, 1) as period_start,
        make_date(level.year, 12, 31) as period_end,
        coalesce(attainment.basis, 'plan') as basis
    from level
    inner join attainment
        on level.district_id = attainment.district_id
            and level.indicator_id = attainment.indicator_id
            and level.period_id = attainment.period_id
    where {{ statuses_agree('level', 'attainment') }}
),

growth_from_levels as (
    select
        'growth_from_levels' as formula_id,
        '100 * (' || later.value || ' / ' || earlier.value || ' - 1)' as formula,
        [later.observation_id, earlier.observation_id] as observation_ids,
        later.district_id,
        later.indicator_id,
        'growth' as measure,
        'percent' as unit,
        100 * (later.value / earlier.value - 1) as value,
        100 * (later.value_low / earlier.value_high - 1) as value_low,
        100 * (later.value_high / earlier.value_low - 1) as value_high,
        greatest(later.status_rank, earlier.status_rank) as status_rank,
        later.period_start,
        later.period_end,
        'same_period' as basis
    from level as later
    inner join level as earlier
        on later.district_id = earlier.district_id
            and later.indicator_id = earlier.indicator_id
            and later.unit = earlier.unit
            and later.period_class = earlier.period_class
            and later.year = earlier.year + 1
            and later.target_set is not distinct from earlier.target_set
    where {{ statuses_agree('later', 'earlier') }}
),

part_from_share as (
    select
        'part_from_share' as formula_id,
        whole.value || ' * ' || share.value || ' / 100' as formula,
        [whole.observation_id, share.observation_id] as observation_ids,
        share.district_id,
        share.indicator_id,
        'level' as measure,
        whole.unit,
        whole.value * share.value / 100 as value,
        whole.value_low * share.value_low / 100 as value_low,
        whole.value_high * share.value_high / 100 as value_high,
        greatest(whole.status_rank, share.status_rank) as status_rank,
        share.period_start,
        share.period_end,
        cast(null as varchar) as basis
    from share
    inner join level as whole
        on share.district_id = whole.district_id
            and share.whole_id = whole.indicator_id
            and share.period_id = whole.period_id
    where {{ statuses_agree('whole', 'share') }}
),

derived as (
    select * from earlier_level
    union all
    select * from plan_level
    union all
    select * from growth_from_levels
    union all
    select * from part_from_share
),

indicator as (
    select
        indicator_id,
        canonical_unit,
        min_value,
        max_value
    from {{ ref('indicators') }}
)

select
    md5(derived.formula_id || '/' || array_to_string(derived.observation_ids, '/')) as derived_id,
    derived.district_id,
    derived.indicator_id,
    derived.measure,
    round(derived.value, 6) as value,
    round(derived.value_low, 6) as value_low,
    round(derived.value_high, 6) as value_high,
    derived.unit,
    ['actual', 'estimate', 'forecast', 'target'][derived.status_rank] as status,
    derived.period_start,
    derived.period_end,
    cast(year(derived.period_end) as integer) as year,
    derived.basis,
    derived.formula_id,
    derived.formula,
    derived.observation_ids,
    derived.measure != 'level' or derived.unit != indicator.canonical_unit
    or derived.value between indicator.min_value and indicator.max_value as is_plausible
from derived
inner join indicator
    on derived.indicator_id = indicator.indicator_id
order by derived.district_id, derived.indicator_id, derived.period_end, derived.formula_id
