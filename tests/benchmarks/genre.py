"""The sentences that the generated articles are made of, those with figures together with their labels.

Every figure sentence is a function of an occasion (district, period, dice) that returns the sentence and its facts.
Here: the language of the genre, in sentences of our own. Not here: how an article is laid out (`generate`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import NamedTuple


class Fact(NamedTuple):
    """A label, in the words of tests/gold/LABELLING.md."""

    indicator_id: str
    measure: str
    value: float
    unit: str
    bound: str
    status: str
    basis: str | None


@dataclass(frozen=True)
class Occasion:
    """What an article reports on: one district, one period, said on one day."""

    name: str
    type_word: str  # quận, huyện, thị xã
    reported_on: date
    period_text: str  # "năm 2023", "6 tháng đầu năm 2023"
    period: tuple[date, date]
    dice: Random = field(compare=False)


Figures = tuple[str, list[Fact]]
NOISE = (
    "Dự hội nghị có các đồng chí trong Thường trực, Ban Thường vụ, lãnh đạo các phòng, ban và các chi bộ",
    "Phát biểu khai mạc, đồng chí chủ tọa đề nghị các đại biểu thảo luận thẳng thắn, tập trung vào những việc còn chậm",
    "Nhiều ý kiến cho rằng việc phối hợp giữa các cơ quan có lúc chưa nhịp nhàng, một bộ phận cán bộ còn ngại va chạm",
    "Cử tri mong muốn tuyến đường trước cổng chợ sớm được sửa chữa, hệ thống chiếu sáng được bật đúng giờ",
    "Công tác xây dựng Đảng và hệ thống chính trị tiếp tục được quan tâm, sinh hoạt chi bộ đi vào nền nếp",
    "Phong trào văn hóa, văn nghệ, thể dục thể thao lan rộng, đời sống tinh thần của người dân được nâng lên",
    "An ninh chính trị được giữ vững, trật tự an toàn xã hội bảo đảm, không để xảy ra điểm nóng",
    "Các đơn vị chủ động rà soát hồ sơ, công khai thủ tục, rút ngắn thời gian giải quyết cho người dân",
    "Đoàn công tác đã đến thăm hỏi, động viên các gia đình chính sách và người cao tuổi neo đơn",
    "Việc chỉnh trang ngõ, xóm được nhân dân đồng tình, nhiều hộ tự nguyện hiến đất, tháo dỡ tường rào",
    "Kết luận hội nghị, đồng chí Chủ tịch ghi nhận sự cố gắng của các tập thể và yêu cầu khắc phục ngay các tồn tại",
    "Các trường học duy trì nền nếp, chất lượng giáo dục toàn diện có chuyển biến, cơ sở vật chất khang trang hơn",
    "Ngành y tế tăng cường tuyên truyền phòng bệnh, kiểm tra vệ sinh an toàn thực phẩm tại các bếp ăn tập thể",
    "Mặt trận Tổ quốc và các đoàn thể vận động hội viên hưởng ứng các phong trào thi đua yêu nước",
    "Bên cạnh kết quả đạt được, báo cáo cũng thẳng thắn chỉ ra hạn chế trong quản lý đất bãi và thu gom rác thải",
    "Ban Pháp chế thống nhất với nội dung tờ trình, đồng thời đề nghị bổ sung đánh giá về tiếp công dân",
    "Lãnh đạo địa phương cam kết đồng hành cùng doanh nghiệp, lắng nghe và tháo gỡ từng vướng mắc cụ thể",
    "Mùa khô năm nay đến sớm, các trạm bơm phải vận hành liên tục để giữ nước cho trà lúa muộn",
    "Ông Lê Văn Hòa, một người dân sống lâu năm ở đây, cho biết cảnh quan ven hồ đã sạch đẹp hơn nhiều so với trước",
    "Chương trình nghệ thuật chào mừng diễn ra tại quảng trường, thu hút đông đảo nhân dân đến xem",
    "Chủ tọa kỳ họp điều hành phần chất vấn theo nhóm vấn đề, yêu cầu trả lời ngắn gọn, đi thẳng vào trách nhiệm",
    "Các tổ công tác liên ngành ra quân nhắc nhở hộ buôn bán sắp xếp hàng hóa gọn gàng, giữ lối đi cho người đi bộ",
    "Việc chuyển đổi số được đẩy mạnh từ khâu tiếp nhận đến trả kết quả, cán bộ trẻ hướng dẫn người cao tuổi làm quen",
    "Nhân dịp này, nhiều tập thể và cá nhân có thành tích xuất sắc được biểu dương, khen thưởng",
)
REMARKS = (
    "Thực hiện Nghị quyết số {n}/NQ-HĐND và Kế hoạch số {m}/KH-UBND, các đơn vị đã phân công rõ người, rõ việc",
    "Kỳ họp thứ {small} đã thông qua {few} nghị quyết với sự thống nhất cao của các đại biểu",
    "Phường đã ra mắt {few} tổ tự quản và lắp {n} camera tại các ngõ sâu",
    "Công ty cổ phần Minh Phát đóng trên địa bàn báo doanh thu {n} tỷ đồng, tăng {few}% so với năm trước",
    "Toàn thành phố thu ngân sách ước đạt {n}.{m} tỷ đồng, bằng 10{few}% dự toán",
)
TEASERS = (
    "Huyện Thạch Thất: Thu ngân sách đạt {n} tỷ đồng",
    "Quận Cầu Giấy hoàn thành {few}/{few} chỉ tiêu",
    "Giá vàng sáng nay tăng thêm {few} triệu đồng",
    "Khởi công trường tiểu học {n} tỷ đồng ở Gia Lâm",
    "Đội tuyển trẻ thắng {few} bàn trong trận giao hữu",
)

ASSIGNERS = (
    ("dự toán thành phố giao", "city"),
    ("dự toán Thành phố giao đầu năm", "city"),
    ("dự toán HĐND {unit} giao", "district"),
    ("dự toán Trung ương giao", "central"),
    ("dự toán pháp lệnh", "ordinance"),
    ("kế hoạch năm", "plan"),
    ("dự toán", "plan"),
)
VERBS = (
    ("đạt", "actual"),
    ("ước đạt", "estimate"),
    ("ước thực hiện", "estimate"),
    ("là", "actual"),
    ("thực hiện", "actual"),
)
COMPARED = (
    (" so với cùng kỳ", "same_period"),
    (" so với cùng kỳ năm trước", "same_period"),
    (" so với năm trước", "previous_year"),
    ("", None),
)
BOUNDS = (
    ("", "exact"),
    ("", "exact"),
    ("", "exact"),
    ("hơn ", "at_least"),
    ("trên ", "at_least"),
    ("gần ", "at_most"),
    ("khoảng ", "approx"),
    ("xấp xỉ ", "approx"),
)


def grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def decimal(number: float, places: int, dice: Random) -> str:
    """A decimal as the press writes it: mostly with a comma."""
    written = f"{number:.{places}f}"
    return written if dice.random() < 0.15 else written.replace(".", ",")


def money(dice: Random, low: float, high: float) -> tuple[str, float, str]:
    """(as written, billions of dong, bound)."""
    amount = dice.uniform(low, high)
    words, bound = dice.choice(BOUNDS)
    form = dice.randrange(5)
    if form == 0:
        return f"{words}{grouped(round(amount))} tỷ đồng", float(round(amount)), bound
    if form == 1:
        tenths = round(amount * 10)
        return f"{words}{grouped(tenths // 10)},{tenths % 10} tỷ đồng", tenths / 10, bound
    if form == 2:
        millions = dice.randrange(100, 1000)
        return f"{words}{grouped(int(amount))} tỷ {millions} triệu đồng", int(amount) + millions / 1000, bound
    if form == 3 and amount >= 2000:
        hundreds = round(amount / 100)
        return f"{words}{decimal(hundreds / 10, 1, dice)} nghìn tỷ đồng", hundreds * 100.0, bound
    return f"{words}{grouped(round(amount))} tỉ đồng", float(round(amount)), bound


def percent(dice: Random, low: float, high: float) -> tuple[str, float]:
    places = dice.choice((0, 1, 1, 2))
    value = round(dice.uniform(low, high), places)
    return f"{decimal(value, places, dice)}%", value


def count(dice: Random, low: int, high: int) -> tuple[str, float, str]:
    words, bound = dice.choice(BOUNDS)
    number = dice.randrange(low, high)
    return f"{words}{grouped(number)}", float(number), bound


def amount_with_plan(subject: str, indicator: str, low: float, high: float) -> Callable[[Occasion], Figures]:
    """ "Thu ... đạt 5.606 tỷ đồng, bằng 84,7% dự toán thành phố giao, tăng 7,9% so với cùng kỳ." """

    def say(on: Occasion) -> Figures:
        dice = on.dice
        verb, status = dice.choice(VERBS)
        amount, value, bound = money(dice, low, high)
        attained, attainment = percent(dice, 60, 140)
        plan, basis = dice.choice(ASSIGNERS)
        sentence = f"{subject} trên địa bàn {on.type_word} {on.period_text} {verb} {amount}"
        sentence += f", {dice.choice(('đạt', 'bằng'))} {attained} {plan.format(unit=on.type_word)}"
        facts = [
            Fact(indicator, "level", value, "billion_vnd", bound, status, None),
            Fact(indicator, "plan_attainment", attainment, "percent", "exact", status, basis),
        ]
        if dice.random() < 0.6:
            changed, growth = percent(dice, 1, 30)
            words, base = dice.choice(COMPARED)
            down = dice.random() < 0.25
            sentence += f" và {'giảm' if down else 'tăng'} {changed}{words}"
            facts.append(
                Fact(indicator, "growth", -growth if down else growth, "percent", "exact", status, base)
            )
        return sentence, facts

    return say


def output_by_sector(on: Occasion) -> Figures:
    dice = on.dice
    verb, status = dice.choice(VERBS)
    amount, value, bound = money(dice, 20000, 120000)
    sectors = (
        ("công nghiệp - xây dựng", "gross_output_industry_construction"),
        ("thương mại, dịch vụ", "gross_output_trade_services"),
        ("nông, lâm nghiệp và thủy sản", "gross_output_agriculture"),
    )
    whole, growth = percent(dice, 3, 14)
    words, base = dice.choice(COMPARED)
    sentence = f"Tổng giá trị sản xuất {on.period_text} {verb} {amount}, tăng {whole}{words}; trong đó "
    facts = [
        Fact("gross_output", "level", value, "billion_vnd", bound, status, None),
        Fact("gross_output", "growth", growth, "percent", "exact", status, base),
    ]
    parts = []
    for sector, indicator in sectors:
        changed, growth = percent(dice, 1, 14)
        parts.append(f"{sector} tăng {changed}")
        facts.append(Fact(indicator, "growth", growth, "percent", "exact", status, None))
    return sentence + ", ".join(parts), facts


def structure(on: Occasion) -> Figures:
    dice = on.dice
    first = dice.randrange(400, 700) / 10
    second = round((100 - first) * 0.8, 1)
    third = round(100 - first - second, 1)
    shares = [f"{decimal(share, 1, dice)}%" for share in (first, second, third)]
    sentence = (
        f"Cơ cấu kinh tế chuyển dịch tích cực: thương mại - dịch vụ chiếm {shares[0]}, công nghiệp - xây dựng chiếm "
        f"{shares[1]}, nông nghiệp chiếm {shares[2]}"
    )
    indicators = (
        "gross_output_trade_services",
        "gross_output_industry_construction",
        "gross_output_agriculture",
    )
    facts = [
        Fact(indicator, "share", share, "percent", "exact", "actual", None)
        for indicator, share in zip(indicators, (first, second, third), strict=True)
    ]
    return sentence, facts


def income(on: Occasion) -> Figures:
    dice = on.dice
    verb, status = dice.choice((("đạt", "actual"), ("ước đạt", "estimate")))
    value = dice.randrange(500, 1200) / 10
    words, bound = dice.choice(BOUNDS)
    sentence = f"Thu nhập bình quân đầu người {verb} {words}{decimal(value, 1, dice)} triệu đồng/người/năm"
    return sentence, [
        Fact("income_per_capita", "level", value, "million_vnd_per_person_year", bound, status, None)
    ]


def poverty(on: Occasion) -> Figures:
    dice = on.dice
    rate = dice.randrange(1, 200) / 100
    households = dice.randrange(20, 900)
    sentence = (
        f"Tỷ lệ hộ nghèo của {on.type_word} giảm còn {decimal(rate, 2, dice)}%, toàn {on.type_word} còn "
        f"{grouped(households)} hộ nghèo"
    )
    return sentence, [
        Fact("poverty_rate", "level", rate, "percent", "exact", "actual", None),
        Fact("poor_households", "level", float(households), "count", "exact", "actual", None),
    ]


def targets(on: Occasion) -> Figures:
    dice = on.dice
    total = dice.randrange(15, 26)
    met = total - dice.randrange(0, 3)
    exceeded = dice.randrange(3, 10)
    said = dice.choice(("đạt và vượt", "hoàn thành và hoàn thành vượt"))
    sentence = (
        f"Kết thúc {on.period_text}, {on.type_word} có {met}/{total} chỉ tiêu kinh tế - xã hội {said} kế hoạch, "
        f"trong đó có {exceeded:02} chỉ tiêu vượt"
    )
    return sentence, [
        Fact(f"targets_{kind}", "level", float(number), "count", "exact", "actual", None)
        for kind, number in (("met", met), ("total", total), ("exceeded", exceeded))
    ]


def counted(template: str, indicator: str, low: int, high: int) -> Callable[[Occasion], Figures]:
    """A sentence with one count: {n} is the figure, {unit} the type word of the district."""

    def say(on: Occasion) -> Figures:
        written, value, bound = count(on.dice, low, high)
        sentence = template.format(n=written, unit=on.type_word, period=on.period_text)
        return sentence, [Fact(indicator, "level", value, "count", bound, "actual", None)]

    return say


def rate(template: str, indicator: str, low: float, high: float) -> Callable[[Occasion], Figures]:
    def say(on: Occasion) -> Figures:
        written, value = percent(on.dice, low, high)
        sentence = template.format(p=written, unit=on.type_word, period=on.period_text)
        return sentence, [Fact(indicator, "level", value, "percent", "exact", "actual", None)]

    return say


def tourism(on: Occasion) -> Figures:
    dice = on.dice
    visitors, number, bound = count(dice, 20_000, 900_000)
    amount, value, money_bound = money(dice, 100, 1900)
    times = dice.randrange(12, 40) / 10
    sentence = (
        f"Trong {on.period_text}, {on.type_word} đón {visitors} lượt khách du lịch, doanh thu du lịch đạt {amount}, "
        f"gấp {decimal(times, 1, dice)} lần so với cùng kỳ"
    )
    return sentence, [
        Fact("tourist_arrivals", "level", number, "count", bound, "actual", None),
        Fact("tourism_revenue", "level", value, "billion_vnd", money_bound, "actual", None),
        Fact("tourism_revenue", "multiple", times, "times", "exact", "actual", None),
    ]


def schools(on: Occasion) -> Figures:
    total = on.dice.randrange(40, 110)
    standard = on.dice.randrange(20, total)
    sentence = f"Toàn {on.type_word} có {standard}/{total} trường đạt chuẩn quốc gia"
    return sentence, [
        Fact("national_standard_schools", "level", float(standard), "count", "exact", "actual", None)
    ]


SENTENCES: tuple[Callable[[Occasion], Figures], ...] = (
    amount_with_plan("Tổng thu ngân sách nhà nước", "state_budget_revenue", 800, 9000),
    amount_with_plan("Thu ngân sách nhà nước", "state_budget_revenue", 800, 9000),
    amount_with_plan("Tổng chi ngân sách địa phương", "budget_expenditure", 700, 4000),
    amount_with_plan("Thu tiền sử dụng đất", "land_revenue", 100, 3000),
    amount_with_plan("Giải ngân vốn đầu tư công", "public_investment_disbursement", 100, 1500),
    output_by_sector,
    output_by_sector,
    structure,
    income,
    poverty,
    targets,
    targets,
    tourism,
    schools,
    counted(
        "Trong {period}, có {n} doanh nghiệp thành lập mới trên địa bàn {unit}", "enterprises_new", 100, 4000
    ),
    counted("{unit} đã giải quyết việc làm cho {n} lao động", "jobs_created", 1000, 12000),
    counted("Trong {period}, {unit} cấp {n} giấy phép xây dựng", "building_permits", 200, 2500),
    counted("{unit} đã cấp {n} giấy chứng nhận quyền sử dụng đất", "land_certificates", 500, 9000),
    counted(
        "Lực lượng chức năng lập hồ sơ, xử lý {n} trường hợp vi phạm trật tự xây dựng",
        "construction_violations",
        5,
        90,
    ),
    rate("Tỷ lệ bao phủ bảo hiểm y tế của {unit} đạt {p} dân số", "health_insurance_coverage", 85, 99),
    rate(
        "Công tác tuyển quân được chuẩn bị chu đáo, giao quân đạt {p} chỉ tiêu",
        "military_recruitment_rate",
        100,
        102,
    ),
)
