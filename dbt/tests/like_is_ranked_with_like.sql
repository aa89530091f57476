-- Within a class and a year all rows share what the comparison promises, and no district stands twice.
select
    comparability_class,
    year
from {{ ref('indicator_comparison') }}
group by comparability_class, year
having
    count(*) != count(distinct district_id)
    or count(distinct period_id) > 1
    or count(distinct concat_ws('/', indicator_id, measure, unit, basis_class, status, target_set)) > 1
