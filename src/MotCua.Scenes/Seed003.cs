using MotCua.Organization;
using MotCua.Procedures;
using MotCua.Registers;
using static MotCua.Scenes.SeedEnd;

namespace MotCua.Scenes;

/// <summary>UBND xã Sơn Dung, seven months of 2023: 505 = 418 direct + 72 online + 15 carried over; four late ones, each with its apology.</summary>
internal static class Seed003
{
    private const string Births = "SEED003.HT", Copies = "SEED003.CT", Social = "SEED003.BT";

    public static readonly SeedScene Scene = new(
        "seed-003", new SeedAgency("SEED003", "UBND xã Sơn Dung", AgencyLevel.Commune), new DateOnly(2023, 1, 1), new DateOnly(2023, 7, 31))
    {
        Procedures =
        [
            new(Births, "Đăng ký hộ tịch", "Hộ tịch", "3wd"),
            new(Copies, "Chứng thực bản sao từ bản chính", "Chứng thực", "1wd"),
            new(Social, "Trợ giúp xã hội hằng tháng", "Bảo trợ xã hội", "10wd"),
        ],
        Cases =
        [
            new(15, Social, OnTime) { Carried = true },
            new(160, Copies, OnTime) { Exempt = true },
            new(182, Births, OnTime) { Digitised = true },
            new(60, Social, OnTime) { Digitised = true },
            new(72, Births, OnTime) { Channel = FilingChannel.Online },
            new(4, Social, Late) { Apologised = true },
            new(7, Births, Withdrawn),
            new(5, Social, PendingWithin),
        ],
        PlanTasks = [.. SeedPlans.Tasks(PlanKind.Reform, 2023, 31, 26, new DateOnly(2023, 2, 1))],
    };
}
