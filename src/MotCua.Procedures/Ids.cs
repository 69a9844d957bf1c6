using MotCua.Foundation;

namespace MotCua.Procedures;

public readonly record struct ProcedureId(Guid Value) : ITypedId<ProcedureId>
{
    public static ProcedureId From(Guid value) => new(value);
}

public readonly record struct ProcedureVersionId(Guid Value) : ITypedId<ProcedureVersionId>
{
    public static ProcedureVersionId From(Guid value) => new(value);
}

public readonly record struct SynonymId(Guid Value) : ITypedId<SynonymId>
{
    public static SynonymId From(Guid value) => new(value);
}
