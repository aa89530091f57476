-- The interval that the way of writing allows: half of the last digit, or as far as hơn, gần and khoảng reach.
with written as (
    select
        observation_id,
        value,
        unit,
        bound,
        decimals,
        abs(value) as magnitude,
        pow(10.0, -decimals) as written_step,
        cast(cast(round(abs(value) * pow(10.0, decimals)) as hugeint) as varchar) as written_digits
    from {{ ref('stg_observation') }}
),

reaching as (
    select
        *,
        -- A count that was written out in full is not rounded.
        if(unit = 'count' and decimals >= 0, 0.0, written_step / 2) as half_step,
        -- As far as the last digit that is not zero, and no further than a tenth of the value.
        least(
            written_step * pow(10.0, length(written_digits) - length(rtrim(written_digits, '0'))),
            greatest(written_step, magnitude / 10)
        ) as reach
    from written
),

magnitude_interval as (
    select
        *,
        case bound
            when 'exact' then magnitude - half_step
            when 'at_least' then magnitude
            when 'at_most' then magnitude - reach
            else magnitude - greatest(half_step, reach / 2)
        end as magnitude_low,
        case bound
            when 'exact' then magnitude + half_step
            when 'at_least' then magnitude + reach
            when 'at_most' then magnitude
            else magnitude + greatest(half_step, reach / 2)
        end as magnitude_high
    from reaching
)

select
    observation_id,
    written_step,
    -- "Giảm hơn 3%" speaks of the size of the fall. Rounding clears the noise of floating point.
    round(if(value < 0, -magnitude_high, magnitude_low), greatest(decimals, 0) + 2) as value_low,
    round(if(value < 0, -magnitude_low, magnitude_high), greatest(decimals, 0) + 2) as value_high
from magnitude_interval
