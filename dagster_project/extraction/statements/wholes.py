"""Wholes: percentages of a whole that no indicator is of ("100% phường có nhà văn hóa").

Not here: the indicator's own wholes behind a percentage, which name it (`choice`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern

_OTHER_WHOLE = fold_pattern(
    r"^ (?:các |số |tổng số |toàn bộ )?(?:tổ dân phố|phường|xã|thôn|làng|người|hộ|gia đình|trường|tuyến|đường|"
    "học sinh|trẻ|thanh niên|phụ nữ|cơ quan|đơn vị|cán bộ|đảng viên|đoàn viên|công chức|công trình|dự án|hồ sơ|"
    "trạm|đại biểu|diện tích|doanh nghiệp|cơ sở|rác|chất thải|văn bản|thủ tục|dịch vụ công|di tích|chợ|khu|cụm|vốn|"
    "chính quyền|cấp ủy|chi bộ|đảng bộ|tổ chức|kênh|ngõ|trục|giáo viên|hội viên|nông dân|hợp tác xã|sản phẩm|"
    "nhà văn hóa|phòng học|lao động|lực lượng|nước thải|hệ thống|ấp|bản|"
    # "giao quân đạt 100% chỉ tiêu, trong số này 61% có trình độ đại học"
    "(?:có|viết|đạt) [^,;.]{0,12}(?:trình độ|đơn|sức khỏe|bằng đại học)|(?:đã |đang )?(?:là|tốt nghiệp|học) "
    "(?:đảng viên|đoàn viên|nữ|đại học|cao đẳng|thpt|trung học|trung cấp)|"
    "(?:dân số|dân cư|dân)(?: [^,;.]{1,25})? (?:được )?(?:sử dụng|dùng|tiếp cận|cung cấp|cấp nước))"
)
# "tăng 8,2% về số doanh nghiệp và 3,1% về vốn"
_OF_CAPITAL = fold_pattern(
    "^ (?:về|đối với) (?:số |tổng |tổng số |lượng )?(?:vốn|lao động|diện tích|sản lượng|thửa)"
)
_DISTRICT_HAS = fold_pattern(r"(?:^|[,;:.] )(?:toàn |cả )?(?:quận|huyện|thị xã)(?: đã| hiện)? có $")

IN_CLAUSE = pl.col("first") > pl.col("clause_row")
HEADS_CLAUSE = ~IN_CLAUSE.fill_null(False)  # no indicator of the clause stands before the figure


def is_of_other_whole() -> pl.Expr:
    """ "..., 100% phường có nhà văn hóa": a whole that no indicator is of."""
    return ((pl.col("dimension") == "percent") & pl.col("tail").str.contains(_OF_CAPITAL)) | (
        (pl.col("dimension") == "percent")
        & (HEADS_CLAUSE | (pl.col("run_index") > 0))
        & pl.col("tail").str.contains(_OTHER_WHOLE)
        & pl.col("before").str.contains(
            r"(?:[.,;:] |^[ •*+-]*|(?:^|[,;:.] )(?:(?:hằng|hàng|mỗi) năm |hiện |hiện nay |đến nay )?"
            r"(?:với|có|trong (?:đó|số (?:này|đó))(?: có)?|và có|phấn đấu(?: có)?|duy trì|giữ vững|bảo đảm|đảm bảo)"
            r"(?: hơn| gần| trên| ít nhất)? )$|" + _DISTRICT_HAS
        )
    )
