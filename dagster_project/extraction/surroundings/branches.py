"""Branches: of which branch of the economy a growth or an output is that names none itself.

"Công nghiệp duy trì tốc độ tăng trưởng 9%", "Về chăn nuôi, giá trị sản xuất ...", "giá trị sản xuất toàn ngành". Not
here: a sector's name beside the words ("giá trị sản xuất công nghiệp", `context`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.mentions.nearby import at, beside, first_behind, last_before, rows_where

BARE_BYTES = len("giá trị sản xuất".encode())
_SUBJECTS = ("indicator_strong", "indicator_sector", "indicator_other", "indicator_weak")
_GROWTH_BYTES = len("tăng trưởng".encode())
NEW_SUBJECT_BYTES = 9  # letters that no phrase explains: more than one short word is a subject of its own
_UNNAMED_BYTES = 5  # between "ngành" and the next mention: a name
_LEAD_BYTES = len("đối với lĩnh vực sản xuất ngành ".encode())
_TOPIC_BYTES = 45  # from the line's start to the end of the branch that it is about


def rewritten(stream: pl.DataFrame, changed: pl.DataFrame) -> pl.DataFrame:
    """changed: row, and the columns of the stream that are new there."""
    return stream.with_columns(
        stream[name].clone().scatter(changed["row"], changed[name].cast(stream.schema[name]))
        for name in changed.columns
        if name != "row"
    )


def produces(stream: pl.DataFrame, sectors: pl.DataFrame) -> pl.Series:
    """Of sectors: their output is spoken of without the word: "Tổng giá trị công nghiệp ước đạt 801 tỷ đồng", "Sản xuất
    công nghiệp đạt 399 tỷ đồng", where the sector opens the sentence."""
    role, value = pl.col("role"), pl.col("value")
    passed = role.is_in(["filler", "period"])
    says = (role == "status") | ((role == "reach") & (value == "at"))
    before = last_before(sectors["row"] - 1, stream.filter(~passed)["row"])
    behind = first_behind(sectors["row"] + 1, stream.filter(~passed)["row"])
    figure = first_behind(sectors["row"] + 1, stream.filter(~(passed | says))["row"])
    worth = beside(stream, sectors["row"], -1, value="value")["value"] == "worth"
    stands = at(stream["role"], behind).is_in(["reach", "status", "direction", "quantity"])
    opens = (at(stream["role"], before) == "sentence") & (figure > behind)
    return (worth & stands | opens & (at(stream["role"], figure) == "quantity")).fill_null(False)


def resolve_branches(stream: pl.DataFrame) -> pl.DataFrame:
    """The stream with rates of growth and outputs that name no branch made those of the branch spoken of."""
    return _resolve_outputs(_resolve_rates(_resolve_bare_growth(stream)))


def _resolve_bare_growth(stream: pl.DataFrame) -> pl.DataFrame:
    """ "Năm 2024, huyện phấn đấu tăng trưởng 9,5%": with nothing else that could grow, it is the economy that does."""
    role = pl.col("role")
    bare = (role == "direction") & (pl.col("end") - pl.col("pos") == _GROWTH_BYTES)
    strives = role.shift(1).is_in(["status", "plan"]) & (pl.col("pos") - pl.col("end").shift(1) <= 2)
    growths = stream.filter(bare & strives & (role.shift(-1) == "quantity")).select("row", "pos")
    if growths.is_empty():
        return stream
    opens = role.is_in(["sentence", "quantity"]) | ((role == "punct") & (pl.col("value") == ";"))
    start = last_before(growths["row"], stream.filter(opens)["row"])
    named = role.is_in([*_SUBJECTS, "topic"]) | (pl.col("value") == "branch")
    subject = last_before(growths["row"], stream.filter(named.fill_null(False))["row"])
    explained = (stream["end"] - stream["pos"] + 1).cum_sum()
    ahead = growths["row"] - 1
    between = at(explained, ahead) - at(explained, start)
    unexplained = at(stream["end"], ahead) - at(stream["end"], start) - between
    alone = ((subject < start).fill_null(True) & (unexplained <= NEW_SUBJECT_BYTES)).fill_null(False)
    return rewritten(
        stream,
        growths.filter(alone).select(
            "row",
            role=pl.lit("indicator_strong"),
            value=pl.lit("economic_growth"),
            measure=pl.lit("growth"),
        ),
    )


def _resolve_rates(stream: pl.DataFrame) -> pl.DataFrame:
    """ "công nghiệp duy trì tốc độ tăng trưởng 9,4%": the rate is that of its clause's subject, else the economy's."""
    role = pl.col("role")
    rates = stream.filter(role == "indicator_rate").select("row")
    stops = stream.filter(role.is_in(["sentence", "quantity", "punct", "conj"]) | role.is_in(_SUBJECTS))
    subject = last_before(rates["row"] - 1, stops["row"])
    # "giá trị sản xuất công nghiệp đạt 340 tỷ đồng, tốc độ tăng trưởng 9%"
    of_figure = _subject_of_figure(stream, rates["row"])
    subject = of_figure.zip_with(of_figure.is_not_null(), subject)
    named = rates.select(
        "row",
        role=at(stream["role"], subject).cast(pl.String).replace("indicator_sector", "indicator_strong"),
        value=at(stream["value"], subject),
    )
    of_subject = role.is_in(["indicator_strong", "indicator_other"]) & (pl.col("value") != "economic_growth")
    stream = rewritten(stream, named.filter(of_subject.fill_null(False)))
    return rewritten(stream, _leading_to_places(stream, rates["row"]))


def _leading_to_places(stream: pl.DataFrame, rates: pl.Series) -> pl.DataFrame:
    """ "Thu ngân sách ước đạt ... Những nơi có mức tăng trưởng cao: huyện A đạt ..., huyện B ...": such a rate only
    leads from what the sentence before was about to a list of places, and says nothing of the economy.

    row, role: of these rates
    """
    role = pl.col("role")
    joins = role.is_in(
        ["filler", "versus", "same_period", "previous_year", "period", "punct", "conj", "among"]
    )
    place = first_behind(rates + 1, rows_where(stream, ~joins))
    districts = role.is_in(["district", "district_bare"])
    breaks = rows_where(stream, role.is_in(["sentence", "quantity", *_SUBJECTS]) | districts)
    start = last_before(rates - 1, breaks)
    line_start = last_before(rates, stream["row"].filter(stream["opens_line"]))
    spoken = last_before(rates - 1, rows_where(stream, role.is_in(_SUBJECTS))) > line_start
    # "tốc độ tăng trưởng của huyện A đạt 9%" is that district's, and leads to none
    owned = (place == rates + 1) | at(stream["value"], rates + 1).is_in(["of", "locative"]).fill_null(False)
    leads = rows_where(stream, districts).implode()
    leads = place.is_in(leads) & (at(stream["role"], start) == "sentence") & spoken & ~owned
    return rates.filter(leads.fill_null(False)).to_frame("row").with_columns(role=pl.lit("filler"))


def _subject_of_figure(stream: pl.DataFrame, rates: pl.Series) -> pl.Series:
    """The output whose figure stands right before the rate, but for a comma; of a percentage the one of its clause."""
    role, value = pl.col("role"), pl.col("value")
    joins = role.is_in(["filler", "conj"]) | ((role == "punct") & (value == ","))
    figure = last_before(rates - 1, rows_where(stream, ~joins))
    starts = rows_where(stream, role.is_in(["sentence", "among"]) | ((role == "punct") & (value == ";")))
    start = last_before(rates, starts)
    subjects = rows_where(stream, role.is_in(_SUBJECTS))
    subject = last_before(figure, subjects)
    alone = (last_before(subject - 1, subjects) < start).fill_null(True) | (subject == start)
    amount = ~at(stream["is_percent"], figure).fill_null(True)
    found = (
        (at(stream["role"], figure) == "quantity")
        & (subject > start)
        & at(stream["value"], subject).str.starts_with("gross_output")
        & (amount | alone)
    ).fill_null(False)
    return subject.set(~found, None)


def _resolve_outputs(stream: pl.DataFrame) -> pl.DataFrame:
    """The stream with the output of a branch that stands before it made that branch's; of one that is not followed here
    ("thủy sản") it is no indicator's."""
    role, value = pl.col("role"), pl.col("value")
    of_whole = role == "indicator_branch"
    total = (role == "indicator_strong") & (value == "gross_output")
    bare = total & pl.col("measure").is_null() & (pl.col("end") - pl.col("pos") <= BARE_BYTES)
    outputs = stream.filter(of_whole | total).select(
        "row", "line", "pos", "end", of_whole=of_whole, bare=bare
    )
    if outputs.is_empty():
        return stream
    unfollowed = (role == "indicator_other") & pl.col("measure").eq_missing(pl.lit("output"))
    branches = stream.filter(
        unfollowed
        | (role.is_in(["indicator_sector", "indicator_strong"]) & value.str.starts_with("gross_output_"))
    ).select("row", "pos", "end", "line", "value")
    ahead = outputs["row"] - 1
    branch = last_before(ahead, branches["row"])
    sentence = last_before(outputs["row"], rows_where(stream, role == "sentence"))
    spoken_of = rows_where(stream, role.is_in([*_SUBJECTS, "indicator_rate", "quantity"]))
    last_spoken = last_before(ahead, spoken_of)
    outputs = outputs.with_columns(
        branch_line=at(stream["line"], branch),
        value=at(stream["value"], branch),
        alone=at(stream["value"], outputs["row"]),
        merges=(at(stream["role"], outputs["row"] + 1) == "indicator_sector").fill_null(False),
        said_of=_said_of(stream, ahead).is_in(branches["row"].implode())
        & at(stream["role"], branch).eq("indicator_other"),
        is_topic=_is_topic(stream, branches, outputs, branch),
        leads=_leads_sentence(stream, sentence, spoken_of, branch, last_spoken)
        | _grown(stream, sentence, spoken_of, last_spoken, ahead),
        of_trade=_of_unknown_branch(stream, sentence, last_spoken),
    )
    gap = pl.col("line").cast(pl.Int64) - pl.col("branch_line").cast(pl.Int64)
    spoken = pl.col("bare") & (pl.col("said_of") | pl.col("is_topic"))
    of_named = (pl.col("of_whole") & (gap <= 1)) | ((spoken | pl.col("leads")) & (gap == 0))
    takes = (~pl.col("merges") & of_named).fill_null(False)
    of_trade = pl.col("bare") & pl.col("of_trade") & ~takes & ~pl.col("merges")
    settled = outputs.filter(takes | of_trade | pl.col("of_whole")).select(
        "row",
        value=pl.when(takes)
        .then("value")
        # "tốc độ tăng trưởng toàn ngành công nghiệp"
        .when(pl.col("merges") & (pl.col("alone") == ""))
        .then(pl.lit("gross_output"))
        .when(of_trade)
        .then(pl.lit(""))
        .otherwise("alone"),
    )
    return rewritten(
        stream,
        settled.with_columns(
            role=pl.when(pl.col("value") == "")
            .then(pl.lit("indicator_other"))
            .otherwise(pl.lit("indicator_strong"))
        ),
    )


def _said_of(stream: pl.DataFrame, ahead: pl.Series) -> pl.Series:
    """The row before that is neither a comma nor a word without a meaning of its own."""
    role, value = pl.col("role"), pl.col("value")
    passed = role.is_in(["filler", "status", "period"]) | ((role == "punct") & value.is_in([",", ":"]))
    return last_before(ahead, stream.filter(~passed)["row"])


def _is_topic(
    stream: pl.DataFrame, branches: pl.DataFrame, outputs: pl.DataFrame, branch: pl.Series
) -> pl.Series:
    """ "Lĩnh vực nông nghiệp phát triển ổn định. Giá trị sản xuất đạt 745 tỷ đồng": the line is about one branch, the
    output opens a sentence or a clause of its own."""
    role = pl.col("role")
    rows = outputs["row"]
    line_start = last_before(rows, stream["row"].filter(stream["opens_line"]))
    first = branches.group_by("line", maintain_order=True).agg(
        pl.col("end", "value").first().name.prefix("first_")
    )
    named = outputs.select("line").join(first, on="line", how="left", maintain_order="left")
    sentence = last_before(rows, stream.filter(role == "sentence")["row"])
    spoken = stream.filter(role.is_in(["indicator_strong", "indicator_other", "indicator_sector"]))["row"]
    total = stream.filter((role == "indicator_strong") & (pl.col("value") == "gross_output"))["row"]
    near = named["first_end"] - at(stream["pos"], line_start) <= _TOPIC_BYTES
    alone = (named["first_value"] == at(stream["value"], branch)) & (
        named["first_value"] != "gross_output_construction"
    )
    spoken_before = last_before(rows - 1, spoken)
    # "Ngành thương mại, dịch vụ tiếp tục tăng trưởng khá, giá trị sản xuất đạt 900 tỷ đồng"
    goes_on = (at(stream["value"], spoken_before) == at(stream["value"], branch)) & (
        at(stream["role"], rows - 1) == "punct"
    )
    opens = (spoken_before < sentence) | goes_on
    no_total = (last_before(rows - 1, total) < line_start).fill_null(True)
    return (near & alone & opens & no_total & (branch > line_start)).fill_null(False)


def _leads_sentence(
    stream: pl.DataFrame, sentence: pl.Series, spoken_of: pl.Series, branch: pl.Series, last_spoken: pl.Series
) -> pl.Series:
    """ "Đối với nông nghiệp, tốc độ tăng giá trị sản xuất là 4,5%", "Trong đó, nông nghiệp do mất mùa nên tổng giá trị
    sản xuất chỉ đạt ...": the sentence is led in as one about the branch, and names nothing else up to the output."""
    head = sentence + 1
    led_in = at(stream["role"], head).is_in(["among", "narrow"]) | at(stream["value"], head).is_in(
        ["locative", "branch"]
    )
    alone = (last_spoken == branch) & (first_behind(head, spoken_of) == branch)
    near = at(stream["pos"], branch) - at(stream["pos"], head) <= _LEAD_BYTES
    return (led_in & alone & near).fill_null(False)


def _grown(
    stream: pl.DataFrame, sentence: pl.Series, spoken_of: pl.Series, subject: pl.Series, ahead: pl.Series
) -> pl.Series:
    """ "Đến hết quý I, công nghiệp giữ đà phục hồi, giá trị sản xuất đạt 305 tỷ đồng": of what the clause before says
    something of, the only thing that the sentence has named."""
    role = stream["role"]
    alone = (last_before(subject - 1, spoken_of) < sentence).fill_null(True) & (subject > sentence)
    branch = (role == "indicator_sector") | (stream["measure"] == "growth")
    opens = at(role, subject - 1).is_in(["sentence", "punct"]) & (
        at(stream["pos"], subject) - at(stream["end"], subject - 1) <= 2
    )
    found = (
        at(branch, subject)
        & at(stream["value"], subject).str.starts_with("gross_output_")
        & alone
        & (opens | (at(role, subject) != "indicator_sector"))
        & ~at(role, subject + 1).is_in(["punct", "conj"])
        & (at(stream["value"], ahead) == ",")
    )
    return found.fill_null(False)


def _of_unknown_branch(stream: pl.DataFrame, sentence: pl.Series, spoken: pl.Series) -> pl.Series:
    """ "Ngành may mặc, túi xách phát triển khá, giá trị sản xuất đạt 169 tỷ đồng": of a trade that no phrase names."""
    head = sentence + 1
    heads = (at(stream["value"], head) == "branch") & (
        at(stream["pos"], head) - at(stream["end"], sentence) <= 1
    )
    unnamed = at(stream["pos"], head + 1) - at(stream["end"], head) > _UNNAMED_BYTES
    return (heads & unnamed & ((spoken < sentence).fill_null(True))).fill_null(False)
