-- Which figures does the press contradict, and is the cause mechanical?
select
    district.name as district,
    pair.indicator_id,
    pair.measure,
    pair.period_end,
    pair.first_text as one_says,
    pair.second_text as another_says,
    round(pair.gap_percent, 2) as gap_percent,
    pair.likely_cause,
    pair.first_sentence,
    pair.second_sentence
from {{ ref('statement_conflict') }} as pair
inner join {{ ref('dim_district') }} as district
    on pair.district_id = district.district_id
where
    pair.kind = 'contradiction'
    -- Digits cut off are a manner of writing.
    and pair.likely_cause is distinct from 'digits_cut_off'
order by pair.gap_percent desc, district asc, pair.conflict_id asc
