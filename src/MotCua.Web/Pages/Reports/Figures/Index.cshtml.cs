using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Reports.Figures;

/// <summary>The catalogue of figures: what each counts, what asks for it, and its value for an agency and a period.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk)]
public sealed class IndexModel(MotCuaDb db, CurrentOfficer officer, TimeProvider clock, Text t) : ReportPage(officer, clock, t)
{
    /// <summary>The figures by what they are about.</summary>
    public static readonly IReadOnlyList<(string Head, string[] Names)> Groups =
    [
        (Text.Key("Tiếp nhận"), ["received", "carried", "new", "new.direct", "new.online", "new.postal", "new.offline", "refused_at_door"]),
        (Text.Key("Đã giải quyết"), ["done", "done.in_time", "done.early", "done.on_time", "done.late", "withdrawn"]),
        (Text.Key("Đang giải quyết"), ["pending", "pending.within", "pending.overdue", "pending.stopped"]),
        (Text.Key("Trễ hạn, xin lỗi"), ["late", "apologised", "late_without_apology"]),
        (Text.Key("Trả kết quả"), ["returned", "ready_not_returned"]),
        (Text.Key("Số hóa, thanh toán, hài lòng"), ["digitised", "not_digitised", "paid_online", "paid_online.amount", "rated", "satisfied"]),
    ];

    public Period? Period { get; private set; }

    /// <summary>Whoever answers for figures also lays another system's list beside them.</summary>
    public bool MayReconcile => ReconcileModel.Roles.Any(Officer.HoldsAnywhere);

    public string AgencyName { get; private set; } = "";

    public IReadOnlyDictionary<string, long> Values { get; private set; } = new Dictionary<string, long>();

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Settle() is not { } code || !ModelState.IsValid)
        {
            return;
        }

        var period = MotCua.Reports.Period.Of(From!.Value, To!.Value, DataAt);
        if (!period.Succeeded)
        {
            Refuse(period.Error!);
            return;
        }

        Period = period.Value;
        var agency = Officer.Agencies.ByCode(code)!;
        AgencyName = Officer.Agencies.NameOf(agency.Id, Period.LastDay);
        var counts = await new FigureQuery(db.Database.GetDbConnection())
            .CountAsync(MotCua.Reports.Figures.All, Period, Basis, Officer.Agencies.WithDescendants(agency.Id, Period.LastDay), Grouping.Agency, ct);
        Values = MotCua.Reports.Figures.All.ToDictionary(f => f.Name, f => counts.Sum(c => c[f.Name]), StringComparer.Ordinal);
    }

    /// <summary>"đã giải quyết", or several joined by a plus; null when the figure is no share of another.</summary>
    public string? Whole(Figure figure) => WholeOf(figure, T);

    public decimal? Rate(Figure figure) => Rates.Of(Values[figure.Name], figure.Of.Sum(o => Values[o]));

    public string FigureLink(Figure figure) => FigureModel.Address(figure.Name, Request.QueryString);

    public static string? WholeOf(Figure figure, Text t) =>
        figure.Of.Count == 0 ? null : string.Join(" + ", figure.Of.Select(o => t[MotCua.Reports.Figures.Get(o).Label]));
}
