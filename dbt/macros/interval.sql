{#- Two closed intervals have a value in common; the tolerance forgives the noise of floating point. -#}
{% macro intervals_meet(left, right) -%}
    ({{ left }}_low <= {{ right }}_high + 1e-9 * abs({{ right }}_high)
    and {{ right }}_low <= {{ left }}_high + 1e-9 * abs({{ left }}_high))
{%- endmacro %}

{#- The distance between two intervals, 0 where they meet. -#}
{% macro interval_gap(left, right) -%}
    greatest({{ left }}_low - {{ right }}_high, {{ right }}_low - {{ left }}_high, 0)
{%- endmacro %}
