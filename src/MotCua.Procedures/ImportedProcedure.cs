using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Procedures;

/// <summary>One procedure of a file. A CSV line says less than a version: what it leaves out stays as it was.</summary>
internal sealed record ImportedProcedure(int Line, string Code)
{
    /// <summary>The name of an imported CSV line (CONTRACT 2); the portal's own names may be longer.</summary>
    public const int LongestCsvName = 300;

    public required VersionText Text { get; init; }

    public string? DecisionNo { get; init; }

    /// <summary>The line says everything; else only name, field, limit, supplement, digitisation and fee.</summary>
    public bool Whole { get; init; }

    public VersionText Over(ProcedureVersion? current)
    {
        if (Whole && current is not null)
        {
            // What the portal never says and the office has added stays.
            var own = current.Content;
            return Text with
            {
                OnSupplement = current.OnSupplement,
                DigitisationRequired = current.DigitisationRequired,
                Content = Text.Content with
                {
                    Steps = Fitting(own.Steps, Text.Limit),
                    Service = Text.Content.Service ?? own.Service,
                    Scope = own.Scope,
                    Immediate = own.Immediate,
                    VerificationLimit = own.VerificationLimit,
                    ExternalSystem = own.ExternalSystem,
                },
            };
        }

        if (Whole || current is null)
        {
            return Text;
        }

        return Text with
        {
            Level = current.Level,
            Content = current.Content with
            {
                Fees = SameFee(current.Content.Fees) ? current.Content.Fees : Text.Content.Fees,
                Channels = current.Limit == Text.Limit ? current.Content.Channels : [.. current.Content.Channels.Select(c => c with { Limit = null })],
                Steps = Fitting(current.Content.Steps, Text.Limit),
            },
        };
    }

    // An empty fee says nothing, so what is known stays.
    private bool SameFee(IReadOnlyList<ChannelFee> known) => Text.Content.Fees.Count == 0 || known.SequenceEqual(Text.Content.Fees);

    // A process that no longer fits the limit has to be written anew; it is not squeezed.
    private static IReadOnlyList<InternalStep> Fitting(IReadOnlyList<InternalStep> steps, TimeLimit? limit) =>
        new StepPlan(steps, limit).Fits ? steps : [];

    /// <summary>What is wrong with a code or a name, if anything.</summary>
    public static IEnumerable<string> Faults(string code, string name, int longestName)
    {
        if (!ProcedureCode.IsCode(code))
        {
            yield return ProcedureErrors.BadCode(code).Message;
        }

        if (string.IsNullOrWhiteSpace(name))
        {
            yield return "thiếu tên thủ tục";
        }
        else if (Vietnamese.Length(name) > longestName)
        {
            yield return $"tên dài {Vietnamese.Length(name)} chữ, nhiều nhất {longestName}";
        }
        else if (Vietnamese.HasForbiddenCharacters(name))
        {
            yield return "tên có ký tự điều khiển hoặc ký tự đảo chiều chữ";
        }
    }
}
