"""Pages of different newspapers, cut: which lines are the article, and what part each plays.

Every page is our own writing, in a layout that is common.
"""

from __future__ import annotations

import pytest

from dagster_project.corpus.schemas import ARTICLE_ROLES
from tests.support.pages import BUDGET, LEAD, OTHER, PLANS, SOCIAL, Roles, page


def test_a_plain_article(roles_of: Roles) -> None:
    text = page("Huyện Đan Phượng: Kinh tế giữ đà tăng trưởng", "", LEAD, "", BUDGET, "", "Minh Anh")
    assert [role for role, _ in roles_of(text)] == ["title", "lead", "body", "byline"]


def test_one_paragraph_without_a_headline(roles_of: Roles) -> None:
    assert roles_of(BUDGET) == [("lead", BUDGET)]


def test_a_headline_alone(roles_of: Roles) -> None:
    assert [role for role, _ in roles_of("Huyện Đan Phượng đón chuẩn nông thôn mới kiểu mẫu\n")] == ["title"]


def test_a_first_line_that_is_a_sentence_is_no_headline(roles_of: Roles) -> None:
    assert [role for role, _ in roles_of(page(LEAD, BUDGET, SOCIAL))] == ["lead", "body", "body"]


def test_menus_and_buttons_around_a_headline(roles_of: Roles) -> None:
    text = page(
        "Trang chủ",
        "Đăng nhập",
        "Thời sự",
        "Thứ Bảy, 22/11/2025",
        "",
        "Kinh tế",
        "Huyện Đan Phượng: Kinh tế giữ đà tăng trưởng",
        "Thứ Tư, 12/07/2023 16:05",
        "Chia sẻ",
        "Nghe đọc bài",
        LEAD,
        BUDGET,
    )
    assert [role for role, _ in roles_of(text)] == [
        *["menu"] * 5,
        "title",
        "byline",
        "menu",
        "menu",
        "lead",
        "body",
    ]


@pytest.mark.parametrize("banner", ["Cả nước chung tay chuyển đổi số", "Hà Nội: 24°C Hà Nội"])
def test_what_stands_above_a_headline_and_is_not_spoken_of_below(roles_of: Roles, banner: str) -> None:
    text = page(banner, "", "Đan Phượng: Thu ngân sách đạt 62% dự toán", "", LEAD, "", BUDGET)
    assert [role for role, _ in roles_of(text)] == ["menu", "title", "lead", "body"]


def test_towns_with_their_weather_above_a_headline(roles_of: Roles) -> None:
    text = page(
        "Hà Nội: 24°C Hà Nội",
        "Thừa Thiên Huế: 31°C",
        "Huyện Đan Phượng: Kinh tế giữ đà tăng trưởng",
        LEAD,
        BUDGET,
    )
    assert [role for role, _ in roles_of(text)] == ["menu", "menu", "title", "lead", "body"]


@pytest.mark.parametrize(
    "furniture",
    [
        ("Hà Nội: 12°C", "Đà Nẵng: 23 °C", "TP Hồ Chí Minh: 30°C nhiều mây"),
        ("A- A A+ | Tăng tương phản",),
        ("Nhịp sống Hà Nội",),
    ],
)
def test_the_weather_switches_and_a_section_are_no_headline(
    roles_of: Roles, furniture: tuple[str, ...]
) -> None:
    headline = "Huyện Đan Phượng nỗ lực về đích sớm"
    found = roles_of(page(*furniture, "", headline, "", LEAD, "", BUDGET))
    assert [line for role, line in found if role == "title"] == [headline]


def test_a_temperature_in_the_text_is_the_article_s(roles_of: Roles) -> None:
    warm = "Dù nắng nóng có ngày tới 39°C, huyện vẫn thu ngân sách đạt 1.150 tỷ đồng, bằng 62% dự toán."
    assert ("body", warm) in roles_of(page("Huyện Đan Phượng vượt khó", "", LEAD, "", warm))


@pytest.mark.parametrize(
    "credit", ["Ảnh: Minh Hải", "(Ảnh: Thu Trang)", "Ảnh: cổng thông tin huyện", "Ảnh minh họa: M.H"]
)
def test_a_line_that_ends_with_a_credit_is_a_caption(roles_of: Roles, credit: str) -> None:
    caption = f"Nhiều mục tiêu của năm 2024 vừa được huyện đặt ra. {credit}"
    found = {line: role for role, line in roles_of(page("Tin huyện Đan Phượng", "", LEAD, caption, BUDGET))}
    assert found[caption] == "caption"


def test_a_trail_of_sections_and_a_subtitle(roles_of: Roles) -> None:
    text = page(
        "Trang chủ > Chính trị > Chính quyền",
        "Huyện Đan Phượng: Kinh tế giữ đà tăng trưởng",
        "Nhiều chỉ tiêu đạt trên 60% kế hoạch năm",
        "",
        LEAD,
        "",
        BUDGET,
    )
    assert [role for role, _ in roles_of(text)] == ["menu", "title", "heading", "lead", "body"]


def test_after_the_end_of_the_article_nothing_is_kept(roles_of: Roles) -> None:
    text = page(
        "Huyện Đan Phượng: Kinh tế giữ đà tăng trưởng",
        LEAD,
        BUDGET,
        "Từ khóa: huyện Đan Phượng, ngân sách",
        "Tin cùng chuyên mục",
        "Huyện Quốc Oai về đích sớm",
        OTHER,
        OTHER.replace("Quốc Oai", "Phúc Thọ"),
        "Bình luận (2)",
        "Bài viết rất hay, huyện tôi đạt 120% dự toán.",
        "Phiên bản di động",
        "Giấy phép số 12/GP-BTTTT",
    )
    roles = [role for role, _ in roles_of(text)]
    assert roles[:3] == ["title", "lead", "body"]
    assert roles[3:] == ["teaser"] * 5 + ["comment"] * 2 + ["footer"] * 2


@pytest.mark.parametrize(
    "marker",
    [
        "TIN LIÊN QUAN",
        "Tin khác:",
        "Đọc nhiều nhất",
        "» Có thể bạn quan tâm",
        "Bài viết liên quan",
        "Các tin đã đưa",
    ],
)
def test_markers_of_the_end_in_their_ways_of_writing(roles_of: Roles, marker: str) -> None:
    text = page(
        "Huyện Đan Phượng họp", LEAD, BUDGET, SOCIAL, "", marker, "", "Huyện Quốc Oai về đích", "", OTHER
    )
    assert [role for role, _ in roles_of(text)][-3:] == ["teaser"] * 3


@pytest.mark.parametrize("marker", ["Tin liên quan", "Xem thêm", "Tin mới", "Đừng bỏ lỡ"])
def test_a_box_under_the_lead_covers_its_headlines_only(roles_of: Roles, marker: str) -> None:
    text = page(
        "Huyện Đan Phượng họp",
        LEAD,
        marker,
        "Huyện Quốc Oai vượt 12% dự toán thu ngân sách",
        "Huyện Phúc Thọ có thêm 5 xã nông thôn mới kiểu mẫu",
        "",
        BUDGET,
        "",
        SOCIAL,
        "",
        PLANS,
    )
    assert [role for role, _ in roles_of(text)] == ["title", "lead", *["teaser"] * 3, "body", "body", "body"]


def test_a_box_between_paragraphs(roles_of: Roles) -> None:
    text = page(
        "Huyện Đan Phượng họp", LEAD, BUDGET, "Tin liên quan", "Huyện Quốc Oai về đích", SOCIAL, PLANS
    )
    assert [role for role, _ in roles_of(text)] == [
        "title",
        "lead",
        "body",
        "teaser",
        "teaser",
        "body",
        "body",
    ]


def test_teasers_written_twice_without_any_marker(roles_of: Roles) -> None:
    other = "Huyện Phúc Thọ dồn sức cho nông thôn mới"
    text = page("Huyện Đan Phượng họp", "", LEAD, "", BUDGET, "", "Việt Tuấn", "")
    for headline in ("Huyện Quốc Oai thu vượt dự toán", other):
        text += page(headline, "", headline, "", OTHER, "")
    assert [role for role, _ in roles_of(text)] == ["title", "lead", "body", "byline", *["teaser"] * 6]


def test_headlines_glued_under_the_lead(roles_of: Roles) -> None:
    glued = "Huyện Quốc Oai thu vượt 12% dự toán Huyện Phúc Thọ có thêm 5 xã nông thôn mới kiểu mẫu"
    text = page("Huyện Đan Phượng họp", "", LEAD, glued, "", BUDGET, "", SOCIAL)
    assert [role for role, _ in roles_of(text)] == ["title", "lead", "teaser", "body", "body"]


def test_a_lead_wrapped_over_two_lines_is_put_together(roles_of: Roles) -> None:
    first, second = LEAD.split(" họp ")
    text = page("Huyện Đan Phượng họp", "", first, f"họp {second}", "", BUDGET)
    kept = [words for role, words in roles_of(text) if role in ARTICLE_ROLES]
    assert kept == ["Huyện Đan Phượng họp", LEAD, BUDGET]


def test_a_single_line_of_teaser_says_so_itself(roles_of: Roles) -> None:
    text = page(
        "Huyện Đan Phượng họp", LEAD, ">> Huyện Quốc Oai vượt 12%", BUDGET, "Xem thêm: Huyện Phúc Thọ", SOCIAL
    )
    assert [role for role, _ in roles_of(text)] == ["title", "lead", "teaser", "body", "teaser", "body"]


def test_a_date_that_runs_into_a_headline_heads_a_teaser(roles_of: Roles) -> None:
    text = page("Huyện Đan Phượng họp", LEAD, "- 11-01-2023Huyện Quốc Oai vượt 12%", BUDGET, SOCIAL)
    assert [role for role, _ in roles_of(text)] == ["title", "lead", "teaser", "body", "body"]


def test_captions_repeat_the_headline_or_name_the_scene(roles_of: Roles) -> None:
    title = "Huyện Đan Phượng: Kinh tế – xã hội khởi sắc"
    text = page(
        title,
        "",
        LEAD,
        "",
        title.replace("–", "-").upper(),
        "Người dân thu hoạch hoa tại xã Đồng Tháp.",
        "",
        BUDGET,
        "",
        "Chủ tịch UBND huyện phát biểu tại hội nghị.",
        "",
        "Cánh đồng hoa ly ở xã Hạ Mỗ",
        "",
        "Cánh đồng hoa ly ở xã Hạ Mỗ",
        "",
        SOCIAL,
    )
    assert [role for role, _ in roles_of(text)] == [
        "title",
        "lead",
        "caption",
        "caption",
        "body",
        "caption",
        "caption",
        "caption",
        "body",
    ]


@pytest.mark.parametrize(
    "fact",
    [
        "Toàn cảnh kinh tế huyện: thu ngân sách 1.150 tỷ đồng.",
        "Các đại biểu dự hội nghị thông qua mục tiêu 22 chỉ tiêu.",
        "Thu ngân sách đạt 62% dự toán",
        "Chủ trì hội nghị, Chủ tịch huyện yêu cầu hoàn thiện 2 tiêu chí còn thiếu.",
    ],
)
def test_a_line_with_a_figure_of_its_own_is_never_a_caption(roles_of: Roles, fact: str) -> None:
    text = page("Huyện Đan Phượng họp", "", LEAD, "", fact, "", BUDGET)
    assert roles_of(text)[2][0] in ARTICLE_ROLES


@pytest.mark.parametrize(
    "credit",
    [
        "N.Hoa",
        "Thu Hà - Việt Tuấn",
        "Minh Anh, Thu Hà",
        "PV",
        "Bài, ảnh: Minh Anh",
        "Theo Hà Nội Mới",
        "Nguồn: Báo Kinh tế & Đô thị",
        "Nguồn Hà Nội Mới: https://example.org/bai-1.html",
        "Đan Phượng, ngày 12 tháng 7 năm 2023",
    ],
)
def test_credits_close_the_article(roles_of: Roles, credit: str) -> None:
    assert roles_of(page("Huyện Đan Phượng họp", LEAD, BUDGET, credit))[-1] == ("byline", credit)


@pytest.mark.parametrize(
    "last",
    ["Nguồn thu từ đất đạt 320 tỷ đồng.", "Theo kế hoạch, huyện thu 1.850 tỷ đồng", "- Hộ nghèo: còn 45 hộ"],
)
def test_a_fact_on_the_last_line_is_no_credit(roles_of: Roles, last: str) -> None:
    assert roles_of(page("Huyện Đan Phượng họp", LEAD, BUDGET, last))[-1][0] in ARTICLE_ROLES
