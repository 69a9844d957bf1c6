using MotCua.Foundation;
using MotCua.Procedures;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Procedures;

/// <summary>When a version holds, as its tab says it: " (dự thảo)", ", từ 01/07/2025", ", 2023 – 2025".</summary>
public static class VersionDates
{
    public static string Of(ProcedureVersion version, Text t) => version switch
    {
        { IsDraft: true } => t[" (dự thảo)"],
        { ValidTo: null } when version.ValidFrom == ProcedureVersion.SinceEver => "",
        { ValidTo: null } => t[", từ {0}", version.ValidFrom],
        { ValidTo: { } to } when version.ValidFrom == ProcedureVersion.SinceEver => t[", đến {0}", to],
        { ValidTo: { } to } => $", {Vietnamese.Date(version.ValidFrom!.Value)} – {Vietnamese.Date(to)}",
    };
}
