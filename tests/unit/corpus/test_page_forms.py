"""Forms of an article on its page: tables, lists, papers of an office, posts, headlines over two lines."""

from __future__ import annotations

from tests.support.pages import BUDGET, LEAD, OTHER, PLANS, SOCIAL, Roles, page


def test_lists_tables_and_headings_belong_to_the_article(roles_of: Roles) -> None:
    text = page(
        "Huyện Đan Phượng: Kết quả 6 tháng đầu năm",
        LEAD,
        "Một số kết quả chính",
        "- Thu ngân sách: 1.150 tỷ đồng",
        "• Giải quyết việc làm: 3.420 lao động;",
        "+ Hộ nghèo còn 0,2%",
        "1. Thu cố định đạt 410 tỷ đồng.",
        "Chỉ tiêu\tNăm 2022\tNăm 2023",
        "Thu ngân sách\t1.020\t1.150",
        "| Chi ngân sách | 980 | 1.010 |",
        "Hộ nghèo      120      45",
        "Nhiệm vụ 6 tháng cuối năm",
        PLANS,
    )
    assert [role for role, _ in roles_of(text)] == [
        "title",
        "lead",
        "heading",
        *["list_item"] * 4,
        *["table_row"] * 4,
        "heading",
        "body",
    ]


def test_the_head_of_a_table_high_on_the_page_is_no_menu(roles_of: Roles) -> None:
    text = page("Thu ngân sách các quận", LEAD, "Đơn vị | Dự toán | Thực hiện", "Tây Hồ | 400 | 380")
    assert [role for role, _ in roles_of(text)] == ["title", "lead", "table_row", "table_row"]


def test_slashes_part_the_cells_of_a_table_and_the_names_of_a_menu(roles_of: Roles) -> None:
    text = page(
        "Trang chủ / Tin tức / Kinh tế",
        "Huyện Đan Phượng: Kết quả 6 tháng đầu năm",
        LEAD,
        "Đơn vị / Số thu (tỷ đồng) / So với dự toán (%)",
        "1. Huyện Đan Phượng / 1.150 / 62",
        "2. Huyện Quốc Oai / 1.900,5 / 97",
        "...",
        "17. Huyện Ba Vì / 261 / 38,5",
        PLANS,
    )
    assert [role for role, _ in roles_of(text)][1:] == [
        "title", "lead", *["table_row"] * 5, "body"
    ]  # fmt: skip


def test_a_district_named_alone_heads_its_own_paragraph(roles_of: Roles) -> None:
    text = page("Hai huyện vượt thu", LEAD, "Huyện Đan Phượng", BUDGET, "Huyện Quốc Oai", OTHER)
    assert [role for role, _ in roles_of(text)] == ["title", "lead", "heading", "body", "heading", "body"]


def test_a_report_of_an_authority(roles_of: Roles) -> None:
    text = page(
        "ỦY BAN NHÂN DÂN HUYỆN ĐAN PHƯỢNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Đan Phượng, ngày 12 tháng 7 năm 2023",
        "BÁO CÁO KẾT QUẢ SÁU THÁNG ĐẦU NĂM 2023",
        "I. KẾT QUẢ ĐẠT ĐƯỢC",
        BUDGET,
        "a) Thu ngân sách: 1.150 tỷ đồng",
        SOCIAL,
    )
    roles = roles_of(text)
    assert ("title", "BÁO CÁO KẾT QUẢ SÁU THÁNG ĐẦU NĂM 2023") in roles
    assert [role for role, _ in roles[5:]] == ["heading", "lead", "list_item", "body"]


def test_a_post_sets_pictures_before_its_items(roles_of: Roles) -> None:
    text = page(
        "🔥 Đan Phượng 2023 – những con số biết nói 🔥",
        "📅 28/12/2023 · 👁 3,4K lượt xem",
        "",
        "Một năm nhiều việc đã khép lại, mời bạn đọc cùng xem lại nhé! 👇👇",
        "",
        "✅ Thu ngân sách: 1.150 tỷ đồng, đạt 143% dự toán",
        "👉 Cấp 3.215 giấy chứng nhận",
    )
    roles = [role for role, _ in roles_of(text)]
    assert (roles[0], roles[-2:]) == ("title", ["list_item", "list_item"])


def test_a_headline_in_capitals_may_run_over_two_lines(roles_of: Roles) -> None:
    text = page(
        "PHÁT BIỂU CỦA CHỦ TỊCH UBND HUYỆN ĐAN PHƯỢNG",
        "TẠI HỘI NGHỊ TỔNG KẾT CÔNG TÁC THU NGÂN SÁCH",
        "(Ngày 11 tháng 01 năm 2023)",
        "",
        LEAD,
        BUDGET,
    )
    roles = [role for role, _ in roles_of(text)]
    assert (set(roles[:2]), roles[2:]) == ({"heading", "title"}, ["byline", "lead", "body"])


def test_rows_with_a_single_bar_are_a_table(roles_of: Roles) -> None:
    text = page(
        "Một số chỉ tiêu chủ yếu của huyện Đan Phượng năm 2023",
        "",
        "Chỉ tiêu | Thực hiện năm 2023",
        "Tổng giá trị sản xuất (tỷ đồng) | 33.815",
        "Số hộ nghèo (hộ) | 86",
        "",
        "Trang chủ | Thời sự",
    )
    assert [role for role, _ in roles_of(text)][:4] == ["title", *["table_row"] * 3]
