{#- The years that the warehouse compares. -#}
{% macro covered_years() %}
    {% do return([2020, 2021, 2022, 2023, 2024]) %}
{% endmacro %}
