"""A report of a district's meeting, to put dates into: its headlines, a line of its body, and days as values."""

from __future__ import annotations

import datetime as dt

MEETING = "HĐND huyện Mê Linh khai mạc kỳ họp thường lệ, xem xét kết quả phát triển kinh tế - xã hội"
HEADLINE = "Huyện Mê Linh: Kinh tế - xã hội chuyển biến tích cực"
BODY = "Theo báo cáo, thu ngân sách trên địa bàn huyện đạt 1.150 tỷ đồng, bằng 62% dự toán thành phố giao."


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
