-- What is the source sentence of Thanh Xuân's budget revenue, and in which article does it stand?
select
    observation.value,
    observation.unit,
    observation.status,
    period.period_label as period,
    observation.value_text as as_written,
    observation.sentence,
    document.title,
    document.file_name,
    coalesce(document.published_on, document.event_on) as article_of
from {{ ref('fct_observation') }} as observation
inner join {{ ref('dim_document') }} as document
    on observation.document_id = document.document_id
inner join {{ ref('dim_period') }} as period
    on observation.period_id = period.period_id
where
    observation.district_id = 'thanh-xuan'
    and observation.indicator_id = 'state_budget_revenue'
    and observation.measure = 'level'
    and observation.status != 'target'
order by observation.period_end asc, observation.preference_rank asc
