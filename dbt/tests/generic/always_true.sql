{#- The expression holds in every row; a null is a failure. -#}
{% test always_true(model, expression) %}
select *
from {{ model }}
where not coalesce({{ expression }}, false)
{% endtest %}
