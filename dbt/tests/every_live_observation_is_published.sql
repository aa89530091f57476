-- No statement of a live document is lost on its way, and none is doubled.
with live as (
    select count(*) as n_observations from {{ ref('stg_observation') }}
),

published as (
    select count(*) as n_observations from {{ ref('fct_observation') }}
)

select
    live.n_observations as n_live,
    published.n_observations as n_published
from live
cross join published
where live.n_observations != published.n_observations
