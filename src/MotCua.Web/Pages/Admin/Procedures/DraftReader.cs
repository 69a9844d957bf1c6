using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Procedures;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Procedures;

/// <summary>Turns the typed draft into a version's text; each wrong field is named. What the form does not show stays as it was.</summary>
public sealed class DraftReader(ModelStateDictionary state, Text t)
{
    private const int MostPapers = 99;

    public VersionText Read(DraftTyped typed, VersionText before)
    {
        Required("Draft.Name", typed.Name, t[ProcedureErrors.NoName()]);
        Required("Draft.Field", typed.Field, t[ProcedureErrors.NoField()]);
        var content = before.Content;
        var routes = Routes(typed, content);
        return before with
        {
            Name = Vietnamese.Tidy(typed.Name ?? ""),
            Field = Vietnamese.Tidy(typed.Field ?? ""),
            Level = Vietnamese.Tidy(typed.Level ?? ""),
            Limit = Limit("Draft.Count", typed.Count, typed.Unit),
            OnSupplement = Snake.Parse<SupplementPolicy>(typed.Supplement) ?? SupplementPolicy.Restart,
            DigitisationRequired = typed.Digitise,
            Content = content with
            {
                VerificationLimit = Limit("Draft.LongerCount", typed.LongerCount, typed.LongerUnit),
                Immediate = typed.Immediate,
                Scope = Snake.Parse<ReceptionScope>(typed.Scope),
                Service = Snake.Parse<ServiceLevel>(typed.Service),
                ResultName = Line(typed.ResultName),
                CompetentAgency = Line(typed.Agency),
                ExternalSystem = Line(typed.External),
                Applicants = Lines(typed.Applicants),
                LegalBasis = Lines(typed.LegalBasis),
                Conditions = string.Join('\n', Lines(typed.Conditions)) is { Length: > 0 } conditions ? conditions : null,
                Papers = Papers(typed),
                Channels = routes.Channels,
                Fees = routes.Fees,
            },
        };
    }

    private List<RequiredPaper> Papers(DraftTyped typed)
    {
        var papers = new List<RequiredPaper>();
        for (var i = 0; i < typed.Papers.Count; i++)
        {
            var row = typed.Papers[i];
            if (string.IsNullOrWhiteSpace(row.Name))
            {
                state.AddModelError($"Draft.Papers[{i}].Name", t["Ghi tên giấy tờ {0}, hoặc bỏ dòng này.", i + 1]);
            }

            papers.Add(new RequiredPaper(Vietnamese.Tidy(row.Name ?? ""))
            {
                Originals = Copies($"Draft.Papers[{i}].Originals", row.Originals),
                CertifiedCopies = Copies($"Draft.Papers[{i}].CertifiedCopies", row.CertifiedCopies),
                Copies = Copies($"Draft.Papers[{i}].Copies", row.Copies),
                ElectronicAllowed = row.Electronic,
                PresentOnly = row.PresentOnly,
                Case = Line(row.Case),
                Form = Line(row.Form),
            });
        }

        return papers;
    }

    private (List<ChannelTerms> Channels, List<ChannelFee> Fees) Routes(DraftTyped typed, ProcedureContent before)
    {
        var channels = new List<ChannelTerms>();
        var fees = new List<ChannelFee>();
        for (var i = 0; i < typed.Routes.Count; i++)
        {
            var row = typed.Routes[i];
            var channel = Snake.Parse<FilingChannel>(row.Channel);
            var situation = Line(row.Case);
            var limit = Limit($"Draft.Routes[{i}].Count", row.Count, row.Unit);
            var dong = Amount($"Draft.Routes[{i}].Dong", row.Dong);
            if (channels.Exists(c => c.Channel == channel && c.Case == situation) || fees.Exists(f => f.Channel == channel && f.Case == situation))
            {
                state.AddModelError($"Draft.Routes[{i}].Case", t["Dòng {0} trùng hình thức và trường hợp với dòng trên. Ghi trường hợp khác, hoặc bỏ dòng này.", i + 1]);
            }

            if (channel is { } filed)
            {
                var known = before.Channels.FirstOrDefault(c => c.Channel == filed && c.Case == situation) ?? new ChannelTerms(filed) { Case = situation };
                channels.Add(known with { Limit = limit });
            }
            else if (limit is not null)
            {
                state.AddModelError($"Draft.Routes[{i}].Count", t["Thời hạn riêng phải theo một hình thức nộp. Chọn hình thức, hoặc ghi thời hạn chung ở trên."]);
            }

            fees.Add(new ChannelFee(channel, dong) { Case = situation, Text = Line(row.Text) });
        }

        return (channels, fees);
    }

    private void Required(string field, string? value, string words)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            state.AddModelError(field, words);
        }
    }

    private TimeLimit? Limit(string field, string? count, string? unit)
    {
        if (!DraftTyped.Join(count, unit, out var limit))
        {
            state.AddModelError(field, t[ProcedureErrors.BadLimit($"{count} {unit}".Trim())]);
            return null;
        }

        return limit;
    }

    private int Copies(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return 0;
        }

        if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MostPapers)
        {
            return count;
        }

        state.AddModelError(field, t["Số bản phải là số từ 0 đến {0}.", MostPapers]);
        return 0;
    }

    private long? Amount(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var digits = text.Trim().Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var dong) && dong <= 1_000_000_000_000)
        {
            return dong;
        }

        state.AddModelError(field, t["Lệ phí phải là số đồng từ 0 trở lên, ví dụ 8.000. Không biết thì để trống."]);
        return null;
    }

    private static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : Vietnamese.Tidy(text);

    private static List<string> Lines(string? text) => [.. (text ?? "").Split('\n').Select(Vietnamese.Tidy).Where(l => l.Length > 0)];
}
