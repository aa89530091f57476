-- Where does a reported figure disagree with what follows from other statements?
select
    district.name as district,
    finding.indicator_id,
    finding.measure,
    finding.year,
    finding.reported_text as reported,
    round(finding.derived_low, 2) as derived_at_least,
    round(finding.derived_high, 2) as derived_at_most,
    finding.formula,
    finding.kind,
    round(finding.gap_percent, 2) as gap_percent,
    finding.reported_sentence
from {{ ref('consistency_check') }} as finding
inner join {{ ref('dim_district') }} as district
    on finding.district_id = district.district_id
where finding.verdict = 'disagree'
order by finding.kind asc, finding.gap_percent desc, finding.derived_id asc
