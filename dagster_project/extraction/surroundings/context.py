"""Context: what phrases mean that say little by themselves, in the order in which they are settled.

What several phrases share ("số doanh nghiệp và hộ kinh doanh đăng ký mới"), sales by their branch, and whose
resolution it is, are settled here. Not here: the names of sectors (`sectors`), short forms (`short_forms`), nor which
figure belongs to which indicator (`binding`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.mentions.nearby import at, first_behind, last_before
from dagster_project.extraction.surroundings.branches import resolve_branches, rewritten
from dagster_project.extraction.surroundings.sectors import resolve_sectors, resolve_worth
from dagster_project.extraction.surroundings.short_forms import resolve_short_forms

_SOLD_BYTES = len(" của các ngành, lĩnh vực ".encode())


def resolve_context(stream: pl.DataFrame) -> pl.DataFrame:
    """The stream with sectors and short forms turned into indicators, or into fillers where nothing supports them."""
    stream = _resolve_resolutions(_resolve_shared_heads(stream))
    stream = resolve_short_forms(_resolve_parts_of_sales(_resolve_sales(stream)))
    return resolve_worth(resolve_sectors(resolve_branches(stream)))


def _resolve_sales(stream: pl.DataFrame) -> pl.DataFrame:
    """ "doanh thu ngành thương mại, dịch vụ": what trade and services sell, however many small words stand between."""
    heads = stream.filter(pl.col("role") == "indicator_turnover").select("row", "line", "end")
    following = first_behind(heads["row"] + 1, stream["row"].filter(stream["role"] != "filler"))
    sells = (
        at(stream["role"], following).eq("indicator_sector")
        & at(stream["value"], following).eq("gross_output_trade_services")
        & at(stream["line"], following).eq(heads["line"])
        & (at(stream["pos"], following) - heads["end"] <= _SOLD_BYTES)
    ).fill_null(False)
    named = heads.filter(sells).select(
        "row", role=pl.lit("indicator_strong"), value=pl.lit("trade_services_revenue")
    )
    sectors = following.filter(sells).to_frame("row").with_columns(role=pl.lit("filler"))
    return rewritten(rewritten(stream, named), sectors)


def _resolve_parts_of_sales(stream: pl.DataFrame) -> pl.DataFrame:
    """ "doanh thu thương mại - dịch vụ tăng 14%, trong đó doanh thu thương mại tăng 13%": the second is of a part; so
    is what stands behind a "Trong đó" that opens the next sentence."""
    sales = stream.filter(
        (pl.col("role") == "indicator_strong") & (pl.col("value") == "trade_services_revenue")
    ).select("row")
    among = last_before(sales["row"], stream["row"].filter(stream["role"] == "among"))
    sentences = stream["row"].filter(stream["role"] == "sentence")
    sentence, whole = last_before(sales["row"], sentences), last_before(among, sales["row"])
    part = sales.with_columns(
        whole=whole,
        among=among,
        opens=among == sentence + 1,
        sentence=sentence,
        sentence_before=last_before(sentence - 1, sentences),
        same_line=at(stream["line"], whole) == at(stream["line"], among),
    ).filter(
        (pl.col("among") > pl.col("whole"))
        & (
            (pl.col("whole") > pl.col("sentence"))
            | (pl.col("opens") & pl.col("same_line") & (pl.col("whole") > pl.col("sentence_before")))
        )
    )
    return rewritten(stream, part.select("row", role=pl.lit("indicator_other"), value=pl.lit("")))


def _resolve_shared_heads(stream: pl.DataFrame) -> pl.DataFrame:
    """ "số doanh nghiệp và hộ kinh doanh đăng ký mới": what is said of the second noun is said of the first."""
    heads = stream.filter(pl.col("role") == "shared_head").select("row", "value", "end")
    following = heads["row"] + 1
    kind = at(stream["value"], following).str.extract("(_new|_active)$")
    near = at(stream["pos"], following) - heads["end"] <= 2
    strong = at(stream["role"], following) == "indicator_strong"
    shares = (kind.is_not_null() & near & strong).fill_null(False)
    named = heads.select("row", role=pl.lit("indicator_strong"), value=pl.col("value") + kind)
    return rewritten(stream, named.filter(shares))


def _resolve_resolutions(stream: pl.DataFrame) -> pl.DataFrame:
    """ "Quận đề ra 21 chỉ tiêu" sets targets to come; "kế hoạch quận đề ra" names whose plan it is.

    So does "dự toán quận phấn đấu"; without a plan before it, what the district strives for is a target.
    """
    sets = stream.filter(pl.col("role") == "sets").select("row", "value")
    rows = sets["row"]
    words = [at(stream["role"], rows - back) for back in (1, 2, 3)]
    plan_near = pl.any_horizontal(word.is_in(["plan", "assigner"]) for word in words) & words[2].is_not_null()
    of_plan = words[0].is_in(["plan", "adjusted", "assigner", "conj", "punct"]) & plan_near
    # "(đạt 94% kế hoạch thành phố giao) và huyện phấn đấu ...": the plan is that of the figure in the parenthesis
    of_plan &= at(stream["value"], rows - 2).ne_missing(")")
    ahead = at(stream["counts_targets"], rows + 1).fill_null(False) | (
        (pl.col("value") == "strives") & ~of_plan.fill_null(False)
    )
    # "bằng 115% ước thực hiện năm 2023" is measured against what was, and estimates nothing
    achieved = stream["row"].filter(stream["of_achieved"].fill_null(False)) - 1
    of_base = achieved.filter(at(stream["role"], achieved).eq("status").fill_null(False))
    stream = rewritten(stream, of_base.to_frame("row").with_columns(role=pl.lit("filler")))
    # "so với mức HĐND quận quyết nghị": whose plan it is measured against
    measured = stream.filter((pl.col("role") == "comparator") & (pl.col("value") == "versus")).select("row")
    of_giver = measured.filter(at(stream["role"], measured["row"] + 1).eq("assigner").fill_null(False))
    stream = rewritten(stream, of_giver.with_columns(role=pl.lit("versus")))
    # "Mục tiêu đặt ra là đến hết quý III giải ngân 60%" at the head of a sentence sets what is to come
    aims = stream.filter((pl.col("role") == "plan") & (pl.col("value") == "aim")).select("row")
    heads = aims.filter(at(stream["role"], aims["row"] - 1).eq("sentence").fill_null(False))
    stream = rewritten(stream, heads.with_columns(role=pl.lit("status"), value=pl.lit("target")))
    settled = sets.select(
        "row",
        role=pl.when(ahead).then(pl.lit("status")).otherwise(pl.lit("assigner")),
        value=pl.when(ahead).then(pl.lit("target")).otherwise(pl.lit("district")),
    )
    return rewritten(stream, settled)
