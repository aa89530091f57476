-- How did Thanh Xuân develop over the years, in what was reported and in what follows from it?
select
    indicator.name_en as indicator,
    trend.year,
    trend.level,
    trend.level_status,
    round(trend.derived_level, 1) as derived_level,
    trend.growth as growth_percent,
    round(trend.derived_growth, 1) as derived_growth_percent,
    trend.plan_attainment as percent_of_plan,
    trend.plan_attainment_basis as plan_of,
    trend.share as share_percent
from {{ ref('district_trend') }} as trend
inner join {{ ref('dim_indicator') }} as indicator
    on trend.indicator_id = indicator.indicator_id
where trend.district_id = 'thanh-xuan'
order by indicator.topic asc, indicator asc, trend.year asc
