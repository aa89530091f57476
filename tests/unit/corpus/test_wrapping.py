"""Wrapped lines: what a page broke for its width is put together, what its writer ended stays ended."""

from __future__ import annotations

import polars as pl
import pytest

from dagster_project.corpus.wrapping import unwrap

WRAPPED = {
    "Trong năm, huyện đã tạo việc làm cho hơn hai nghìn lao\nđộng, vượt kế hoạch.": 1,
    "Trong năm, huyện đã giải quyết được việc làm mới cho\n2.150 lao động.": 1,
    "Thu ngân sách trên địa bàn huyện trong năm ước đạt 1.250\ntỷ đồng, bằng dự toán thành phố\ngiao.": 1,
    "Kinh tế của quận tăng trưởng bình quân trong giai đoạn 2006\n- 2010 là 11,3%/năm.": 1,
    "Đoàn công tác đã nghe báo cáo kết quả thực hiện của\nBan Chỉ đạo huyện.": 1,
}
ENDED = (
    "Quận Hà Đông thu ngân sách vượt dự toán sau chín tháng\n15/10/2023 08:30",
    "Quận Hà Đông thu ngân sách vượt dự toán sau chín tháng\nPhóng viên | Báo địa phương",
    "Quận Hà Đông thu ngân sách vượt dự toán sau chín tháng.\nnguồn thu từ đất tăng mạnh.",
    "Các nhiệm vụ trọng tâm của quận trong những tháng tới đây\n- giải ngân vốn đầu tư công",
    "Các nhiệm vụ trọng tâm của quận trong những tháng tới đây\na) giải ngân vốn đầu tư công",
    "Chỉ tiêu | Kế hoạch | Thực hiện | So với cùng kỳ năm trước\nthu ngân sách | 900 | 950 | 105",
    "Tin nổi bật\nthời sự",
    "Đồng chí Bí thư Quận ủy phát biểu chỉ đạo tại hội nghị\nquan-ha-dong-thu-ngan-sach.jpg",
)


def _unwrapped(text: str) -> tuple[str, bool]:
    read = unwrap(pl.DataFrame({"text": [text], "verbatim": [True]}))
    return read["text"][0], read["verbatim"][0]


@pytest.mark.parametrize(("text", "joins"), WRAPPED.items())
def test_a_line_that_goes_on_is_one_with_the_next(text: str, joins: int) -> None:
    joined, verbatim = _unwrapped(text)
    assert joined.replace("\n", " ") == text.replace("\n", " ")
    assert text.count("\n") - joined.count("\n") >= joins
    assert not verbatim


@pytest.mark.parametrize("text", ENDED)
def test_a_line_that_ends_stays_as_it_is(text: str) -> None:
    assert _unwrapped(text) == (text, True)


@pytest.mark.parametrize(
    ("text", "closed_up"),
    [
        ("Thu ngân sách  đạt 900 tỷ đồng.", "Thu ngân sách đạt 900 tỷ đồng."),
        (
            "Năm 2023,  thu ngân sách của  quận đạt 900 tỷ đồng, bằng 105% dự toán,  tăng 7% so với cùng kỳ năm trước.",
            "Năm 2023, thu ngân sách của quận đạt 900 tỷ đồng, bằng 105% dự toán, tăng 7% so với cùng kỳ năm trước.",
        ),
        ("Chỉ tiêu    Kế hoạch    Thực hiện", "Chỉ tiêu    Kế hoạch    Thực hiện"),
        ("Thu ngân sách | 900  | 950", "Thu ngân sách | 900  | 950"),
    ],
)
def test_gaps_between_words_are_closed_up_but_not_those_between_cells(text: str, closed_up: str) -> None:
    assert _unwrapped(text) == (closed_up, text == closed_up)
