"""The district that an article is about, where its text does not name it."""

from __future__ import annotations

import pytest

from tests.support.observing import Article, extract_articles, said_by

BUDGET = "Thu ngân sách trên địa bàn quận đạt 5.606 tỷ đồng. UBND quận giao các phòng tiếp tục đôn đốc."
ELSEWHERE = f"{BUDGET} Quận Long Biên cũng vừa hoàn thành dự toán."


@pytest.mark.parametrize(
    ("publisher", "title", "body", "district"),
    [
        ("Cổng thông tin điện tử quận Tây Hồ", "Kết quả thu ngân sách năm 2023", BUDGET, "tay-ho"),
        ("CỔNG THÔNG TIN ĐIỆN TỬ QUẬN TÂY HỒ", None, BUDGET, "tay-ho"),
        ("Trang tin quận Tây Hồ", "Quận Hà Đông: Kết quả thu ngân sách năm 2023", BUDGET, "ha-dong"),
        ("Cổng thông tin điện tử quận Tây Hồ", "Kết quả thu ngân sách năm 2023", ELSEWHERE, "long-bien"),
        ("Hà Nội Mới", "Kết quả thu ngân sách năm 2023", BUDGET, None),
        (None, "Kết quả thu ngân sách năm 2023", BUDGET, None),
    ],
)
def test_a_portal_speaks_of_its_own_district(
    publisher: str | None, title: str | None, body: str, district: str | None
) -> None:
    said = said_by(extract_articles([Article(body, title, publisher=publisher)]))
    assert [one.district for one in said] == ([district] if district else [])


@pytest.mark.parametrize(
    ("title", "district"),
    [
        ("TÂY HỒ PHÁT HUY KẾT QUẢ NĂM 2023", "tay-ho"),
        ("NHỮNG CON SỐ ĐẸP CỦA TÂY HỒ", "tay-ho"),
        ("Tây Hồ phát huy kết quả năm 2023", "tay-ho"),
        ("Làng nghề Tây Hồ vươn xa", "tay-ho"),
        ("Công ty Tây Hồ Xanh tổng kết năm 2023", None),
        ("PHÁT HUY KẾT QUẢ NĂM 2023", None),
        ("UBND QUẬN TỔNG KẾT CÔNG TÁC NĂM TẠI TÂY HỒ", "tay-ho"),
    ],
)
def test_a_bare_name_in_a_headline(title: str, district: str | None) -> None:
    said = said_by(extract_articles([Article(BUDGET, title)]))
    assert [one.district for one in said] == ([district] if district else [])


def test_a_table_alone_is_of_the_office_that_heads_it() -> None:
    table = (
        "Nội dung | Dự toán năm 2022 | Thực hiện năm 2022 (tỷ đồng)\nThu ngân sách nhà nước | 1.950 | 2.412"
    )
    paper = Article(table, "TÌNH HÌNH THỰC HIỆN DỰ TOÁN", role="table_row", publisher="UBND HUYỆN HOÀI ĐỨC")
    assert [(one.district, one.value) for one in said_by(extract_articles([paper]))] == [("hoai-duc", 2412)]


def test_an_article_about_a_commune_tells_nothing_of_its_district() -> None:
    body = "Chủ tịch UBND xã cho hay, kinh tế phát triển.\nThu nhập bình quân 82,4 triệu đồng/người/năm."
    headline = "Mê Linh: Xã Tráng Việt đạt chuẩn nông thôn mới kiểu mẫu"
    assert said_by(extract_articles([Article(body, headline)])) == []
    body = (
        "UBND huyện báo cáo, huyện phát triển khá.\nThu nhập bình quân toàn huyện 82,4 triệu đồng/người/năm."
    )
    assert [one.value for one in said_by(extract_articles([Article(body, headline)]))] == [82.4]
