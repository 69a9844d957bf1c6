using System.Text.RegularExpressions;
using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>What an agency prints on slips and papers; every part may be empty.</summary>
public sealed record AgencyContact
{
    /// <summary>"Trung tâm Phục vụ hành chính công xã …" (NĐ 118/2025) or "Bộ phận Tiếp nhận và Trả kết quả".</summary>
    public string? CentreName { get; init; }

    public string? Address { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>The address at which an applicant looks a dossier up, without the code.</summary>
    public string? LookUpUrl { get; init; }

    /// <summary>The place named before the date of a paper, for example "An Bình".</summary>
    public string? PlaceName { get; init; }

    /// <summary>First part of dossier codes (QĐ 20/2020), for example "H57.12"; the agency's code when empty.</summary>
    public string? Identifier { get; init; }
}

/// <summary>A State agency ("cơ quan"). Its identity never changes; name, level and parent are facts of a time.</summary>
public sealed partial class Agency
{
    public const int LongestName = 300;

    private readonly List<AgencyVersion> versions = [];

    private Agency()
    {
    }

    public AgencyId Id { get; private set; }

    public string Code { get; private set; } = "";

    public AgencyContact Contact { get; private set; } = new();

    public int Revision { get; private set; } = 1;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<AgencyVersion> Versions => versions.OrderBy(v => v.ValidFrom).ToList();

    /// <summary>The first part of this agency's dossier codes.</summary>
    public string Identifier => Contact.Identifier ?? Code;

    public static bool IsCode(string? code) => code is not null && CodePattern().IsMatch(code);

    public static Result<Agency> Found(string code, string name, AgencyLevel level, AgencyId? parent, DateOnly from, DateOnly? to = null)
    {
        if (!IsCode(code))
        {
            return OrganizationErrors.BadCode(code).At("Code");
        }

        var agency = new Agency { Id = Ids.New<AgencyId>(), Code = code };
        var added = agency.AddVersion(name, level, parent, new DateRange(from, to));
        return added.Succeeded ? agency : added.Error!;
    }

    public AgencyVersion? VersionAt(DateOnly day) => versions.Find(v => DateRange.Contains(v.ValidFrom, v.ValidTo, day));

    public void SetContact(AgencyContact contact)
    {
        Contact = contact;
        Revision++;
    }

    /// <summary>A new name, level or parent from a day on: the version in force ends the day before.</summary>
    public Result ChangeFrom(DateOnly day, string name, AgencyLevel level, AgencyId? parent)
    {
        var current = VersionAt(day);
        if (current is null)
        {
            return OrganizationErrors.AgencyNotInForce(Code, day).At("ValidFrom");
        }

        if (parent == Id)
        {
            return OrganizationErrors.OwnParent(Code).At("ParentCode");
        }

        Revision++;
        if (current.ValidFrom == day)
        {
            return current.Correct(name, level, parent);
        }

        var last = current.ValidTo;
        current.End(day.AddDays(-1));
        return AddVersion(name, level, parent, new DateRange(day, last));
    }

    /// <summary>The last day on which the agency exists.</summary>
    public Result EndOn(DateOnly lastDay)
    {
        var current = VersionAt(lastDay);
        if (current is null || versions.Exists(v => v.ValidFrom > lastDay))
        {
            return OrganizationErrors.AgencyNotInForce(Code, lastDay).At("ValidTo");
        }

        current.End(lastDay);
        Revision++;
        return Result.Ok();
    }

    public Result AddVersion(string name, AgencyLevel level, AgencyId? parent, DateRange dates)
    {
        var named = Names.Check(name, LongestName);
        if (!named.Succeeded)
        {
            return named.Error!.At("Name");
        }

        var dated = DateRange.Check(dates.From, dates.To);
        if (!dated.Succeeded)
        {
            return dated;
        }

        if (parent == Id)
        {
            return OrganizationErrors.OwnParent(Code).At("ParentCode");
        }

        if (versions.Exists(v => new DateRange(v.ValidFrom, v.ValidTo).Overlaps(dates)))
        {
            return OrganizationErrors.Overlap(Code, dates.From).At("ValidFrom");
        }

        versions.Add(AgencyVersion.Of(Id, named.Value, level, parent, dates));
        Revision++;
        return Result.Ok();
    }

    [GeneratedRegex(@"^[A-Z0-9][A-Z0-9.\-]{0,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodePattern();
}

/// <summary>What an agency was called and where it stood from a day to a day ("giai đoạn").</summary>
public sealed class AgencyVersion
{
    private AgencyVersion()
    {
    }

    public AgencyId AgencyId { get; private set; }

    public string Name { get; private set; } = "";

    public string SearchName { get; private set; } = "";

    public AgencyLevel Level { get; private set; }

    public AgencyId? ParentId { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    /// <summary>The last day in force; null while it is open.</summary>
    public DateOnly? ValidTo { get; private set; }

    internal static AgencyVersion Of(AgencyId agency, string name, AgencyLevel level, AgencyId? parent, DateRange dates) => new()
    {
        AgencyId = agency,
        Name = name,
        SearchName = Vietnamese.SearchKey(name),
        Level = level,
        ParentId = parent,
        ValidFrom = dates.From,
        ValidTo = dates.To,
    };

    internal void End(DateOnly lastDay) => ValidTo = lastDay;

    internal Result Correct(string name, AgencyLevel level, AgencyId? parent)
    {
        var named = Names.Check(name, Agency.LongestName);
        if (!named.Succeeded)
        {
            return named.Error!.At("Name");
        }

        Name = named.Value;
        SearchName = Vietnamese.SearchKey(Name);
        Level = level;
        ParentId = parent;
        return Result.Ok();
    }
}

/// <summary>Names of agencies, units and people: tidy, not empty, not too long, no hidden characters.</summary>
public static class Names
{
    public static Result<string> Check(string? name, int longest)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return new Error("organization.name-missing", "Ghi tên.");
        }

        if (Vietnamese.HasForbiddenCharacters(name))
        {
            return new Error("organization.name-characters", "Tên có ký tự điều khiển hoặc ký tự đổi chiều chữ. Xóa tên và gõ lại.");
        }

        var tidy = Vietnamese.Tidy(name);
        var length = Vietnamese.Length(tidy);
        return length > longest
            ? new Error("organization.name-long", "Tên dài {0} chữ, nhiều nhất là {1}. Viết gọn lại.", length, longest)
            : tidy;
    }
}
