-- The one statement that speaks for each subject, and how well others bear it out. Nothing is averaged.
with ranked as (
    select * from {{ ref('int_ranked_statement') }}
    where is_plausible
),

preferred as (
    select * from ranked
    where is_preferred
),

support as (
    select
        ranked.subject_id,
        count(*) as n_statements,
        count(distinct ranked.document_id) as n_documents,
        count(distinct ranked.publisher) as n_publishers,
        count(distinct ranked.wording_hash) as n_wordings,
        count(*) filter (where {{ intervals_meet('ranked.value', 'preferred.value') }}) as n_agreeing_statements
    from ranked
    inner join preferred
        on ranked.subject_id = preferred.subject_id
            -- A target that was set is no word on what was reached.
            and (ranked.status = 'target') = (preferred.status = 'target')
    group by ranked.subject_id
)

select
    preferred.* exclude (is_preferred, is_plausible, preference_rank),
    concat_ws(
        '/', preferred.indicator_id, preferred.measure, preferred.unit, preferred.period_class,
        preferred.basis_class, coalesce(preferred.target_set, 'none'), preferred.status
    ) as comparability_class,
    support.n_statements,
    support.n_documents,
    support.n_publishers,
    support.n_wordings,
    support.n_agreeing_statements
from preferred
inner join support
    on preferred.subject_id = support.subject_id
