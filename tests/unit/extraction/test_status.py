"""Status: results, estimates, forecasts and targets, and how far the word for it reaches."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from tests.support.observing import Said, observe, observe_each

STATUSES: dict[str, list[str]] = {
    "Thu ngân sách đạt 900 tỷ đồng.": ["actual"],
    "Thu ngân sách ước đạt 900 tỷ đồng.": ["estimate"],
    "Ước thực hiện thu ngân sách cả năm 900 tỷ đồng.": ["estimate"],
    "Thu ngân sách dự kiến đạt 900 tỷ đồng.": ["forecast"],
    "Năm 2024, quận phấn đấu thu ngân sách đạt 950 tỷ đồng.": ["target"],
    "Mục tiêu năm 2024: thu ngân sách 950 tỷ đồng.": ["target"],
    "Năm 2023, quận phấn đấu thu ngân sách đạt 900 tỷ đồng.": ["target"],
    "Thu ngân sách đạt 112% dự toán quận phấn đấu, tăng 5% so với cùng kỳ.": ["actual"] * 2,
    "Thu ngân sách bằng 112% ước thực hiện năm 2022; chi ngân sách đạt 700 tỷ đồng.": ["actual"] * 2,
    "Giá trị sản xuất ước tăng 9%, gồm: công nghiệp tăng 7%; xây dựng tăng 5%.": ["estimate"] * 3,
    "Thu ngân sách ước đạt 900 tỷ đồng, bằng 103% dự toán, tăng 7% so với cùng kỳ.": ["estimate"] * 3,
    "Thu ngân sách ước đạt 900 tỷ đồng, trong đó thu thuế 400 tỷ đồng.": ["estimate"] * 2,
    "Thu ngân sách ước đạt 900 tỷ đồng. Tăng 6,4% so với cùng kỳ, kết quả này vượt mong đợi.": ["estimate"] * 2,
    "Thu ngân sách ước đạt 900 tỷ đồng. Chi ngân sách tăng 5% so với cùng kỳ.": ["estimate", "actual"],
    "Thu ngân sách ước đạt 900 tỷ đồng; thu nhập bình quân đầu người đạt 85 triệu đồng/người/năm.": [
        "estimate", "actual"
    ],
    "Thu ngân sách đạt 900 tỷ đồng; đối chiếu với dự toán thành phố giao đạt 92,3%.": ["actual"] * 2,
    "Năm 2024, quận được giao thu ngân sách 950 tỷ đồng, tăng 3% so với thực hiện năm 2023.": ["target"] * 2,
    "Ước năm 2023, giá trị sản xuất đạt 9.816 tỷ đồng, tăng 10%. Trong đó, nông nghiệp 108 tỷ đồng.": ["estimate"] * 3,
    "Giá trị sản xuất ước đạt 9.816 tỷ đồng. Nông nghiệp đạt 108 tỷ đồng.": ["estimate", "actual"],
    "Năm 2023, quận phấn đấu thu ngân sách 900 tỷ đồng; kết quả thu 950 tỷ đồng.": ["target", "actual"],
    "Quận đã hoàn thành các chỉ tiêu chủ yếu năm 2023: thu ngân sách đạt 900 tỷ đồng.": ["actual"],
    "Kế hoạch năm 2023 thành phố giao thu ngân sách 900 tỷ đồng, thực hiện đạt 950 tỷ đồng.": ["actual"],
    # the sum holds the month that is estimated; four months that are over were told before
    "Tháng 12, thu ngân sách ước đạt 61 tỷ đồng; lũy kế 12 tháng đạt 905 tỷ đồng, bằng 101% dự toán.": ["estimate"] * 3,
    "Thu ngân sách ước đạt 61 tỷ đồng, 4 tháng đạt 205 tỷ đồng.": ["estimate", "actual"],
    # among the parts of an estimate another indicator has a verb of its own
    "Giá trị sản xuất ước tăng 5%. Trong đó, nông nghiệp tăng 3%, thu nhập bình quân đạt 58 triệu đồng/năm.": [
        "estimate", "estimate", "actual"
    ],
    "Thu ngân sách ước đạt 900 tỷ đồng. Trong đó, thu tiền sử dụng đất đạt 310 tỷ đồng.": ["estimate"] * 2,
    "Thu ngân sách đạt 71 tỷ đồng (bằng 94% kế hoạch thành phố giao) và quận phấn đấu cả năm đạt 90 tỷ đồng.": [
        "actual", "actual", "target"
    ],
    # no plan: what they strove for in general
    "Sau nhiều năm nỗ lực phấn đấu, đến nay 20/20 xã đạt chuẩn nông thôn mới nâng cao.": ["actual"],
    "Nhân dân quận đoàn kết, phấn đấu, thu ngân sách đạt 900 tỷ đồng, bằng 112% dự toán.": ["actual"] * 2,
    "Với mục tiêu phát triển bền vững, năm 2023, thu ngân sách đạt 900 tỷ đồng.": ["actual"],
    "Năm 2024, quận nỗ lực phấn đấu thu ngân sách đạt 950 tỷ đồng.": ["target"],
    # a whole and its parts
    "Thu ngân sách ước đạt 900 tỷ đồng, trong đó thu thuế 400 tỷ đồng; chi ngân sách đạt 700 tỷ đồng.": [
        "estimate", "estimate", "actual"
    ],
    "Giá trị sản xuất ước đạt 9.000 tỷ đồng, trong đó công nghiệp đạt 4.000 tỷ đồng; xây dựng đạt 2.000 tỷ đồng.": [
        "estimate"
    ] * 3,
    "Doanh thu thương mại - dịch vụ ước tăng 14%; trong đó bán lẻ ước tăng 12%; doanh thu du lịch tăng 48%.": [
        "estimate", "estimate"
    ],
    "Giá trị sản xuất ước tăng 9%. Trong mức tăng chung, nông nghiệp tăng 2,9%; xây dựng tăng 7,3%.": [
        "estimate"
    ] * 3,
    "Quận kỳ vọng cả năm thu ngân sách trên 900 tỷ đồng.": ["target"],
    "HĐND quận giữ nguyên mục tiêu cả năm: thu ngân sách không thấp hơn 900 tỷ đồng, kinh tế tăng trưởng 6%.": [
        "target", "target"
    ],
    "- 926 tỷ đồng: thu ngân sách nhà nước ước cả năm, bằng 107,3% dự toán.": ["estimate"] * 2,
    "731,5 tỷ đồng là con số ước thu ngân sách của quận.": ["estimate"],
    "Thu ngân sách 9 tháng ước đạt 900 tỷ đồng (9 tháng năm 2022 đạt 850 tỷ đồng).": ["estimate", "actual"],
    "Huyện phấn đấu 3 xã đạt chuẩn trong năm 2023; tỷ lệ hộ nghèo giảm từ 11,4% năm 2010 xuống còn 2,3% năm 2018.": [
        "actual", "actual"
    ],
    "Thu ngân sách cả năm ước đạt 900 tỷ đồng; riêng năm 2022 đạt 800 tỷ đồng.": ["estimate", "actual"],
    "Ước năm 2023, thu ngân sách đạt 900 tỷ đồng, chi ngân sách đạt 700 tỷ đồng.": ["estimate"] * 2,
    # the word for it at the head of the sentence
    "Năm 2024, dự kiến giá trị sản xuất tăng 9,5%, thu ngân sách đạt 950 tỷ đồng.": ["forecast"] * 2,
    "Dự kiến năm 2024: thu ngân sách 950 tỷ đồng (dự toán dự kiến giao); giá trị sản xuất tăng 9%.": ["forecast"] * 2,
    "Thu ngân sách đạt 900 tỷ đồng, dự kiến cả năm đạt 950 tỷ đồng.": ["actual", "forecast"],
    # ... behind the figure
    "900 tỷ đồng là số thu ngân sách ước thực hiện cả năm 2023 của quận.": ["estimate"],
    "Giá trị sản xuất tăng 8,9% so với năm trước, ước đạt 41.200 tỷ đồng.": ["estimate"] * 2,
    "Thu ngân sách 11 tháng tăng 8,9%, ước cả năm đạt 900 tỷ đồng.": ["actual", "estimate"],
    # ... in the sentence before
    "Giá trị sản xuất ước đạt 41.200 tỷ đồng. Trong đó, công nghiệp - xây dựng tăng 9,3%, nông nghiệp tăng 1,6%.": [
        "estimate"
    ] * 3,
    "Thu ngân sách ước đạt 900 tỷ đồng. Con số này đạt 88% dự toán thành phố giao, tăng 6,9% so với cùng kỳ.": [
        "estimate"
    ] * 3,
    "Giá trị sản xuất ước tăng 9%. Cơ cấu chuyển dịch đúng hướng. Cụ thể, công nghiệp chiếm 43%.": [
        "estimate", "actual"
    ],
    "Thu ngân sách ước đạt 900 tỷ đồng. Chi ngân sách đạt 700 tỷ đồng.": ["estimate", "actual"],
    "Thu ngân sách ước đạt 900 tỷ đồng, tăng 12,8% (năm 2021 giảm 1,2%).": ["estimate", "estimate", "actual"],
    "Thu nhập bình quân đầu người theo ước tính sẽ đạt 72,5 triệu đồng/người/năm.": ["estimate"],
    "Thu ngân sách ước đạt 900 tỷ đồng, cao hơn năm 2022 (842 tỷ đồng).": ["estimate", "actual"],
    "Tổng số giải ngân là 812 tỷ đồng vốn đầu tư công, dự kiến đến 31/12 đạt 960 tỷ đồng.": ["actual", "forecast"],
    # an aside of one word is about what stands around it
    "Thu ngân sách năm 2023 (ước thực hiện) 900 tỷ đồng, đạt 103% dự toán.": ["estimate"] * 2,
    "Thu ngân sách năm 2023 đạt 900 tỷ đồng (ước).": ["estimate"],
    "Thu ngân sách (ước cả năm 900 tỷ đồng) đạt 78% dự toán.": ["estimate", "actual"],
    "Cụ thể, giá trị sản xuất ước đạt 9.816 tỷ đồng. Trong đó, công nghiệp 5.108 tỷ đồng.": ["estimate"] * 2,
    "Cụ thể, giá trị sản xuất đạt 9.816 tỷ đồng. Trong đó, công nghiệp 5.108 tỷ đồng.": ["actual"] * 2,
    # targets, and results that are told beside them
    "Theo kế hoạch, năm 2023 quận thu ngân sách 900 tỷ đồng; hết tháng 4 mới thu ngân sách được 300 tỷ đồng.": [
        "target", "actual"
    ],
    "Thu ngân sách đạt 900 tỷ đồng (dự toán HĐND quận giao: 118,6%).": ["actual"] * 2,
    "Thu ngân sách đạt 900 tỷ đồng, vượt dự toán 12%.": ["actual"] * 2,
    "6 tháng cuối năm, quận quyết tâm hoàn thành thu ngân sách cả năm 900 tỷ đồng.": ["target"],
    "Với quyết tâm cao, quận đã thu ngân sách 900 tỷ đồng.": ["actual"],
    "Thu ngân sách đạt 900 tỷ đồng, bằng 95% dự toán quận phấn đấu, tăng 3%.": ["actual"] * 3,
}  # fmt: skip


@cache
def told() -> dict[str, list[Said]]:
    return dict(zip(STATUSES, observe_each(STATUSES), strict=True))


@pytest.mark.parametrize("sentence", STATUSES)
def test_a_status_word_reaches_the_figures_that_it_is_said_of(sentence: str) -> None:
    assert [said.status for said in told()[sentence]] == STATUSES[sentence]


@pytest.mark.parametrize(
    ("sentence", "on", "year"),
    [
        ("Quận phấn đấu thu ngân sách đạt 950 tỷ đồng.", date(2023, 12, 15), 2024),
        ("Quận phấn đấu thu ngân sách đạt 950 tỷ đồng.", date(2024, 1, 15), 2024),
        ("Quận phấn đấu thu ngân sách đạt 950 tỷ đồng.", date(2023, 7, 15), 2023),
        ("Cả năm 2023, quận phấn đấu thu ngân sách đạt 950 tỷ đồng.", date(2023, 12, 15), 2023),
        ("Theo đó, quận phấn đấu thu ngân sách 950 tỷ đồng, gồm thu tiền sử dụng đất 350 tỷ đồng; "
         "tổng chi ngân sách 320 tỷ đồng.", date(2023, 12, 15), 2024),
    ],
)  # fmt: skip
def test_targets_set_at_the_turn_of_the_year_are_for_the_year_to_come(
    sentence: str, on: date, year: int
) -> None:
    said = observe(sentence, on=on)
    assert {(one.status, one.period[0].year) for one in said} == {("target", year)}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("6 tháng cuối năm, quận tập trung thu ngân sách đạt 100% dự toán.", "target"),
        ("6 tháng đầu năm, quận tập trung thu ngân sách đạt 50% dự toán.", "actual"),
        ("Quý II, thu ngân sách đạt 210 tỷ đồng.", "actual"),
    ],
)
def test_a_span_that_has_only_begun_is_one_of_plans(body: str, status: str) -> None:
    [said] = observe(body, on=date(2023, 7, 7))
    assert said.status == status


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (
            "Thu ngân sách ước đạt 900 tỷ đồng, bằng 55% dự toán. Trong đó:\n- Thu tiền sử dụng đất: 300 tỷ đồng;\n"
            "- Thu cố định: 250 tỷ đồng.",
            ["estimate"] * 4,
        ),
        (
            "Ước thực hiện năm 2023, tổng giá trị sản xuất tăng 8,5%, trong đó:\n- Công nghiệp - xây dựng tăng 9,1%;\n"
            "- Thương mại - dịch vụ tăng 10%.",
            ["estimate"] * 3,
        ),
        # no list of its parts
        (
            "Thu ngân sách ước đạt 900 tỷ đồng, trong đó thu cố định 250 tỷ đồng.\n- Chi ngân sách: 300 tỷ đồng.",
            ["estimate", "estimate", "actual"],
        ),
        # of another time
        (
            "Thu ngân sách năm 2023 ước đạt 900 tỷ đồng. Trong đó:\n- Thu cố định năm 2022: 250 tỷ đồng.",
            ["estimate", "actual"],
        ),
        ("Thu ngân sách đạt 900 tỷ đồng. Trong đó:\n- Thu cố định: 250 tỷ đồng.", ["actual", "actual"]),
    ],
)
def test_a_list_of_parts_is_as_estimated_as_the_whole(text: str, statuses: list[str]) -> None:
    assert [one.status for one in observe(text, role="list_item")] == statuses


def test_lines_that_end_with_semicolons_are_a_list() -> None:
    said = observe(
        "Trong giai đoạn từ 2021 đến 2025, quận đặt ra một số mục tiêu như:\n"
        "Nâng thu nhập bình quân lên 120 triệu đồng/người/năm;\n"
        "Giải quyết việc làm cho 9.000 lao động.\n"
        "Năm 2023, thu ngân sách đạt 900 tỷ đồng."
    )
    assert [(one.status, one.period[0].year) for one in said] == [
        ("target", 2021),
        ("target", 2021),
        ("actual", 2023),
    ]


IN_SPRING = date(2023, 3, 20)
ANNOUNCED: dict[str, list[str]] = {
    "Một số chỉ tiêu cơ bản như: Tổng giá trị sản xuất 2.800 tỷ đồng; thu ngân sách 760 tỷ đồng.": ["target"] * 2,
    "Các chỉ tiêu kinh tế chủ yếu năm 2023 là: Thu ngân sách 760 tỷ đồng. Trong đó, thu cố định 300 tỷ đồng.": [
        "target"
    ] * 2,
    "Mục tiêu phát triển kinh tế của quận năm 2023:\n- Thu ngân sách: 760 tỷ đồng;\n- Chi ngân sách: 500 tỷ đồng.": [
        "target"
    ] * 2,
    # ... of results
    "Một số chỉ tiêu đạt kết quả khá, như: Thu ngân sách 760 tỷ đồng.": ["actual"],
    "Các chỉ tiêu chủ yếu như: Thu ngân sách 760 tỷ đồng, bằng 31% dự toán.": ["actual"] * 2,
    "Chương trình mục tiêu quốc gia: Thu nhập bình quân 70 triệu đồng/người/năm.": ["actual"],
    "Các chỉ tiêu chủ yếu năm 2022 là: Thu ngân sách 760 tỷ đồng.": ["actual"],
    "Các chỉ tiêu chủ yếu như: Thu ngân sách 760 tỷ đồng. Thu cố định đạt 300 tỷ đồng.": ["target", "actual"],
}  # fmt: skip


@pytest.mark.parametrize("text", ANNOUNCED)
def test_what_targets_are_announced_is_aimed_at_until_its_time_is_over(text: str) -> None:
    assert [one.status for one in observe(text, on=IN_SPRING)] == ANNOUNCED[text]


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("Quận Hà Đông phấn đấu thu ngân sách tăng 9% trong năm 2023", "target"),
        ("Quận Hà Đông thu ngân sách tăng trong năm 2023", "actual"),
    ],
)
def test_an_article_about_a_years_targets_tells_of_nothing_else(title: str, status: str) -> None:
    said = observe("Chi ngân sách năm 2023 đạt 700 tỷ đồng.", title=title, on=IN_SPRING)
    assert [one.status for one in said if one.indicator == "budget_expenditure"] == [status]


def test_details_are_estimated_where_it_is_said() -> None:
    said = observe("Cụ thể, thu ngân sách ước đạt 900 tỷ đồng; chi ngân sách đạt 700 tỷ đồng.")
    assert [one.status for one in said] == ["estimate", "actual"]


# after a sentence of aims, in a session of December
AIMS_GO_ON: dict[str, list[str]] = {
    "Quận phấn đấu giá trị sản xuất tăng 9%. Về cơ cấu, tỷ trọng dịch vụ chiếm 61%. Tỷ lệ hộ nghèo dưới 0,2%.": [
        "target"
    ] * 3,
    "Quận đặt mục tiêu thu ngân sách 950 tỷ đồng. Thu nhập bình quân 90 triệu đồng/người/năm.": ["target"] * 2,
    # a result: it has a plan, a base, a year or a word of its own
    "Quận phấn đấu thu ngân sách 950 tỷ đồng. Tổng chi ngân sách 700 tỷ đồng, đạt 96% dự toán.": [
        "target", "actual", "actual"
    ],
    "Quận phấn đấu thu ngân sách 950 tỷ đồng. Tổng chi ngân sách đã đạt 700 tỷ đồng.": ["target", "actual"],
    "Quận phấn đấu hoàn thành nhiệm vụ. Thu ngân sách 900 tỷ đồng. Tỷ lệ hộ nghèo còn 0,2%.": ["actual"] * 2,
    "Mục tiêu đặt ra là đến hết tháng 3/2024 giải ngân vốn đầu tư công đạt 20% kế hoạch.": ["target"],
    "Hội nghị thống nhất mục tiêu quý I/2024 thu ngân sách đạt 30% dự toán.": ["target"],
    "Thu ngân sách 900 tỷ đồng, trong khi mục tiêu đề ra là 950 tỷ đồng.": ["actual"],
}  # fmt: skip


@pytest.mark.parametrize("text", AIMS_GO_ON)
def test_sentences_that_name_no_time_go_on_about_aims(text: str) -> None:
    assert [one.status for one in observe(text)] == AIMS_GO_ON[text]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Từ nay đến cuối năm, quận tạo việc làm cho 2.100 lao động, cấp 300 giấy phép xây dựng.", ["target"] * 2),
        ("UBND quận yêu cầu từ nay đến hết năm giải ngân đầu tư công đạt trên 93% kế hoạch.", ["target"]),
        ("Quận cam kết hết năm giải ngân đạt ít nhất 94% kế hoạch vốn đầu tư công.", ["target"]),
        ("Nhiệm vụ 3 tháng cuối năm: hoàn thành thu ngân sách 900 tỷ đồng cả năm 2023.", ["target"]),
        ("Phấn đấu quý IV thu ngân sách 310 tỷ đồng, qua đó hoàn thành 21/21 chỉ tiêu năm 2023.", ["target"] * 3),
        # what can be told of, or is said to be expected
        ("Đến hết tháng 9, thu ngân sách đạt 900 tỷ đồng.", ["actual"]),
        ("Dự kiến hết năm, thu ngân sách đạt 900 tỷ đồng.", ["forecast"]),
        ("Ước hết năm, thu ngân sách đạt 900 tỷ đồng.", ["estimate"]),
        ("Nhiệm vụ 9 tháng đã hoàn thành: thu ngân sách 9 tháng đạt 900 tỷ đồng.", ["actual"]),
        ("Với quyết tâm cao, quận đã hoàn thành 20/21 chỉ tiêu năm 2023.", ["actual"] * 2),
    ],
)  # fmt: skip
def test_what_the_rest_of_a_year_is_to_bring_is_no_result(text: str, statuses: list[str]) -> None:
    assert [said.status for said in observe(text, on=date(2023, 10, 18))] == statuses


def test_what_is_reckoned_with_is_a_forecast() -> None:
    [said] = observe("Năm 2023, thu nhập bình quân đầu người dự tính đạt 58 triệu đồng.")
    assert said.status == "forecast"


def test_a_part_that_is_over_is_no_estimate() -> None:
    said = observe(
        "Thu ngân sách cả năm 2023 ước đạt 900 tỷ đồng. Riêng 6 tháng đầu năm 2023 thu 410 tỷ đồng."
    )
    assert [(one.value, one.status) for one in said] == [(900, "estimate"), (410, "actual")]
