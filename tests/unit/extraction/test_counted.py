"""Counted nouns: communes, schools, enterprises, households, permits, violations."""

from __future__ import annotations

from functools import cache

import pytest

from tests.support.observing import Said, observe, observe_each

CASES: dict[str, list[tuple[str, float]]] = {
    "Có 17/20 xã đạt chuẩn nông thôn mới, 3 xã còn lại sẽ đạt chuẩn nông thôn mới.": [("new_rural_communes", 17)],
    "Huyện có 13/15 xã (86,67%) đạt chuẩn nông thôn mới.": [
        ("new_rural_communes", 13), ("new_rural_communes", 86.67)
    ],
    "Toàn huyện có 356 doanh nghiệp, 32 hợp tác xã và 4.300 hộ kinh doanh cá thể đang hoạt động.": [
        ("enterprises_active", 356), ("household_businesses_active", 4300)
    ],
    "Về xây dựng nông thôn mới, 2 xã đã cơ bản hoàn thành 19 tiêu chí.": [],
    "Tỷ lệ lao động có việc làm sau đào tạo đạt 79%.": [],
    "Là huyện có 5/20 xã bãi giữa sông, huyện gặp khó khi xây dựng nông thôn mới.": [],
    "Huyện có 7/7 xã miền núi đạt chuẩn nông thôn mới.": [("new_rural_communes", 7)],
    "Toàn huyện có 15/15 xã đạt chuẩn nông thôn mới nâng cao.": [("advanced_new_rural_communes", 15)],
    "Huyện có 18/18 xã đạt chuẩn nông thôn mới, 5 xã đạt chuẩn nông thôn mới kiểu mẫu.": [
        ("new_rural_communes", 18), ("model_new_rural_communes", 5)
    ],
    "Có 356 doanh nghiệp, 32 hợp tác xã và hơn 4.300 hộ kinh doanh đang hoạt động.": [
        ("enterprises_active", 356), ("household_businesses_active", 4300)
    ],
    "Có 4 xã, 27 thôn được công nhận đạt chuẩn nông thôn mới.": [("new_rural_communes", 4)],
    "Huyện có 20 xã, 4 xã đạt chuẩn nông thôn mới nâng cao.": [("advanced_new_rural_communes", 4)],
    "Huyện có từ 3 xã trở lên đạt chuẩn nông thôn mới nâng cao.": [("advanced_new_rural_communes", 3)],
    "Tỷ lệ hộ nghèo của 21 xã theo chuẩn nông thôn mới là 1,4%.": [],
    "Hộ nghèo giảm 412 hộ, vượt 60 hộ so với thành phố giao.": [],
    "Huyện có 4 xã xây dựng nông thôn mới nâng cao đạt từ 12 đến 15 tiêu chí.": [],
    "Đến nay, 100% các xã trên địa bàn toàn huyện đã đạt chuẩn nông thôn mới.": [("new_rural_communes", 100)],
    "100% lao động sau khi học nghề đều có việc làm.": [],
    "Trong năm có 14 hợp tác xã và 1.320 hộ kinh doanh được thành lập mới.": [("household_businesses_new", 1320)],
    "Có 52/68 trường đạt chuẩn quốc gia. Có 61/61 thôn có nhà văn hóa, đạt 100%.": [
        ("national_standard_schools", 52)
    ],
    "Trong 6 xã xây dựng NTM, đến nay đều có đường bê tông.": [],
    "Đến nay, 100% số xã được UBND thành phố công nhận đạt chuẩn nông thôn mới.": [("new_rural_communes", 100)],
    "Xây dựng nông thôn mới có bước tiến, nâng tổng số xã đạt chuẩn lên 15 xã.": [("new_rural_communes", 15)],
    "Về nông thôn mới, nâng tổng số xã đạt chuẩn nâng cao lên 5 xã.": [("advanced_new_rural_communes", 5)],
    "Về nông thôn mới, 35/35 xã, thị trấn cơ bản hoàn thành 19/19 tiêu chí.": [],
    "Có 8/10 xã đạt chuẩn nông thôn mới. Hạ tầng được đầu tư; 93% tuyến đường được bê tông hóa.": [
        ("new_rural_communes", 8)
    ],
    "Có 52/68 trường đạt chuẩn quốc gia.": [("national_standard_schools", 52)],
    "Huyện tặng quà cho 120 hộ nghèo, 80 hộ cận nghèo dịp Tết.": [],
    "Có 320 hộ nghèo được vay vốn.": [],
    "Nhờ các chương trình hỗ trợ, toàn huyện chỉ còn 120 hộ nghèo.": [("poor_households", 120)],
    "Công nhận lại 6 trường đạt chuẩn quốc gia, nâng tổng số trường đạt chuẩn lên 52 trường.": [
        ("national_standard_schools", 52)
    ],
    "Có 52/68 trường đạt chuẩn quốc gia mức độ 1 và 9 trường đạt chuẩn quốc gia mức độ 2.": [
        ("national_standard_schools", 52)
    ],
    "Tỷ lệ xã đạt chuẩn nông thôn mới đạt 50% (8 xã), trong đó tỷ lệ xã nông thôn mới nâng cao 6,25% (1 xã).": [
        ("new_rural_communes", 50), ("new_rural_communes", 8), ("advanced_new_rural_communes", 6.25),
        ("advanced_new_rural_communes", 1),
    ],
    "Huyện có 12 xã đạt chuẩn nông thôn mới, trong đó 85% tuyến kênh được kiên cố.": [("new_rural_communes", 12)],
    "Quận có 1.204 doanh nghiệp thành lập mới.": [("enterprises_new", 1204)],
    "Trên địa bàn có 8.650 doanh nghiệp đang hoạt động.": [("enterprises_active", 8650)],
    "Cấp giấy chứng nhận đăng ký kinh doanh cho 912 hộ kinh doanh mới.": [("household_businesses_new", 912)],
    "Toàn quận còn 37 hộ nghèo.": [("poor_households", 37)],
    "Quận còn 12 hộ nghèo, 85 hộ cận nghèo.": [("poor_households", 12), ("near_poor_households", 85)],
    "Giải quyết việc làm cho 5.420 lao động.": [("jobs_created", 5420)],
    "Quận cấp 845 giấy phép xây dựng.": [("building_permits", 845)],
    "Xử lý 31 trường hợp vi phạm trật tự xây dựng.": [("construction_violations", 31)],
    "Xử phạt 1.250 trường hợp vi phạm trật tự đô thị.": [("urban_order_violations", 1250)],
    "Xử phạt vi phạm hành chính 2,4 tỷ đồng.": [("administrative_fines", 2.4)],
    "Cấp 3.120 giấy chứng nhận quyền sử dụng đất.": [("land_certificates", 3120)],
    "Có 64 doanh nghiệp giải thể.": [],
    "Đội trật tự lập biên bản 11 công trình sai phép, giảm 5 công trình.": [("construction_violations", 11)],
    "Quận khởi công 3 công trình, cấp phép 2 công trình.": [],
    "Lực lượng của quận cùng 18 phường xử lý 733 trường hợp vi phạm trật tự đô thị.": [("urban_order_violations", 733)],
    "Hai phường và 18 phường khác xử lý 733 trường hợp vi phạm trật tự đô thị.": [],
    "Quận có trên 337 nghìn dân, 92,4% tham gia bảo hiểm y tế.": [
        ("population", 337_000), ("health_insurance_coverage", 92.4)
    ],
    "Quận có 812 doanh nghiệp thành lập mới, đưa tổng số doanh nghiệp đang hoạt động là 5.340 doanh nghiệp.": [
        ("enterprises_new", 812), ("enterprises_active", 5340)
    ],
    "Có 1.040 doanh nghiệp rời thị trường, 300 hộ kinh doanh chấm dứt hoạt động.": [],
    "Số doanh nghiệp và hộ kinh doanh đăng ký mới là 255 và 618.": [
        ("enterprises_new", 255), ("household_businesses_new", 618)
    ],
    "Số doanh nghiệp, hộ kinh doanh đang hoạt động lần lượt là 9.255 và 4.618.": [
        ("enterprises_active", 9255), ("household_businesses_active", 4618)
    ],
    "Số doanh nghiệp và số vốn đăng ký đều tăng.": [],
    "Đã trao quà cho 120 hộ gia đình chính sách.": [],
    # what is added is no stock, what changed is no flow
    "Trong năm, huyện có thêm 4 trường đạt chuẩn quốc gia.": [],
    "Huyện có thêm 2 xã đạt nông thôn mới nâng cao, nâng tổng số xã nâng cao lên 9 xã.": [
        ("advanced_new_rural_communes", 9)
    ],
    "Có 210 doanh nghiệp thành lập mới, tăng 35 doanh nghiệp so với năm trước.": [("enterprises_new", 210)],
    "Có thêm 210 doanh nghiệp thành lập mới.": [("enterprises_new", 210)],
    "Có 61 trường đạt chuẩn quốc gia, trong đó số trường chuẩn mức độ 2 là 12 trường.": [
        ("national_standard_schools", 61)
    ],
    "Trong quý có 118 hộ kinh doanh được cấp giấy chứng nhận đăng ký.": [("household_businesses_new", 118)],
    "Đến nay có 2/3 số xã đạt chuẩn nông thôn mới nâng cao.": [],
    "Đoàn thẩm định thống nhất 2 xã đủ điều kiện hoàn thành xây dựng nông thôn mới nâng cao.": [],
    "Huyện đề nghị thành phố công nhận 6 xã đạt chuẩn nông thôn mới kiểu mẫu.": [],
    "Thành phố công nhận 4 xã của huyện đạt chuẩn nông thôn mới kiểu mẫu.": [("model_new_rural_communes", 4)],
    "Huyện có 14 xã về đích nông thôn mới nâng cao, 5 xã hoàn thành nông thôn mới kiểu mẫu, chiếm 27,8%.": [
        ("advanced_new_rural_communes", 14), ("model_new_rural_communes", 5), ("model_new_rural_communes", 27.8)
    ],
    # those that bring them to a total were added
    "Huyện có 3 xã đạt chuẩn nông thôn mới nâng cao, nâng tổng số xã nông thôn mới nâng cao lên 14 xã.": [
        ("advanced_new_rural_communes", 14)
    ],
    "Số trường được công nhận đạt chuẩn quốc gia trong năm là 6, nâng tổng số trường chuẩn lên 57.": [
        ("national_standard_schools", 57)
    ],
    "Trên địa bàn có khoảng hơn 3.500 doanh nghiệp, 10.000 hộ kinh doanh cá thể.": [
        ("enterprises_active", 3500), ("household_businesses_active", 10000)
    ],
    "Quận có gần 9.000 doanh nghiệp, tăng hơn 2 lần so với năm đầu thành lập.": [
        ("enterprises_active", 9000), ("enterprises_active", 2)
    ],
    "Kiểm tra 100% công trình, phát hiện 8 trường hợp vi phạm. Công an phạt 40 trường hợp vi phạm trật tự đô thị.": [
        ("construction_violations", 8), ("urban_order_violations", 40)
    ],
    "Kiểm tra 420 công trình, lập biên bản 9 công trình vi phạm trật tự xây dựng.": [("construction_violations", 9)],
    "Xử phạt 310 trường hợp vi phạm trật tự đô thị, nộp ngân sách 640 triệu đồng.": [
        ("urban_order_violations", 310), ("administrative_fines", 0.64)
    ],
    "Công tác quản lý trật tự xây dựng: năm 2023 kiểm tra 74 công trình, phát hiện 3 trường hợp vi phạm.": [
        ("construction_violations", 3)
    ],
    "Về trật tự xây dựng và trật tự đô thị: năm 2023 phát hiện 3 trường hợp vi phạm.": [],
    "Toàn bộ 18 xã giữ vững chuẩn nông thôn mới, số xã đạt nông thôn mới nâng cao là 7.": [
        ("new_rural_communes", 18), ("advanced_new_rural_communes", 7)
    ],
    "Về đô thị, môi trường: cấp 402 GPXD.": [("building_permits", 402)],
    "Công ty nộp ngân sách 640 triệu đồng.": [],
    "Với 28/28 xã đạt chuẩn nông thôn mới, huyện dồn sức cho giai đoạn nâng cao: đến nay 5 xã đã được công nhận.": [
        ("new_rural_communes", 28), ("advanced_new_rural_communes", 5)
    ],
    "9 xã đạt chuẩn nông thôn mới nâng cao, riêng xã Đại Áng trình hồ sơ kiểu mẫu.": [
        ("advanced_new_rural_communes", 9)
    ],
    "Thành phố tổ chức thẩm định 5 xã nông thôn mới nâng cao.": [],
    "Số trường chuẩn quốc gia được công nhận mới (3/5 trường).": [],
    "8.745 tỷ đồng đã chảy vào ngân sách nhà nước trên địa bàn.": [("state_budget_revenue", 8745)],
    "Công ty đã nộp 8,7 tỷ đồng vào ngân sách nhà nước.": [],
    "Du lịch khởi sắc, quận đón 496.000 lượt.": [("tourist_arrivals", 496000)],
    "Bến xe đón 5.000 lượt.": [],
    "Trong đó KCN Sài Đồng mở rộng quy mô 61 ha, có 45 doanh nghiệp đang hoạt động.": [],
    "Dịp nghỉ lễ 30/4 và 1/5, huyện đón 62.000 lượt khách. Cả năm, huyện đón 1,4 triệu lượt khách.": [
        ("tourist_arrivals", 1400000)
    ],
    "Trong tháng, quận đón 1,2 triệu lượt khách.": [("tourist_arrivals", 1200000)],
    "11 xã (47,8%) đạt chuẩn nông thôn mới nâng cao.": [
        ("advanced_new_rural_communes", 11), ("advanced_new_rural_communes", 47.8)
    ],
    "Quận thành lập mới 207 doanh nghiệp, 324 hộ kinh doanh.": [
        ("enterprises_new", 207), ("household_businesses_new", 324)
    ],
    "Quận có 6.318 doanh nghiệp và 9.450 hộ kinh doanh.": [
        ("enterprises_active", 6318), ("household_businesses_active", 9450)
    ],
    "Cấp GCNQSDĐ lần đầu: 815 giấy.": [("land_certificates", 815)],
    "Trong năm có 310 hộ thoát nghèo, toàn huyện chỉ còn 274 hộ, tương ứng 0,4%.": [
        ("poor_households", 274), ("poverty_rate", 0.4)
    ],
    "Có 410 doanh nghiệp thành lập mới, nâng tổng số doanh nghiệp đang hoạt động là 5.200 doanh nghiệp.": [
        ("enterprises_new", 410), ("enterprises_active", 5200)
    ],
    "Có 410 doanh nghiệp thành lập mới, nâng tổng số doanh nghiệp của quận lên 5.200 doanh nghiệp.": [
        ("enterprises_new", 410), ("enterprises_active", 5200)
    ],
    "Huyện có 67/69 trường đạt chuẩn quốc gia. Cấp tiểu học có 22/22 trường đạt chuẩn, chiếm 33%.": [
        ("national_standard_schools", 67)
    ],
    "Quận có 32 trường đạt chuẩn quốc gia, thêm 9 trường, chiếm 72,7% số trường.": [
        ("national_standard_schools", 32), ("national_standard_schools", 72.7)
    ],
    "Có 61 trường đạt chuẩn quốc gia, tỷ lệ phòng học kiên cố đạt 94,7%, tăng 1,1% so với năm học trước.": [
        ("national_standard_schools", 61)
    ],
    "Quận đã kéo giảm 66,5% số vụ vi phạm trật tự xây dựng.": [("construction_violations", -66.5)],
    "Trật tự xây dựng được giữ vững: 9 tháng xảy ra 192 vụ (không phép: 129 vụ); đã xử lý 127 vụ, tỷ lệ 66%.": [
        ("construction_violations", 192)
    ],
    "Về trật tự xây dựng và phòng cháy: 9 tháng xảy ra 3 vụ cháy.": [],
    "Du lịch khởi sắc, có 6.820 lượt khách tham quan khu phố cổ Hà Đông.": [],
    "Đối tượng tham gia BHYT hộ gia đình tăng 65%.": [],
    "Lễ giao nhận quân diễn ra trang trọng. Huyện có 268 thanh niên lên đường, đảm bảo 100% chỉ tiêu.": [
        ("military_recruitment_rate", 100)
    ],
    "Quận có 14 phường với dân số 337.982 người.": [("population", 337982)],
    "Có 12.480 doanh nghiệp đang hoạt động, tạo việc làm cho 95.000 lao động.": [("enterprises_active", 12480)],
    "Có 204 doanh nghiệp thành lập mới, giải quyết việc làm cho 5.400 lao động.": [
        ("enterprises_new", 204), ("jobs_created", 5400)
    ],
    "Có 98,5% người dân tham gia BHYT; 45% lực lượng lao động tham gia BHXH.": [("health_insurance_coverage", 98.5)],
    "Giải quyết việc làm cho 8.214 người, cho vay vốn giải quyết việc làm 1.812 lao động.": [("jobs_created", 8214)],
    "Huyện đã phấn đấu xây dựng được 79 trường đạt chuẩn quốc gia.": [("national_standard_schools", 79)],
    "100% các trường mầm non, tiểu học và THCS trên địa bàn huyện đạt chuẩn quốc gia.": [
        ("national_standard_schools", 100)
    ],
    "100% các trường có thư viện, 85% số trường đạt chuẩn quốc gia.": [("national_standard_schools", 85)],
    "Huyện giảm được 0,7% số hộ nghèo (290 hộ), hiện còn 2.190 hộ nghèo.": [
        ("poor_households", -0.7), ("poor_households", 2190)
    ],
    "Đấu giá quyền sử dụng đất thu 90 tỷ đồng, giá trúng cao nhất 168 triệu đồng/m2, bình quân 120 triệu đồng/m2.": [
        ("land_revenue", 90)
    ],
    "Ngày 19/11, huyện tổ chức đấu giá quyền sử dụng đất 27 thửa, thu về hơn 40 tỷ đồng.": [],
    "Ngày 19/11, huyện họp bàn; thu tiền sử dụng đất đạt 310 tỷ đồng.": [("land_revenue", 310)],
    "Tỷ lệ học sinh tham gia BHYT đạt 99%, tỷ lệ người dân tham gia BHYT đạt 93%.": [
        ("health_insurance_coverage", 93)
    ],
    "Giá trị hàng hóa của làng nghề cơ kim khí đạt 60,5 tỷ đồng, tăng 58%.": [],
    # guests are tourists where the district has them
    "Năm 2024, quận đặt mục tiêu đón 9 triệu lượt khách.": [("tourist_arrivals", 9000000)],
    "Bến xe Hà Đông đón 12.000 lượt khách.": [],
    "Đã cứng hóa 100% đường; 89,7% số người dân trên địa bàn quận tham gia bảo hiểm y tế.": [
        ("health_insurance_coverage", 89.7)
    ],
    "Du khách đến quận rất đông (trung bình ban ngày có khoảng 3.000-5.000 lượt khách).": [],
    "Tiền trúng đấu giá quyền sử dụng đất đạt 150 tỷ đồng, chênh hơn 25 tỷ đồng so với giá khởi điểm.": [
        ("land_revenue", 150)
    ],
    "Giá trị sản xuất nông nghiệp đạt 371 tỷ đồng; đã trồng 150 ha cây vụ đông, đạt 35% kế hoạch.": [
        ("gross_output_agriculture", 371)
    ],
    "Thu ngân sách đạt 730 tỷ đồng; hàng hóa của làng nghề cơ kim khí đạt 60,5 tỷ đồng, tăng 58%.": [
        ("state_budget_revenue", 730)
    ],
    "Thành phố còn 2.190 hộ nghèo, trong đó huyện Ba Vì còn 677 hộ nghèo.": [("poor_households", 677)],
    "Về trật tự xây dựng: 9 tháng, huyện có 4 trường hợp vi phạm và còn 2 hồ sơ chưa xong.": [
        ("construction_violations", 4)
    ],
    "Về trật tự xây dựng: 9 tháng, huyện có 4 trường hợp vi phạm hành lang giao thông.": [],
    "Trong năm có 310 hộ thoát nghèo, còn 90 hộ chưa có nhà kiên cố.": [],
    # papers: what they permit, or the ones that were spoken of
    "Giấy phép xây dựng đã cấp là 340 giấy.": [("building_permits", 340)],
    "Quận cấp 1.200 giấy chứng nhận quyền sử dụng đất.\nNăm 2024 sẽ cấp 900 giấy chứng nhận.": [
        ("land_certificates", 1200), ("land_certificates", 900)
    ],
    "Quận cấp 1.200 giấy chứng nhận quyền sử dụng đất.\nCấp 90 giấy chứng nhận an toàn thực phẩm.": [
        ("land_certificates", 1200)
    ],
    "Quận cấp giấy chứng nhận quyền sử dụng đất lần đầu cho 356 hộ.": [("land_certificates", 356)],
    "Công an quận và UBND 17 phường xử lý 3.212 trường hợp vi phạm trật tự đô thị.": [("urban_order_violations", 3212)],
    # conscripts, and what they are
    "Quận giao quân đạt 100% chỉ tiêu, trong số đó 23% tốt nghiệp đại học, 4% là đảng viên.": [
        ("military_recruitment_rate", 100)
    ],
    "Quận giao 130 công dân cho các đơn vị quân đội, hoàn thành 100% chỉ tiêu.": [("military_recruitment_rate", 100)],
    "Quận giao đủ 100% kế hoạch vốn cho các phường.": [],
    # what is taken back or turned down, and works that are a violation
    "Quận thu hồi 12 giấy phép xây dựng, cấp mới 845 giấy phép, từ chối 36 hồ sơ.": [("building_permits", 845)],
    "Quận cấp 1.034 GPXD; lập hồ sơ vi phạm 41 công trình.": [
        ("building_permits", 1034), ("construction_violations", 41)
    ],
    "Lượng khách đến quận ước đạt 1,1 triệu lượt.": [("tourist_arrivals", 1_100_000)],
    "Số khách đến bệnh viện quận đạt 12.000 lượt.": [],
    "92% trường tiểu học công lập đạt chuẩn quốc gia; 88% số trường đạt chuẩn quốc gia.": [
        ("national_standard_schools", 88)
    ],
    # the plan in a parenthesis, and what there is to spend
    "Giải quyết việc làm cho 9.000 người, hoàn thành kế hoạch năm (8.500 người).": [("jobs_created", 9000)],
    "Tổng vốn đầu tư công năm 2023 là 1.750 tỷ đồng, đã giải ngân 980 tỷ đồng.": [
        ("public_investment_disbursement", 980)
    ],
    "Vốn đầu tư công giải ngân năm 2023 là 980 tỷ đồng.": [("public_investment_disbursement", 980)],
    # the whole that a share is of is not what the sentence goes on about
    "Thu tiền sử dụng đất 1.980 tỷ đồng, chiếm 52% tổng thu ngân sách, bằng 180% kế hoạch.": [
        ("land_revenue", 1980), ("land_revenue", 52), ("land_revenue", 180)
    ],
    "Thu tiền sử dụng đất 1.980 tỷ đồng, chiếm 52% tổng thu ngân sách; thu ngân sách bằng 112% dự toán.": [
        ("land_revenue", 1980), ("land_revenue", 52), ("state_budget_revenue", 112)
    ],
    "Công ty cổ phần Thương mại Hà Đông đạt doanh thu 1.250 tỷ đồng, tạo việc làm cho 1.200 lao động.": [],
    "Giá trị xuất khẩu của các doanh nghiệp FDI đạt 980 triệu USD; xuất khẩu toàn quận đạt 1,3 tỷ USD.": [
        ("export_value", 1300)
    ],
    "HĐND quận thông qua 23 chỉ tiêu, gồm 8 chỉ tiêu kinh tế, 9 chỉ tiêu xã hội.": [("targets_total", 23)],
    "Quận hoàn thành 20 chỉ tiêu kinh tế, xã hội năm 2023.": [("targets_met", 20)],
    # cases of another time are of the kind told before, and those beside permits are of building
    "Trong tuần, quận xử lý 412 trường hợp vi phạm trật tự đô thị.\nTừ đầu năm đến nay đã xử lý 2.874 trường hợp.": [
        ("urban_order_violations", 412), ("urban_order_violations", 2874)
    ],
    "Quận phát hiện 19 trường hợp vi phạm trật tự xây dựng. Đã xử lý 17 trường hợp.": [
        ("construction_violations", 19)
    ],
    "Quận cấp 1.245 giấy phép xây dựng, lập hồ sơ xử lý 28 trường hợp vi phạm.": [
        ("building_permits", 1245), ("construction_violations", 28)
    ],
    "Các phường cấp 320 giấy phép sử dụng tạm thời vỉa hè; quận cấp 640 giấy phép xây dựng.": [
        ("building_permits", 640)
    ],
    "Quận cấp sổ đỏ lần đầu được 214 trường hợp, còn 1.012 thửa chưa đủ điều kiện.": [("land_certificates", 214)],
    "Quận hiện có 11.200 doanh nghiệp, 18.000 hộ kinh doanh và 96 hợp tác xã.": [
        ("enterprises_active", 11200), ("household_businesses_active", 18000)
    ],
    "Tỷ lệ trường đạt chuẩn quốc gia đạt 84,4%, vượt chỉ tiêu thành phố giao (80%).": [
        ("national_standard_schools", 84.4)
    ],
    "Vốn thành phố hỗ trợ 412 tỷ đồng giải ngân 96%.": [("public_investment_disbursement", 96)],
    "Quận cấp 1.200 giấy chứng nhận quyền sử dụng đất; trao 300 giấy khen cho cá nhân.": [("land_certificates", 1200)],
}  # fmt: skip


@cache
def told() -> dict[str, list[Said]]:
    return dict(zip(CASES, observe_each(CASES), strict=True))


@pytest.mark.parametrize("sentence", CASES)
def test_the_noun_behind_the_number_says_what_it_counts(sentence: str) -> None:
    assert [(said.indicator, said.value) for said in told()[sentence]] == CASES[sentence]


def test_the_sum_of_the_fines_for_an_offence() -> None:
    [said] = observe_each(["Xử phạt 1.250 trường hợp vi phạm trật tự đô thị với số tiền 2,4 tỷ đồng."])
    assert [(one.indicator, one.value) for one in said] == [
        ("urban_order_violations", 1250),
        ("administrative_fines", 2.4),
    ]


def test_a_percentage_goes_on_about_what_was_counted_in_the_first_article_of_a_batch_too() -> None:
    [said] = observe_each(["Quận có 53/55 trường đạt chuẩn quốc gia, tỷ lệ 96,4%."])
    assert [one.value for one in said] == [53, 96.4]


VISITS: dict[str, list[float]] = {
    "Năm 2023, Sơn Tây đón 1,42 triệu lượt khách.": [1_420_000],
    "Du lịch phát triển mạnh, còn Sơn Tây đặt mục tiêu 1,6 triệu lượt.": [1_600_000],
    "Du lịch phát triển. Năm 2023, Sơn Tây đón 1,42 triệu lượt.": [1_420_000],
    "Bến xe Sơn Tây đón 1.200 lượt khách mỗi ngày.": [],
    "Bệnh viện Sơn Tây đón 12.000 lượt người khám bệnh.": [],
    "Khu du lịch Xuân Khanh ở Sơn Tây đón 6.300 lượt khách.": [],
}


def test_a_district_receives_visitors_by_its_name() -> None:
    for sentence, said in zip(VISITS, observe_each(VISITS, title="Sơn Tây tổng kết năm 2023"), strict=True):
        assert [one.value for one in said] == VISITS[sentence], sentence


BUSINESSES: dict[str, list[tuple[str, float]]] = {
    "Quận có 1.905 doanh nghiệp, 46 hợp tác xã và 9.120 hộ kinh doanh.": [
        ("enterprises_active", 1905),
        ("household_businesses_active", 9120),
    ],
    "Quận có 8.760 hộ kinh doanh; trong năm cấp mới 120 doanh nghiệp và 465 hộ.": [
        ("household_businesses_active", 8760),
        ("enterprises_new", 120),
        ("household_businesses_new", 465),
    ],
    "Quận có 1.123 doanh nghiệp được thành lập và đang hoạt động.": [("enterprises_active", 1123)],
    "Quận cấp đăng ký kinh doanh cho 640 hộ; cấp đổi cho 133 hộ.": [("household_businesses_new", 640)],
    "Quận có 1.120 doanh nghiệp thành lập mới, tăng 8,2% về số doanh nghiệp và 3,1% về vốn.": [
        ("enterprises_new", 1120),
        ("enterprises_new", 8.2),
    ],
}


@pytest.mark.parametrize("sentence", BUSINESSES)
def test_businesses_told_together(sentence: str) -> None:
    assert [(one.indicator, one.value) for one in observe(sentence)] == BUSINESSES[sentence]
