{#- No level in the indicator's own unit lies outside the physical bounds of that indicator. -#}
{% test within_indicator_bounds(model, indicators) %}
select
    measured.*,
    indicator.min_value,
    indicator.max_value
from {{ model }} as measured
inner join {{ indicators }} as indicator
    on measured.indicator_id = indicator.indicator_id
    and measured.unit = indicator.canonical_unit
where
    measured.measure = 'level'
    and (measured.value < indicator.min_value or measured.value > indicator.max_value)
{% endtest %}
