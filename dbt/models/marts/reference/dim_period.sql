select
    period_id,
    period_label,
    period_start,
    period_end,
    year,
    period_class,
    n_months
from {{ ref('int_period') }}
