using MotCua.Organization;
using MotCua.Procedures;
using static MotCua.Scenes.SeedEnd;

namespace MotCua.Scenes;

/// <summary>Huyện Bình Sơn to 22 August 2022: 32,339 dossiers of a district and its communes; what is late is land and social protection.</summary>
internal static class Seed002
{
    private const string Births = "SEED002.HT", Copies = "SEED002.CT", Land = "SEED002.DD", Social = "SEED002.BT", Office = "SEED002.DK";

    private static readonly string[] CommuneNames =
    [
        "thị trấn Châu Ổ", "xã Bình An", "xã Bình Chánh", "xã Bình Châu", "xã Bình Chương", "xã Bình Dương", "xã Bình Đông", "xã Bình Hải", "xã Bình Hiệp", "xã Bình Hòa",
        "xã Bình Khương", "xã Bình Long", "xã Bình Minh", "xã Bình Mỹ", "xã Bình Nguyên", "xã Bình Phước", "xã Bình Tân Phú", "xã Bình Thạnh", "xã Bình Thanh",
        "xã Bình Thuận", "xã Bình Trị", "xã Bình Trung",
    ];

    private static readonly SeedAgency[] Communes = [.. CommuneNames.Select((name, i) => new SeedAgency($"SEED002.{i + 1:00}", $"UBND {name}", AgencyLevel.Commune))];

    private static readonly string[] CommuneCodes = [.. Communes.Select(c => c.Code)];

    private static readonly string[] LandOffice = [Office];

    public static readonly SeedScene Scene = new(
        "seed-002", new SeedAgency("SEED002", "UBND huyện Bình Sơn", AgencyLevel.District), new DateOnly(2022, 1, 1), new DateOnly(2022, 8, 22))
    {
        Under = [new(Office, "Chi nhánh Văn phòng đăng ký đất đai huyện Bình Sơn", AgencyLevel.Branch), .. Communes],
        Procedures =
        [
            new(Births, "Đăng ký hộ tịch", "Hộ tịch", "3wd"),
            new(Copies, "Chứng thực bản sao từ bản chính", "Chứng thực", "1wd"),
            new(Land, "Đăng ký biến động quyền sử dụng đất", "Đất đai", "30wd") { Level = "Cấp huyện" },
            new(Social, "Trợ giúp xã hội hằng tháng", "Bảo trợ xã hội", "22wd") { Level = "Cấp huyện, Cấp xã" },
        ],
        Cases =
        [
            new(9_400, Births, OnTime) { Agencies = CommuneCodes },
            new(2, Births, OnTime) { Agencies = CommuneCodes, Channel = FilingChannel.Online },
            new(8_173, Copies, OnTime) { Agencies = CommuneCodes, Exempt = true },
            new(5_200, Land, OnTime) { Agencies = LandOffice },
            new(2_500, Social, OnTime) { Agencies = CommuneCodes },
            new(500, Social, OnTime),
            new(1_210, Land, Late) { Agencies = LandOffice },
            new(770, Social, Late) { Agencies = CommuneCodes },
            new(2_600, Land, PendingWithin) { Agencies = LandOffice },
            new(1_347, Social, PendingWithin) { Agencies = CommuneCodes },
            new(437, Land, PendingOverdue) { Agencies = LandOffice },
            new(200, Social, PendingOverdue) { Agencies = CommuneCodes },
        ],
    };
}
