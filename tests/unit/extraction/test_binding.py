"""Binding: which indicator a figure is of, or that it is of none."""

from __future__ import annotations

from functools import cache

import pytest

from dagster_project.extraction import extract
from tests.support.observing import Article, Said, corpus_frames, observe, observe_each, unplaced, vocabulary

CASES: dict[str, list[tuple[str, float]]] = {
    "Thu ngân sách đạt 900 tỷ đồng, chi ngân sách đạt 610 tỷ đồng.": [
        ("state_budget_revenue", 900), ("budget_expenditure", 610)
    ],
    "Thu ngân sách đạt 900 tỷ đồng; trong đó thu tiền sử dụng đất 310 tỷ đồng, thu thuế 402 tỷ đồng.": [
        ("state_budget_revenue", 900), ("land_revenue", 310), ("tax_revenue", 402)
    ],
    "2.740 tỷ đồng là số thu ngân sách nhà nước trên địa bàn quận năm 2023.": [("state_budget_revenue", 2740)],
    "Thu ngân sách quận được 1.120 tỷ đồng (bằng 103% dự toán).": [
        ("state_budget_revenue", 1120), ("state_budget_revenue", 103)
    ],
    "Thu ngân sách đạt 1.120 tỷ đồng. Con số này tăng 7,9% so với cùng kỳ.": [
        ("state_budget_revenue", 1120), ("state_budget_revenue", 7.9)
    ],
    "Thu ngân sách đạt 1.120 tỷ đồng. Tăng 7,9% so với cùng kỳ.": [
        ("state_budget_revenue", 1120), ("state_budget_revenue", 7.9)
    ],
    "Giá trị sản xuất tăng 9,8%, trong đó công nghiệp - xây dựng tăng 10,1%, thương mại - dịch vụ tăng 12%, "
    "nông nghiệp giảm 1,4%.": [
        ("gross_output", 9.8), ("gross_output_industry_construction", 10.1), ("gross_output_trade_services", 12),
        ("gross_output_agriculture", -1.4),
    ],
    "Tổng mức bán lẻ hàng hóa đạt 52.300 tỷ đồng.": [("trade_services_revenue", 52300)],
    "Xét tiến độ giải ngân vốn đầu tư công, quận đứng ở nhóm giữa với 33,6% kế hoạch.": [
        ("public_investment_disbursement", 33.6)
    ],
    "Thu ngân sách gặp khó, quận huy động xã hội hóa được 5 tỷ đồng.": [],
    "Thu tiền sử dụng đất là 918 tỷ đồng; do thị trường trầm lắng, quận chỉ đặt khoản này ở mức 520 tỷ đồng.": [
        ("land_revenue", 918), ("land_revenue", 520)
    ],
    "Giải ngân vốn đầu tư công 300 tỷ đồng; quận trả trước 65 tỷ đồng tiền đền bù.": [
        ("public_investment_disbursement", 300)
    ],
    "Tỷ trọng dịch vụ là 31,5%; phần lớn nhất, 58,4%, vẫn là công nghiệp - xây dựng.": [
        ("gross_output_trade_services", 31.5), ("gross_output_industry_construction", 58.4)
    ],
    "Chi đầu tư phát triển 512 tỷ đồng.": [("investment_expenditure", 512)],
    "Quận giải ngân vốn đầu tư công được 402,5 tỷ đồng.": [("public_investment_disbursement", 402.5)],
}  # fmt: skip


@cache
def told() -> dict[str, list[Said]]:
    return dict(zip(CASES, observe_each(CASES), strict=True))


@pytest.mark.parametrize("sentence", CASES)
def test_a_figure_belongs_to_the_phrase_that_governs_it(sentence: str) -> None:
    assert [(said.indicator, said.value) for said in told()[sentence]] == CASES[sentence]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Quận trồng mới 2.400 cây xanh bóng mát.", "unknown_unit"),
        ("Diện tích vườn hoa là 3,2 ha.", "unknown_indicator"),
    ],
)
def test_a_figure_of_an_unknown_thing_is_kept_with_its_reason(sentence: str, reason: str) -> None:
    assert observe(sentence) == []
    assert [why for _, why in unplaced(sentence)] == [reason]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thu ngân sách được thảo luận tại 14 tổ đại biểu.",
        "Sau khi nghe báo cáo thu ngân sách, đoàn tặng trường 50 triệu đồng.",
        "Thu ngân sách gặp khó khăn; riêng dự án cải tạo hồ có vốn 85 tỷ đồng.",
    ],
)
def test_a_subject_of_its_own_keeps_its_figures_from_the_indicator_before(sentence: str) -> None:
    assert observe(sentence) == []


def test_a_figure_stands_in_its_whole_sentence() -> None:
    text = "Năm qua có nhiều khó khăn. Thu ngân sách đạt 5.606 tỷ đồng, cao nhất từ trước đến nay. Quận đã cố gắng."
    [said] = observe(text)
    assert said.text == "5.606 tỷ đồng"


def test_the_same_words_have_the_same_key_in_whatever_company() -> None:
    text = "Thu ngân sách đạt 5.606 tỷ đồng."
    assert observe_each([text])[0] == observe_each(["Chi ngân sách đạt 12 tỷ đồng.", text])[1]


def test_an_article_s_indicators_say_nothing_of_the_next_one_s_figures() -> None:
    first = Article("Thu ngân sách của huyện đạt 84% dự toán.")
    second = Article("Quận đã họp.", title="Quận Hà Đông: Tỷ lệ hài lòng đạt 99%")
    documents, lines = corpus_frames([first, second])
    observations = extract(documents, lines, vocabulary()).observations
    assert observations["value"].to_list() == [84.0]
