-- Every figure that is compared, and every source of a derived one, is a preferred and plausible statement.
with used as (
    select observation_id from {{ ref('indicator_comparison') }}
    union
    select unnest(observation_ids) as observation_id from {{ ref('derived_value') }}
)

select
    used.observation_id,
    observation.plausibility,
    observation.is_preferred
from used
left join {{ ref('fct_observation') }} as observation
    on used.observation_id = observation.observation_id
where not coalesce(observation.plausibility = 'plausible' and observation.is_preferred, false)
