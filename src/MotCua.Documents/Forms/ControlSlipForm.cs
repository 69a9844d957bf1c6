using MotCua.Foundation;

namespace MotCua.Documents.Forms;

/// <summary>How a step ended against the time that the process gives it.</summary>
public enum StepResult
{
    /// <summary>Trước hạn.</summary>
    Early,

    /// <summary>Đúng hạn.</summary>
    OnTime,

    /// <summary>Quá hạn.</summary>
    Late,
}

/// <summary>One hand-over ("giao, nhận"): from whom to whom, when, and how the giver's step ended.</summary>
public sealed record HandOver(string Giver, string Receiver, DateTimeOffset At)
{
    public string? GiverPerson { get; init; }

    public string? ReceiverPerson { get; init; }

    /// <summary>Null while the step runs or when it has no time of its own.</summary>
    public StepResult? Result { get; init; }

    public string? Note { get; init; }
}

public sealed record ControlSlipInput
{
    public required Issuer Issuer { get; init; }

    public required string DossierCode { get; init; }

    public required string ProcedureName { get; init; }

    public required string ProcedureCode { get; init; }

    public required string ApplicantName { get; init; }

    /// <summary>"Cơ quan, bộ phận giải quyết hồ sơ".</summary>
    public required string CompetentAgency { get; init; }

    /// <summary>"Cơ quan phối hợp giải quyết".</summary>
    public string? SupportingAgencies { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public IReadOnlyList<HandOver> HandOvers { get; init; } = [];

    /// <summary>A4 upright instead of A5 across, for dossiers with many steps.</summary>
    public bool OnA4 { get; init; }
}

/// <summary>Phiếu kiểm soát quá trình giải quyết hồ sơ, made from the events of the dossier and put with its papers.</summary>
public static class ControlSlipForm
{
    public static OfficialDocument Build(ControlSlipInput input) => Build(input, FormSet.InForceOn(Moment.Of(input.ReceivedAt).Day));

    public static OfficialDocument Build(ControlSlipInput input, FormSet set) => new()
    {
        Name = $"Phiếu kiểm soát {input.DossierCode}",
        Page = input.OnA4 ? PageSetup.A4 : PageSetup.A5Landscape,
        FormLabel = set.Label(FormKey.ControlSlip),
        Head = input.Issuer.Head(number: null, day: Moment.Of(input.ReceivedAt).Day),
        TitleLines = [set.Title(FormKey.ControlSlip)],
        Blocks = [Fields(input), HandOvers(input)],
    };

    private static FieldList Fields(ControlSlipInput input) => new(
    [
        new Field("Mã hồ sơ", Run.Code(input.DossierCode, bold: true), Half: true),
        new Field("Hồ sơ của", Run.Name(input.ApplicantName, bold: true), Half: true),
        FormParts.Content(input.ProcedureName, input.ProcedureCode),
        new Field("Cơ quan, bộ phận giải quyết", input.CompetentAgency, Half: true),
        new Field("Cơ quan phối hợp", FormParts.Given(input.SupportingAgencies) ? input.SupportingAgencies! : "không", Half: true),
        new Field("Nhận hồ sơ", Vietnamese.DateAndTime(input.ReceivedAt), Half: true),
        new Field("Hẹn trả kết quả", input.DueAt is { } due ? Vietnamese.DateAndTime(due) : "không hẹn ngày", Half: true),
    ]);

    private static Table HandOvers(ControlSlipInput input) => new()
    {
        Columns =
        [
            new(6, Alignment.Center), new(23), new(23), new(14, Alignment.Center),
            new(8, Alignment.Center), new(8, Alignment.Center), new(8, Alignment.Center), new(10),
        ],
        Head =
        [
            Row.Of(
                Tall("STT"), Tall("Bên giao\n(ký, ghi rõ họ tên)"), Tall("Bên nhận\n(ký, ghi rõ họ tên)"), Tall("Thời gian giao, nhận"),
                new Cell(["Kết quả giải quyết"]) { ColumnSpan = 3 }, Tall("Ghi chú")),
            Row.Of("Trước hạn", "Đúng hạn", "Quá hạn"),
        ],
        Rows = [.. input.HandOvers.Select(HandOverRow)],
        Size = input.OnA4 ? TableSize.Small : TableSize.Text,
    };

    private static Row HandOverRow(HandOver step, int index)
    {
        var moment = Moment.Of(step.At);
        return new Row(
            [
                $"{index + 1}",
                Party(step.Giver, step.GiverPerson),
                Party(step.Receiver, step.ReceiverPerson),
                Cell.Of($"{moment.Time.Hour:00} giờ {moment.Time.Minute:00} phút", Vietnamese.Date(moment.Day)),
                Mark(step.Result, StepResult.Early),
                Mark(step.Result, StepResult.OnTime),
                Mark(step.Result, StepResult.Late),
                step.Note ?? "",
            ],
            Tall: true);
    }

    private static Cell Party(string unit, string? person) =>
        person is null ? Cell.Of(unit) : Cell.Of(unit, Line.Empty, Run.Name(person, bold: true));

    private static Cell Mark(StepResult? result, StepResult column) => result == column ? Run.Strong("X") : "";

    private static Cell Tall(string text) => new([.. text.Split('\n').Select(l => (Line)l)]) { RowSpan = 2 };
}
