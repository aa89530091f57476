"""Sectors: when the name of a branch of the economy is an indicator of its output.

"thương mại - dịch vụ" is one where output or structure is spoken of. Not here: a branch that heads a paragraph
(`branches`), short forms (`short_forms`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.mentions.nearby import at, beside, first_behind, last_before, rows_where
from dagster_project.extraction.surroundings.branches import BARE_BYTES, produces, rewritten

_WORTH = "indicator_worth"
_BUILDING = "gross_output_construction"
_WORTH_BYTES = 75  # from a sector that heads its sentence to the "tổng giá trị" behind it
_ABOUT_BYTES = len("về ".encode()) + 1
_NEAR_BYTES = 45  # from a sector to the "giá trị sản xuất" behind it


def resolve_sectors(stream: pl.DataFrame) -> pl.DataFrame:
    """A sector's name ("thương mại - dịch vụ") becomes an indicator where output or structure is spoken of.

    "giá trị sản xuất" directly before it is merged into it; without such a context it stays indicator_sector, which
    binds growth and shares only.
    """
    role, value = pl.col("role"), pl.col("value")
    sectors = stream.filter(role == "indicator_sector").select("row", "line", "compound", "role_of_line")
    if sectors.is_empty():
        return stream
    output = (role == "indicator_strong") & value.str.starts_with("gross_output")
    structure = (role == "share") & ~value.eq_missing(pl.lit("verb"))
    worth = stream["row"].filter(stream["role"] == _WORTH)
    economy = (value == "economic_growth") & role.is_in(
        ["indicator_strong", "indicator_weak", "indicator_rate"]
    )
    marks = stream.filter(
        role.is_in(["indicator_strong", "indicator_other", "indicator_weak", "indicator_rate", "share"])
    ).select(
        "row",
        output=output | (role == "indicator_rate"),
        governor=role.is_in(["indicator_strong", "indicator_other"]) | structure | economy,
        governs=output | structure | economy,
    )
    ahead = sectors["row"] - 1
    solid = last_before(ahead, stream["row"].filter(stream["role"] != "filler"))
    outputs = marks["row"].filter(marks["output"])
    # "tổng giá trị dịch vụ đạt ..."; that of building ("tổng giá trị xây dựng trường học") is the price of works
    of_sector = solid.is_in(worth.implode()) & (at(stream["value"], sectors["row"]) != _BUILDING)
    merges = (solid.is_in(outputs.implode()) | of_sector).fill_null(False)
    governor = last_before(ahead, marks["row"].filter(marks["governor"]))
    governing = marks["row"].filter(marks["governs"])
    # "giá trị dịch vụ ước 3.400 tỷ đồng; nông nghiệp ước 815 tỷ đồng": it is the output of the next that is told, too
    named = last_before(ahead, sectors["row"].filter(merges))
    told = (last_before(ahead, rows_where(stream, role == "quantity")) > named) & (named > governor)
    governor = governor.zip_with(~told.fill_null(False), named)
    governing = pl.concat([governing, named.filter(told.fill_null(False))])
    line_start = last_before(sectors["row"], stream["row"].filter(stream["opens_line"]))
    in_reach = (governor >= line_start) | sectors["role_of_line"].is_in(["list_item", "table_row"])
    governed = governor.is_in(governing.implode()).fill_null(False)
    owner = _output_behind(stream, sectors)
    in_context = merges | (governed & in_reach.fill_null(False)) | owner.is_not_null()
    in_context |= _structure_behind(stream, sectors) | produces(stream, sectors)
    elsewhere = _of_other_structure(stream, sectors)
    settled = sectors.select(
        "row",
        # "tốc độ tăng trưởng ngành công nghiệp": what was to be a growth stays one
        measure=pl.when(merges).then(at(stream["measure"], solid)),
        role=pl.when(in_context & ~elsewhere)
        .then(pl.lit("indicator_strong"))
        .when(~(pl.col("compound") | _grows(stream, sectors)) | elsewhere)
        .then(pl.lit("filler"))
        .otherwise(pl.lit("indicator_sector")),
    )
    consumed = pl.concat([solid.filter(merges), owner.drop_nulls()]).to_frame("row")
    stream = rewritten(stream, settled)
    return rewritten(stream, consumed.with_columns(role=pl.lit("filler")))


def _grows(stream: pl.DataFrame, sectors: pl.DataFrame) -> pl.Series:
    """ "Nông nghiệp tăng 2,5%", "ngành dịch vụ tăng trưởng 12%": the sector itself is the subject; the price of
    services is another one."""
    near = (
        beside(stream, sectors["row"], -1, role="role", value="value")
        | beside(stream, sectors["row"], -2, role_second="role")
        | beside(stream, sectors["row"], 1, role_behind="role")
        | beside(stream, sectors["row"], 2, role_beyond="role")
    )
    opens = pl.col("role").is_in(["sentence", "among", "punct", "conj"]) | pl.col("value").is_in(
        ["branch", "locative"]
    )
    # "công nghiệp đạt 6.100 tỷ đồng, dịch vụ 3.000 tỷ đồng, còn lại nông nghiệp 900 tỷ đồng"
    sentence = last_before(sectors["row"], rows_where(stream, pl.col("role") == "sentence"))
    listed = (sectors["row"].shift(1) > sentence).fill_null(False) & (near["role_behind"] == "quantity")
    heads = (pl.col("value") == "branch") & (
        pl.col("role_second") == "sentence"
    )  # "Ngành nông nghiệp vẫn ..."
    # "công nghiệp Gia Lâm tăng 8%"
    of_place = pl.col("role_behind").is_in(["district", "district_bare", "place_district"])
    grows = heads | (
        opens & ((pl.col("role_behind") == "direction") | (of_place & (pl.col("role_beyond") == "direction")))
    )
    return pl.DataFrame(near).select(grows.fill_null(False)).to_series() | listed


def _structure_behind(stream: pl.DataFrame, sectors: pl.DataFrame) -> pl.Series:
    """ "công nghiệp, dịch vụ, nông nghiệp trong cơ cấu kinh tế lần lượt chiếm ...", "dịch vụ chiếm 48% cơ cấu kinh tế",
    "dịch vụ chiếm 63% giá trị sản xuất": whether nothing but sectors, their shares and what joins them is between."""
    role = pl.col("role")
    structure = (role == "share") & pl.col("value").eq_missing(pl.lit("economy"))
    listed = ["indicator_sector", "filler", "conj", "respectively", "quantity", "share", "period", "reach"]
    following = first_behind(
        sectors["row"] + 1,
        rows_where(
            stream, ~((role.is_in(listed) & ~structure) | ((role == "punct") & (pl.col("value") != ".")))
        ),
    )
    shares = last_before(following, rows_where(stream, role == "share")) > sectors["row"]
    output_behind = (at(stream["role"], following) == "indicator_strong") & (
        at(stream["value"], following) == "gross_output"
    )
    of_output = output_behind & shares & at(stream["role"], following - 1).is_in(["quantity", "filler"])
    found = following.is_in(rows_where(stream, structure).implode()) | of_output
    return (found & (at(stream["line"], following) == sectors["line"])).fill_null(False)


def _of_other_structure(stream: pl.DataFrame, sectors: pl.DataFrame) -> pl.Series:
    """ "cơ cấu lao động: nông nghiệp chiếm 20%": the sentence speaks of the sectors' workers, not of their output."""
    role = pl.col("role")
    other = (role == "indicator_other") & pl.col("measure").eq_missing(pl.lit("share"))
    marks = stream.filter(
        other
        | (role == "sentence")
        | ((role == "indicator_strong") & pl.col("value").str.starts_with("gross_output"))
        | ((role == "share") & pl.col("value").eq_missing(pl.lit("economy")))
    ).select("row", other=other)
    nearest = last_before(sectors["row"], marks["row"])
    return nearest.is_in(marks["row"].filter(marks["other"]).implode()).fill_null(False)


def _output_behind(stream: pl.DataFrame, sectors: pl.DataFrame) -> pl.Series:
    """Of a sector: the row of the bare "giá trị sản xuất" that follows it ("dịch vụ, giá trị sản xuất ước 28 tỷ")."""
    role, value = pl.col("role"), pl.col("value")
    separator = (role == "punct") & ((value == ",") | (value == "-"))
    # "... và nông nghiệp ước tạo ra giá trị sản xuất", "... và xây dựng với giá trị sản xuất"
    makes = (role == "reach") & (value == "at")
    skipped = (
        separator | makes | role.is_in(["indicator_sector", "conj", "filler", "status", "period", "none"])
    )
    following = first_behind(sectors["row"] + 1, rows_where(stream, ~skipped))
    found = pl.DataFrame(
        {name: at(stream[name], following) for name in ("line", "role", "value", "pos", "end")}
        | beside(stream, following, 1, next_role="role", next_pos="pos")
        | {
            "sector_line": sectors["line"],
            "sector_heads": _heads_sentence(stream, sectors),
            "sector_end": at(stream["end"], last_before(following, sectors["row"])),
        }
    )
    bare = (
        (role == "indicator_strong")
        & (value == "gross_output")
        & (pl.col("end") - pl.col("pos") <= BARE_BYTES)
    )
    of_next = (pl.col("next_role") == "indicator_sector") & (pl.col("next_pos") - pl.col("end") <= 2)
    way = pl.col("pos") - pl.col("sector_end")
    same_line = pl.col("line") == pl.col("sector_line")
    # "Về nông nghiệp tiếp tục phát triển ổn định với tổng giá trị đạt ..."
    worth = (role == _WORTH) & (value != "") & pl.col("sector_heads") & (way <= _WORTH_BYTES)
    near = (bare & (way <= _NEAR_BYTES)) | worth
    is_its = found.select(near & ~of_next.fill_null(False) & same_line).to_series().fill_null(False)
    return following.set(~is_its, None)


def _heads_sentence(stream: pl.DataFrame, sectors: pl.DataFrame) -> pl.Series:
    """ "Nông nghiệp ...", "Về lĩnh vực nông nghiệp ...": no verb stands before the sector ("Hỗ trợ nông nghiệp")."""
    role, rows = stream["role"], sectors["row"]
    solid = last_before(rows - 1, stream["row"].filter(role != "filler"))
    opens = at(role, solid) == "sentence"
    gap = at(stream["pos"], rows) - at(stream["end"], rows - 1)
    return (opens & (gap <= _ABOUT_BYTES)).fill_null(False)


def resolve_worth(stream: pl.DataFrame) -> pl.DataFrame:
    """A "tổng giá trị" of no sector is that of something else, unless the clause has named what it is the value of."""
    worth = stream.filter(pl.col("role") == _WORTH).select("row", "value")
    role = stream["role"]
    starts = stream["row"].filter(role.is_in(["punct", "sentence", "quantity"]))
    named = stream["row"].filter((role == "indicator_strong").fill_null(False))
    of_named = (last_before(worth["row"], named) > last_before(worth["row"], starts)).fill_null(False)
    raised = (at(stream["value"], worth["row"] - 1) == "to") & (
        at(role, worth["row"] - 2).is_in(["sentence", "punct"])
    )
    raised = raised.fill_null(False) & (worth["value"] != "")
    settled = worth.with_columns(
        # "Nâng tổng giá trị từ đầu năm đến nay lên 2.480 tỷ đồng": of what was told before
        role=pl.when(raised & ~of_named)
        .then(pl.lit("carry"))
        # a bare "giá trị" says nothing
        .when(of_named | (pl.col("value") == ""))
        .then(pl.lit("filler"))
        .otherwise(pl.lit("indicator_other")),
        value=pl.lit(""),
    )
    return rewritten(stream, settled)
