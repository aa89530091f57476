-- The statements about each subject in order of preference, with the rule that put each one where it stands.
with statement as (
    select
        *,
        -- Of two statements, 5606.3 is more precise than 5606; a relative width lets no slip of unit win by its digits.
        round((value_high - value_low) / greatest(abs(value), 1e-9), 9) as relative_width
    from {{ ref('int_statement') }}
),

ordered as (
    select
        *,
        row_number() over by_preference as preference_rank,
        first_value(is_plausible) over by_preference as preferred_is_plausible,
        first_value(status_rank) over by_preference as preferred_status_rank,
        first_value(relative_width) over by_preference as preferred_width,
        first_value(known_on) over by_preference as preferred_known_on,
        lead(is_plausible) over by_preference as next_is_plausible,
        lead(status_rank) over by_preference as next_status_rank,
        lead(relative_width) over by_preference as next_width,
        lead(known_on) over by_preference as next_known_on
    from statement
    window by_preference as (
        partition by subject_id
        order by
            is_plausible desc,
            status_rank asc,
            relative_width asc,
            known_on desc nulls last,
            document_id asc,
            char_start asc,
            observation_id asc
    )
)

select
    * exclude (
        preferred_is_plausible, preferred_status_rank, preferred_width, preferred_known_on,
        next_is_plausible, next_status_rank, next_width, next_known_on
    ),
    preference_rank = 1 and is_plausible as is_preferred,
    case
        when not is_plausible then 'implausible'
        when preference_rank = 1 and next_status_rank is null then 'only_statement'
        when preference_rank = 1 and not next_is_plausible then 'only_plausible_statement'
        when preference_rank = 1 and status_rank < next_status_rank then 'firmer_status'
        when preference_rank = 1 and relative_width < next_width then 'more_precise'
        when preference_rank = 1 and (known_on > next_known_on or (known_on is not null and next_known_on is null))
            then 'later'
        when preference_rank = 1 then 'first_in_stable_order'
        when status_rank > preferred_status_rank then 'passed_over_weaker_status'
        when relative_width > preferred_width then 'passed_over_less_precise'
        when known_on < preferred_known_on or (known_on is null and preferred_known_on is not null)
            then 'passed_over_earlier'
        else 'passed_over_in_stable_order'
    end as choice_reason
from ordered
