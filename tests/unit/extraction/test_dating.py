"""Dating: the period that an article is about as a whole, and that of a section under its heading."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from dagster_project.extraction import extract
from tests.support.observing import Article, corpus_frames, days, observe, said_by, vocabulary

JANUARY, JULY, DECEMBER = date(2024, 1, 9), date(2024, 7, 4), date(2023, 12, 15)
LATER = "Tỷ lệ hộ nghèo còn 0,6%."


@pytest.mark.parametrize(
    ("on", "title", "lead", "period"),
    [
        # in July the half-year is told, though the session is one of the year
        (
            JULY,
            "UBND quận Hà Đông họp",
            "HĐND quận họp kỳ giữa năm 2024. 6 tháng đầu năm, quận vững vàng.",
            "06-30",
        ),
        (JULY, "Quận Hà Đông trong năm 2024", "6 tháng đầu năm, kinh tế của quận tăng trưởng tốt.", "06-30"),
        (JULY, "UBND quận Hà Đông họp", "Năm 2024, quận còn nhiều việc phải làm.", "12-31"),
        (JULY, "UBND quận Hà Đông họp", "Thu ngân sách đến ngày 30/6 đạt 450 tỷ đồng.", "06-30"),
        # in December a date that one figure is told for narrows nothing
        (
            DECEMBER,
            "UBND quận Hà Đông họp",
            "Vốn đầu tư công đến hết tháng 11 giải ngân 376 tỷ đồng.",
            "12-31",
        ),
        (DECEMBER, "Quận Hà Đông sau 11 tháng", "Quận đạt nhiều kết quả.", "11-30"),
        (DECEMBER, "UBND quận Hà Đông họp", "11 tháng năm 2023, quận đạt nhiều kết quả.", "11-30"),
        (JANUARY, "UBND quận Hà Đông họp", "Năm qua, quận đạt nhiều kết quả.", "12-31"),
    ],
)
def test_a_later_paragraph_is_of_the_period_that_the_article_reports_on(
    on: date, title: str, lead: str, period: str
) -> None:
    said = observe(f"{lead}\n{LATER}", title=title, on=on)
    year = 2023 if on == JANUARY else on.year
    assert days(said[-1]) == (f"{year}-01-01", f"{year}-{period}")


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        # of the first that is named
        ("Theo báo cáo, đến ngày 30/9/2024, kinh tế của quận ổn định.", "2024-09-30"),
        ("Năm 2024, kinh tế của quận ổn định, riêng đến ngày 30/9/2024 còn khó.", "2024-12-31"),
        # what is to come is not what is reported
        ("Kinh tế của quận ổn định. Trong 3 tháng cuối năm 2024, quận chăm lo cho dân.", "2024-12-31"),
    ],
)
def test_the_period_of_an_article_without_a_date(lead: str, told: str) -> None:
    [*_, last] = observe(f"{lead}\n{LATER}", on=None)
    assert days(last) == ("2024-01-01", told)


def test_a_heading_s_period_is_that_of_its_section() -> None:
    lines_of_article = (
        "Kết quả năm 2023",
        "Thu ngân sách đạt 900 tỷ đồng.",
        "Nhiệm vụ năm 2024",
        "Thu ngân sách 950 tỷ đồng; giá trị sản xuất tăng 9%.",
        "Giải quyết việc làm cho 6.500 lao động.",
        "Tiếp tục giữ vững an ninh",
        "Quận đã cấp 420 giấy chứng nhận quyền sử dụng đất.",
    )
    headings = [number for number, line in enumerate(lines_of_article, start=1) if not line.endswith(".")]
    documents, lines = corpus_frames([Article("\n".join(lines_of_article), reported_on=DECEMBER)])
    role = (
        pl.when(pl.col("line_number").is_in(headings))
        .then(pl.lit("heading"))
        .otherwise(pl.col("role").cast(pl.String))
    )
    said = said_by(extract(documents, lines.with_columns(role=role), vocabulary()))
    assert [(one.value, one.status, one.period[0].year) for one in said] == [
        (900, "actual", 2023),
        (950, "target", 2024),
        (9, "target", 2024),
        (6500, "target", 2024),
        (420, "actual", 2023),
    ]


@pytest.mark.parametrize(
    ("last", "year"),
    [
        ("5 tháng đầu năm 2025, quận thành lập mới 180 doanh nghiệp.", 2025),
        ("5 tháng đầu năm 2025, quận phấn đấu thành lập mới 180 doanh nghiệp.", 2024),
        ("Năm 2025, quận phấn đấu thành lập mới 480 doanh nghiệp.", 2024),
    ],
)
def test_an_article_without_a_date_is_of_the_year_whose_first_months_it_reports(last: str, year: int) -> None:
    said = observe(
        "Thu ngân sách năm 2024 đạt 900 tỷ đồng. Chi ngân sách năm 2024 đạt 700 tỷ đồng, năm 2023 đạt 650 tỷ đồng. "
        f"Năm 2024, giá trị sản xuất tăng 9%.\nTỷ lệ hộ nghèo còn 0,6%.\n{last}",
        on=None,
    )
    [poverty] = [one for one in said if one.indicator == "poverty_rate"]
    assert poverty.period[1].year == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (
            "Năm 2023, huyện vượt khó. Thu ngân sách đạt 900 tỷ đồng, tăng 12% so với năm 2022.\n"
            "Trong năm 2024, huyện tập trung chăm lo cho dân.",
            2023,
        ),
        ("Thu ngân sách đạt 900 tỷ đồng, vượt 4% dự toán năm 2022.", 2022),
        ("Thu ngân sách đạt 900 tỷ đồng, tăng 12% so với năm 2020.", 2021),
    ],
)
def test_an_undated_article_is_of_the_year_behind_those_it_compares_with(text: str, year: int) -> None:
    [first, *_] = observe(text, title="UBND huyện Thanh Oai họp", on=None)
    assert first.period == (date(year, 1, 1), date(year, 12, 31))


def test_an_article_that_names_a_span_of_years_only_is_about_that() -> None:
    text = (
        "Quận thực hiện chương trình phát triển kinh tế giai đoạn 2016-2020.\nThu ngân sách đạt 900 tỷ đồng."
    )
    [said] = observe(text, on=None)
    assert (said.period[0].year, said.period[1].year) == (2016, 2020)


@pytest.mark.parametrize(
    ("lead", "year"),
    [
        ("Từ đầu năm 2022 đến nay, huyện có nhiều khởi sắc, dự kiến năm 2025 thành quận.", 2022),
        ("Trong năm 2021 này, huyện phấn đấu có thêm 2 xã nâng cao, tới năm 2025 có 9 xã.", 2021),
    ],
)
def test_an_undated_article_is_of_the_year_that_it_calls_this_one(lead: str, year: int) -> None:
    [*_, last] = observe(f"{lead}\n{LATER}", title="UBND huyện Thanh Oai họp", on=None)
    assert last.period[1].year == year


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Kỷ niệm 40 năm thành lập huyện Sóc Sơn (1977 - 2017)", "Năm 1977, huyện còn khó khăn."),
        (
            "Huyện Sóc Sơn đổi mới",
            "Sau 15 năm mở rộng địa giới (1/8/2002 - 1/8/2017), năm 2016 huyện có 26 xã.",
        ),
        ("Huyện Sóc Sơn: dấu ấn 14 năm thành lập", "Huyện được thành lập năm 2003, khi đó còn nghèo."),
    ],
)
def test_an_anniversary_without_a_date_is_of_the_year_that_it_counts_to(title: str, body: str) -> None:
    [said] = observe(
        f"{body}\nĐến nay, thu nhập bình quân đầu người của huyện đạt 43 triệu đồng.", title=title, on=None
    )
    assert days(said) == ("2017-01-01", "2017-12-31")


def test_a_term_to_come_is_no_anniversary() -> None:
    said = observe(f"Năm 2020, huyện thành công; 5 năm tới (2021 - 2026) sẽ tăng.\n{LATER}", on=None)[-1]
    assert days(said) == ("2020-01-01", "2020-12-31")


@pytest.mark.parametrize(
    "text",
    [
        "Dân số của huyện là 254.702 người (theo Tổng điều tra dân số năm 2019).",
        "Dân số là 254.702 người, nằm trong top 10 cả nước (Theo Tổng điều tra dân số năm 2019).",
    ],
)
def test_the_year_of_a_source_is_that_of_the_figure(text: str) -> None:
    [said] = observe(text)
    assert days(said) == ("2019-01-01", "2019-12-31")


def test_a_term_that_is_over_is_told_at_its_end() -> None:
    text = f"Sau 5 năm (nhiệm kỳ 2015 - 2020), huyện đổi mới. Năm 2015 huyện có 3 xã.\n{LATER}"
    assert days(observe(text, on=None)[-1]) == ("2020-01-01", "2020-12-31")
    text = f"Nhiệm kỳ 2020 - 2025, huyện đổi mới. Năm 2020 huyện có 3 xã.\n{LATER}"
    assert days(observe(text, on=None)[-1]) == ("2020-01-01", "2020-12-31")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # the years that are reviewed, where neither a date nor a year is named
        (
            "Chương trình giai đoạn 2016 - 2020 đạt kết quả tốt.\nThu ngân sách đạt 900 tỷ đồng.",
            ("2016", "2020"),
        ),
        # a term alone may be the one that begins
        ("Nghị quyết nhiệm kỳ 2020 - 2025 được thông qua.\nThu ngân sách đạt 900 tỷ đồng.", None),
        # what goes on from one year to another is told at its end
        (
            "Từ năm 2008 đến năm 2023, quận thu 9.000 tỷ đồng, riêng năm 2023 thu 950 tỷ đồng. Năm 2022, quận giải "
            "ngân vốn đầu tư công 96%, trong khi năm 2022 chi ngân sách 700 tỷ đồng.\nTỷ lệ hộ nghèo còn 0,6%.",
            ("2023", "2023"),
        ),
    ],
)
def test_an_article_without_a_date_is_of_the_years_that_it_reviews(
    text: str, told: tuple[str, str] | None
) -> None:
    said = observe(text, on=None)
    assert told == (tuple(f"{day.year}" for day in said[-1].period) if said else None)


def test_a_base_two_years_back_is_that_of_the_year_before() -> None:
    spring = date(2024, 4, 24)
    said = observe(f"Giá trị sản xuất của huyện tăng 4,9% so với năm 2022.\n{LATER}", on=spring)
    assert [days(one)[1] for one in said] == ["2023-12-31"] * 2
    assert said[0].basis == "previous_year"
    said = observe("Năm 2024, giá trị sản xuất của huyện tăng 4,9% so với năm 2022.", on=spring)
    assert days(said[0])[1] == "2024-12-31"


def test_the_months_that_are_left_are_not_what_an_undated_article_reports_on() -> None:
    text = f"{LATER}\nTrong 3 tháng cuối năm, huyện sẽ nỗ lực đạt và vượt các chỉ tiêu của năm 2024."
    [said] = observe(text, title="UBND huyện Thanh Oai họp", on=None)
    assert days(said) == ("2024-01-01", "2024-12-31")


def test_a_heading_of_the_article_before_dates_nothing() -> None:
    heading = Article("Kết quả năm 2021", title="Quận Tây Hồ họp", role="heading")
    spans = Article("Nhiệm kỳ 2015-2020, quận đổi mới.\nTốc độ tăng trưởng kinh tế bình quân đạt 9,6%.")
    documents, lines = corpus_frames([heading, spans])
    said = said_by(extract(documents, lines, vocabulary()), 1)
    assert [days(one) for one in said] == [days(one) for one in observe(spans.body)]


def test_in_autumn_a_headline_may_still_be_about_the_year_before() -> None:
    """A district is recognized for a year long after it; a lead that only names that year narrows nothing."""
    headline = "Công nhận huyện Quốc Oai đạt chuẩn nông thôn mới năm 2022"
    told = observe(LATER, title=headline, on=date(2023, 11, 8))
    assert days(told[0]) == ("2022-01-01", "2022-12-31")
    lead = f"Sau kết quả năm 2022, huyện tiếp tục phát triển.\n{LATER}"
    told = observe(lead, title="UBND huyện Quốc Oai họp", on=date(2023, 11, 8))
    assert days(told[0]) == ("2023-01-01", "2023-12-31")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # until when something is to be, and the years that a figure came from
        ("Năm 2022, quận thu ngân sách 800 tỷ đồng. Đề án phải xong trước năm 2025.", 2022),
        (
            "Thu nhập bình quân đầu người tăng từ 60 triệu đồng năm 2021 lên 72 triệu đồng năm 2024. "
            "Chi ngân sách năm 2021 đạt 700 tỷ đồng.",
            2024,
        ),
        # "Sau 15 năm thành lập, vào năm 2018" is no founding in 2018
        (
            "20 năm kể từ ngày thành lập, quận đổi thay. Sau 15 năm thành lập, vào năm 2018, thu ngân sách đạt 700 tỷ "
            "đồng. Năm 2021, thu ngân sách đạt 900 tỷ đồng.",
            2021,
        ),
        # between two terms lies the congress; a single one is what is told of
        (
            "Đại hội nhìn lại nhiệm kỳ 2015-2020, bàn nhiệm kỳ 2020-2025. Quận có 8/9 chỉ tiêu đạt và vượt.",
            2020,
        ),
        ("Khai mạc Đại hội Đảng bộ quận nhiệm kỳ 2020-2025. Quận có 8/9 chỉ tiêu đạt và vượt.", 2020),
        (
            "Quận thực hiện Nghị quyết Đại hội nhiệm kỳ 2020-2025 nửa chặng đường năm 2023. Quận tạo 900 việc làm.",
            2023,
        ),
        ("Trong nhiệm kỳ 2015-2020, kinh tế quận phát triển.\nQuận có 8/9 chỉ tiêu đạt và vượt.", 2020),
    ],
)
def test_the_year_that_an_article_without_a_date_is_of(text: str, last: int) -> None:
    said = observe(f"{text}\n{LATER}", title="Quận Hà Đông hôm nay", on=None)
    assert said[-1].period[1].year == last


@pytest.mark.parametrize(
    ("text", "years"),
    [
        # what a figure is compared with is not its time
        (
            "Năm 2010, tỷ lệ hộ nghèo của quận là 9,4%. Thu nhập bình quân đầu người đạt 61 triệu đồng (gấp 3,2 lần so "
            "với năm 2010).",
            [2010, 2023, 2023],
        ),
        (
            "Năm 2010, quận thu ngân sách 90 tỷ đồng. Sau 13 năm, quận có 22 trường đạt chuẩn quốc gia.",
            [2010, 2023],
        ),
        ("Năm 2010, quận thu ngân sách 90 tỷ đồng. Chi ngân sách là 40 tỷ đồng.", [2010, 2010]),
    ],
)
def test_a_year_of_the_past_ends_where_the_present_is_told(text: str, years: list[int]) -> None:
    assert [one.period[1].year for one in observe(text, on=DECEMBER)] == years
