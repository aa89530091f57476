with indicator as (
    select * from {{ ref('indicators') }}
),

part as (
    select * from {{ ref('indicator_parts') }}
)

select
    indicator.indicator_id,
    indicator.name_vi,
    indicator.name_en,
    indicator.topic,
    indicator.kind,
    indicator.canonical_unit,
    indicator.min_value,
    indicator.max_value,
    part.whole_id as part_of
from indicator
left join part
    on indicator.indicator_id = part.part_id
