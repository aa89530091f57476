{#- The figures that marts.district_year shows in columns, in order: (indicator, measure). -#}
{% macro main_figures() %}
    {% do return([
        ('gross_output', 'level'),
        ('gross_output', 'growth'),
        ('economic_growth', 'growth'),
        ('state_budget_revenue', 'level'),
        ('state_budget_revenue', 'growth'),
        ('state_budget_revenue', 'plan_attainment'),
        ('budget_expenditure', 'level'),
        ('budget_expenditure', 'plan_attainment'),
        ('public_investment_disbursement', 'level'),
        ('public_investment_disbursement', 'plan_attainment'),
        ('income_per_capita', 'level'),
        ('poverty_rate', 'level'),
        ('poor_households', 'level'),
        ('enterprises_new', 'level'),
        ('jobs_created', 'level'),
        ('targets_met', 'level'),
        ('targets_total', 'level'),
    ]) %}
{% endmacro %}

{#- The column of a figure: the indicator, and the measure where it is not the level. -#}
{% macro figure_column(indicator_id, measure) -%}
    {{ indicator_id if measure == 'level' or indicator_id == 'economic_growth' else indicator_id ~ '_' ~ measure }}
{%- endmacro %}

{#- The figures as a list of tuples that SQL can be asked about. -#}
{% macro tuple_list(figures) -%}
    (
    {%- for indicator_id, measure in figures -%}
        ('{{ indicator_id }}', '{{ measure }}'){{ ', ' if not loop.last }}
    {%- endfor -%}
    )
{%- endmacro %}
