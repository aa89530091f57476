-- Which figures are borne out by more than one document, and in how many different wordings?
select
    district.name as district,
    comparison.indicator_id,
    comparison.measure,
    comparison.period_start,
    comparison.period_end,
    comparison.value,
    comparison.unit,
    comparison.n_documents,
    comparison.n_publishers,
    comparison.n_wordings,
    comparison.n_statements - comparison.n_agreeing_statements as n_disagreeing
from {{ ref('indicator_comparison') }} as comparison
inner join {{ ref('dim_district') }} as district
    on comparison.district_id = district.district_id
where comparison.n_documents > 1
order by comparison.n_documents desc, comparison.n_wordings desc, district asc, comparison.observation_id asc
