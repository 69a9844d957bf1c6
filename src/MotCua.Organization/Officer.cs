using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>A person who works for an agency ("cán bộ, công chức"). What they may do is in their role assignments.</summary>
public sealed class Officer
{
    public const int LongestName = 100;

    private Officer()
    {
    }

    public OfficerId Id { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string SearchName { get; private set; } = "";

    /// <summary>Chức danh, for example "Phó Chủ tịch UBND xã".</summary>
    public string Title { get; private set; } = "";

    public AgencyId AgencyId { get; private set; }

    public UnitId? UnitId { get; private set; }

    public string? Phone { get; private set; }

    public string? Email { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    /// <summary>The last day of work here; null while it lasts.</summary>
    public DateOnly? ValidTo { get; private set; }

    public int Revision { get; private set; } = 1;

    public static Result<Officer> Appoint(string code, OfficerFacts facts)
    {
        if (!Agency.IsCode(code))
        {
            return OrganizationErrors.BadCode(code).At("Code");
        }

        var officer = new Officer { Id = Ids.New<OfficerId>(), Code = code };
        var changed = officer.Change(facts);
        return changed.Succeeded ? officer : changed.Error!;
    }

    public bool WorksOn(DateOnly day) => DateRange.Contains(ValidFrom, ValidTo, day);

    public Result Change(OfficerFacts facts)
    {
        var named = Names.Check(facts.Name, LongestName);
        if (!named.Succeeded)
        {
            return named.Error!.At("Name");
        }

        var titled = Names.Check(facts.Title, Unit.LongestName);
        if (!titled.Succeeded)
        {
            return new Error("organization.title", "Ghi chức danh, nhiều nhất {0} chữ.", Unit.LongestName).At("Title");
        }

        var dated = DateRange.Check(facts.ValidFrom, facts.ValidTo);
        if (!dated.Succeeded)
        {
            return dated;
        }

        (Name, SearchName, Title) = (named.Value, Vietnamese.SearchKey(named.Value), titled.Value);
        (AgencyId, UnitId, ValidFrom, ValidTo) = (facts.AgencyId, facts.UnitId, facts.ValidFrom, facts.ValidTo);
        (Phone, Email) = (Blank(facts.Phone), Blank(facts.Email));
        Revision++;
        return Result.Ok();
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : Vietnamese.Tidy(text);
}

public sealed record OfficerFacts(string Name, string Title, AgencyId AgencyId, UnitId? UnitId, DateOnly ValidFrom, DateOnly? ValidTo = null)
{
    public string? Phone { get; init; }

    public string? Email { get; init; }
}
