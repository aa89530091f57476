"""Everything that the lines mention, as one stream of spans in reading order.

Sentence breaks, quantities, periods and phrases of the vocabulary become rows of one relation with a global coordinate
(byte of the line plus the line's base), so that "the last ... before" is a forward fill. Not here: what governs what
(`binding`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold, with_whole_numbers
from dagster_project.extraction.language.scanning import find
from dagster_project.extraction.language.vocabulary import Vocabulary
from dagster_project.extraction.mentions.nearby import only_at
from dagster_project.extraction.mentions.number_words import number_words
from dagster_project.extraction.mentions.numbers import numbers
from dagster_project.extraction.mentions.periods import TIME_IN_WORDS, periods
from dagster_project.extraction.mentions.quantities import declared_units, quantities
from dagster_project.extraction.plans import in_memory

SENTENCE_MARKS = (". ", "! ", "? ", "... ", '."  ', ".) ")
LINE_SEPARATOR_BYTES = 2
_JOINING_ROLES = ("filler", "conj", "punct", "reach", "none")
ROLE = pl.Categorical()  # every rule compares it on every row: codes are cheaper than words


def article_lines(documents: pl.DataFrame, lines: pl.DataFrame, roles: tuple[str, ...]) -> pl.DataFrame:
    """The article's own lines, in order.

    Returns line (Int32, from 0 over all documents), document (UInt32, row of `documents`), document_id, line_number,
    char_start, role, text, folded (String), base (Int64, global byte of the line's start).
    """
    numbered = documents.lazy().with_row_index("document").select("document", "document_id", "text")
    split = (
        numbered.with_columns(text=pl.col("text").str.split("\n"))
        .with_columns(line_number=pl.int_ranges(0, pl.col("text").list.len(), dtype=pl.Int32))
        .explode("text", "line_number")
    )
    wanted = lines.lazy().filter(pl.col("role").cast(pl.String).is_in(list(roles)))
    found = in_memory(
        split.join(
            wanted.select("document_id", "line_number", "char_start", pl.col("role").cast(pl.String)),
            on=["document_id", "line_number"],
            how="inner",
        )
        .sort("document", "line_number")
        .with_columns(line=pl.int_range(pl.len(), dtype=pl.Int32), base=_base(pl.col("text").str.len_bytes()))
    )
    return found.with_columns(folded=with_whole_numbers(fold(found["text"])))


def _base(length: pl.Expr) -> pl.Expr:
    return (
        (length.cast(pl.Int64) + LINE_SEPARATOR_BYTES).cum_sum()
        - length.cast(pl.Int64)
        - LINE_SEPARATOR_BYTES
    )


def mention_stream(
    lines: pl.DataFrame, vocabulary: Vocabulary
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """The stream of mentions of `article_lines`, and the quantities with their attributes.

    stream: line, pos, end (Int64, global bytes), role (Categorical), value, measure (String, null), capital,
    next_capital, item (UInt32: row of the quantities, null for other roles), period_item (row of the periods); sorted
    by pos
    Returns (stream, quantities, periods).
    """
    with_digits = lines.filter(pl.col("folded").str.contains("[0-9]"))
    told_of_time = lines.filter(pl.col("folded").str.contains(TIME_IN_WORDS))
    period_spans = periods(told_of_time).with_row_index("period_item")
    found_numbers = pl.concat([numbers(with_digits), number_words(lines)], how="diagonal_relaxed").sort(
        "line", "start"
    )
    quantity_spans = quantities(
        _outside(found_numbers, period_spans), vocabulary, declared_units(lines, vocabulary)
    ).with_row_index("item")
    lexicon = _searched(vocabulary.lexicon)
    quantity_rows, period_rows = _placed(quantity_spans, lines), _placed(period_spans, lines)
    figures = pl.concat([quantity_rows.select("pos"), period_rows.select("pos")])
    phrases = _phrase_rows(find(lines, lexicon, vocabulary.patterns, figures), lexicon)
    spans = pl.concat(
        [
            lines.select("line", pos=pl.col("base") - 1, end="base", role=_role("sentence")),
            quantity_rows.select("line", "pos", "end", role=_role("quantity")),
            period_rows.select("line", "pos", "end", role=_role("period")),
        ],
    ).sort("pos", maintain_order=True)
    named = phrases.filter(~_covered(phrases, quantity_rows, period_rows))
    spans = spans.select(
        pl.col(name) if name in spans.columns else pl.lit(None, kind).alias(name)
        for name, kind in named.schema.items()
    )
    stream = _with_words(in_memory(spans.lazy().merge_sorted(named.lazy(), key="pos")), lexicon, period_spans)
    return stream, quantity_spans, period_spans


def _role(name: str) -> pl.Expr:
    return pl.lit(name).cast(ROLE)


def _searched(lexicon: pl.DataFrame) -> pl.DataFrame:
    """The lexicon with what its patterns look like, asked once for each of them rather than wherever it stands."""
    pattern = pl.col("pattern")
    ends_sentence = pattern.is_in(SENTENCE_MARKS)
    return lexicon.with_columns(
        pl.col("role").cast(ROLE),
        begins_word=pattern.str.contains("^[a-zà-ỹ0-9đ]"),
        ends_word=pattern.str.contains("[a-zà-ỹ0-9đ]$"),
        # "năm 2020ước đạt16.743 tỷ đồng, tăng12%"
        touches_digits=pl.col("role").is_in(["status", "reach", "direction"]),
        ends_sentence=ends_sentence,
        # the space behind the mark may be the first byte of a folded quotation mark: it stays with what follows
        left_out=(ends_sentence & pattern.str.ends_with(" ") & ~pattern.str.ends_with("  ")).cast(pl.Int64),
        # "thương mại dịch vụ", "sản xuất nông nghiệp" say more than a sector's one word
        compound=pattern.str.contains(r"[-,&]| và ") | (pattern.str.count_matches(" ") >= 3),
        says=~pl.col("role").is_in(_JOINING_ROLES) | pl.col("value").is_in(["(", ")"]),
        # what a sector, a short form or what a council sets means depends on all that stands around it
        asks=(pl.col("role") == "sets")
        | (
            pl.col("role").str.starts_with("indicator_")
            & ~pl.col("role").is_in(["indicator_strong", "indicator_other"])
        ),
    )


def _placed(spans: pl.DataFrame, lines: pl.DataFrame) -> pl.DataFrame:
    """pos and end (global bytes) in place of start and end (of the line)."""
    base = lines["base"].gather(lines["line"].search_sorted(spans["line"]))
    return spans.with_columns(pos=base + spans["start"], end=base + spans["end"])


def _outside(spans: pl.DataFrame, holes: pl.DataFrame) -> pl.DataFrame:
    """The spans that do not begin inside one of the holes."""
    both = pl.concat(
        [
            holes.select("line", "start", "end", hole=pl.lit(True), row=pl.lit(None, pl.UInt32)),
            spans.with_row_index("row").select("line", "start", "end", hole=pl.lit(False), row="row"),
        ]
    ).sort("line", "start", "hole", descending=[False, False, True])
    inside = (
        pl.when("hole").then("end").forward_fill().is_not_null()
        & (pl.when("hole").then("end").forward_fill() > pl.col("start"))
        & (pl.when("hole").then("line").forward_fill() == pl.col("line"))
    )
    kept = both.filter(~pl.col("hole") & ~inside.fill_null(False))["row"]
    return spans[kept.sort()]


def _phrase_rows(phrases: pl.DataFrame, lexicon: pl.DataFrame) -> pl.DataFrame:
    """Phrases as rows of the stream; the end of a sentence only where a new one can begin."""
    phrase = phrases["phrase"]
    new_sentence = lexicon["ends_sentence"].gather(phrase) & (pl.col("next_capital") | pl.col("next_digit"))
    return phrases.select(
        "line",
        "pos",
        "phrase",
        "capital",
        "next_capital",
        end=pl.col("end") - lexicon["left_out"].gather(phrase),
        role=pl.when(new_sentence).then(_role("sentence")).otherwise(lexicon["role"].gather(phrase)),
    )


def _covered(phrases: pl.DataFrame, quantities: pl.DataFrame, periods: pl.DataFrame) -> pl.Series:
    """Phrases that begin inside a period ("năm" of "năm 2023") or a unit are part of it, but for indicators ("hộ
    nghèo" behind a number is both)."""

    def begin_inside(spans: pl.DataFrame) -> pl.Series:
        ends = spans.select("pos", span_end="end")
        return (phrases.select("pos").join_asof(ends, on="pos")["span_end"] > phrases["pos"]).fill_null(False)

    return begin_inside(periods) | (begin_inside(quantities) & ~phrases["role"].cat.starts_with("indicator_"))


def _with_words(stream: pl.DataFrame, lexicon: pl.DataFrame, periods: pl.DataFrame) -> pl.DataFrame:
    """What the mentions are (item, period_item, of_tasks, of_achieved, of_body) and say (value, measure, compound),
    once they stand in order: moving numbers is faster than moving words."""
    quantities_at = (stream["role"] == "quantity").arg_true()
    periods_at = (stream["role"] == "period").arg_true()
    said = {name: lexicon[name].gather(stream["phrase"]) for name in ("value", "measure", "compound")}
    said["value"] = said["value"].scatter(periods_at, periods["form"])
    return stream.drop("phrase").with_columns(
        item=only_at(quantities_at, _numbered(quantities_at), stream.height),
        period_item=only_at(periods_at, _numbered(periods_at), stream.height),
        **{
            name: only_at(periods_at, periods[name], stream.height)
            for name in ("of_tasks", "of_achieved", "of_body")
        },
        **said,
    )


def _numbered(rows: pl.Series) -> pl.Series:
    return pl.int_range(rows.len(), dtype=pl.UInt32, eager=True)
