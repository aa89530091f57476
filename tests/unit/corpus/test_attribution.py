"""Who wrote and who published, as a page says it."""

from __future__ import annotations

import pytest

HEADLINE = "Huyện Mê Linh: Kinh tế - xã hội chuyển biến tích cực"
LEAD = "Ngày 15/12/2023, huyện Mê Linh tổ chức hội nghị tổng kết công tác năm, thông qua nhiều nội dung quan trọng."
BODY = "Theo báo cáo, thu ngân sách trên địa bàn huyện đạt 1.150 tỷ đồng, bằng 62% dự toán thành phố giao."


@pytest.mark.parametrize(
    ("head", "tail", "author"),
    [
        ("Hồng Thái\n13-01-2021 20:36", "", "Hồng Thái"),
        ("Hồng Thái - 13/01/2021 20:36", "", "Hồng Thái"),
        ("Hồng Thái | Thứ Tư, 13/01/2021", "", "Hồng Thái"),
        ("Thứ Tư, 13/01/2021 20:36", "", None),
        ("", "Việt Tuấn", "Việt Tuấn"),
        ("", "N.Hoa", "N.Hoa"),
        ("", "Bài, ảnh: Thu Hà", "Thu Hà"),
        ("", "Thu Hà - Việt Tuấn", "Thu Hà - Việt Tuấn"),
        ("", "", None),
    ],
)
def test_the_author(read_folder, head: str, tail: str, author: str | None) -> None:
    document = read_folder({"a.txt": "\n".join([HEADLINE, head, LEAD, BODY, tail])}).documents.row(
        0, named=True
    )
    assert (document["author"], document["author_from"]) == (author, author and "byline")


@pytest.mark.parametrize(
    ("opening", "tail", "publisher", "publisher_from"),
    [
        ("Kinhtedothi - ", "", "Kinh tế & Đô thị", "dateline"),
        ("Kinhtedothi-", "", "Kinh tế & Đô thị", "dateline"),
        ("(HNM) - ", "", "Hà Nội Mới", "dateline"),
        ("HNMO - ", "", "Hà Nội Mới", "dateline"),
        ("(LĐTĐ) ", "", "Lao động Thủ đô", "dateline"),
        ("TPO - ", "", "Tiền Phong", "dateline"),
        ("", "Nguồn: Báo Kinh tế & Đô thị", "Kinh tế & Đô thị", "source_line"),
        ("", "Theo Hà Nội Mới", "Hà Nội Mới", "source_line"),
        ("", "Nguồn: https://www.anninhthudo.vn/me-linh-post1.html", "An ninh Thủ đô", "url"),
        ("Huyện Mê Linh - ", "", None, None),
        ("", "Nguồn: Đài truyền thanh huyện", None, None),
    ],
)
def test_the_publisher(read_folder, opening: str, tail: str, publisher: str, publisher_from: str) -> None:
    page = "\n".join([HEADLINE, "", opening + LEAD, "", BODY, "", tail])
    document = read_folder({"a.txt": page}).documents.row(0, named=True)
    assert (document["publisher"], document["publisher_from"]) == (publisher, publisher_from)


def test_the_address_stands_in_a_source_line_not_in_the_article(read_folder) -> None:
    source = "Nguồn Hà Nội Mới: https://hanoimoi.vn/huyen-me-linh-1.html"
    link = (
        "Xem báo cáo tại https://example.org/bao-cao.pdf để biết thêm chi tiết về kết quả của huyện Mê Linh."
    )
    documents = read_folder(
        {"a.txt": "\n".join([HEADLINE, LEAD, BODY, source]), "b.txt": "\n".join([HEADLINE, LEAD, link])}
    ).documents
    assert documents["url"].to_list() == ["https://hanoimoi.vn/huyen-me-linh-1.html", None]
    assert documents["url_from"].to_list() == ["source_line", None]
    assert documents["publisher"].to_list() == ["Hà Nội Mới", None]


@pytest.mark.parametrize(
    ("above", "below", "publisher"),
    [
        ("CỔNG THÔNG TIN ĐIỆN TỬ QUẬN BA ĐÌNH", "", "CỔNG THÔNG TIN ĐIỆN TỬ QUẬN BA ĐÌNH"),
        (
            "",
            "Cổng thông tin điện tử huyện Mê Linh | Cập nhật: 18/12/2023 08:15",
            "Cổng thông tin điện tử huyện Mê Linh",
        ),
        ("", "18/12/2023 - Trang tin của UBND huyện Mê Linh", "Trang tin của UBND huyện Mê Linh"),
        ("UBND HUYỆN MÊ LINH", "", "UBND HUYỆN MÊ LINH"),
        ("", "UBND huyện Mê Linh - Thứ hai, 18/12/2023, 09:10", "UBND huyện Mê Linh"),
        (
            "",
            "18/12/2023 | Phòng Văn hóa - Thông tin huyện Mê Linh",
            "Phòng Văn hóa - Thông tin huyện Mê Linh",
        ),
        ("", "Công ty Mê Linh - Thứ hai, 18/12/2023, 09:10", None),
        ("CỔNG THÔNG TIN ĐIỆN TỬ THÀNH PHỐ HÀ NỘI", "", None),
        ("Trang thông tin điện tử phường Ngọc Hà, quận Ba Đình", "", None),
    ],
)
def test_a_districts_portal_is_the_publisher(
    read_folder, above: str, below: str, publisher: str | None
) -> None:
    page = "\n".join(
        filter(None, [above, "Sản xuất, kinh doanh năm 2023 giữ vững đà tăng", below, "", LEAD, BODY])
    )
    document = read_folder({"a.txt": page}).documents.row(0, named=True)
    assert document["title"] == "Sản xuất, kinh doanh năm 2023 giữ vững đà tăng"
    assert (document["publisher"], document["publisher_from"]) == (publisher, publisher and "portal")
