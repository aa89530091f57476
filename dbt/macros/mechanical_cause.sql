{#-
  A guess at why two values of one thing differ, where the slip is mechanical; null where it is not.
  `left` and `right` are prefixes of columns _value, _low, _high and _step (the size of the last digit written).
-#}
{% macro mechanical_cause(left, right, unit) -%}
    case
        when abs({{ left }}_value - {{ right }}_value) <= 1.000001 * greatest({{ left }}_step, {{ right }}_step)
            then 'digits_cut_off'
        {%- for factor in [1000, 100, 10] %}
        when ({{ scaled_intervals_meet(left, right, factor) }}) or ({{ scaled_intervals_meet(right, left, factor) }})
            then {% if factor == 1000 -%}
                if({{ unit }} in ('billion_vnd', 'million_vnd_per_person_year'), 'million_for_billion', 'factor_1000')
            {%- else -%} 'factor_{{ factor }}' {%- endif %}
        {%- endfor %}
    end
{%- endmacro %}

{#- The left interval, multiplied, meets the right one. -#}
{% macro scaled_intervals_meet(left, right, factor) -%}
    {{ left }}_value > 0 and {{ factor }} * {{ left }}_low <= {{ right }}_high
    and {{ right }}_low <= {{ factor }} * {{ left }}_high
{%- endmacro %}
