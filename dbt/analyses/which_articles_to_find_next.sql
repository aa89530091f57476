-- Which articles would tell most of what is still missing?
select distinct
    article_rank,
    wanted_article,
    count(*) over (partition by district_id, year) as n_missing_indicators,
    round(article_expected_figures, 1) as figures_to_expect
from {{ ref('coverage') }}
where is_missing and article_rank is not null
order by article_rank asc, wanted_article asc
limit 10
