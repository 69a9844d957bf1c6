using MotCua.Foundation;

namespace MotCua.Organization;

public readonly record struct AgencyId(Guid Value) : ITypedId<AgencyId>
{
    public static AgencyId From(Guid value) => new(value);
}

public readonly record struct UnitId(Guid Value) : ITypedId<UnitId>
{
    public static UnitId From(Guid value) => new(value);
}

public readonly record struct OfficerId(Guid Value) : ITypedId<OfficerId>
{
    public static OfficerId From(Guid value) => new(value);
}

public readonly record struct AccountId(Guid Value) : ITypedId<AccountId>
{
    public static AccountId From(Guid value) => new(value);
}
