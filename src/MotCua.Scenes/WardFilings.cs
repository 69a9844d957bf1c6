using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Foundation;

namespace MotCua.Scenes;

/// <summary>What was filed online and waits for the ward: since last night, since this morning, and one that the desk asked to be completed.</summary>
internal static class WardFilings
{
    private static readonly (string Procedure, string Name, string Number, DateOnly Born, string Sex, string Address, int DaysAgo, TimeOnly At, string? Ask)[] Sent =
    [
        ("2.000635", "Nguyễn Đức Duy Anh", "051096004412", new(1996, 4, 17), "Nam", "Thôn Phú Thọ, xã An Bình, tỉnh Hòa Giang", 1, new(21, 14), null),
        ("1.004873", "Lâm Thị Bích Ngọc", "051199007728", new(1999, 9, 2), "Nữ", "Thôn Đông Hòa, xã An Bình, tỉnh Hòa Giang", 0, new(7, 52), null),
        ("2.000884", "Hoàng Văn Thái", "051084001953", new(1984, 12, 30), "Nam", "Thôn Tân Lập, xã An Bình, tỉnh Hòa Giang", 0, new(9, 5), null),
        ("1.001193", "Phan Thị Mỹ Duyên", "051193006604", new(1993, 6, 8), "Nữ", "Thôn Phú Thọ, xã An Bình, tỉnh Hòa Giang", 2, new(10, 20), "Giấy chứng sinh: ảnh chụp mờ, không đọc được họ tên mẹ"),
    ];

    /// <summary>Through the citizen's own use case, each at its hour; the clock is put back afterwards.</summary>
    public static async Task SendAsync(MotCuaDb db, SubmitFiling submit, SceneClock clock, DateOnly today, WardStaff staff, IReadOnlyList<Offer> offers, CancellationToken ct)
    {
        var begin = clock.At;
        foreach (var sent in Sent.Where(s => offers.Any(o => o.Code == s.Procedure)))
        {
            clock.At = Moment.At(today.AddDays(-sent.DaysAgo), sent.At).Instant;
            var version = offers.First(o => o.Code == sent.Procedure).Version;
            var form = new IntakeForm
            {
                Version = version.Id,
                Applicant = new Person(sent.Name) { IdNumber = sent.Number, BornOn = sent.Born, Sex = sent.Sex, Address = sent.Address, Phone = "0912000" + sent.Number[^3..] },
                Papers = [.. version.Content.Papers.Take(3).Select((p, i) => new PaperCheck(i + 1, p.Name) { Electronic = true })],
            };
            var number = await submit.RunAsync(new SubmitFiling.Input(staff.Ward.Id, form), ct);
            if (number.Succeeded && sent.Ask is { } ask)
            {
                var filing = await db.Filings.SingleAsync(f => f.Number == number.Value, ct);
                filing.AskToComplete(ask, Moment.Of(clock.At.AddHours(3)));
                await db.SaveChangesAsync(ct);
            }
        }

        clock.At = begin;
    }
}
