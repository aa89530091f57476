"""HTML pages: the article without its surroundings, and only the metadata that the page really has."""

from __future__ import annotations

import datetime as dt

from dagster_project.corpus.schemas import ARTICLE_ROLES

HEAD = """<meta charset="utf-8"><title>Huyện Ba Vì thu ngân sách vượt dự toán - Báo Ví Dụ</title>
<meta property="og:title" content="Huyện Ba Vì thu ngân sách vượt dự toán">
<meta property="og:site_name" content="Báo Ví Dụ">"""
DATED = """<meta property="article:published_time" content="2022-12-21T08:15:00+07:00">
<meta name="author" content="Minh Anh"><link rel="canonical" href="https://hanoimoi.vn/huyen-ba-vi-1.html">"""
ARTICLE = """<h1>Huyện Ba Vì thu ngân sách vượt dự toán</h1>
<p>Sáng 20/12, HĐND huyện Ba Vì khai mạc kỳ họp cuối năm, xem xét kết quả thực hiện nhiệm vụ năm 2022.</p>
<p>Theo báo cáo, thu ngân sách nhà nước trên địa bàn huyện đạt 620 tỷ đồng, bằng 114% dự toán thành phố giao. Đây
là năm thứ ba liên tiếp huyện thu vượt dự toán, trong đó thu từ đấu giá quyền sử dụng đất chiếm tỷ trọng lớn.</p>
<h2>Nông thôn mới</h2>
<ul><li>Xã đạt chuẩn nâng cao: 9 xã</li><li>Hộ nghèo: còn 310 hộ</li></ul>
<table><tr><th>Chỉ tiêu</th><th>2021</th><th>2022</th></tr>
<tr><td>Thu ngân sách</td><td>540</td><td>620</td></tr></table>
<p>Huyện Ba Vì tiếp tục huy động các nguồn lực để phát triển du lịch sinh thái và nông nghiệp sạch.</p>"""


def page(head: str, article: str = ARTICLE) -> str:
    return f"""<!DOCTYPE html><html lang="vi"><head>{head}</head><body>
<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/kinh-te">Kinh tế</a></li></ul></nav>
<article>{article}</article>
<aside class="related"><h3>Tin liên quan</h3><ul><li><a href="/2">Huyện Thạch Thất thu đạt 130% dự toán</a></li></ul>
</aside><footer>Giấy phép số 12/GP-BTTTT ngày 1/2/2019. Bản quyền 2019.</footer></body></html>"""


def test_the_article_without_menu_related_and_footer(read_folder) -> None:
    corpus = read_folder({"a.html": page(HEAD)})
    text = corpus.documents["text"].item()
    roles = [
        (row["role"], text[row["char_start"] : row["char_end"]]) for row in corpus.lines.iter_rows(named=True)
    ]
    assert [role for role, _ in roles] == [
        "title",
        "lead",
        "body",
        "heading",
        *["list_item"] * 2,
        *["table_row"] * 2,
        "body",
    ]
    assert roles[0][1] == "Huyện Ba Vì thu ngân sách vượt dự toán"
    assert "620 tỷ đồng, bằng 114% dự toán" in text
    assert not any(words in text for words in ("Trang chủ", "Thạch Thất", "Giấy phép", "---"))


def test_metadata_become_columns(read_folder) -> None:
    document = read_folder({"a.html": page(HEAD + DATED)}).documents.row(0, named=True)
    assert (document["media_type"], document["title_from"]) == ("html", "html_metadata")
    assert (document["author"], document["author_from"]) == ("Minh Anh", "html_metadata")
    assert (document["publisher"], document["publisher_from"]) == ("Hà Nội Mới", "url")
    assert (document["url_from"], document["published_from"]) == ("html_metadata", "html_metadata")
    assert document["published_on"] == dt.date(2022, 12, 21)
    assert (document["event_on"], document["event_from"]) == (dt.date(2022, 12, 20), "dateline:publication")


def test_no_date_is_taken_from_a_licence_or_the_text(read_folder) -> None:
    document = read_folder({"a.html": page(HEAD)}).documents.row(0, named=True)
    assert (document["published_on"], document["published_from"]) == (None, None)
    assert (document["publisher"], document["publisher_from"]) == ("Báo Ví Dụ", "html_metadata")
    assert (document["event_on"], document["event_from"]) == (dt.date(2022, 12, 20), "dateline:text")


def test_the_date_of_linked_data_and_of_a_time_element(read_folder) -> None:
    linked = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-07-05T08:00"}</script>'
    stamped = '<time itemprop="datePublished" datetime="2023-07-06">6/7/2023</time>'
    documents = read_folder(
        {"a.html": page(HEAD + linked), "b.htm": page(HEAD, stamped + ARTICLE.replace("620", "625"))}
    ).documents
    assert documents["published_on"].to_list() == [dt.date(2023, 7, 5), dt.date(2023, 7, 6)]


def test_html_under_the_name_of_a_text_is_html(read_folder) -> None:
    document = read_folder({"a.txt": "\n" + page(HEAD)}).documents.row(0, named=True)
    assert document["media_type"] == "html"
    assert "<p>" not in document["text"]


def test_a_page_of_menus_only_is_rejected_and_the_rest_goes_on(read_folder) -> None:
    corpus = read_folder(
        {"a.html": page(HEAD, ""), "b.html": "<html>", "c.html": page(HEAD), "d.html": "\ud7ff<<<>>"}
    )
    kept = corpus.source_files.filter(corpus.source_files["reason"].is_null())["path"].to_list()
    assert "c.html" in kept and "b.html" not in kept
    assert not any("Thạch Thất" in text for text in corpus.documents["text"])


def test_a_broken_page_is_read_as_far_as_it_goes(read_folder) -> None:
    cut = page(HEAD)[: page(HEAD).index("Nông thôn mới")]
    corpus = read_folder({"a.html": cut})
    kept = "".join(
        corpus.documents["text"].item()[row["char_start"] : row["char_end"]]
        for row in corpus.lines.iter_rows(named=True)
        if row["role"] in ARTICLE_ROLES
    )
    assert "620 tỷ đồng" in kept
