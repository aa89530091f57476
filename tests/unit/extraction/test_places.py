"""Places: which district a figure is about, or that it is about none."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from tests.support.observing import Said, observe, observe_each

DISTRICTS: dict[str, list[tuple[str, float]]] = {
    "Thu ngân sách của quận đạt 900 tỷ đồng.": [("ha-dong", 900)],
    "Trên địa bàn, thu ngân sách đạt 900 tỷ đồng.": [("ha-dong", 900)],
    "Thu ngân sách của huyện Thanh Trì đạt 700 tỷ đồng.": [("thanh-tri", 700)],
    "Quận Tây Hồ thu ngân sách đạt 500 tỷ đồng; huyện Ứng Hoà thu ngân sách đạt 200 tỷ đồng.": [
        ("tay-ho", 500), ("ung-hoa", 200)
    ],
    "Thu ngân sách đạt 900 tỷ đồng, theo UBND quận Hà Đông.": [("ha-dong", 900)],
    "Thu ngân sách tăng 16%, cao hơn so với mức tăng chung của thành phố (11%); chi ngân sách đạt 700 tỷ đồng.": [
        ("ha-dong", 16), ("ha-dong", 700)
    ],
    "Thu ngân sách đạt 900 tỷ đồng, còn ít so với quận Hoàn Kiếm.": [("ha-dong", 900)],
    "Thu ngân sách của huyện Sóc Sơn (Hà Nội) ước đạt 700 tỷ đồng.": [("soc-son", 700)],
    "Thu ngân sách toàn huyện Mê Linh, thành phố Hà Nội tăng 12%; chi ngân sách đạt 700 tỷ đồng.": [
        ("me-linh", 12), ("me-linh", 700)
    ],
    # the city ranks the figure whose clause it ends
    "Thu ngân sách tăng 16%, xếp thứ 3 toàn thành phố; chi ngân sách đạt 700 tỷ đồng.": [
        ("ha-dong", 16), ("ha-dong", 700)
    ],
    "Huyện Mê Linh thu ngân sách 900 tỷ đồng, cao thứ tư thành phố, chi ngân sách 700 tỷ đồng.": [
        ("me-linh", 900), ("me-linh", 700)
    ],
    "Thu ngân sách đạt 900 tỷ đồng, toàn thành phố thu 90.000 tỷ đồng; chi ngân sách đạt 80.000 tỷ đồng.": [
        ("ha-dong", 900)
    ],
    "Toàn thành phố thu ngân sách 90.000 tỷ đồng, cao nhất của thành phố; chi ngân sách đạt 80.000 tỷ đồng.": [],
    # a sight's visitors, and those of a day
    "Du lịch quận khởi sắc: phố đi bộ đón gần 87.000 lượt khách; cả quận đón 1,9 triệu lượt khách.": [
        ("ha-dong", 1900000)
    ],
    "Du lịch phát triển, lượng khách dịp cao điểm là 14.000 - 18.000 lượt mỗi tối, 9.000 lượt/ngày.": [],
    "Về du lịch, các di tích trên địa bàn quận đón 950.000 lượt khách.": [("ha-dong", 950000)],
    "Tỷ lệ hộ nghèo thấp hơn bình quân chung của thành phố; thu ngân sách đạt 900 tỷ đồng.": [("ha-dong", 900)],
    "Toàn huyện Sóc Sơn, thành phố Hà Nội tăng tốc; thu ngân sách đạt 700 tỷ đồng.": [("soc-son", 700)],
    "Thu ngân sách cấp quận, phường đạt 900 tỷ đồng; chi ngân sách đạt 700 tỷ đồng.": [
        ("ha-dong", 900), ("ha-dong", 700)
    ],
    "Tổng chi ngân sách quận, phường đạt 900 tỷ đồng; thu ngân sách đạt 700 tỷ đồng.": [
        ("ha-dong", 900), ("ha-dong", 700)
    ],
    "Kinh tế phát triển; đứng thứ 5 toàn thành phố về quy mô; thu nhập bình quân 61 triệu đồng/người/năm.": [
        ("ha-dong", 61)
    ],
    "Kinh tế phát triển; quy mô toàn thành phố tăng; thu nhập bình quân toàn thành phố 61 triệu đồng/người/năm.": [],
    "Thu ngân sách của quận và các xã, phường đạt 900 tỷ đồng.": [("ha-dong", 900)],
    "Dẫn đầu là Tây Hồ, thu ngân sách đạt 500 tỷ đồng, thấp nhất là huyện Ứng Hòa thu ngân sách 90 tỷ đồng.": [
        ("tay-ho", 500), ("ung-hoa", 90)
    ],
    "Đến nay, quận có 3 xã đạt chuẩn nông thôn mới nâng cao, đứng đầu toàn thành phố.": [("ha-dong", 3)],
    "Thu ngân sách đạt 71,4% kế hoạch cả thành phố giao.": [("ha-dong", 71.4)],
    # a huyện that is to become a quận
    "Thanh Trì thu ngân sách đạt 700 tỷ đồng. Đề án thành lập quận Thanh Trì đã xong.": [("thanh-tri", 700)],
}  # fmt: skip

NOT_A_DISTRICT = (
    "Giá trị sản xuất thủ công nghiệp đóng góp 7-9% vào tổng giá trị sản xuất của thành phố.",
    "Phường Quang Trung thu ngân sách đạt 9 tỷ đồng.",
    "Xã Yên Mỹ thu ngân sách đạt 3 tỷ đồng.",
    "Toàn thành phố thu ngân sách đạt 408.547 tỷ đồng.",
    "Cả nước thu ngân sách đạt 1,7 triệu tỷ đồng.",
    "9 tháng, Hà Nội tiếp tục dẫn đầu về thu ngân sách với 300.000 tỷ đồng, đạt 91% dự toán.",
    "Tỉnh Bắc Ninh thu ngân sách đạt 30.000 tỷ đồng.",
    "Huyện Yên Phong (Bắc Ninh) thu ngân sách đạt 2.000 tỷ đồng.",
    "Thị xã Hoàng Mai (Nghệ An) thu ngân sách đạt 1.500 tỷ đồng.",
    "Tỷ lệ hộ nghèo cao nhất là Phú Lương, còn 4,2% với 35 hộ nghèo.",
    "Người dân ở xã có thu nhập bình quân 92 triệu đồng/người/năm.",
    "Hội đồng thẩm định đã công nhận 14 xã đạt chuẩn nông thôn mới nâng cao toàn thành phố.",
    "Năm 2023 có 14 xã đạt chuẩn nông thôn mới nâng cao trên địa bàn Hà Nội.",
)


@cache
def told() -> dict[str, list[Said]]:
    sentences = [*DISTRICTS, *NOT_A_DISTRICT]
    return dict(zip(sentences, observe_each(sentences), strict=True))


@pytest.mark.parametrize("sentence", DISTRICTS)
def test_a_figure_is_of_the_district_named_nearest(sentence: str) -> None:
    assert [(said.district, said.value) for said in told()[sentence]] == DISTRICTS[sentence]


@pytest.mark.parametrize("sentence", NOT_A_DISTRICT)
def test_other_places_figures_are_no_district_s(sentence: str) -> None:
    assert told()[sentence] == []


def test_a_person_s_name_is_no_district() -> None:
    said = observe(
        "Ông Nguyễn Thanh Xuân, Chủ tịch UBND quận, cho biết thu ngân sách đạt 900 tỷ đồng.",
    )
    assert [one.district for one in said] == ["ha-dong"]


def test_without_a_district_there_is_no_observation() -> None:
    assert observe("Thu ngân sách đạt 900 tỷ đồng.", title="Ngành thuế tổng kết công tác năm") == []


@pytest.mark.parametrize(
    "title",
    [
        "Hà Nội: Quận có nguồn thu tăng 40 lần sau hai thập kỷ",
        "Một huyện ngoại thành Hà Nội thu ngân sách cao hơn nhiều tỉnh",
        "Tên gọi các xã, thị trấn thuộc huyện Thanh Trì (Hà Nội)",
        "Huyện nhỏ nhất Thủ đô nhưng thu ngân sách bằng 4 tỉnh cộng lại",
    ],
)
def test_a_headline_s_city_is_where_its_nameless_district_lies(title: str) -> None:
    body = "Huyện Thanh Trì phát triển nhanh. UBND huyện Thanh Trì cho biết, thu ngân sách đạt 900 tỷ đồng."
    assert [(said.district, said.value) for said in observe(body, title=title)] == [("thanh-tri", 900)]


def test_a_headline_about_the_city_makes_no_district_its_subject() -> None:
    body = "Huyện Thanh Trì và các huyện khác có đóng góp. Năm 2023, thu ngân sách đạt 408.547 tỷ đồng."
    assert observe(body, title="Hà Nội thu ngân sách vượt dự toán") == []


def test_a_commune_of_2025_with_the_old_name_is_no_district() -> None:
    said = observe(
        "Phường Thanh Xuân thu ngân sách đạt 900 tỷ đồng.",
        title="Phường Thanh Xuân họp phiên thường kỳ",
        on=date(2025, 10, 3),
    )
    assert said == []


@pytest.mark.parametrize(
    ("title", "district"),
    [
        ("Quận Nam Từ Liêm: Kinh tế phục hồi", "nam-tu-liem"),
        ("UBND huyện Sóc Sơn họp phiên thường kỳ", "soc-son"),
        ("THỊ XÃ SƠN TÂY TỔNG KẾT CÔNG TÁC", "son-tay"),
        ("Huyện Ứng Hoà triển khai nhiệm vụ", "ung-hoa"),
    ],
)
def test_the_headline_s_district_is_the_article_s(title: str, district: str) -> None:
    said = observe("Theo UBND, toàn địa bàn thu ngân sách đạt 900 tỷ đồng.", title=title)
    assert [one.district for one in said] == [district]


@pytest.mark.parametrize(
    ("title", "districts"),
    [
        ("Giới thiệu tổng quan về quận Cầu Giấy", {"cau-giay"}),
        ("Phát triển kinh tế ở huyện Phúc Thọ, thành phố Hà Nội", {"phuc-tho"}),
        ("Cháy lớn ở phường Dịch Vọng, quận Cầu Giấy", set()),
    ],
)
def test_the_only_district_of_a_headline_is_the_subject_behind_a_preposition(
    title: str, districts: set[str]
) -> None:
    body = "Kinh tế của địa phương giữ đà tăng trưởng. Thu ngân sách năm 2023 đạt 900 tỷ đồng."
    assert {one.district for one in observe(body, title=title)} == districts


@pytest.mark.parametrize(
    "title",
    [
        "Hà Nội: Một quận thu ngân sách kỷ lục",  # the city before the colon is where the place is
        "Huyện có khu đô thị rộng gần bằng quận Hoàn Kiếm",  # the quarter is measured by another district
    ],
)
def test_a_headline_that_names_no_district_as_its_subject(title: str) -> None:
    body = "Huyện Gia Lâm phát triển nhanh. Thu ngân sách đạt 900 tỷ đồng. UBND huyện Gia Lâm đã báo cáo."
    assert {one.district for one in observe(body, title=title)} == {"gia-lam"}


def test_an_article_about_one_district_is_its_own_though_the_headline_names_the_city() -> None:
    body = (
        "UBND huyện Mê Linh vừa họp.\nHuyện Mê Linh giữ đà tăng trưởng, huyện có thêm cụm công nghiệp.\n"
        "Thu ngân sách năm 2023 đạt 900 tỷ đồng."
    )
    assert [said.district for said in observe(body, title="Chuyển động ở Hà Nội")] == ["me-linh"]


ARTICLES: dict[tuple[str, str], list[tuple[str, float]]] = {
    # a headline that begins with a district's name, or with a nameless one of which the article names one only
    ("Long Biên: vùng đất ven sông", "Năm 2023, thu ngân sách đạt 900 tỷ đồng."): [("long-bien", 900)],
    (
        "Huyện ven đô vươn mình",
        "Nằm ở phía Tây, Hoài Đức có 20 xã. Thu ngân sách năm 2023 đạt 900 tỷ đồng.",
    ): [("hoai-duc", 900)],
    ("Tiếng hát ở Long Biên", "Năm 2023, doanh thu đạt 900 tỷ đồng, thu ngân sách đạt 40 tỷ đồng."): [],
    # the city and the country beside a district
    ("Quận Hà Đông sơ kết", "Thu ngân sách tăng 10%, trong khi thành phố tăng 15%, cả nước tăng 7%."): [
        ("ha-dong", 10)
    ],
    ("Quận Hà Đông sơ kết", "Thu nhập bình quân đạt 85 triệu đồng/người, cả nước mới đạt 59 triệu đồng."): [
        ("ha-dong", 85)
    ],
    # a neighbour that it is measured by
    ("Quận Bắc Từ Liêm tổng kết", "Thu ngân sách quận đạt 700 tỷ đồng, cao hơn quận Nam Từ Liêm."): [
        ("bac-tu-liem", 700)
    ],
    (
        "Quận Bắc Từ Liêm tổng kết",
        "So với huyện Từ Liêm trước đây, quận đổi thay. Thu ngân sách quận đạt 700 tỷ đồng.",
    ): [("bac-tu-liem", 700)],
    # a preposition that opens the sentence names whose figure it is
    # "this district" is the one named last
    (
        "Quận Bắc Từ Liêm tổng kết",
        "Năm 2023, quận thu ngân sách 700 tỷ đồng.\nTrong khi đó, Nam Từ Liêm có nguồn thu lớn. Năm 2023, quận này "
        "thu ngân sách 900 tỷ đồng.",
    ): [("bac-tu-liem", 700), ("nam-tu-liem", 900)],
    # what a sentence opens with is told of in the sentences behind it
    (
        "Hai kỳ họp, một nỗi lo chung",
        "HĐND hai huyện Ba Vì và Phúc Thọ họp kỳ giữa năm 2023.\nTại Ba Vì, 6 tháng đầu năm 2023 huyện thu ngân sách "
        "248 tỷ đồng.\nỞ phía Tây, Phúc Thọ có nền thu lớn hơn. Thu ngân sách của huyện 6 tháng đạt 312 tỷ đồng.",
    ): [("ba-vi", 248), ("phuc-tho", 312)],
    ("Chuyển động ngoại thành", "Tại huyện Ba Vì, thu nhập bình quân năm 2023 đạt 60 triệu đồng/người."): [
        ("ba-vi", 60)
    ],
    # a commune or a company that a paragraph is about, and whose address is in the district
    (
        "Nông thôn mới ở huyện Hoài Đức",
        "Thu nhập bình quân của huyện năm 2023 đạt 72 triệu đồng/người.\nTại xã Yên Sở, đường làng sạch đẹp. "
        "Thu nhập bình quân đạt 75 triệu đồng/người/năm. Tỷ lệ hộ nghèo còn 0,5%.",
    ): [("hoai-duc", 72)],
    (
        "Huyện Mê Linh phát triển kinh tế tập thể",
        "HTX Tráng Việt (huyện Mê Linh) có 50 thành viên. Thu nhập bình quân đạt 90 triệu đồng/người/năm. Toàn huyện "
        "thu nhập bình quân đạt 68 triệu đồng/người.",
    ): [("me-linh", 68)],
    (
        "Công ty ABC (Thường Tín) giải quyết việc làm cho 500 lao động",
        "Công ty đóng tại huyện Thường Tín.",
    ): [],
    (
        "Huyện Phúc Thọ đổi mới",
        "Tam Hiệp là xã có thu nhập bình quân 95 triệu đồng/người. Toàn huyện, thu nhập đạt 70 triệu đồng/người.",
    ): [("phuc-tho", 70)],
    # communes that are counted are no subject
    ("Sóc Sơn lấy ý kiến", "Theo UBND huyện Sóc Sơn, dân số của 26 xã, thị trấn là 370.000 người."): [
        ("soc-son", 370_000)
    ],
}


@pytest.mark.parametrize(("title", "body"), ARTICLES)
def test_whose_figure_it_is(title: str, body: str) -> None:
    assert [(one.district, one.value) for one in observe(body, title=title)] == ARTICLES[title, body]


def test_a_district_named_once_is_no_subject_of_an_article_about_the_city() -> None:
    body = (
        "An Phước là xã đầu tiên của huyện Thanh Trì đạt chuẩn. Các địa phương, các huyện đều nỗ lực.\n"
        "Thu nhập của khu vực nông thôn năm 2023 đạt 51,6 triệu đồng/người/năm, tỷ lệ hộ nghèo còn 0,1%."
    )
    assert observe(body, title="Hà Nội có thêm 3 xã đạt chuẩn nông thôn mới nâng cao") == []


def test_a_paragraph_that_begins_with_the_city_takes_no_district_from_above_it() -> None:
    title = "Hai địa phương đạt chuẩn nông thôn mới"
    above = "Thu nhập năm 2023 của huyện Gia Lâm đạt 70 triệu đồng/người, của huyện Đông Anh đạt 72 triệu đồng/người.\n"
    city = "Lãnh đạo thành phố Hà Nội kêu gọi các địa phương chung sức, đưa 15% số xã đạt chuẩn nông thôn mới nâng cao."
    goes_on = "Huyện còn có 15% số xã đạt chuẩn nông thôn mới nâng cao."
    assert [one.district for one in observe(above + city, title=title)] == ["gia-lam", "dong-anh"]
    assert [one.district for one in observe(above + goes_on, title=title)] == [
        "gia-lam",
        "dong-anh",
        "dong-anh",
    ]


NEIGHBOURS = (
    "Hoài Đức giáp huyện Đan Phượng, huyện Quốc Oai và quận Hà Đông. Huyện Hoài Đức có 20 xã, thị trấn.\n"
    "Huyện Hoài Đức rộng hơn Thanh Trì. UBND huyện Hoài Đức vừa họp.\n"
)


@pytest.mark.parametrize(
    "last",
    [
        "Năm 2023, tổng thu ngân sách trên địa bàn huyện đạt 900 tỷ đồng.",
        "Huyện thu ngân sách đạt 900 tỷ đồng.",
        "Tổng thu ngân sách năm 2023 đạt 900 tỷ đồng.",
    ],
)
def test_neighbours_named_in_passing_take_no_figures(last: str) -> None:
    said = observe(NEIGHBOURS + last, title="Nơi sắp thành quận")
    assert [one.district for one in said] == ["hoai-duc"]


def test_a_council_is_a_district_s_body() -> None:
    body = "Sáng 10/7, HĐND thị xã Sơn Tây khai mạc kỳ họp. Thu ngân sách đạt 70 tỷ đồng. HĐND thị xã bàn giải pháp."
    assert [said.district for said in observe(body, title="Khai mạc kỳ họp thứ 6, HĐND thị xã khóa VI")] == [
        "son-tay"
    ]


LEAGUES: dict[str, list[tuple[str, float]]] = {
    "Thu ngân sách: Ba Đình 9.860 tỷ đồng, Hai Bà Trưng 9.120 tỷ đồng, Cầu Giấy 8.700 tỷ đồng.": [
        ("ba-dinh", 9860), ("hai-ba-trung", 9120), ("cau-giay", 8700)
    ],
    "Có 5 đơn vị giải ngân vốn đầu tư công trên 60%: huyện Mê Linh 65,1%; huyện Gia Lâm 63,8%.": [
        ("me-linh", 65.1), ("gia-lam", 63.8)
    ],
    "Tỷ lệ hộ nghèo của Ba Vì là 1,2%, Mỹ Đức 1,1%; còn lại các quận đều dưới 0,2%.": [
        ("ba-vi", 1.2), ("my-duc", 1.1)
    ],
    "Hai huyện thu tiền sử dụng đất vượt dự toán, gồm: Hoài Đức 1.820 tỷ đồng (151%), Gia Lâm 1.210 tỷ đồng.": [
        ("hoai-duc", 1820), ("hoai-duc", 151), ("gia-lam", 1210)
    ],
    "Huyện Thạch Thất và Quốc Oai lần lượt có thu nhập bình quân 72 triệu đồng và 69 triệu đồng/người/năm.": [
        ("thach-that", 72), ("quoc-oai", 69)
    ],
    "Cùng với các quận, huyện, Đông Anh giải ngân vốn đầu tư công đạt 61% kế hoạch.": [("dong-anh", 61)],
}  # fmt: skip


@pytest.mark.parametrize("sentence", LEAGUES)
def test_each_district_of_a_league_has_its_own_figure(sentence: str) -> None:
    said = observe(sentence, title="Hà Nội: Các quận, huyện đẩy nhanh thực hiện nhiệm vụ")
    assert [(one.district, one.value) for one in said] == LEAGUES[sentence]


OF_A_COMMUNE = (
    "Theo lãnh đạo xã Lệ Chi, đây là xã thuần nông. Đến nay, thu nhập bình quân đạt 65 triệu đồng/người/năm.",
    "Tại xã Phú Thị, nhiều hộ đổi đời. Thu nhập bình quân trên địa bàn đạt 64 triệu đồng/người/năm.",
)
OF_THE_DISTRICT = (
    "Xã Lệ Chi đạt nhiều kết quả. Năm 2023, thu nhập bình quân đầu người của huyện đạt 71 triệu đồng/năm.",
    "Xã Lệ Chi thu ngân sách 12,8 tỷ đồng. Sang năm 2024, chỉ tiêu thu ngân sách của huyện là 3.100 tỷ đồng.",
)


def test_a_paragraph_about_a_commune_stays_with_it() -> None:
    for text in OF_A_COMMUNE:
        assert observe(text, title="Gia Lâm có thêm xã nông thôn mới nâng cao") == [], text
    for text in OF_THE_DISTRICT:
        assert len(observe(text, title="Gia Lâm có thêm xã nông thôn mới nâng cao")) == 1, text


def test_a_company_that_bears_a_district_s_name_is_no_district() -> None:
    body = "Trên địa bàn quận Hoàng Mai có nhiều khách hàng. Thu ngân sách đạt 62 tỷ đồng, giải ngân đạt 98% kế hoạch."
    assert observe(body, title="Công ty Điện lực Hoàng Mai: Sản lượng điện tăng 7,2%") == []
    assert observe(body, title="Hoàng Mai: Công ty Điện lực chúc Tết") != []


def test_a_text_that_has_lost_its_headline_is_about_the_one_district_that_it_names() -> None:
    text = "Thu ngân sách đạt 900 tỷ đồng. Đến nay, Mỹ Đức có thêm 3 trường học mới, huyện đang xây 2 trường nữa."
    assert [one.district for one in observe(text, title=None)] == ["my-duc"]
    assert [
        one.district for one in observe("Thu ngân sách đạt 900 tỷ đồng. Ông sống ở Mỹ Đức.", title=None)
    ] == []


def test_a_line_that_the_district_opens_by_giving_out_is_no_commune_s() -> None:
    text = "Huyện phân bổ kinh phí cho mô hình tại xã Phú Châu. Thu ngân sách đạt 905 tỷ đồng."
    assert [one.district for one in observe(text, title="UBND huyện Ba Vì họp")] == ["ba-vi"]


def test_a_company_that_tells_its_accounts_speaks_of_no_district() -> None:
    text = (
        "Công ty cổ phần Dệt Sông Nhuệ, trụ sở tại quận Hà Đông, vừa công bố báo cáo tài chính.\n"
        "Xuất khẩu đem lại 18,6 triệu USD. Nhà máy mới (huyện Thanh Oai) tạo việc làm cho 650 lao động."
    )
    assert observe(text, title="Doanh nghiệp dệt ở Hà Đông báo lãi") == []
