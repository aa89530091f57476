"""Figures of less than the whole: revenue without the land, and parts told by a source or a purpose."""

import pytest

from tests.support.observing import observe

LEFT_OUT = {
    "Thu ngân sách đạt 900 tỷ đồng. Loại trừ tiền sử dụng đất, thu đạt 310 tỷ đồng, bằng 70% dự toán.": [
        900.0
    ],
    "Thu ngân sách đạt 900 tỷ đồng, tăng 12%. Nếu không tính khoản này, thu ngân sách của quận tăng 4,1%.": [
        900.0,
        12.0,
    ],
    "Thu ngân sách đạt 900 tỷ đồng; không kể tiền sử dụng đất, thu đạt 512 tỷ đồng.": [900.0],
    "Thu ngân sách (không bao gồm tiền sử dụng đất) đạt 512 tỷ đồng, bằng 90% dự toán.": [],
    "Thu ngân sách trừ tiền đất đạt 512 tỷ đồng.": [],
    # the next part is no whole again
    "Chi ngân sách 900 tỷ đồng, trong đó giáo dục 400 tỷ đồng, nông nghiệp 50 tỷ đồng, y tế 30 tỷ đồng.": [
        900.0
    ],
    "Giải ngân vốn đầu tư công đạt 43,5%, trong đó vốn ngân sách thành phố đạt 51%, vốn ngân sách huyện đạt 38%.": [
        43.5
    ],
    "Thu ngân sách 1.300 tỷ đồng, trong đó có 700 tỷ đồng từ đấu giá các thửa đất xen kẹt.": [1300.0],
    "Quận đã chi 312 tỷ đồng cho công tác phòng, chống dịch.": [],
    "Chi ngân sách 2.100 tỷ đồng, trong đó 980 tỷ đồng dành cho chi thường xuyên.": [2100.0],
    # some people's income is not the district's
    "Chị Hiên một mình nuôi hai con, thu nhập 1,3 triệu đồng mỗi tháng.": [],
    "Gia đình anh Nam mở homestay, thu nhập bình quân 210 triệu đồng/năm.": [],
    "Công nhân ở đây có thu nhập bình quân 8,5 triệu đồng/người/tháng.": [],
    "Thu nhập bình quân của người lao động trong các doanh nghiệp đạt 9 triệu đồng/tháng.": [],
    "Tạo việc làm cho 5.000 lao động; thu nhập bình quân đầu người đạt 71 triệu đồng/năm.": [5000.0, 71.0],
    "Thu nhập bình quân của người dân đạt 71 triệu đồng/người/năm.": [71.0],
    # what goes on about a source is of the source, too
    "Thu ngân sách từ khu vực ngoài quốc doanh đạt 203 tỷ đồng, bằng 70% dự toán, tăng 25%.": [],
    "Thu ngân sách do thành phố quản lý 203 tỷ đồng, bằng 70% dự toán; chi ngân sách 480 tỷ đồng.": [480.0],
    "Thu ngân sách đối với khối doanh nghiệp đạt 203 tỷ đồng, bằng 70% dự toán.": [],
}
WHOLE = {
    "Chưa tính tiền sử dụng đất, thu ngân sách đạt 512 tỷ đồng. Chi ngân sách đạt 480 tỷ đồng.": [480.0],
    "Thu ngân sách đạt 900 tỷ đồng (không kể tiền sử dụng đất là 512 tỷ đồng), tăng 12%.": [900.0, 12.0],
    "Thu cố định, tức phần không kể tiền đất, ghi nhận 473,7 tỷ đồng.": [473.7],
    "Không kể tiền sử dụng đất, thu thuế đạt 512 tỷ đồng.": [512.0],
}


@pytest.mark.parametrize(("text", "values"), (LEFT_OUT | WHOLE).items())
def test_revenue_without_the_land_is_not_the_revenue(text: str, values: list[float]) -> None:
    assert [one.value for one in observe(text)] == values
