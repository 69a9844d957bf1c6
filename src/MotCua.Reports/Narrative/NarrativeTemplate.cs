using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports.Narrative;

/// <summary>Whether a version of a template may be used.</summary>
public enum TemplateStatus
{
    Draft,
    Published,
}

/// <summary>
/// A version of an office's own template, copied from another and changed. A published one never changes; it holds from its day until a later
/// version's. Reports begun before keep the one they were begun with.
/// </summary>
public sealed class NarrativeTemplate
{
    private NarrativeTemplate()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>Shared by the versions of one template.</summary>
    public Guid TemplateId { get; private init; }

    public AgencyId AgencyId { get; private init; }

    /// <summary>From 1.</summary>
    public int Version { get; private init; }

    public TemplateText Content { get; private set; } = null!;

    public TemplateStatus Status { get; private set; }

    public DateOnly? ValidFrom { get; private set; }

    public OfficerId ChangedBy { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public int Revision { get; private set; }

    public static NarrativeTemplate Copy(TemplateText text, AgencyId agency, Guid? template, int version, Moment at, OfficerId by) => new()
    {
        Id = Ids.New(),
        TemplateId = template ?? Ids.New(),
        AgencyId = agency,
        Version = version,
        Content = text,
        ChangedAt = at.Instant,
        ChangedBy = by,
    };

    public Result Change(TemplateText text, Moment at, OfficerId by)
    {
        if (Status is TemplateStatus.Published)
        {
            return NarrativeErrors.PublishedIsReadOnly();
        }

        (Content, ChangedAt, ChangedBy, Revision) = (text, at.Instant, by, Revision + 1);
        return Result.Ok();
    }

    /// <param name="from">The first day on which reports are begun with it.</param>
    /// <param name="after">First day of the version before; null for the first.</param>
    /// <param name="at">Now.</param>
    /// <param name="by">Who publishes.</param>
    public Result Publish(DateOnly from, DateOnly? after, Moment at, OfficerId by)
    {
        if (Status is TemplateStatus.Published)
        {
            return NarrativeErrors.PublishedIsReadOnly();
        }

        if (from < at.Day)
        {
            return NarrativeErrors.StartsInThePast(at.Day);
        }

        if (after is { } before && from <= before)
        {
            return NarrativeErrors.StartsTooEarly(before);
        }

        (Status, ValidFrom, ChangedAt, ChangedBy, Revision) = (TemplateStatus.Published, from, at.Instant, by, Revision + 1);
        return Result.Ok();
    }
}

/// <summary>A template that a report may be begun with.</summary>
/// <param name="Key">Name of a shipped one, or id of an own one.</param>
/// <param name="Version">From 1.</param>
/// <param name="Text">What it says.</param>
/// <param name="Shipped">Comes with the program and is read only.</param>
public sealed record TemplateChoice(string Key, int Version, TemplateText Text, bool Shipped)
{
    private static readonly Lazy<IReadOnlyList<TemplateChoice>> Built = new(ReadShipped);

    /// <summary>The templates that come with the program, after the five real reports.</summary>
    public static IReadOnlyList<TemplateChoice> AllShipped => Built.Value;

    /// <summary>Shipped ones, then the agency's own in force on a day.</summary>
    public static async Task<IReadOnlyList<TemplateChoice>> ForAsync(MotCuaDb db, AgencyId agency, DateOnly day, CancellationToken ct)
    {
        var own = await db.NarrativeTemplates.AsNoTracking()
            .Where(t => t.AgencyId == agency && t.Status == TemplateStatus.Published && t.ValidFrom <= day).ToListAsync(ct);
        return
        [
            .. AllShipped,
            .. own.GroupBy(t => t.TemplateId).Select(g => g.MaxBy(t => t.Version)!).OrderBy(t => t.Content.Name, StringComparer.Ordinal)
                .Select(t => new TemplateChoice($"{t.TemplateId}", t.Version, t.Content, Shipped: false)),
        ];
    }

    private static List<TemplateChoice> ReadShipped()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var choices = new List<TemplateChoice>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("template/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            var (template, mistakes) = TemplateJson.Read(reader.ReadToEnd());
            choices.Add(template is null
                ? throw new InvalidOperationException($"{name}: {string.Join(" ", mistakes)}")
                : new TemplateChoice(name["template/".Length..^".json".Length], 1, template, Shipped: true));
        }

        return choices;
    }
}
