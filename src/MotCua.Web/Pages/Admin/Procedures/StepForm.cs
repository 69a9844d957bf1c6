using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Web.Pages.Admin.Procedures;

/// <summary>One step as it stands in the form: text, so that nothing typed is lost to a wrong number.</summary>
public sealed class StepTyped
{
    public string? Name { get; set; }

    public string? Role { get; set; }

    /// <summary>Working days, or hours for limits in hours and of the same day.</summary>
    public string? Time { get; set; }

    public string? Result { get; set; }
}

/// <summary>The steps editor: rows are added and taken out by buttons of the form, so that it works without JavaScript.</summary>
public static class StepForm
{
    public const int Most = 20;

    public static readonly IReadOnlyList<OfficeRole> Roles = [OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Signer, OfficeRole.Clerk];

    public static List<StepTyped> From(StepPlan plan) =>
    [
        .. plan.Steps.Select(s => new StepTyped { Name = s.Name, Role = s.Role.Text(), Time = plan.InputOf(s), Result = s.Result }),
    ];

    /// <summary>"0,5" and "0.5" alike.</summary>
    public static decimal? Number(string? text) =>
        decimal.TryParse(text?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 10_000 ? number : null;

    /// <summary>Reads the rows; what is wrong is said at its field.</summary>
    public static IReadOnlyList<InternalStep> Read(IReadOnlyList<StepTyped> rows, StepPlan plan, ModelStateDictionary state, Shell.Text t)
    {
        var steps = new List<InternalStep>();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (string.IsNullOrWhiteSpace(row.Name))
            {
                state.AddModelError($"Steps[{i}].Name", t[ProcedureErrors.StepName(i + 1)]);
            }

            var time = Number(row.Time);
            if (time is not > 0)
            {
                state.AddModelError($"Steps[{i}].Time", t[ProcedureErrors.StepTime(i + 1)]);
            }

            steps.Add(new InternalStep(Vietnamese.Tidy(row.Name ?? ""), Snake.Parse<OfficeRole>(row.Role) ?? OfficeRole.Specialist, plan.HoursOf(time ?? 0))
            {
                Result = string.IsNullOrWhiteSpace(row.Result) ? null : Vietnamese.Tidy(row.Result),
            });
        }

        return steps;
    }
}
