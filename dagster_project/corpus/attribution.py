"""Who wrote an article, who published it, and where: as the text says.

Here: names, marks and addresses in the lines of a page. Not here: dates (`events`), what sources.yml or a page's
metadata say (`documents` puts those first). The newspapers' marks and domains are `newspapers.csv`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import polars as pl

from dagster_project.corpus.page import line_key
from dagster_project.corpus.page.head import OFFICE
from dagster_project.corpus.page.vocabulary import kind_is

NEWSPAPERS = Path(__file__).with_name("newspapers.csv")
DATELINE_CHARS = 40
URL = r"https?://[^ \t)\]>\"']+"
HOST = r"^https?://(?:www\.)?([^/:]+)"
DATELINE = r"^\(?([\p{L}&.]+(?: [\p{L}&]+){0,2}?)(?:\) ?[-–—:]?| ?[-–—:]) ?"
CREDIT_LABEL = (
    r"(?i)^(?:bài và ảnh|bài, ảnh|tin, ảnh|tin và ảnh|tin, bài|bài|tin|ảnh|tác giả|thực hiện|người viết|biên tập"
    r"|theo) ?:? "
)
# "Cổng thông tin điện tử quận Ba Đình", "Trang thông tin huyện Mê Linh": up to where another thing begins
PORTAL = (
    r"(?i)\b((?:cổng|trang) (?:thông tin|tin|ttđt)(?: điện tử)?(?: (?:tổng hợp|của|ubnd|đảng bộ|-))*"
    r" (?:quận|huyện|thị xã) \p{L}+(?: \p{L}+){0,2})"
)
# "UBND huyện Quốc Oai - Thứ hai, 31/10/2022": beside the date, who wrote it
WRITER = (
    r"(?i)\b((?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd|trung tâm|văn phòng|phòng|đài|ban)"
    r"[^–|,;:0-9]{0,45}? ?(?:quận|huyện|thị xã) \p{Lu}[\p{L}]+(?: \p{Lu}\p{L}+){0,2})"
)
PORTAL_ROLES = ("menu", "byline", "footer")
NAME_BEFORE_DATE = r"^(\p{Lu}[\p{L}. ]+?)(?: ?[-–|,•·] ?|  +| (?:[0-9]|[Tt]hứ|[Cc]ập nhật|[Nn]gày))"


@cache
def newspapers() -> pl.DataFrame:
    """The rows of newspapers.csv: publisher, mark, kind (domain, dateline or name)."""
    return pl.read_csv(NEWSPAPERS)


def attributions(lines: pl.DataFrame) -> pl.DataFrame:
    """document, author, author_from, url, url_from, publisher, publisher_from; one row for a document that has any.

    `lines` have roles. An author comes from a byline, an address from a source line, a publisher from the address,
    from the name in the source line, from the mark that opens the text ("(HNM) -"), or from the district's portal or
    office that the page names around the article.
    """
    bylines = lines.filter(pl.col("role") == "byline")
    addresses = _first(
        bylines.select("document", url=pl.col("line").str.extract(f"({URL})").str.strip_chars_end(".,;")),
        "url",
    )
    return (
        lines.select(pl.col("document").unique(maintain_order=True))
        .join(_authors(bylines), on="document", how="left")
        .join(addresses, on="document", how="left")
        .join(_publishers(lines, bylines, addresses), on="document", how="left")
        .with_columns(
            author_from=pl.when(pl.col("author").is_not_null()).then(pl.lit("byline")),
            url_from=pl.when(pl.col("url").is_not_null()).then(pl.lit("source_line")),
        )
    )


def publisher_of(url: pl.Expr) -> pl.Expr:
    """The newspaper whose domain an address has, null where it is not known."""
    host = url.str.to_lowercase().str.extract(HOST)
    known = _marks("domain")
    parent = host.str.extract(r"([^.]+\.(?:com|gov|org)\.vn|[^.]+\.[^.]+)$")
    return pl.coalesce(
        host.replace_strict(known, default=None, return_dtype=pl.String),
        parent.replace_strict(known, default=None, return_dtype=pl.String),
    )


def _authors(bylines: pl.DataFrame) -> pl.DataFrame:
    """The first line that is a name, or the name before a date; labels ("Bài, ảnh:") are left out."""
    name = pl.col("line").str.replace(CREDIT_LABEL, "").str.strip_chars(" .")
    credit = kind_is("author") & ~pl.col("dated")
    named = (
        pl.when(pl.col("author") | credit)
        .then(name)
        .when("dated")
        .then(pl.col("line").str.extract(NAME_BEFORE_DATE))
    )
    unnamed = r"(?i)^(?:thứ|chủ nhật|cập nhật|ngày|đăng|sáng|chiều|hà nội|gmt|ảnh$)"
    found = bylines.select(
        "document", author=pl.when(~named.str.contains(unnamed)).then(named.str.strip_chars())
    )
    return _first(found.filter(pl.col("author") != ""), "author")


def _publishers(lines: pl.DataFrame, bylines: pl.DataFrame, addresses: pl.DataFrame) -> pl.DataFrame:
    opening = lines.filter(pl.col("role").is_in(["lead", "body"])).unique(
        "document", keep="first", maintain_order=True
    )
    mark = pl.col("line").str.head(DATELINE_CHARS).str.extract(DATELINE).str.to_lowercase()
    name = "|".join(sorted(_marks("name"), key=len, reverse=True))
    credit = (
        line_key(pl.col("line"))
        .str.to_lowercase()
        .str.extract(rf"^(?:nguồn|theo)(?: tin)?:? ?(?:báo )?({name})")
    )
    found = [
        addresses.select("document", publisher=publisher_of(pl.col("url")), publisher_from=pl.lit("url")),
        bylines.select(
            "document",
            publisher=credit.replace_strict(_marks("name"), default=None),
            publisher_from=pl.lit("source_line"),
        ),
        opening.select(
            "document",
            publisher=mark.replace_strict(_marks("dateline"), default=None),
            publisher_from=pl.lit("dateline"),
        ),
        _portals(lines),
    ]
    return _first(pl.concat(found), "publisher")


def _portals(lines: pl.DataFrame) -> pl.DataFrame:
    around = lines.filter(
        pl.col("role").cast(pl.String).is_in(list(PORTAL_ROLES)) & pl.col("short").is_not_null()
    )
    return around.select(
        "document",
        publisher=pl.coalesce(
            pl.col("line").str.extract(PORTAL),
            pl.col("line").str.extract(OFFICE),
            pl.when((pl.col("role") == "byline") & pl.col("dated")).then(pl.col("line").str.extract(WRITER)),
        ),
        publisher_from=pl.lit("portal"),
    )


def _marks(kind: str) -> dict[str, str]:
    rows = newspapers().filter(pl.col("kind") == kind)
    return dict(zip(rows["mark"], rows["publisher"], strict=True))


def _first(rows: pl.DataFrame, column: str) -> pl.DataFrame:
    """The first row of each document that has a value in `column`."""
    return rows.drop_nulls(column).unique("document", keep="first", maintain_order=True)
