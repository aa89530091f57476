{%- set figures = main_figures() -%}
with covered_year as (
    select cast(unnest({{ covered_years() }}) as integer) as year
),

district_in_year as (
    select
        district.district_id,
        covered_year.year
    from {{ ref('dim_district') }} as district
    cross join covered_year
),

figure as (
    select
        comparison.*,
        period.period_label,
        {
            'n_statements': comparison.n_statements,
            'n_documents': comparison.n_documents,
            'n_publishers': comparison.n_publishers
        } as support
    from {{ ref('indicator_comparison') }} as comparison
    inner join {{ ref('dim_period') }} as period
        on comparison.period_id = period.period_id
    where
        comparison.is_main
        -- What is said of several years is not a figure of the last of them.
        and year(comparison.period_start) = comparison.year
        and (comparison.indicator_id, comparison.measure) in {{ tuple_list(figures) }}
),

in_columns as (
    select
        district_id,
        year,
        {% for indicator_id, measure in figures -%}
        {%- set column = figure_column(indicator_id, measure) -%}
        {%- set wanted = "indicator_id = '" ~ indicator_id ~ "' and measure = '" ~ measure ~ "'" -%}
        max(value) filter ({{ wanted }}) as {{ column }},
        max(status) filter ({{ wanted }}) as {{ column }}_status,
        max(period_label) filter ({{ wanted }}) as {{ column }}_period,
        {% if measure != 'level' -%}
        max(basis_class) filter ({{ wanted }}) as {{ column }}_basis,
        {% endif -%}
        max(observation_id) filter ({{ wanted }}) as {{ column }}_observation_id,
        any_value(support) filter ({{ wanted }}) as {{ column }}_support,
        {% endfor -%}
        count(*) as n_figures,
        count(*) filter (period_class = 'year' and status != 'target') as n_full_year_figures
    from figure
    group by district_id, year
),

source as (
    select
        district_id,
        year,
        count(distinct document_id) as n_documents,
        count(distinct publisher) as n_publishers,
        count(*) as n_statements
    from {{ ref('int_ranked_statement') }}
    group by district_id, year
)

select
    district_in_year.district_id,
    district_in_year.year,
    round(coalesce(in_columns.n_full_year_figures, 0) / {{ figures | length }}, 3) as completeness,
    coalesce(in_columns.n_full_year_figures, 0) as n_full_year_figures,
    coalesce(in_columns.n_figures, 0) as n_figures,
    coalesce(source.n_statements, 0) as n_statements,
    coalesce(source.n_documents, 0) as n_documents,
    coalesce(source.n_publishers, 0) as n_publishers,
    in_columns.* exclude (district_id, year, n_figures, n_full_year_figures)
from district_in_year
left join in_columns
    on district_in_year.district_id = in_columns.district_id
        and district_in_year.year = in_columns.year
left join source
    on district_in_year.district_id = source.district_id
        and district_in_year.year = source.year
order by district_in_year.district_id, district_in_year.year
