{#- Results reckon with results; a forecast only with a forecast. Works on int_preferred_statement's status_rank. -#}
{% macro statuses_agree(left, right) -%}
    ({{ left }}.status_rank <= 2 and {{ right }}.status_rank <= 2) or {{ left }}.status_rank = {{ right }}.status_rank
{%- endmacro %}

{#- A day of `year`, carried to `other_year`; the last day of February stays the last day. -#}
{% macro same_period_in_year(day, year, other_year) -%}
    if(
        {{ day }} = last_day({{ day }}),
        last_day(({{ day }} - to_years({{ year }} - {{ other_year }}))::date),
        ({{ day }} - to_years({{ year }} - {{ other_year }}))::date
    )
{%- endmacro %}
