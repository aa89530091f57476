"""The day an article was published, in the forms in which the press writes it."""

from __future__ import annotations

import pytest

from tests.support.meeting import BODY, HEADLINE, day


@pytest.mark.parametrize(
    ("byline", "published"),
    [
        ("13-01-2021 20:36", "2021-01-13"),
        ("Thứ Ba, 12/12/2023 14:05", "2023-12-12"),
        ("Thứ ba, 12/12/2023, 14:05 (GMT+7)", "2023-12-12"),
        ("Cập nhật lúc 09:15, 15/07/2022", "2022-07-15"),
        ("Cập nhật: 15/07/2022 | 09:15", "2022-07-15"),
        ("Cập nhật lúc 9 h 05 ngày 15 / 07 / 2022", "2022-07-15"),
        ("Ngày đăng 15/07/2022 | 09:15 | Lượt xem: 1287", "2022-07-15"),
        ("20/12/2022 | 10:30", "2022-12-20"),
        ("10:25 AM 05/07/2021", "2021-07-05"),
        ("10:25, ngày 05-07-2021", "2021-07-05"),
        ("Đăng lúc: 5/7/2021 - 8h30", "2021-07-05"),
        ("Ngày đăng: 05.07.2021", "2021-07-05"),
        ("2021-07-05 08:30:11", "2021-07-05"),
        ("Posted on 05/07/2021 by admin", "2021-07-05"),
        ("Thứ Hai, ngày 5 tháng 7 năm 2021", "2021-07-05"),
        ("Minh Anh - 05/07/2021 08:30", "2021-07-05"),
        ("Minh Anh | Thứ Hai, 05/07/2021", "2021-07-05"),
        ("Mê Linh, ngày 5 tháng 7 năm 2021", "2021-07-05"),
    ],
)
def test_the_byline_tells_the_publication(read_folder, byline: str, published: str) -> None:
    document = read_folder({"a.txt": f"{HEADLINE}\n{byline}\n{BODY}\n{BODY}\n"}).documents.row(0, named=True)
    assert (document["published_on"], document["published_from"]) == (day(published), "byline")


@pytest.mark.parametrize(
    ("byline", "published"),
    [
        ("(HNM) 20:36 | 13/01/2021", "2021-01-13"),
        ("13/01/2021 20:36 - Đời sống Thủ đô số 12", "2021-01-13"),
        ("13-01-2021 20:36 - Minh Anh", "2021-01-13"),
        ("Minh Anh 13/01/2021 20:36", "2021-01-13"),
        ("Minh Anh - Thứ tư, 13/01/2021 20:36", "2021-01-13"),
        ("Đời Sống Mê Linh | 13.01.2021", "2021-01-13"),
    ],
)
@pytest.mark.parametrize(
    "headline", [HEADLINE, "Vì sao Mê Linh thu ngân sách cao đến thế?", "Mê Linh về đích!"]
)
@pytest.mark.parametrize("below_lead", [False, True])
def test_a_date_with_a_name_is_a_byline_wherever_it_stands(
    read_folder, byline: str, published: str, headline: str, below_lead: bool
) -> None:
    lead = "Chín tháng qua, huyện Mê Linh thu ngân sách vượt dự toán, nhiều chỉ tiêu khác cũng tăng cao."
    page = (
        [headline, "", lead, "", byline, "", BODY] if below_lead else [headline, "", byline, "", lead, BODY]
    )
    document = read_folder({"a.txt": "\n".join(page)}).documents.row(0, named=True)
    assert document["title"] == headline
    assert (document["published_on"], document["published_from"]) == (day(published), "byline")


@pytest.mark.parametrize("heading", ["Đến 30/6/2024", "Sáng 5/7/2021", "Tính đến ngày 31/12/2023"])
def test_a_limit_or_a_part_of_a_day_is_no_name(read_folder, heading: str) -> None:
    document = read_folder({"a.txt": "\n".join([HEADLINE, "", BODY, "", heading, "", BODY])}).documents
    assert document["published_on"].item() is None


@pytest.mark.parametrize(
    "dateline",
    [
        "Mê Linh, ngày 06/12/2024 - ",
        "Mê Linh, ngày 6 tháng 12 năm 2024 – ",
        "MÊ LINH, 6/12/2024 (TTXVN) - ",
    ],
)
def test_the_place_and_day_that_open_the_text_tell_the_publication(read_folder, dateline: str) -> None:
    document = read_folder({"a.txt": f"{HEADLINE}\n\n{dateline}{BODY}\n{BODY}\n"}).documents.row(
        0, named=True
    )
    assert (document["published_on"], document["published_from"]) == (day("2024-12-06"), "dateline")


@pytest.mark.parametrize(
    ("stamp", "published"),
    [
        (" (10:24 06/12/2024)", "2024-12-06"),
        (" - 08:15 | 6/12/2024", "2024-12-06"),
        (" (06-12-2024 15h21)", "2024-12-06"),
        (" (06/12/2024)", None),  # the day of what the headline tells as likely as not
        (" (10/10/1954 - 10/10/2024)", None),
    ],
)
def test_a_day_with_its_time_at_the_end_of_the_headline_tells_the_publication(
    read_folder, stamp: str, published: str | None
) -> None:
    document = read_folder({"a.txt": f"{HEADLINE}{stamp}\n\n{BODY}\n{BODY}\n"}).documents.row(0, named=True)
    assert document["published_on"] == (published and day(published))
    assert document["published_from"] == (published and "headline")


@pytest.mark.parametrize(
    ("above", "text", "published"),
    [
        ("", BODY, True),
        (
            "",
            "So với năm 2022, thu ngân sách của huyện Mê Linh tăng 12%, chi ngân sách tăng 5% so với kế hoạch.",
            True,
        ),
        (
            "",
            "Đến cuối kỳ, 10 tháng năm 2023 huyện Mê Linh thu 1.150 tỷ đồng, bằng 62% dự toán thành phố giao.",
            True,
        ),
        (
            "",
            "Năm 2022, huyện Mê Linh thu ngân sách 1.150 tỷ đồng, bằng 62% dự toán thành phố giao cho huyện.",
            False,
        ),
        ("Trang chủ\n", BODY, False),
    ],
)
def test_a_date_alone_above_the_headline_counts_unless_the_years_are_earlier(
    read_folder, above: str, text: str, published: bool
) -> None:
    page = f"{above}Thứ Năm, ngày 14/12/2023\n\n{HEADLINE}\n\n{text}\n"
    document = read_folder({"a.txt": page}).documents.row(0, named=True)
    assert document["published_on"] == (day("2023-12-14") if published else None)


@pytest.mark.parametrize("byline", ["31/02/2021 10:00", "10 Jan, 03:32 PM", "20:36"])
def test_no_date_is_made_of_what_is_none(read_folder, byline: str) -> None:
    document = read_folder({"a.txt": f"{HEADLINE}\n{byline}\n{BODY}\n"}).documents.row(0, named=True)
    assert (document["published_on"], document["published_from"]) == (None, None)


def test_a_date_above_the_headline_counts_with_its_time_only(read_folder) -> None:
    copied = "Thứ Bảy, 22/11/2025"
    documents = read_folder(
        {
            "a.txt": f"Trang chủ\n{copied}\n{HEADLINE}\n{BODY}\n",
            "b.txt": f"Trang chủ\n{copied} 10:15\n{HEADLINE}\n{BODY}\n",
            "c.txt": f"Trang chủ\n{copied} 10:15\n{HEADLINE}\n05/07/2021 08:30\n{BODY}\n",
        }
    ).documents
    assert documents["published_on"].to_list() == [None, day("2025-11-22"), day("2021-07-05")]
    assert documents["published_from"].to_list() == [None, "page_head", "byline"]


@pytest.mark.parametrize(
    ("lead", "published_from"),
    [
        (
            "Ngày 15/12, huyện Mê Linh tổ chức hội nghị tổng kết công tác năm 2023, bàn nhiệm vụ năm 2024.",
            "page_header",
        ),
        (
            "Năm 2023, huyện Mê Linh đạt và vượt 20/20 chỉ tiêu chủ yếu, trong đó nhiều chỉ tiêu tăng cao.",
            "page_header",
        ),
        (
            "Ngày 15/7, huyện Mê Linh tổ chức hội nghị sơ kết sáu tháng đầu năm 2022, bàn nhiệm vụ cuối năm.",
            None,
        ),
        (
            "Năm 2021, huyện Mê Linh đạt và vượt 20/20 chỉ tiêu chủ yếu, trong đó nhiều chỉ tiêu tăng cao.",
            None,
        ),
    ],
)
def test_a_header_without_a_time_counts_where_the_article_speaks_of_that_date(
    read_folder, lead: str, published_from: str | None
) -> None:
    page = f"Thứ Hai, 18/12/2023\n{HEADLINE}\n{lead}\n{BODY}\n"
    document = read_folder({"a.txt": page}).documents.row(0, named=True)
    assert document["published_from"] == published_from
    assert document["published_on"] == (day("2023-12-18") if published_from else None)


def test_the_dates_of_teasers_and_comments_are_not_the_articles(read_folder) -> None:
    page = f"{HEADLINE}\n{BODY}\n{BODY}\nTin khác\nHuyện Quốc Oai họp\n05/07/2021 08:30\nSáng 5/7/2021, huyện họp.\n"
    document = read_folder({"a.txt": page}).documents.row(0, named=True)
    assert (document["published_on"], document["event_on"]) == (None, None)


@pytest.mark.parametrize(
    ("opening", "published"),
    [
        ("11/04/2022 - Theo báo cáo", "2022-04-11"),
        ("11-04-2022 10:12 Theo báo cáo", "2022-04-11"),
        ("2022-04-11 Theo báo cáo", "2022-04-11"),
        ("2022-04-11T10:12:00+07:00 | Theo báo cáo", "2022-04-11"),
        ("2022-04 Theo báo cáo", "2022-04-30"),
        ("2022-04\nTheo báo cáo", "2022-04-30"),
        ("Cập nhật: 2022-04-11T10:12:00+07:00\nTheo báo cáo", "2022-04-11"),
        ("Tháng 4/2022, theo báo cáo", None),
        ("Từ 11/04/2022 theo báo cáo", None),
    ],
)
@pytest.mark.parametrize("headline", [HEADLINE + "\n", ""])
def test_a_date_set_before_the_first_sentence(
    read_folder, headline: str, opening: str, published: str | None
) -> None:
    page = f"{headline}{opening} của UBND huyện Mê Linh, tính đến ngày 9/4, thu ngân sách đạt 315 tỷ đồng.\n"
    document = read_folder({"a.txt": page}).documents.row(0, named=True)
    assert document["published_on"] == (day(published) if published else None)
    assert document["title"] == (HEADLINE if headline else None)
