-- One row for each period that a statement speaks of, with the class that says what it may be compared with.
with spoken_of as (
    select distinct
        period_start,
        period_end
    from {{ ref('stg_observation') }}
),

part as (
    select
        period_start,
        period_end,
        year(period_start) as start_year,
        year(period_end) as end_year,
        month(period_start) as start_month,
        month(period_end) as end_month,
        day(period_start) = 1 and period_end = last_day(period_end) as is_whole_months
    from spoken_of
),

classified as (
    select
        *,
        case
            when period_end < period_start then 'reversed'
            when is_whole_months and start_month = 1 and end_month = 12 and start_year = end_year then 'year'
            when is_whole_months and start_month = 1 and end_month = 12
                then 'years_' || (end_year - start_year + 1)
            when start_year < end_year
                then 'span_' || strftime(period_start, '%m%d') || '_' || strftime(period_end, '%m%d')
                    || '_' || (end_year - start_year)
            when is_whole_months and start_month = end_month then 'month_' || strftime(period_end, '%m')
            when is_whole_months and start_month = 1 then 'first_' || end_month || '_months'
            when is_whole_months and start_month % 3 = 1 and end_month = start_month + 2
                then 'quarter_' || (end_month // 3)
            when is_whole_months
                then 'months_' || strftime(period_start, '%m') || '_' || strftime(period_end, '%m')
            when start_month = 1 and day(period_start) = 1 then 'to_' || strftime(period_end, '%m%d')
            else 'days_' || strftime(period_start, '%m%d') || '_' || strftime(period_end, '%m%d')
        end as period_class
    from part
)

select
    strftime(period_start, '%Y-%m-%d') || '/' || strftime(period_end, '%Y-%m-%d') as period_id,
    period_start,
    period_end,
    cast(end_year as integer) as year,
    period_class,
    cast(case when is_whole_months then datediff('month', period_start, period_end) + 1 end as integer) as n_months,
    case
        when period_class = 'year' then cast(end_year as varchar)
        when starts_with(period_class, 'years_') then start_year || '-' || end_year
        when starts_with(period_class, 'first_') then end_year || ', first ' || end_month || ' months'
        when starts_with(period_class, 'quarter_') then end_year || ', quarter ' || (end_month // 3)
        when starts_with(period_class, 'month_') then strftime(period_end, '%Y-%m')
        when starts_with(period_class, 'to_') then end_year || ', to ' || strftime(period_end, '%d %B')
        else strftime(period_start, '%Y-%m-%d') || ' to ' || strftime(period_end, '%Y-%m-%d')
    end as period_label
from classified
