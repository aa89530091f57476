-- Only subjects whose intervals do not all meet are looked at, and each statement is held against one other: the
-- preferred one of its status, and the preferred one of each status against the preferred one of all.
with statement as (
    select
        observation_id,
        subject_id,
        status,
        preference_rank,
        value_low,
        value_high
    from {{ ref('int_ranked_statement') }}
),

-- Intervals on a line all meet one another when the greatest lower end is not above the least upper end.
disputed_subject as (
    select subject_id
    from statement
    group by subject_id
    having max(value_low) > min(value_high) + 1e-9 * abs(min(value_high))
),

disputed as (
    select
        statement.*,
        min(statement.preference_rank) over (partition by statement.subject_id, statement.status) as rank_of_status
    from statement
    inner join disputed_subject
        on statement.subject_id = disputed_subject.subject_id
),

preferred_of_status as (
    select * from disputed
    where preference_rank = rank_of_status
),

contradiction as (
    select
        if(preferred.status = 'target', 'target', 'contradiction') as kind,
        preferred.subject_id,
        preferred.observation_id as first_observation_id,
        other.observation_id as second_observation_id
    from preferred_of_status as preferred
    inner join disputed as other
        on preferred.subject_id = other.subject_id
            and preferred.status = other.status
            and preferred.preference_rank < other.preference_rank
    where not {{ intervals_meet('preferred.value', 'other.value') }}
),

revision as (
    select
        'revision' as kind,
        preferred.subject_id,
        preferred.observation_id as first_observation_id,
        other.observation_id as second_observation_id
    from preferred_of_status as preferred
    inner join preferred_of_status as other
        on preferred.subject_id = other.subject_id
            and preferred.preference_rank = 1
            and preferred.status != other.status
    where
        not {{ intervals_meet('preferred.value', 'other.value') }}
        -- A target that was missed is no revision.
        and preferred.status != 'target'
        and other.status != 'target'
)

select * from contradiction
union all
select * from revision
