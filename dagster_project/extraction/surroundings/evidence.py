"""Evidence: the words of the text that every figure rests on, with their places in characters.

Not here: what the figure means.
"""

from __future__ import annotations

import polars as pl
import polars.selectors as cs

from dagster_project.extraction.mentions.nearby import at

# What is asked of a figure when its statement is made.
_COLUMNS = (
    "document_id",
    "district_id",
    "indicator_id",
    "measure",
    "value",
    "unit",
    "bound",
    "status",
    "period_start",
    "period_end",
    "basis",
    "second_basis",
    "target_set",
    "value_text",
    "sentence",
    "char_start",
    "char_end",
    "sentence_start",
    "decimals",
    "rule",
    "period_from",
    "district_from",
    "reason",
    "before",
    "dimension",
    "lead",
    "in_title",
)


def with_evidence(
    placed: pl.DataFrame, stream: pl.DataFrame, documents: pl.DataFrame, article: pl.DataFrame
) -> pl.DataFrame:
    """value_text and sentence as slices of the text, with their places in characters."""
    sentence_row, next_sentence = placed["last_sentence"], placed["next_sentence"]
    placed = (
        placed.with_columns(in_title=pl.col("role_of_line") == "title")
        .select(cs.by_name("document", "line", "pos", "end", *_COLUMNS, require_all=False))
        .with_columns(
            sentence_pos=stream["end"].gather(sentence_row),
            sentence_end=at(stream["end"], next_sentence),
            next_line=at(stream["line"], next_sentence),
        )
        .join(
            article.select("line", "text", "base", line_char_start="char_start"),
            on="line",
            how="left",
            maintain_order="left",
        )
    )
    placed = placed.join(
        documents.select("document", "document_id"), on="document", how="left", maintain_order="left"
    )
    raw = pl.col("text").cast(pl.Binary)

    def piece(start: pl.Expr, stop: pl.Expr) -> pl.Expr:
        return raw.bin.slice(start, stop - start).cast(pl.String, strict=False)

    line_bytes = pl.col("text").str.len_bytes().cast(pl.Int64)
    start, end = pl.col("pos") - pl.col("base"), pl.col("end") - pl.col("base")
    sentence_start = pl.col("sentence_pos") - pl.col("base")
    sentence_stop = (
        pl.when(pl.col("next_line") == pl.col("line"))
        .then(pl.col("sentence_end") - pl.col("base"))
        .otherwise(line_bytes)
    )
    return (
        placed.with_columns(
            value_text=piece(start, end),
            lead=piece(pl.lit(0, pl.Int64), start),
            sentence_lead=piece(pl.lit(0, pl.Int64), sentence_start),
            raw_sentence=piece(sentence_start, sentence_stop),
        )
        .with_columns(
            sentence=pl.col("raw_sentence").str.strip_chars(),
            indent=(
                pl.col("raw_sentence").str.len_chars()
                - pl.col("raw_sentence").str.strip_chars_start().str.len_chars()
            ).cast(pl.Int32),
        )
        .with_columns(
            char_start=pl.col("line_char_start") + pl.col("lead").str.len_chars().cast(pl.Int32),
            sentence_start=pl.col("line_char_start")
            + pl.col("sentence_lead").str.len_chars().cast(pl.Int32)
            + pl.col("indent"),
        )
        .with_columns(char_end=pl.col("char_start") + pl.col("value_text").str.len_chars().cast(pl.Int32))
        .filter(pl.col("sentence_lead").is_not_null())
        .select(_COLUMNS)
        .drop_nulls(["value_text", "lead", "sentence"])
    )


def table_evidence(
    figures: pl.DataFrame,
    districts: pl.DataFrame,
    defaults: pl.DataFrame,
    documents: pl.DataFrame,
    article: pl.DataFrame,
) -> pl.DataFrame:
    """The figures of tables with their evidence: the whole row of the table is the sentence."""
    raw = pl.col("text").cast(pl.Binary)
    return (
        figures.join(
            districts.select("document", article_district=pl.when(~pl.col("elsewhere")).then("district")),
            on="document",
            how="left",
        )
        .join(defaults, on="document", how="left")
        .join(article.select("line", "text", line_char_start="char_start"), on="line", how="left")
        .join(documents.select("document", "document_id"), on="document", how="left")
        .with_columns(
            value_text=raw.bin.slice(pl.col("start"), pl.col("end") - pl.col("start")).cast(pl.String),
            lead=raw.bin.slice(0, pl.col("start")).cast(pl.String),
            sentence=pl.col("text").str.strip_chars(),
            district_id=pl.coalesce("district", "article_district"),
            period_from=pl.when(pl.col("period_start").is_null())
            .then(pl.lit("article"))
            .otherwise(pl.lit("clause")),
            period_start=pl.coalesce("period_start", "default_start"),
            period_end=pl.coalesce("period_end", "default_end"),
        )
        .with_columns(
            char_start=pl.col("line_char_start") + pl.col("lead").str.len_chars().cast(pl.Int32),
            sentence_start="line_char_start",
            reason=pl.when(pl.col("reason").is_null() & pl.col("district_id").is_null())
            .then(pl.lit("no_district"))
            .otherwise("reason"),
            district_from=pl.when(pl.col("district").is_null())
            .then(pl.lit("article"))
            .otherwise(pl.lit("sentence")),
        )
        .with_columns(char_end=pl.col("char_start") + pl.col("value_text").str.len_chars().cast(pl.Int32))
        .with_columns(
            in_title=pl.lit(False),
            rule=pl.lit("table"),
            bound=pl.lit("exact"),
            before=pl.col("lead"),
            second_basis=pl.lit(None, pl.String),
            dimension=pl.lit("table"),
            target_set=pl.lit(None, pl.String),
        )
        .select(_COLUMNS)
    )
