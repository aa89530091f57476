"""The whole dbt build over a million synthetic observations: time of each model, peak memory.

    python -m tests.benchmarks.bench_dbt [OBSERVATIONS]

The promise is 60 seconds and 4 GB on two cores; the exit code says whether it was kept. DuckDB makes the
observations straight into the lake, about 30 districts and 25 indicators, 20 to a document.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from tests.support.lake_builder import SEGMENT_ID, write_lake
from tests.support.warehouse import Warehouse

OBSERVATIONS_PER_DOCUMENT = 20
MAX_SECONDS = 60
MAX_GIGABYTES = 4

DRAW = "create macro draw(thing, purpose, n) as (hash(thing, purpose) % n)::integer"

STATEMENTS = """
create table statement as
with drawn as (
    select
        i,
        i // {per_document} as document_number,
        draw(i, 'district', 30) as district_number,
        draw(i, 'indicator', 25) as indicator_number,
        ['level', 'level', 'growth', 'plan_attainment'][1 + draw(i, 'measure', 4)] as measure,
        2020 + draw(i, 'year', 5) as year,
        [3, 6, 9, 10, 11, 12, 12, 12, 12][1 + draw(i, 'months', 9)] as last_month,
        ['actual', 'actual', 'estimate', 'forecast'][1 + draw(i, 'status', 4)] as status,
        draw(i, 'noise', 1000) as noise
    from range({n}) as numbers (i)
),

named as (
    select
        drawn.*,
        district.district_id,
        indicator.indicator_id,
        indicator.canonical_unit,
        -- The true value of a thing is one; statements round it, and one in fifty is wrong.
        1000 + hash(district_number, indicator_number, measure, year, last_month) % 8000 as true_value
    from drawn
    join (select district_id, row_number() over (order by code) - 1 as n from districts) as district
        on district_number = district.n
    join (
        select *, row_number() over (order by indicator_id) - 1 as n
        from indicators where canonical_unit = 'billion_vnd' or canonical_unit = 'count'
    ) as indicator
        on indicator_number = indicator.n
)

select
    i,
    printf('%016x', hash(document_number)) as document_id,
    district_id,
    indicator_id,
    measure,
    round(if(noise % 50 = 0, 1.1, 1.0) * if(measure = 'level', true_value, true_value // 100))::double as value,
    if(measure = 'level', canonical_unit, 'percent') as unit,
    status,
    make_date(year, 1, 1) as period_start,
    last_day(make_date(year, last_month, 1)) as period_end,
    case measure
        when 'growth' then 'same_period'
        when 'plan_attainment' then ['city', 'district'][1 + noise % 2]
    end as basis,
    'Theo báo cáo số ' || i || ', chỉ tiêu ' || indicator_id || ' của địa phương ước đạt ' as before,
    ' so với kế hoạch được giao đầu năm, tiếp tục duy trì đà tăng của những năm gần đây.' as after
from named
"""

OBSERVATIONS = """
copy (
    with placed as (
        select
            *,
            cast(value as varchar) as value_text,
            before || value_text || after || chr(10) as line
        from statement
    ),

    offsets as (
        select
            *,
            coalesce(sum(length(line)) over (
                partition by document_id order by i rows between unbounded preceding and 1 preceding
            ), 0)::integer as line_start
        from placed
    )

    select
        'o' || i as observation_id, document_id, district_id, indicator_id, measure, value, unit,
        'exact' as bound, status, period_start, period_end, basis, null::varchar as target_set, value_text,
        rtrim(line, chr(10)) as sentence,
        line_start + length(before)::integer as char_start,
        line_start + length(before)::integer + length(value_text)::integer as char_end,
        line_start as sentence_start, 0::tinyint as decimals, 'synthetic' as rule,
        'sentence' as period_from, 'sentence' as district_from, '{segment}' as segment_id
    from offsets
) to '{lake}/observation/{segment}.parquet'
"""

DOCUMENTS = """
copy (
    select
        document_id, document_id || '.txt' as file_name, 'text' as media_type, 'Báo cáo' as title,
        null::varchar as title_from, null::varchar as author, null::varchar as author_from,
        'Báo ' || draw(document_id, 'publisher', 40) as publisher, null::varchar as publisher_from,
        null::varchar as url, null::varchar as url_from,
        date '2024-01-01' - draw(document_id, 'day', 1500) as published_on,
        null::varchar as published_from, null::date as event_on, null::varchar as event_from,
        document_id as content_sha256,
        string_agg(before || cast(value as varchar) || after || chr(10), '' order by i) as text,
        '{segment}' as segment_id
    from statement
    group by document_id
) to '{lake}/document/{segment}.parquet'
"""

LEDGER = """
copy (
    select distinct
        document_id || '.txt' as path, 1::bigint as size_bytes, 1::bigint as modified_ns,
        document_id as content_sha256, document_id, null::varchar as reason, null::varchar as detail,
        '{segment}' as segment_id, null::varchar as entry_sha256, '' as corpus_version, '' as extractor_version
    from statement
) to '{lake}/source_file.parquet'
"""


def write_synthetic_lake(lake_dir: Path, n_observations: int) -> None:
    """A lake of `n_observations` about 30 districts and 25 indicators, 20 to a document."""
    write_lake(lake_dir)
    seeds = Path(__file__).resolve().parents[2] / "dbt" / "seeds"
    names = {
        "lake": lake_dir,
        "segment": SEGMENT_ID,
        "n": n_observations,
        "per_document": OBSERVATIONS_PER_DOCUMENT,
    }
    with duckdb.connect() as connection:
        for seed in ("districts", "indicators"):
            connection.execute(
                f"create view {seed} as from read_csv('{seeds / seed}.csv', all_varchar = true)"
            )
        for sql in (DRAW, STATEMENTS, OBSERVATIONS, DOCUMENTS, LEDGER):
            connection.execute(sql.format(**names))


def build_and_report(folder: Path) -> None:
    """Run in a process of its own, so that the peak is that of the build alone. Exits 1 over a limit."""
    started = time.perf_counter()
    results = Warehouse(folder).build()
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    gigabytes = peak * (1 if sys.platform == "darwin" else 1024) / 1e9
    for result in sorted(results, key=lambda each: each.seconds, reverse=True):
        if result.kind == "model" or result.seconds >= 0.5:
            print(f"{result.seconds:7.2f} s  {result.kind:6} {result.name}")
    for mart in (
        "fct_observation",
        "indicator_comparison",
        "statement_conflict",
        "derived_value",
        "consistency_check",
    ):
        [(n_rows,)] = Warehouse(folder).query(f"select count(*) from marts.{mart}")
        print(f"{n_rows:>12,} rows in {mart}")
    size = Warehouse(folder).settings.build_database.stat().st_size / 1e6
    print(f"whole build: {seconds:.1f} s, peak memory {gigabytes:.2f} GB, database {size:,.0f} MB")
    sys.exit(seconds > MAX_SECONDS or gigabytes > MAX_GIGABYTES)


def main() -> int:
    n_observations = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        write_synthetic_lake(Path(folder) / "lake", n_observations)
        print(f"{n_observations:,} observations written to a lake in {time.perf_counter() - started:.1f} s")
        build = multiprocessing.get_context("spawn").Process(target=build_and_report, args=(Path(folder),))
        build.start()
        build.join()
        return build.exitcode or 0


if __name__ == "__main__":
    sys.exit(main())
