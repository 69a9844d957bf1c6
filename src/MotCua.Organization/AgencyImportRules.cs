using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>What the lines of a file must fulfil together, and with the agencies that are known.</summary>
internal static class AgencyImportRules
{
    public static void Check(IReadOnlyList<AgencyLine> lines, IReadOnlySet<string> codes, AgencyTree known, ImportProblems problems)
    {
        foreach (var line in lines.Where(l => l.Parent is not null && !codes.Contains(l.Parent) && known.ByCode(l.Parent) is null))
        {
            problems.Add(line.Line, $"không có cơ quan cấp trên mang mã \"{line.Parent}\"");
        }

        var merged = Merge(lines, known);
        foreach (var stages in merged.Values)
        {
            Overlaps(stages, problems);
        }

        Cycles(lines, merged, problems);
    }

    /// <summary>Per code the stages as they would stand after the import; line 0 = already known.</summary>
    private static Dictionary<string, List<AgencyLine>> Merge(IReadOnlyList<AgencyLine> lines, AgencyTree known)
    {
        var merged = lines.GroupBy(l => l.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        foreach (var node in known.All)
        {
            if (!merged.TryGetValue(node.Code, out var stages))
            {
                merged[node.Code] = stages = [];
            }

            var replaced = stages.Select(s => s.ValidFrom).ToHashSet();
            stages.AddRange(node.Stages.Where(s => !replaced.Contains(s.ValidFrom)).Select(s => new AgencyLine(
                0, node.Code, s.Name, s.Level, s.ParentId is { } parent ? known.CodeOf(parent) : null, s.ValidFrom, s.ValidTo)));
        }

        return merged;
    }

    private static void Overlaps(List<AgencyLine> stages, ImportProblems problems)
    {
        AgencyLine? widest = null;
        foreach (var stage in stages.OrderBy(s => s.ValidFrom).ThenBy(s => s.Line))
        {
            if (widest is not null && widest.Dates.Overlaps(stage.Dates))
            {
                var (blamed, other) = stage.Line > widest.Line ? (stage, widest) : (widest, stage);
                problems.Add(
                    blamed.Line,
                    $"thời gian của {stage.Code} trùng với {(other.Line == 0 ? "giai đoạn đã có" : $"dòng {other.Line}")} (từ {other.ValidFrom:yyyy-MM-dd})");
            }

            if (widest?.ValidTo is { } end && (stage.ValidTo is null || stage.ValidTo > end))
            {
                widest = stage;
            }

            widest ??= stage;
        }
    }

    /// <summary>A circle begins on the first day of one of its stages, so it is enough to walk up from there.</summary>
    private static void Cycles(IReadOnlyList<AgencyLine> lines, Dictionary<string, List<AgencyLine>> merged, ImportProblems problems)
    {
        foreach (var line in lines)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal) { line.Code };
            var above = line.Parent;
            while (above is not null && seen.Add(above))
            {
                above = merged.GetValueOrDefault(above)?.Find(s => s.Dates.Contains(line.ValidFrom))?.Parent;
            }

            if (above == line.Code)
            {
                problems.Add(line.Line, $"{line.Code} trực thuộc chính mình qua các cấp trên");
            }
        }
    }
}
