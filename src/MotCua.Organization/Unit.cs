using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>A room or section of an agency ("phòng", "bộ phận").</summary>
public sealed class Unit
{
    public const int LongestName = 200;

    private Unit()
    {
    }

    public UnitId Id { get; private set; }

    public AgencyId AgencyId { get; private set; }

    public string Name { get; private set; } = "";

    public string SearchName { get; private set; } = "";

    public DateOnly ValidFrom { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    public int Revision { get; private set; } = 1;

    public static Result<Unit> Open(AgencyId agency, string name, DateOnly from)
    {
        var unit = new Unit { Id = Ids.New<UnitId>(), AgencyId = agency, ValidFrom = from };
        var changed = unit.Change(name, from, null);
        return changed.Succeeded ? unit : changed.Error!;
    }

    public Result Change(string name, DateOnly from, DateOnly? to)
    {
        var named = Names.Check(name, LongestName);
        if (!named.Succeeded)
        {
            return named.Error!.At("Name");
        }

        var dated = DateRange.Check(from, to);
        if (!dated.Succeeded)
        {
            return dated;
        }

        (Name, SearchName, ValidFrom, ValidTo) = (named.Value, Vietnamese.SearchKey(named.Value), from, to);
        Revision++;
        return Result.Ok();
    }
}
