select
    district_id,
    code,
    name,
    name_en,
    unit_type,
    valid_from,
    valid_to
from {{ ref('districts') }}
