{#- The table has exactly this many rows. -#}
{% test n_rows(model, expected) %}
select count(*) as n_rows
from {{ model }}
having count(*) != {{ expected }}
{% endtest %}
