"""The words of heads and labels that say how their figures compare: plans, years before, shares, changes."""

from __future__ import annotations

from dagster_project.extraction.language.folding import fold_pattern

PLAN = fold_pattern("dự toán|kế hoạch|chỉ tiêu|% kh|so kh|so với kh|/kh|% dt|so dt|/dt")
CITY = fold_pattern("thành phố|tp")
DISTRICT = fold_pattern("quận giao|huyện giao|thị xã giao|hđnd")
CENTRAL = fold_pattern("trung ương|tw")
SAME = fold_pattern("cùng kỳ|cùng kì|% ck|so ck|/ck")
YEAR_BEFORE = fold_pattern("năm trước|so với năm|so năm|/năm 20")
CHANGE = fold_pattern("tăng|giảm|tốc độ")
SHARE = fold_pattern("tỷ trọng|cơ cấu|tỷ lệ so")
# "Trường công lập | Trường đạt chuẩn | Tỷ lệ (%)": of the column to its left
RATIO = fold_pattern(r"^ *(?:đạt )?(?:tỷ lệ|%)(?: đạt| đạt chuẩn| hoàn thành)?[ (%)]*$")
_ESTIMATE_WORD = "(?:^|[^a-zà-ỹđ])ước"  # no part of "nước"
ESTIMATE, TARGET = fold_pattern(_ESTIMATE_WORD), fold_pattern("kế hoạch|mục tiêu|dự toán|chỉ tiêu")
# above a table: "(số thực hiện là số ước)", "Ước thực hiện các chỉ tiêu năm 2023:"
ESTIMATE_NOTE = fold_pattern(
    rf"\([^()]*{_ESTIMATE_WORD}[^()]*\)|^[^0-9.]*{_ESTIMATE_WORD}(?: kết quả| thực hiện| tính) [^0-9.]*"
    r"(?:[0-9]{1,2} tháng[^0-9.]*)?(?:năm (?:19|20)[0-9]{2})?[^0-9.]*$"
)
