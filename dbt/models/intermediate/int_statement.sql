-- Each statement with what it is about (its subject), its interval, and whether its value is possible at all.
-- Sentences stay behind: everything that compares statements reads this narrow table.
with observation as (
    select
        * exclude (sentence, value_text, rule, period_from, district_from),
        hash(sentence) as wording_hash
    from {{ ref('stg_observation') }}
),

document as (
    select
        document_id,
        publisher,
        coalesce(published_on, event_on) as known_on
    from {{ ref('stg_document') }}
),

indicator as (
    select
        indicator_id,
        canonical_unit,
        min_value,
        max_value
    from {{ ref('indicators') }}
),

written as (
    select
        *,
        abs(value) as magnitude,
        pow(10.0, -decimals) as written_step,
        cast(cast(round(abs(value) * pow(10.0, decimals)) as hugeint) as varchar) as written_digits
    from observation
),

-- hơn, gần and khoảng reach as far as the last digit that is not zero, and no further than a tenth of the value.
vague as (
    select
        *,
        -- A count that was written out in full is not rounded.
        if(unit = 'count' and decimals >= 0, 0.0, written_step / 2) as half_step,
        least(
            written_step * pow(10.0, length(written_digits) - length(rtrim(written_digits, '0'))),
            greatest(written_step, magnitude / 10)
        ) as reach
    from written
),

magnitude_interval as (
    select
        *,
        round(case bound
            when 'exact' then magnitude - half_step
            when 'at_least' then magnitude
            when 'at_most' then magnitude - reach
            else magnitude - greatest(half_step, reach / 2)
        end, greatest(decimals, 0) + 2) as magnitude_low,
        round(case bound
            when 'exact' then magnitude + half_step
            when 'at_least' then magnitude + reach
            when 'at_most' then magnitude
            else magnitude + greatest(half_step, reach / 2)
        end, greatest(decimals, 0) + 2) as magnitude_high
    from vague
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

judged as (
    select
        magnitude_interval.*,
        case
            when magnitude_interval.period_end < magnitude_interval.period_start then 'period_reversed'
            when magnitude_interval.measure in ('share', 'growth', 'plan_attainment')
                and magnitude_interval.unit != 'percent' then 'unit_not_percent'
            when magnitude_interval.measure = 'multiple' and magnitude_interval.unit != 'times' then 'unit_not_times'
            when magnitude_interval.measure = 'share' and magnitude_interval.value < 0 then 'share_below_0'
            when magnitude_interval.measure = 'share' and magnitude_interval.value > 100 then 'share_above_100'
            when magnitude_interval.measure = 'growth' and magnitude_interval.value < -100
                then 'growth_below_minus_100'
            when magnitude_interval.measure = 'plan_attainment' and magnitude_interval.value < 0
                then 'attainment_below_0'
            when magnitude_interval.measure = 'multiple' and magnitude_interval.value <= 0
                then 'multiple_not_positive'
            when magnitude_interval.measure = 'level' and magnitude_interval.unit = indicator.canonical_unit
                and magnitude_interval.value < indicator.min_value then 'level_below_minimum'
            when magnitude_interval.measure = 'level' and magnitude_interval.unit = indicator.canonical_unit
                and magnitude_interval.value > indicator.max_value then 'level_above_maximum'
            -- Two others at least must stand about a thousand times away before one is called a slip.
            when magnitude_interval.measure = 'level' and usual_level.n_levels >= 3 and usual_level.median_value > 0
                and magnitude_interval.value > 0
                and abs(abs(log10(magnitude_interval.value / usual_level.median_value)) - 3) < 0.3
                then 'suspected_unit_slip'
            else 'plausible'
        end as plausibility,
        indicator.canonical_unit
    from magnitude_interval
    left join indicator
        on magnitude_interval.indicator_id = indicator.indicator_id
    left join usual_level
        on magnitude_interval.district_id = usual_level.district_id
            and magnitude_interval.indicator_id = usual_level.indicator_id
            and magnitude_interval.unit = usual_level.unit
),

based as (
    select
        judged.*,
        period.period_id,
        period.period_class,
        period.year,
        -- Of a full year, the same period a year earlier is the previous year; an unnamed base stays unnamed.
        case
            when judged.measure not in ('growth', 'plan_attainment') then 'none'
            when judged.measure = 'growth' and judged.basis = 'previous_year' and period.period_class = 'year'
                then 'same_period'
            else coalesce(judged.basis, 'unnamed')
        end as basis_class
    from judged
    inner join {{ ref('int_period') }} as period
        on judged.period_start = period.period_start
            and judged.period_end = period.period_end
)

select
    based.observation_id,
    based.document_id,
    based.district_id,
    based.indicator_id,
    based.measure,
    based.value,
    if(based.value < 0, -based.magnitude_high, based.magnitude_low) as value_low,
    if(based.value < 0, -based.magnitude_low, based.magnitude_high) as value_high,
    based.written_step,
    based.unit,
    based.bound,
    based.status,
    list_position(['actual', 'estimate', 'forecast', 'target'], based.status) as status_rank,
    based.period_id,
    based.period_start,
    based.period_end,
    based.period_class,
    based.year,
    based.basis,
    based.basis_class,
    based.target_set,
    based.char_start,
    based.wording_hash,
    based.plausibility,
    based.plausibility = 'plausible' as is_plausible,
    document.publisher,
    document.known_on,
    concat_ws(
        '/', based.district_id, based.indicator_id, based.measure, based.unit, based.period_start, based.period_end,
        based.basis_class, coalesce(based.target_set, 'none')
    ) as subject_id
from based
left join document
    on based.document_id = document.document_id
