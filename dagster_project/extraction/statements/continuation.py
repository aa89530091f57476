"""Continuation: figures that say nothing of their own indicator and go on about the figures before them.

"17 xã ..., tương đương 60,7%", "(năm 2015 là 47,5% - 41,2%)", "đạt lần lượt 46,9% và 37,5% dự toán". Not here: figures
that stand by a name (`binding`), those whose noun is left out (`ellipsis`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.mentions.nearby import at
from dagster_project.extraction.plans import with_planned
from dagster_project.extraction.statements.choice import PER_ANYTHING
from dagster_project.extraction.statements.ellipsis import counted_again, with_ellipses, with_sums
from dagster_project.extraction.statements.orphans import without_orphans
from dagster_project.extraction.statements.pace import of_ratio_before
from dagster_project.extraction.statements.wholes import is_of_other_whole
from dagster_project.extraction.surroundings.branches import NEW_SUBJECT_BYTES

_KIND = "_(?:new|active)$"
_NEW_ONES = fold_pattern("(?:thành lập|đăng ký|cấp|ra đời)(?: mới)?|mới (?:thành lập|đăng ký|ra đời)")
_ACTIVE_ONES = fold_pattern("hoạt động")
_TWO_PLANS = fold_pattern(
    r"^[^;.]*(?:trung ương|thành phố|tp|pháp lệnh)[^;.]*(?:thành phố|tp|quận|huyện|thị xã|hđnd)"
)
_FIRST_ONES = fold_pattern(r"(?:hai|ba|bốn) [^,;.]{2,24} (?:đầu|cuối|sau)(?: |$)")  # "hai khu vực đầu tăng"
_CHANGED = fold_pattern("(?:thêm|tăng|giảm)(?: thêm| được)?(?: hơn| gần| khoảng| trên)? $")
_BOTH = fold_pattern("(?:hai|ba|các) (?:con số|khoản|chỉ số|chỉ tiêu) (?:này|trên|ấy)[^,;.]{0,20} $")


def continue_figures(quantities: pl.DataFrame) -> pl.DataFrame:
    """Figures that go on about those before them get their indicator_id, indicator_row and indicator_role."""
    continued = _of_own_kind(
        without_orphans(
            _respective(_echoed(of_ratio_before(with_sums(_shared(_continued(with_ellipses(quantities)))))))
        )
    )
    return _carried_no_further(continued)


def _carried_no_further(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "Vốn tín dụng đạt 5.157 tỷ đồng, tăng 10,3%": what opened a subject of its own has the rest of its sentence;
    "chi 900 tỷ, trong đó giáo dục 400 tỷ, y tế 30 tỷ": nor is the next part the whole again."""
    opened = (
        pl.col("rule").is_null()
        & pl.col("dimension").is_in(["money", "usd"])
        & (pl.col("reason") == "unknown_indicator")
        & ~pl.col("inside")
    )
    spoken = pl.when(opened).then("row").forward_fill().shift(1)
    # the next part, unless it is the whole of another time ("..., cả năm ước 2.000 tỷ đồng")
    next_part = (pl.col("dimension") == "money") & ~(
        pl.max_horizontal("last_status", "last_period") > pl.col("last_quantity")
    ).fill_null(False)
    # "...; thu từ bán nhà là 20 tỷ đồng, giảm 56%": the same in the sentence of the indicator
    ends = (spoken > pl.max_horizontal("last_sentence", "last_semicolon", "indicator_row")) & (
        (pl.col("rule") == "carried")
        | ((pl.col("rule") == "nearest_before") & (pl.col("dimension").is_in(PER_ANYTHING) | next_part))
    )
    ends = ends.fill_null(False)
    bound = ("rule", "source", "indicator_row", "indicator_id", "indicator_role", "forced_measure")
    return quantities.with_columns(
        *(pl.when(~ends).then(name).alias(name) for name in bound),
        reason=pl.when(ends).then(pl.lit("unknown_indicator")).otherwise("reason"),
    )


def _shared(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "của A, B, C lần lượt là 11.260; 8.945 và 16.730 hộ": the members of a list that answers to other things than
    indicators are of one indicator, the first one's that has any."""
    listed = (
        (pl.col("run_length") > 1)
        & pl.col("answer").is_null()
        & pl.col("part").is_null()
        & ~pl.col("dimension").is_in(PER_ANYTHING)
        & pl.col("dimension").is_not_null()
        & (pl.col("last_respectively") > pl.max_horizontal("last_quantity", "last_sentence"))
    ).fill_null(False)
    names = ("indicator_id", "indicator_row", "indicator_role", "rule", "source")
    runs = (
        quantities.filter(listed & pl.col("indicator_id").is_not_null())
        .unique("run", keep="first", maintain_order=True)
        .select("run", **{f"shared_{name}": name for name in names})
    )
    if runs.is_empty():
        return quantities
    quantities = quantities.join(runs, on="run", how="left", maintain_order="left")
    takes = listed & pl.col("shared_indicator_id").is_not_null()
    return quantities.with_columns(
        *(pl.when(takes).then(f"shared_{name}").otherwise(name).alias(name) for name in names),
        reason=pl.when(~takes).then("reason"),
    ).drop(f"shared_{name}" for name in names)


def _continued(quantities: pl.DataFrame) -> pl.DataFrame:
    """A percentage behind a counted noun is of what was counted ("17 xã ... nâng cao, tương đương 60,7%")."""
    counted = pl.col("rule") == "counted_noun"
    quantities = quantities.with_columns(
        counted_row=pl.when(counted).then("row").forward_fill(),
        counted_indicator=pl.when(counted).then("indicator_id").forward_fill(),
    ).rechunk()
    # "xảy ra 192 vụ ...; đã xử lý 127 vụ, tỷ lệ 66%": another count of the same noun, unless it only says the change
    counted_anew = (
        pl.col("rule").is_null()
        & (pl.col("dimension") == pl.when(counted).then("dimension").forward_fill())
        & pl.col("part").is_null()
        & ~pl.col("before").str.contains(_CHANGED)
    )
    own = pl.col("rule").is_in(["whole_of", "figure_first", "counted_noun", "noun_behind"]).fill_null(False)
    continues = (
        pl.col("dimension").is_in(PER_ANYTHING)
        & ~own
        & ~is_of_other_whole()
        & (pl.col("counted_row") > pl.col("last_sentence"))
        & ~(pl.when(counted_anew).then("row").forward_fill() > pl.col("counted_row")).fill_null(False)
        & (
            (pl.col("counted_row") > pl.col("first").fill_null(0))
            | (pl.col("counted_row") + 3 > pl.col("first"))
            & (pl.col("first_pos") < pl.col("pos"))
            & (pl.col("last_quantity") == pl.col("counted_row"))
            & (pl.col("first_id") == pl.col("counted_indicator"))
        )
        & (pl.col("clause_bytes") <= NEW_SUBJECT_BYTES)
        # "52/60 trường ..., trong đó bậc mầm non đạt 80%"
        & (pl.col("last_narrow") < pl.col("counted_row")).fill_null(True)
    ).fill_null(False)
    quantities = quantities.with_columns(continues=continues)
    return counted_again(
        quantities.with_columns(forced_measure=pl.when(~pl.col("continues")).then("forced_measure")),
        pl.col("continues"),
        row=pl.col("counted_row"),
        indicator=pl.col("counted_indicator"),
    ).drop("continues")


def _echoed(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "(năm 2015 là 47,5% - 41,2% - 11,3%)": a list with no names of its own answers to the figures before it."""
    position = pl.int_range(pl.len(), dtype=pl.Int64)
    source = position - pl.col("run_length").cast(pl.Int64)
    quantities = quantities.with_columns(
        echo=pl.when((pl.col("run_length") > 1) & pl.col("answer").is_null() & (source >= 0)).then(source)
    )
    quantities = quantities.with_columns(echo=_structure_echo(quantities))
    echo = quantities["echo"]
    quantities = quantities.with_columns(
        echo_id=at(quantities["indicator_id"], echo),
        echo_line=at(quantities["line"], echo),
        echo_row=at(quantities["indicator_row"], echo),
        echo_dimension=at(quantities["dimension"], echo),
    )
    whole = (
        (pl.col("echo_id").n_unique().over("run") == pl.col("run_length"))
        & (pl.col("echo_line") == pl.col("line")).all().over("run")
        & pl.col("echo_id").str.starts_with("gross_output").all().over("run")
        & (pl.col("dimension") == "percent")
        & ~pl.col("before").str.contains(_FIRST_ONES)
        & pl.col("echo").is_not_null()
        & pl.col("echo_id").is_not_null()
    ).fill_null(False)
    echoes = quantities.filter(pl.col("run_length") > 1).select("row", whole=whole).filter("whole")["row"]
    whole = pl.col("row").is_in(echoes.implode())
    return with_planned(
        quantities,
        indicator_id=pl.when(whole).then("echo_id").otherwise("indicator_id"),
        indicator_row=pl.when(whole).then("echo_row").otherwise("indicator_row"),
        rule=pl.when(whole).then(pl.lit("echoed")).otherwise("rule"),
        reason=pl.when(whole).then(None).otherwise("reason"),
        indicator_role=pl.when(whole).then(pl.lit("indicator_strong")).otherwise("indicator_role"),
    )


def _structure_echo(quantities: pl.DataFrame) -> pl.Series:
    """The figure that a member of a list may echo; of a list that names the structure ("đến năm 2020 cơ cấu lần lượt
    là 70,2%, 23,2% và 6,6%") among the shares of output before it, no matter what stands between."""
    output = quantities.select(
        (pl.col("dimension") == "percent") & pl.col("indicator_id").str.starts_with("gross_output")
    ).to_series()
    shares = output.fill_null(False).arg_true().cast(pl.Int64)
    index = quantities["run_index"].cast(pl.Int64)
    run_start = pl.int_range(quantities.height, dtype=pl.Int64, eager=True) - index
    ordinal = shares.search_sorted(run_start).cast(pl.Int64) - quantities["run_length"].cast(pl.Int64) + index
    among_shares = at(shares, ordinal.set(ordinal < 0, None))
    names_structure = pl.col("last_share") > pl.max_horizontal("last_quantity", "last_sentence")
    return quantities.select(
        pl.when(names_structure & pl.col("echo").is_not_null()).then(among_shares).otherwise("echo")
    ).to_series()


def _respective(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "Thu 498 tỷ, chi 187 tỷ đồng; đạt lần lượt 46,9% và 37,5% dự toán": the percentages answer to the levels before.

    "5.870 doanh nghiệp và 14.300 hộ kinh doanh đang hoạt động; số thành lập mới lần lượt là 688 và 1.245": so do counts
    of the same nouns, and "đến nay còn lần lượt 320 và 812 hộ" to those of the paragraph.

    Only where as many levels of different indicators stand in the sentence before the list.
    """
    level = (
        ~pl.col("dimension").is_in(PER_ANYTHING)
        & pl.col("reason").is_null()
        & pl.col("part").is_null()
        & ~pl.col("inside")
    ).fill_null(False)
    quantities = quantities.with_columns(
        levels_in_sentence=level.cast(pl.Int64).cum_sum().over("last_sentence")
    )
    listed = quantities.filter(pl.col("run_length") > 1).with_columns(
        asks=_asks(), kind=_kind(_words_ahead())
    )
    level &= ~pl.col("row").is_in(listed.filter("asks")["row"].implode())
    quantities = quantities.with_columns(n_levels=level.cast(pl.Int64).cum_sum())
    levels = quantities.filter(level).select(
        ordinal="n_levels",
        level_row="row",
        level_id="indicator_id",
        level_indicator="indicator_row",
        level_role="indicator_role",
        level_dimension="dimension",
    )
    listed = listed.with_columns(n_levels=quantities.filter(pl.col("run_length") > 1)["n_levels"])
    answers = _answers(listed, levels)
    quantities = quantities.join(answers, on="row", how="left", maintain_order="left")
    respective = pl.col("respective").fill_null(False)
    return quantities.with_columns(
        indicator_id=pl.when(respective).then("level_id").otherwise("indicator_id"),
        indicator_row=pl.when(respective).then("level_indicator").otherwise("indicator_row"),
        indicator_role=pl.when(respective).then("level_role").otherwise("indicator_role"),
        forced_measure=pl.when(~respective).then("forced_measure"),
        rule=pl.when(respective).then(pl.lit("respective")).otherwise("rule"),
        reason=pl.when(~respective).then("reason"),
    )


def _words_ahead() -> pl.Expr:
    return pl.col("before").first().over("run")


def _asks() -> pl.Expr:
    """Of the members of a list: that they have no indicator of their own and answer to what is named before."""
    kind = _kind(_words_ahead())
    # "1.512 doanh nghiệp và 1.208 hộ kinh doanh, bằng 128% và 143% cùng kỳ": two for two, without a word for it
    as_many = (pl.col("levels_in_sentence") == pl.col("run_length")) & (pl.col("dimension") == "percent")
    return (
        (
            pl.col("dimension").is_in(["percent", "household"])
            | (pl.col("dimension").is_null() & kind.is_not_null())
        )
        & (pl.col("run_length") > 1)
        & pl.col("answer").is_null()
        & (
            (pl.col("last_respectively") > pl.max_horizontal("last_quantity", "last_sentence"))
            | _words_ahead().str.contains(_BOTH)
            | (as_many & ~pl.col("tail").last().over("run").str.contains(_TWO_PLANS))
        )
        & ~_words_ahead().str.contains(_FIRST_ONES)
    ).fill_null(False)


def _answers(listed: pl.DataFrame, levels: pl.DataFrame) -> pl.DataFrame:
    """row, level_*, respective (true): of the members of lists that answer to as many levels before them."""
    first = pl.col("n_levels").first().over("run")
    asked = listed.select(
        "row",
        "run",
        "asks",
        "kind",
        "dimension",
        since=pl.when(pl.col("dimension") == "household").then("last_line_start").otherwise("last_sentence"),
        ordinal=first - pl.col("run_length").cast(pl.Int64) + pl.col("run_index").cast(pl.Int64) + 1,
    ).join(levels, on="ordinal", how="left", maintain_order="left")
    of_kind = pl.col("level_id").str.contains(_KIND)
    asked = asked.with_columns(
        asks=pl.col("asks") & (pl.col("dimension").is_not_null() | of_kind),
        level_id=pl.when(pl.col("dimension").is_null())
        .then(pl.col("level_id").str.replace(_KIND, pl.col("kind")))
        .otherwise("level_id"),
    )
    respective = (
        pl.col("asks")
        & (pl.col("level_row") > pl.col("since")).fill_null(False).all().over("run")
        & ((pl.col("dimension") != "household") | (pl.col("level_dimension") == "household")).fill_null(True)
        & (pl.col("level_id").n_unique().over("run") == pl.len().over("run"))
    )
    return asked.filter(respective.fill_null(False)).select(
        "row", "level_id", "level_indicator", "level_role", respective=pl.lit(True)
    )


def _of_own_kind(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "2.968 doanh nghiệp thành lập mới; số đang hoạt động là 11.840": the same noun, but other ones of it."""
    bare = (quantities["dimension"].is_null() & (quantities["rule"] == "nearest_before")).arg_true()
    kind = _kind(pl.col("before"))
    renamed = quantities.select("before", "indicator_id")[bare].select(
        pl.when(kind.is_not_null())
        .then(pl.col("indicator_id").str.replace(_KIND, kind))
        .otherwise("indicator_id")
    )
    return quantities.with_columns(quantities["indicator_id"].clone().scatter(bare, renamed.to_series()))


def _kind(words: pl.Expr) -> pl.Expr:
    """_new, _active (or null): which enterprises or households the words ahead of a count speak of."""
    words = words.str.extract(r"([^;.,(:]*)$")
    return (
        pl.when(words.str.contains(_NEW_ONES))
        .then(pl.lit("_new"))
        .when(words.str.contains(_ACTIVE_ONES))
        .then(pl.lit("_active"))
    )
