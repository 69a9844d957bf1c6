using MotCua.Organization;
using MotCua.Registers;
using static MotCua.Scenes.SeedEnd;

namespace MotCua.Scenes;

/// <summary>UBND xã Hải Dương, half a year of 2022: the tables B.1, B.3 and B.4 whose sums hold.</summary>
internal static class Seed000
{
    private const string
        Births = "SEED000.HT", Land = "SEED000.DC", Culture = "SEED000.VH", Copies = "SEED000.CT1", Signatures = "SEED000.CT2", Disaster = "SEED000.TT";

    public static readonly SeedScene Scene = new(
        "seed-000", new SeedAgency("SEED000", "UBND xã Hải Dương", AgencyLevel.Commune), new DateOnly(2021, 12, 15), new DateOnly(2022, 6, 7))
    {
        Procedures =
        [
            new(Births, "Đăng ký hộ tịch", "Hộ tịch", "3wd"),
            new(Land, "Xác nhận hồ sơ đất đai, nhà ở", "Địa chính – Xây dựng", "5wd"),
            new(Culture, "Trợ giúp xã hội", "Văn hoá – xã hội", "5wd"),
            new(Copies, "Chứng thực bản sao từ bản chính", "Chứng thực", "1wd"),
            new(Signatures, "Chứng thực chữ ký", "Chứng thực", "1wd"),
            new(Disaster, "Hỗ trợ thiệt hại do thiên tai", "Phòng chống thiên tai", "5wd"),
        ],

        // New by field 380, 16, 47, 378, 39; one more was carried over. 849 done, 41 of them late; 12 pending, 6 overdue. All that is not
        // a certified copy (352) is subject to digitisation: 471 digitised, 38 not. Eleven ratings are of dossiers done before the period.
        Cases =
        [
            new(1, Births, OnTime) { Carried = true, Digitised = true, Rated = 1, Satisfied = 1 },
            new(337, Births, OnTime) { Digitised = true, Rated = 337, Satisfied = 337 },
            new(35, Births, Late) { Rated = 35, Satisfied = 4 },
            new(5, Births, PendingWithin) { Digitised = true },
            new(3, Births, PendingOverdue),
            new(7, Births, DoneBefore) { Digitised = true, Rated = 7 },
            new(10, Land, OnTime) { Digitised = true, Rated = 10, Satisfied = 10 },
            new(4, Land, Late) { Digitised = true, Rated = 4, Satisfied = 4 },
            new(1, Land, PendingWithin) { Digitised = true },
            new(1, Land, PendingOverdue) { Digitised = true },
            new(2, Land, DoneBefore) { Digitised = true, Rated = 2, Satisfied = 2 },
            new(43, Culture, OnTime) { Digitised = true, Rated = 43, Satisfied = 43 },
            new(2, Culture, Late) { Digitised = true, Rated = 2, Satisfied = 2 },
            new(2, Culture, PendingOverdue) { Digitised = true },
            new(2, Culture, DoneBefore) { Digitised = true, Rated = 2, Satisfied = 2 },
            new(352, Copies, OnTime) { Exempt = true, Rated = 352, Satisfied = 330 },
            new(26, Signatures, OnTime) { Digitised = true, Rated = 26, Satisfied = 26 },
            new(39, Disaster, OnTime) { Digitised = true, Rated = 39, Satisfied = 39 },
        ],
        Directives =
        [
            Task(1, new(2022, 5, 20), new(2022, 6, 30), new(2022, 5, 23)),
            Task(2, new(2022, 3, 1), new(2022, 4, 15), new(2022, 3, 7)),
            Task(3, new(2022, 3, 14), new(2022, 5, 10), new(2022, 3, 21)),
            Task(4, new(2022, 4, 4), new(2022, 5, 31), new(2022, 4, 11)),
            Task(5, new(2022, 1, 10), new(2022, 2, 15), new(2022, 1, 12), new(2022, 2, 10), new(2022, 2, 17)),
            Task(6, new(2022, 2, 14), new(2022, 3, 31), new(2022, 2, 16), new(2022, 3, 31), new(2022, 4, 6)),
            Task(7, new(2022, 1, 17), new(2022, 2, 28), new(2022, 1, 20), new(2022, 3, 4), new(2022, 3, 9)),
            Task(8, new(2022, 2, 21), new(2022, 3, 25), new(2022, 2, 24), new(2022, 4, 1), new(2022, 4, 5)),
            Task(9, new(2022, 3, 28), new(2022, 4, 29), new(2022, 4, 1), new(2022, 5, 9), new(2022, 5, 12)),
        ],
    };

    private static DirectiveFacts Task(int number, DateOnly assigned, DateOnly due, DateOnly started, DateOnly? submitted = null, DateOnly? confirmed = null) => new()
    {
        Number = $"SEED000-{number:00}",
        IssuedBy = "UBND thành phố Huế",
        Document = $"{100 + (number * 37)}/UBND-NC",
        Content = $"Nhiệm vụ thứ {number} do UBND thành phố giao",
        AssignedOn = assigned,
        DueOn = due,
        StartedOn = started,
        SubmittedOn = submitted,
        ConfirmedOn = confirmed,
    };
}
