with statement as (
    select
        *,
        -- The bases in the order in which one is taken to stand for the year.
        list_position(
            [
                'none', 'same_period', 'unnamed', 'city', 'district', 'district_adjusted', 'plan', 'ordinance',
                'central', 'previous_year', 'average_annual'
            ],
            basis_class
        ) as basis_order
    from {{ ref('int_preferred_statement') }}
),

indicator as (
    select
        indicator_id,
        canonical_unit
    from {{ ref('indicators') }}
),

compared as (
    select
        statement.*,
        count(*) over comparable as n_districts,
        rank() over (comparable order by statement.value desc) as value_rank,
        percent_rank() over (comparable order by statement.value asc) as value_percentile,
        median(statement.value) over comparable as median_value,
        lag(statement.year) over same_district as earlier_year,
        lag(statement.value) over same_district as earlier_value,
        lag(statement.observation_id) over same_district as earlier_observation_id,
        row_number() over (
            partition by statement.district_id, statement.indicator_id, statement.measure, statement.year
            order by
                statement.status = 'target' asc,
                year(statement.period_start) = statement.year desc,
                date_diff('day', statement.period_start, statement.period_end) desc,
                statement.measure = 'level' and statement.unit != indicator.canonical_unit asc,
                statement.status_rank asc,
                statement.basis_order asc nulls last,
                statement.target_set is null desc,
                statement.target_set asc,
                statement.observation_id asc
        ) as order_in_year
    from statement
    inner join indicator
        on statement.indicator_id = indicator.indicator_id
    window
        comparable as (partition by statement.comparability_class, statement.year),
        same_district as (
            partition by statement.district_id, statement.comparability_class
            order by statement.year asc
        )
)

select
    indicator_id,
    measure,
    year,
    district_id,
    comparability_class,
    value,
    value_low,
    value_high,
    unit,
    status,
    period_id,
    period_start,
    period_end,
    period_class,
    basis,
    basis_class,
    target_set,
    observation_id,
    choice_reason,
    order_in_year = 1 as is_main,
    n_statements,
    n_documents,
    n_publishers,
    n_wordings,
    n_agreeing_statements,
    n_districts,
    if(n_districts > 1, value_rank, null) as rank,
    if(n_districts > 1, round(100 * value_percentile, 1), null) as percentile,
    if(n_districts > 1, median_value, null) as median,
    if(n_districts > 1, value - median_value, null) as distance_to_median,
    if(earlier_year = year - 1, earlier_value, null) as previous_value,
    if(earlier_year = year - 1, earlier_observation_id, null) as previous_observation_id,
    if(earlier_year = year - 1, value - earlier_value, null) as change_on_previous_year,
    if(earlier_year = year - 1 and unit != 'percent' and earlier_value > 0, 100 * (value / earlier_value - 1), null)
        as change_percent
from compared
order by indicator_id, measure, year, comparability_class, rank, district_id
