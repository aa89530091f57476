{#- The quantity is found at its offsets in the document's text, and its sentence is found whole. -#}
{% test evidence_stands_in_text(model, documents) %}
select
    statement.document_id,
    statement.value_text,
    statement.char_start,
    statement.char_end,
    substr(document.text, statement.char_start + 1, statement.char_end - statement.char_start) as found_text
from {{ model }} as statement
left join {{ documents }} as document
    on statement.document_id = document.document_id
where not coalesce(
    substr(document.text, statement.char_start + 1, statement.char_end - statement.char_start) = statement.value_text
    and contains(document.text, statement.sentence),
    false
)
{% endtest %}
