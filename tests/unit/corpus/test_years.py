"""The year of a day that is written without one, by what years the article names and what it names them for."""

from __future__ import annotations

import pytest

from tests.support.meeting import BODY, HEADLINE, MEETING, day


@pytest.mark.parametrize(
    ("lines", "event", "year_from"),
    [
        pytest.param([f"Ngày 15/12, {MEETING} năm 2023."], "2023-12-15", "text", id="the year summed up"),
        pytest.param(
            [f"Ngày 15/12, {MEETING} năm 2023, nhiệm vụ năm 2024."],
            "2023-12-15",
            "text",
            id="results before plans",
        ),
        pytest.param(
            ["Ngày 15/12, huyện Mê Linh họp triển khai nhiệm vụ trọng tâm năm 2024.", BODY],
            "2023-12-15",
            "text",
            id="December plans the next year",
        ),
        pytest.param(
            [
                f"Sáng 8-11, {MEETING} tháng 10 và nhiệm vụ trọng tâm tháng 11-2024.",
                "So với năm 2022, thu tăng.",
            ],
            "2024-11-08",
            "text",
            id="the same month with its year",
        ),
        pytest.param(
            ["Ngày 13/1, huyện Mê Linh tổng kết công tác năm 2020, triển khai nhiệm vụ năm 2021."],
            "2021-01-13",
            "text",
            id="January sums up the year before",
        ),
        pytest.param(
            ["Ngày 13/1, huyện Mê Linh tổ chức hội nghị tổng kết công tác năm 2020."],
            "2021-01-13",
            "text",
            id="January without plans",
        ),
        pytest.param(
            ["Chiều 5/7, huyện Mê Linh sơ kết 6 tháng đầu năm 2022, nhiệm vụ 6 tháng cuối năm."],
            "2022-07-05",
            "text",
            id="mid-year",
        ),
        pytest.param(
            [
                "Năm 2023, huyện Mê Linh đạt nhiều kết quả.",
                "Ngày 14/12, huyện họp, nhiệm kỳ 2020 – 2025.",
                BODY,
            ],
            "2023-12-14",
            "text",
            id="a term of office is no year",
        ),
        pytest.param(
            [
                "Sáng 6/8, Bí thư Thành ủy dự Đại hội đại biểu Đảng bộ huyện Mê Linh, nhiệm kỳ 2020-2025.",
                "Năm 2016, huyện xếp thứ 25, đến năm 2019 xếp thứ 12.",
            ],
            "2020-08-06",
            "text",
            id="a congress opens its term",
        ),
        pytest.param(
            [
                "Sáng 6/8, huyện Mê Linh sơ kết năm 2023 thực hiện Nghị quyết Đại hội huyện nhiệm kỳ 2020-2025.",
                BODY,
            ],
            "2023-08-06",
            "text",
            id="the resolution of a congress is looked back on",
        ),
        pytest.param(
            [
                "Ngày 14/12, huyện Mê Linh tổng kết công tác năm 2023.",
                "Theo Nghị quyết số 15/2008/QH12, Hà Nội mở rộng.",
                BODY,
            ],
            "2023-12-14",
            "text",
            id="a law's number is no year",
        ),
        pytest.param(
            [
                "Ngày 5/7, HĐND huyện Mê Linh họp.",
                BODY,
                BODY,
                BODY,
                BODY,
                BODY,
                "Từ đầu năm, thu năm 2022 tăng đều.",
            ],
            "2022-07-05",
            "text",
            id="named far below",
        ),
        pytest.param(
            ["Ngày 5/7, huyện Mê Linh họp; thu ngân sách tăng 5% so với cùng kỳ năm 2021."],
            "2022-07-05",
            "text",
            id="a base is the year before",
        ),
        pytest.param(
            [
                "Ngày 9/11, huyện Mê Linh họp; so với dự toán thành phố giao, thu 10 tháng năm 2022 đã đạt 94,89%."
            ],
            "2022-11-09",
            "text",
            id="a plan for another figure than the year",
        ),
        pytest.param(
            [
                "Sáng 17-12, HĐND huyện thông qua kế hoạch phát triển kinh tế - xã hội năm 2021.",
                "Năm 2021, huyện phấn đấu.",
            ],
            "2020-12-17",
            "text",
            id="a year is the planned one throughout",
        ),
        pytest.param(
            ["12/12/2023 14:05", "Ngày 12/12, huyện Mê Linh họp bàn kế hoạch năm 2024."],
            "2023-12-12",
            "publication",
            id="told by the publication",
        ),
        pytest.param(
            ["03/01/2023 08:00", "Ngày 30/12, huyện Mê Linh họp bàn kế hoạch năm 2023."],
            "2022-12-30",
            "publication",
            id="published after the new year",
        ),
        pytest.param(
            ["22/11/2025 08:00", f"Ngày 15/12, {MEETING} năm 2023."],
            "2023-12-15",
            "text",
            id="a reprint years later",
        ),
        pytest.param(
            ["Chiều 28/11, huyện Mê Linh họp.", "An ủi là so với cùng thời điểm năm 2022, thu tăng 5%."],
            "2023-11-28",
            "text",
            id="the same time of the year before",
        ),
        pytest.param(
            [
                "Chiều 7-10, huyện Mê Linh họp về chín tháng của năm 2021.",
                "Quý III tụt 8,6% so với quý III-2020.",
            ],
            "2021-10-07",
            "text",
            id="a quarter of the year before",
        ),
        pytest.param(
            [
                "Chiều 28/11, huyện Mê Linh họp.",
                "Huyện có 1.200 hộ nghèo năm 2020, là mức cao.",
                BODY,
                BODY,
                BODY,
                "Trong 11 tháng năm 2023, huyện thu 1.150 tỷ đồng; 11 tháng năm 2022 thu 900 tỷ đồng.",
            ],
            "2023-11-28",
            "text",
            id="the latest year of results",
        ),
        pytest.param(
            [
                "Ngày 17-12, HĐND huyện chốt 19 chỉ tiêu cho năm 2022 sau một năm 2021 nhiều khó khăn.",
                "Tổng giá trị sản xuất tăng 4,9% so với năm 2020.",
            ],
            "2021-12-17",
            "text",
            id="a year lived through",
        ),
        pytest.param(
            ["Ngày 17-12, HĐND huyện họp.", BODY, "Huyện quyết tâm tăng thu 10% so với năm 2021."],
            "2021-12-17",
            "text",
            id="aims are measured against the year that ends",
        ),
        pytest.param(
            [
                "Ngày 5/2, lãnh đạo thành phố làm việc với huyện.",
                "Bộ máy mới chạy từ ngày hợp nhất 24/10/2022.",
            ],
            "2023-02-05",
            "text",
            id="a day of the last autumn has passed by February",
        ),
        pytest.param(
            [
                "Ngày 18/12, HĐND huyện họp. Năm 2022 khá; Chương trình mục tiêu quốc gia từ đầu năm 2022 tốt.",
                "Kỳ họp đã thông qua 8 nghị quyết về phát triển kinh tế - xã hội năm 2023.",
            ],
            "2022-12-18",
            "text",
            id="resolutions are passed for the year to come",
        ),
        pytest.param(
            [
                "Ngày 20-12, HĐND huyện đánh giá tình hình thực hiện nghị quyết năm 2022, bàn và quyết định "
                "giải pháp thực hiện nhiệm vụ năm 2023.",
            ],
            "2022-12-20",
            "text",
            id="what is to be carried out is no result",
        ),
        pytest.param(
            ["Chiều 5/11, UBND huyện bàn giải pháp 2 tháng cuối năm 2023.", "Huyện lo kế hoạch năm 2023."],
            "2023-11-05",
            "text",
            id="the last months are those of the year under way",
        ),
        pytest.param(
            [
                "Tại cuộc gặp đầu xuân chiều 9/1, huyện báo tin vui.",
                "Thu ngân sách từ 900 tỷ đồng năm 2022 lên 1.100 tỷ đồng năm 2023.",
                "Bước sang năm 2024, huyện có 20 chỉ tiêu.",
            ],
            "2024-01-09",
            "text",
            id="what the whole article names outweighs the first lines",
        ),
        pytest.param(
            [
                "Sáng 20/7, HĐND huyện họp, bổ sung giải pháp cho các nhiệm vụ còn lại của năm 2020 và quyết toán "
                "ngân sách năm 2019.",
            ],
            "2020-07-20",
            "text",
            id="accounts are settled for the year before",
        ),
        pytest.param(
            [
                "Chiều 8/9, Chi cục Thuế huyện họp. Tám tháng thu 640 tỷ đồng, so 700 tỷ đồng của 8 tháng năm 2022.",
                "Huyện phấn đấu cả năm 2023 thu 980 tỷ đồng.",
            ],
            "2023-09-08",
            "text",
            id="the year that is striven for in autumn is under way",
        ),
        pytest.param(
            [
                "Sáng 20-12, UBND huyện giao dự toán thu, chi ngân sách nhà nước và phát động phong trào thi đua "
                "hoàn thành nhiệm vụ năm 2023.",
                "Huyện phấn đấu hoàn thành vượt mức các mục tiêu, chỉ tiêu năm 2023.",
            ],
            "2022-12-20",
            "text",
            id="in December a year is opened that is to come",
        ),
        pytest.param(
            [
                "Chiều 3/10, Huyện ủy họp. Giá trị sản xuất 9 tháng năm 2024 tăng 7%.",
                "Đại hội dự kiến tổ chức trong tháng 4/2025.",
            ],
            "2024-10-03",
            "text",
            id="a month announced lies ahead",
        ),
        pytest.param(
            ["Sáng 5/3, HĐND huyện họp.", "Từ đầu năm 2022, huyện đã tập trung phục hồi sản xuất."],
            "2022-03-05",
            "text",
            id="what has been since New Year is of the running year",
        ),
        pytest.param(
            ["Ngày 18/6, Huyện ủy đánh giá 6 tháng đầu năm 2025: thêm 11 chỉ tiêu đạt so với quý I/2025."],
            "2025-06-18",
            "text",
            id="a quarter that is compared with may be of the same year",
        ),
    ],
)
def test_the_year_of_a_day_written_without_one(
    read_folder, lines: list[str], event: str, year_from: str
) -> None:
    page = "\n".join([HEADLINE, *lines, BODY])
    document = read_folder({"a.txt": page}).documents.row(0, named=True)
    assert (document["event_on"], document["event_from"]) == (day(event), f"dateline:{year_from}")


def test_the_number_of_a_law_is_no_year(read_folder) -> None:
    text = f"{HEADLINE}\nNgày 15/12, huyện Mê Linh họp bàn thực hiện Nghị quyết số 27/2022/QH15 của Quốc hội.\n{BODY}\n"
    assert read_folder({"a.txt": text}).documents["event_on"].item() is None


def test_a_day_with_nothing_to_tell_its_year_stays_open(read_folder) -> None:
    document = read_folder({"a.txt": f"{HEADLINE}\nNgày 15/12, huyện Mê Linh họp.\n{BODY}\n"}).documents
    assert document["event_on"].item() is None


@pytest.mark.parametrize(
    "law",
    ["Nghị quyết số 15/2008/QH12, huyện", "Luật số 31/2024/QH15 huyện", "Thông tư 111/2013/TT-BTC; huyện"],
)
def test_the_year_of_a_law_tells_no_event_its_year(read_folder, law: str) -> None:
    page = f"{HEADLINE}\nNgày 15/7, huyện Mê Linh họp. Sau khi thực hiện {law} đổi thay nhiều.\n{BODY}\n"
    assert read_folder({"a.txt": page}).documents["event_on"].item() is None


def test_what_the_plan_of_a_headline_is_compared_with_is_the_year_in_which_it_is_made(read_folder) -> None:
    page = (
        "Quận Hà Đông giao chỉ tiêu kế hoạch năm 2024\nNgày 26/12, UBND quận Hà Đông họp giao chỉ tiêu năm 2024.\n"
        "Năm 2024, thu ngân sách được giao 760 tỷ đồng, bằng 108% so với năm 2023.\n"
    )
    assert read_folder({"a.txt": page}).documents["event_on"].item() == day("2023-12-26")
