using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>How one agency followed another ("kế thừa").</summary>
public enum SuccessionKind
{
    Rename,
    Merge,
    Split,
    Abolish,
    TransferOfPower,
}

public static class SuccessionKinds
{
    public static string Name(this SuccessionKind kind) => kind switch
    {
        SuccessionKind.Rename => "Đổi tên",
        SuccessionKind.Merge => "Nhập vào",
        SuccessionKind.Split => "Chia, tách",
        SuccessionKind.Abolish => "Giải thể",
        _ => "Chuyển thẩm quyền",
    };
}

public readonly record struct AgencySuccessionId(Guid Value) : ITypedId<AgencySuccessionId>
{
    public static AgencySuccessionId From(Guid value) => new(value);
}

/// <summary>What became of an agency, from which day and by which decision; many to many.</summary>
public sealed class AgencySuccession
{
    public AgencySuccessionId Id { get; init; } = Ids.New<AgencySuccessionId>();

    public SuccessionKind Kind { get; init; }

    public AgencyId FromId { get; init; }

    /// <summary>Null only when the agency was abolished without a successor.</summary>
    public AgencyId? ToId { get; init; }

    /// <summary>The first day of the new state.</summary>
    public DateOnly Day { get; init; }

    public required string DecisionNo { get; init; }

    public string? Note { get; init; }
}
