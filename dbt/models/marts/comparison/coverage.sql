with covered_year as (
    select cast(unnest({{ covered_years() }}) as integer) as year
),

district_in_year as (
    select
        district.district_id,
        district.name,
        district.unit_type,
        covered_year.year
    from {{ ref('dim_district') }} as district
    cross join covered_year
),

indicator as (
    select indicator_id from {{ ref('dim_indicator') }}
),

statement as (
    select
        *,
        period_class = 'year' and status != 'target' as is_result_of_year
    from {{ ref('int_ranked_statement') }}
    where is_plausible
),

reported as (
    select
        district_id,
        indicator_id,
        year,
        list_sort(list(distinct measure)) as measures,
        count(*) as n_statements,
        count(distinct document_id) as n_documents,
        count(distinct publisher) as n_publishers,
        min(status_rank) filter (is_result_of_year) as result_status_rank,
        bool_or(status != 'target') as has_result_of_part
    from statement
    where year(period_start) = year
    group by district_id, indicator_id, year
),

derived as (
    select distinct
        district_id,
        indicator_id,
        year
    from {{ ref('derived_value') }}
    where
        is_plausible and status != 'target'
        and period_start = make_date(year, 1, 1) and period_end = make_date(year, 12, 31)
),

-- How often a report on a district's whole year states an indicator: what one more such report may be hoped to tell.
year_report as (
    select distinct
        document_id,
        district_id,
        year,
        indicator_id
    from statement
    where is_result_of_year
),

counted_report as (
    select count(distinct concat_ws('/', document_id, district_id, year)) as n_reports
    from year_report
),

report_habit as (
    select
        year_report.indicator_id,
        count(*) / max(counted_report.n_reports) as stated_share
    from year_report
    cross join counted_report
    group by year_report.indicator_id
),

known as (
    select
        district_in_year.*,
        indicator.indicator_id,
        coalesce(reported.measures, []) as measures,
        coalesce(reported.n_statements, 0) as n_statements,
        coalesce(reported.n_documents, 0) as n_documents,
        coalesce(reported.n_publishers, 0) as n_publishers,
        reported.result_status_rank is null as is_missing,
        case
            when reported.result_status_rank is not null
                then ['actual', 'estimate', 'forecast'][reported.result_status_rank]
            when derived.indicator_id is not null then 'derived'
            when reported.has_result_of_part then 'part_of_year'
            when reported.indicator_id is not null then 'target_only'
            else 'missing'
        end as knowledge,
        coalesce(report_habit.stated_share, 0) as stated_share
    from district_in_year
    cross join indicator
    left join reported
        on district_in_year.district_id = reported.district_id
            and district_in_year.year = reported.year
            and indicator.indicator_id = reported.indicator_id
    left join derived
        on district_in_year.district_id = derived.district_id
            and district_in_year.year = derived.year
            and indicator.indicator_id = derived.indicator_id
    left join report_habit
        on indicator.indicator_id = report_habit.indicator_id
),

-- Of two reports that may tell as much, the one of a year in which more districts are known makes more comparisons.
known_in_year as (
    select
        year,
        count(*) filter (not is_missing) as n_known_figures
    from known
    group by year
),

wanted_article as (
    select
        known.district_id,
        known.year,
        sum(known.stated_share) as expected_figures,
        rank() over (
            order by round(sum(known.stated_share), 9) desc, max(known_in_year.n_known_figures) desc
        ) as article_rank
    from known
    inner join known_in_year
        on known.year = known_in_year.year
    where known.is_missing
    group by known.district_id, known.year
)

select
    known.district_id,
    known.year,
    known.indicator_id,
    known.knowledge,
    known.is_missing,
    known.measures,
    known.n_statements,
    known.n_documents,
    known.n_publishers,
    if(known.is_missing, known.stated_share, null) as expected_share,
    if(
        known.is_missing,
        'kết quả kinh tế - xã hội năm ' || known.year || ' ' || known.unit_type || ' ' || known.name, null
    ) as wanted_article,
    if(known.is_missing, wanted_article.expected_figures, null) as article_expected_figures,
    if(known.is_missing, wanted_article.article_rank, null) as article_rank
from known
left join wanted_article
    on known.district_id = wanted_article.district_id
        and known.year = wanted_article.year
order by known.district_id, known.year, known.indicator_id
