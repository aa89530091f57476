"""The day of what an article reports, in the forms in which the press writes it."""

from __future__ import annotations

import pytest

from tests.support.meeting import BODY, HEADLINE, MEETING, day


@pytest.mark.parametrize(
    ("opening", "event"),
    [
        ("Ngày 15/12/2023", "2023-12-15"),
        ("Sáng 15-12-2023", "2023-12-15"),
        ("Chiều 5.7.2022", "2022-07-05"),
        ("Ngày 15 tháng 12 năm 2023", "2023-12-15"),
        ("Sáng ngày 8-11-2024", "2024-11-08"),
        ("Sáng nay (20/12/2022)", "2022-12-20"),
        ("Hôm nay, ngày 20/12/2022", "2022-12-20"),
        ("Hôm qua (19/12/2022)", "2022-12-19"),
        ("Sáng thứ Hai tuần trước (19/12/2022)", "2022-12-19"),
        ("Chiều cuối tuần qua, 17/12/2022", "2022-12-17"),
        ("Ngày vừa qua (19/12/2022)", "2022-12-19"),
        ("Chiều tối 19/12/2022", "2022-12-19"),
        ("Thứ Sáu (15/12/2023)", "2023-12-15"),
        ("Trong hai ngày 14 và 15/12/2023", "2023-12-15"),
        ("Ngày 14-15/12/2023", "2023-12-15"),
        ("Từ ngày 13 đến 15/12/2023", "2023-12-15"),
        ("Kinhtedothi-Ngày 12/12/2023", "2023-12-12"),
        ("(HNM) - Sáng 12-12-2023", "2023-12-12"),
        ("Thực hiện Nghị quyết số 12/NQ-HU, ngày 3/2/2021 của Huyện ủy, sáng 8/11/2023", "2023-11-08"),
    ],
)
def test_the_day_of_the_event_as_written(read_folder, opening: str, event: str) -> None:
    document = read_folder({"a.txt": f"{HEADLINE}\n{opening}, {MEETING}.\n{BODY}\n"}).documents.row(
        0, named=True
    )
    assert document["event_on"] == day(event)
    assert document["event_from"].endswith(":written")


@pytest.mark.parametrize(
    "sentence",
    [
        "Tính đến ngày 31/10/2023, huyện Mê Linh thu 1.150 tỷ đồng, đạt 62% dự toán thành phố giao cho cả năm.",
        "Quyết định số 15/QĐ-UBND ngày 3/2/2021 giao huyện Mê Linh thu 1.850 tỷ đồng trong năm ngân sách.",
        "Huyện Mê Linh phải hoàn thành giải ngân vốn đầu tư công trước ngày 31/1/2024 theo đúng chỉ đạo chung.",
        "Huyện Mê Linh kỷ niệm 70 năm Ngày Giải phóng Thủ đô (10/10/1954 - 10/10/2024) với nhiều hoạt động lớn.",
        "Trong 11 tháng, huyện Mê Linh thu ngân sách 1.150 tỷ đồng, bằng 62% dự toán thành phố giao cho huyện.",
        "Luật số 39/2024/QH15 được thông qua ngày 28/6/2024 cho phép huyện Mê Linh quyết định nhiều dự án mới.",
        "Từ ngày 1/7/2023 đến nay, điểm phục vụ hành chính công của huyện Mê Linh tiếp nhận nhiều hồ sơ hơn.",
        "Đại hội của huyện Mê Linh dự kiến diễn ra trong hai ngày 5 và 6/8/2023 với 245 đại biểu chính thức.",
        "Ngày 31/2/2023, một ngày không có trong lịch, huyện Mê Linh vẫn được ghi là đã tổ chức một hội nghị lớn.",
    ],
)
def test_what_limits_or_belongs_to_a_law_is_no_event(read_folder, sentence: str) -> None:
    document = read_folder({"a.txt": f"{HEADLINE}\n{sentence}\n{BODY}\n"}).documents.row(0, named=True)
    assert (document["event_on"], document["event_from"]) == (None, None)


def test_an_announced_day_after_the_publication_is_not_what_is_reported(read_folder) -> None:
    page = f"{HEADLINE}\n05/07/2021 08:30\nNgày 20/12/2021, huyện Mê Linh sẽ tổ chức đại hội.\n{BODY}\n"
    document = read_folder({"a.txt": page}).documents.row(0, named=True)
    assert (document["published_on"], document["event_on"]) == (day("2021-07-05"), None)


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        (
            "Trao đổi với phóng viên ngày 5-12, lãnh đạo huyện cho hay thu 11 tháng năm 2024 tăng.",
            "2024-12-05",
        ),
        ("Theo số liệu được Chi cục Thuế công bố ngày 5/12, thu 11 tháng năm 2024 tăng 12%.", "2024-12-05"),
        ("Nhiều chỉ tiêu vừa được HĐND huyện thông qua ngày 5-12, sau 11 tháng năm 2024 tăng.", "2024-12-05"),
        ("Nghị quyết số 12/NQ-HĐND được HĐND thành phố thông qua ngày 5/12/2024 giao huyện thu cao.", None),
        ("Khu đấu giá ngày 5/12 khiến cái tên Mê Linh phủ khắp mặt báo trong 11 tháng năm 2024.", None),
    ],
)
def test_the_day_on_which_it_was_told_or_decided(read_folder, sentence: str, event: str | None) -> None:
    document = read_folder({"a.txt": f"{HEADLINE}\n\n{sentence}\n\n{BODY}\n"}).documents
    assert document["event_on"].item() == (event and day(event))


def test_a_day_long_before_the_publication_is_history_unless_a_meeting_is_reported(read_folder) -> None:
    byline = "10/10/2025 06:20"
    documents = read_folder(
        {
            "a.txt": f"{HEADLINE}\n{byline}\nNgày 1/7/2025, xã mới đi vào hoạt động.\n{BODY}\n",
            "b.txt": f"{HEADLINE}\n{byline}\nNgày 1/7/2025, {MEETING}.\n{BODY}\n",
        }
    ).documents
    assert documents["event_on"].to_list() == [None, day("2025-07-01")]


@pytest.mark.parametrize(
    ("told", "event"),
    [
        ("Ngày 1/9/1998, huyện Mê Linh được chia. Kết quả năm 2023, thu ngân sách đạt 3.399 tỷ đồng.", None),
        (
            "Ngày 10/11/2022, huyện Mê Linh họp. Kết quả năm 2022, thu ngân sách đạt 3.399 tỷ đồng.",
            "2022-11-10",
        ),
        (
            "Ngày 10/11/2022, huyện Mê Linh họp. Phấn đấu năm 2025, thu ngân sách đạt 3.399 tỷ đồng.",
            "2022-11-10",
        ),
    ],
)
def test_a_day_long_before_the_year_of_the_results_is_history(
    read_folder, told: str, event: str | None
) -> None:
    document = read_folder({"a.txt": f"{HEADLINE}\n{told}\n{BODY}\n"}).documents.row(0, named=True)
    assert document["event_on"] == (event and day(event))


@pytest.mark.parametrize(
    "history",
    [
        "Ngày 6/11/2003, Chính phủ ban hành Nghị định số 132/2003/NĐ-CP để thành lập quận với 14 phường.",
        "Ngày 1-4-2014, quận Bắc Từ Liêm chính thức đi vào hoạt động.",
    ],
)
def test_the_day_of_a_founding_is_not_what_is_reported(read_folder, history: str) -> None:
    document = read_folder({"a.txt": f"{HEADLINE}\n{BODY}\n{history}\n{BODY}\n"}).documents.row(0, named=True)
    assert document["event_on"] is None
