"""Small tables copied as text: a cell takes its meaning from its row and its column's head."""

from __future__ import annotations

from tests.support.observing import Article, extract_articles, observe, said_by

TABLE = "Chỉ tiêu\tĐơn vị\tNăm 2022\tNăm 2023\nThu ngân sách\ttỷ đồng\t4.310,5\t4.986,3\nHộ nghèo\thộ\t41\t18"


def test_rows_name_the_indicator_and_columns_the_year() -> None:
    said = observe(TABLE, role="table_row")
    assert [(one.indicator, one.value, one.unit, one.period[1].year) for one in said] == [
        ("state_budget_revenue", 4310.5, "billion_vnd", 2022),
        ("state_budget_revenue", 4986.3, "billion_vnd", 2023),
        ("poor_households", 41, "count", 2022),
        ("poor_households", 18, "count", 2023),
    ]


def test_the_row_is_the_evidence() -> None:
    extraction = extract_articles([Article(TABLE, role="table_row")])
    assert set(extraction.observations["sentence"]) == set(TABLE.split("\n")[1:])
    assert [one.text for one in said_by(extraction)] == ["4.310,5", "4.986,3", "41", "18"]


def test_a_column_may_be_an_attainment_or_a_change() -> None:
    head = "Chỉ tiêu | Thực hiện năm 2023 (tỷ đồng) | So với dự toán (%) | So với cùng kỳ (%)"
    table = f"{head}\nThu ngân sách | 900 | 103,5 | 107,2"
    said = observe(table, role="table_row")
    assert [(one.measure, one.value) for one in said] == [
        ("level", 900),
        ("plan_attainment", 103.5),
        ("growth", 7.2),
    ]


def test_rows_may_be_districts() -> None:
    table = "Đơn vị | Thu ngân sách năm 2023 (tỷ đồng)\nQuận Tây Hồ | 500\nHuyện Thanh Trì | 700"
    said = observe(table, role="table_row", title="Kết quả thu ngân sách các quận, huyện")
    assert [(one.district, one.value) for one in said] == [("tay-ho", 500), ("thanh-tri", 700)]


def test_a_ratio_is_of_the_column_beside_it_and_a_total_is_no_result() -> None:
    head = "Đơn vị | Tổng số trường | Trường đạt chuẩn quốc gia | Tỷ lệ (%)"
    said = observe(f"{head}\nQuận Tây Hồ | 40 | 30 | 75,0", role="table_row", title="Trường chuẩn quốc gia")
    assert [(one.indicator, one.measure, one.value) for one in said] == [
        ("national_standard_schools", "level", 30),
        ("national_standard_schools", "share", 75),
    ]


def test_a_ratio_beside_a_plan_is_its_attainment() -> None:
    head = "Chỉ tiêu | Dự toán (tỷ đồng) | Thực hiện (tỷ đồng) | Tỷ lệ (%)"
    said = observe(f"{head}\nThu ngân sách năm 2022 | 400 | 380 | 95", role="table_row")
    assert [(one.measure, one.value) for one in said] == [("level", 380), ("plan_attainment", 95)]


def test_a_note_above_the_table_makes_its_results_estimates() -> None:
    head = "Chỉ tiêu | Đơn vị | Thực hiện 2022 | Thực hiện 2023 | So với kế hoạch (%)"
    rows = (
        "Thu ngân sách nhà nước | tỷ đồng | 800 | 910 | 105\nThu nhập | triệu đồng/người/năm | 61 | 65 | 101"
    )
    said = observe(f"{head}\n{rows}", role="table_row", title="Hà Đông: kết quả năm 2023 (là số ước cả năm)")
    assert [(one.status, one.value) for one in said] == [
        ("actual", 800),
        ("estimate", 910),
        ("estimate", 105),
        ("actual", 61),
        ("estimate", 65),
        ("estimate", 101),
    ]
    assert said[3].unit == "million_vnd_per_person_year"


def test_a_comparison_has_the_status_of_the_result_beside_it() -> None:
    table = "Chỉ tiêu | TH 2022 | Ước TH 2023 | So KH (%)\nThu ngân sách nhà nước (tỷ đồng) | 800 | 910 | 105"
    said = observe(table, role="table_row", title="UBND quận Hà Đông: kết quả năm 2023, nước rút")
    assert [one.status for one in said] == ["actual", "estimate", "estimate"]


def test_slashes_may_part_the_cells() -> None:
    table = (
        "Địa phương / Số thu (tỷ đồng) / Tỷ lệ so với dự toán (%)\n1. Quận Tây Hồ / 5.127 / 71,8\n...\n"
        "29. Huyện Ba Vì / 233,9 / 64,1"
    )
    said = observe(table, role="table_row", title="Thu ngân sách 8 tháng năm 2023 của các quận, huyện")
    assert [(one.district, one.measure, one.value, one.basis) for one in said] == [
        ("tay-ho", "level", 5127, None),
        ("tay-ho", "plan_attainment", 71.8, "plan"),
        ("ba-vi", "level", 233.9, None),
        ("ba-vi", "plan_attainment", 64.1, "plan"),
    ]


def test_a_head_that_says_little_is_of_what_the_headline_names() -> None:
    head = "Đơn vị | Số thu (tỷ đồng) | Thu tiền sử dụng đất (tỷ đồng)"
    said = observe(f"{head}\nQuận Tây Hồ | 900 | 310", role="table_row", title="Thu ngân sách các quận")
    assert [(one.indicator, one.value) for one in said] == [
        ("state_budget_revenue", 900),
        ("land_revenue", 310),
    ]


def test_sectors_below_the_whole_output_are_its_parts() -> None:
    rows = "Tổng giá trị sản xuất (tỷ đồng) | 33.815\n- Công nghiệp (tỷ đồng) | 14.206\n- Nông nghiệp (tỷ đồng) | 1.586"
    said = observe(f"Chỉ tiêu | Thực hiện năm 2022\n{rows}", role="table_row")
    assert [(one.indicator, one.value) for one in said] == [
        ("gross_output", 33815),
        ("gross_output_industry", 14206),
        ("gross_output_agriculture", 1586),
    ]
    said = observe("Số lao động | Năm 2022\nCông nghiệp | 14.206\nNông nghiệp | 1.586", role="table_row")
    assert said == []


def test_the_year_of_a_law_above_a_table_is_not_its_period() -> None:
    above = "Căn cứ Luật Đầu tư công năm 2019, Nghị quyết số 18 ngày 21/12/2021, kết quả 9 tháng năm 2022 như sau:"
    table = "Nội dung | Thực hiện (tỷ đồng)\nThu ngân sách nhà nước | 900"
    paper = Article(table, above, role="table_row", publisher="UBND huyện Đan Phượng")
    said = said_by(extract_articles([paper]))
    assert [(one.value, one.period[1].isoformat()) for one in said] == [(900, "2022-09-30")]
