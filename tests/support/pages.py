"""Pages put together line by line, and sentences that several tests share; every page is our own writing."""

from __future__ import annotations

from collections.abc import Callable

Roles = Callable[[str], list[tuple[str, str]]]

LEAD = "Sáng 12-7, Ủy ban nhân dân huyện Đan Phượng họp đánh giá kết quả sáu tháng đầu năm 2023."
BUDGET = "Theo báo cáo, thu ngân sách trên địa bàn huyện đạt 1.150 tỷ đồng, bằng 62% dự toán thành phố giao cả năm."
SOCIAL = (
    "Huyện đã giải quyết việc làm cho 3.420 lao động, hỗ trợ 215 hộ cận nghèo vay vốn phát triển sản xuất."
)
PLANS = (
    "Thời gian tới, huyện tập trung đấu giá quyền sử dụng đất và giải ngân vốn đầu tư công theo đúng tiến độ."
)
OTHER = "Huyện Quốc Oai thu ngân sách đạt 1.900 tỷ đồng, bằng 97% dự toán, tăng 12% so với cùng kỳ năm trước."


def page(*lines: str) -> str:
    return "\n".join(lines) + "\n"
