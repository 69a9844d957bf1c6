using System.Globalization;
using System.Reflection;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.Registers;
using static MotCua.Scenes.SeedEnd;

namespace MotCua.Scenes;

/// <summary>
/// UBND phường Vĩnh Hoà, first quarter of 2024: 186 dossiers, 212 procedures, three plans, and every number that the ward's annex
/// printed, as declared: what is wrong in it shows beside the computed value.
/// </summary>
internal static class Seed004
{
    private const int AllProcedures = 212, Full = 31, Partial = 34, ByPost = 180;

    private const long Fee = 12_000;

    private static readonly string[] FullNames =
        ["Cấp bản sao trích lục hộ tịch", "Cấp giấy xác nhận tình trạng hôn nhân", "Đăng ký khai sinh", "Đăng ký khai tử", "Chứng thực bản sao điện tử từ bản chính"];

    private static readonly string[] PartialNames =
        ["Đăng ký kết hôn", "Đăng ký lại khai sinh", "Thay đổi, cải chính, bổ sung thông tin hộ tịch", "Trợ cấp xã hội hằng tháng", "Hỗ trợ chi phí mai táng"];

    private static readonly string[] OtherNames = ["Chứng thực bản sao từ bản chính", "Chứng thực chữ ký"];

    public static readonly SeedScene Scene = new(
        "seed-004", new SeedAgency("SEED004", "UBND phường Vĩnh Hoà", AgencyLevel.Commune), new DateOnly(2023, 12, 14), new DateOnly(2024, 3, 12))
    {
        Procedures = [.. Enumerable.Range(1, AllProcedures).Select(Made)],

        // 146 of procedures with an online service, 91 of them filed online; 40 of others.
        Cases =
        [
            new(32, Code(1), OnTime) { Channel = FilingChannel.Online, Payment = new PaymentFacts(Fee, PaymentMethod.OnlineLocal, "") },
            new(1, Code(1), OnTime) { Channel = FilingChannel.Online, Payment = new PaymentFacts(Fee, PaymentMethod.OnlineNational, "") },
            new(14, Code(2), OnTime) { Channel = FilingChannel.Online },
            new(10, Code(3), OnTime) { Channel = FilingChannel.Online },
            new(4, Code(4), OnTime) { Channel = FilingChannel.Online },
            new(16, Code(5), OnTime) { Channel = FilingChannel.Online },
            new(4, Code(Full + 1), OnTime) { Channel = FilingChannel.Online },
            new(3, Code(Full + 2), OnTime) { Channel = FilingChannel.Online },
            new(3, Code(Full + 3), OnTime) { Channel = FilingChannel.Online },
            new(2, Code(Full + 4), OnTime) { Channel = FilingChannel.Online },
            new(2, Code(Full + 5), OnTime) { Channel = FilingChannel.Online },
            new(19, Code(1), OnTime) { Digitised = true },
            new(1, Code(1), OnTime) { Digitised = true, ReturnBy = FilingChannel.Postal },
            new(12, Code(2), OnTime) { Digitised = true },
            new(3, Code(2), PendingWithin) { Digitised = true },
            new(10, Code(3), OnTime) { Digitised = true },
            new(6, Code(Full + 1), OnTime) { Digitised = true },
            new(2, Code(Full + 4), OnTime) { Digitised = true },
            new(2, Code(Full + 4), PendingWithin) { Digitised = true },
            new(25, Code(Full + Partial + 1), OnTime) { Exempt = true },
            new(15, Code(Full + Partial + 2), OnTime) { Exempt = true },
        ],
        Directives =
        [
            new DirectiveFacts
            {
                Number = "SEED004-01",
                IssuedBy = "UBND thành phố Nha Trang",
                Document = "130/NV",
                Content = "Báo cáo công tác cải cách hành chính định kỳ",
                AssignedOn = new(2024, 1, 8),
                DueOn = new(2024, 2, 29),
                StartedOn = new(2024, 1, 10),
                SubmittedOn = new(2024, 2, 26),
                ConfirmedOn = new(2024, 3, 1),
            },
        ],
        PlanTasks =
        [
            .. SeedPlans.Tasks(PlanKind.Reform, 2024, 22, 6, new DateOnly(2024, 2, 1)),
            .. SeedPlans.Tasks(PlanKind.Papi, 2024, 23, 6, new DateOnly(2024, 2, 1)),
            .. SeedPlans.Tasks(PlanKind.Resolution, 2024, 30, 8, new DateOnly(2024, 2, 1)),
        ],
        Declared = Printed(),
        DeclaredIn = "Báo cáo số 422/BC-UBND ngày 13/3/2024",
    };

    private static string Code(int number) => $"SEED004.{number:000}";

    private static SeedProcedure Made(int number)
    {
        ServiceLevel? service = number <= Full ? ServiceLevel.Full : number <= Full + Partial ? ServiceLevel.Partial : null;
        var place = number - 1 - (service switch { ServiceLevel.Full => 0, ServiceLevel.Partial => Full, _ => Full + Partial });
        var names = service switch { ServiceLevel.Full => FullNames, ServiceLevel.Partial => PartialNames, _ => OtherNames };
        var name = place < names.Length ? names[place] : $"Thủ tục số {number} của phường";
        IEnumerable<FilingChannel> channels = service is null ? [FilingChannel.Direct] : [FilingChannel.Direct, FilingChannel.Online];
        return new SeedProcedure(Code(number), name, FieldOf(name), "3wd")
        {
            Content = new ProcedureContent
            {
                Service = service,
                Channels = [.. (number <= ByPost ? channels.Append(FilingChannel.Postal) : channels).Select(c => new ChannelTerms(c))],
                Fees = number <= Full ? [new ChannelFee(null, Fee)] : [],
            },
        };
    }

    private static string FieldOf(string name) =>
        name.StartsWith("Chứng thực", StringComparison.Ordinal) ? "Chứng thực"
        : name.StartsWith("Trợ cấp", StringComparison.Ordinal) || name.StartsWith("Hỗ trợ", StringComparison.Ordinal) ? "Bảo trợ xã hội"
        : name.StartsWith("Thủ tục số", StringComparison.Ordinal) ? "Lĩnh vực khác"
        : "Hộ tịch";

    private static List<(string Figure, decimal Value)> Printed()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("seed-004-declared.csv")!;
        var problems = new ImportProblems("seed-004-declared.csv");
        return [.. CsvFile.Read(stream, ["figure", "value"], [], problems).Select(r => (r["figure"], decimal.Parse(r["value"], CultureInfo.InvariantCulture)))];
    }
}
