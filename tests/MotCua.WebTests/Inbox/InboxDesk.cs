using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.TestKit;
using Shouldly;

namespace MotCua.WebTests.Inbox;

/// <summary>A ward on Friday 20/11/2026 09:42 with one dossier of each kind that a list tells apart.</summary>
public sealed class InboxDesk(PostgresFixture postgres) : DeskApp(postgres)
{
    private const string Business = "1.001612";

    private const string Procedures = $"""
        code,name,field,limit,on_supplement,digitisation,fee_vnd
        1.004884,Đăng ký lại khai sinh,Hộ tịch,5wd,restart,required,0
        {Business},Đăng ký thành lập hộ kinh doanh,Hộ kinh doanh,5wd,restart,required,0
        """;

    private static readonly DeadlineClock Deadlines = new(WorkingCalendar.BuiltIn, OfficeHours.Default);

    public (OfficerId Id, string UserName) Bao { get; private set; }

    public (OfficerId Id, string UserName) Tu { get; private set; }

    public async Task<Visitor> BaoAsync()
    {
        var browser = NewVisitor();
        await browser.LogInAsync(Bao.UserName, Password);
        return browser;
    }

    /// <summary>A dossier received at a time, in somebody's hands or in nobody's.</summary>
    public Task AddAsync(string code, string applicant, string received, string limit = "5wd", OfficerId? holder = null, string procedure = "1.004884", AgencyId? agency = null, Action<Dossier>? then = null) =>
        WithDbAsync(async db =>
        {
            var at = DossierStory.At(received);
            var due = Deadlines.Start(at.Instant, TimeLimit.Parse(limit));
            var place = agency ?? Ward;
            var id = (await db.Procedures.SingleAsync(p => p.Code == procedure)).Id;
            var version = await db.ProcedureVersions.SingleAsync(v => v.ProcedureId == id);
            var dossier = Dossier.Receive(code, version.Field, new ReceivedFacts
            {
                Agency = place,
                Desk = place,
                Procedure = id,
                Version = version.Id,
                Channel = FilingChannel.Direct,
                Applicant = new Person(applicant) { Phone = "0912345678" },
                Limit = limit,
                OnSupplement = SupplementPolicy.Restart,
                Slip = true,
                DueDay = due.DueDay,
                DueAt = due.DueAt,
            }, at, Actor.Of(Bao.Id));
            if (holder is { } officer)
            {
                dossier.Take(officer, at, Actor.Of(officer)).Succeeded.ShouldBeTrue();
            }

            then?.Invoke(dossier);
            db.Add(dossier);
            return await db.SaveChangesAsync();
        });

    protected override async Task PrepareAsync()
    {
        Bao = await NewOfficerAsync(Ward, OfficeRole.Specialist);
        Tu = await NewOfficerAsync(Ward, OfficeRole.Specialist);
        await InScopeAsync(services => services.GetRequiredService<ImportProcedures>().RunAsync(
            new(new MemoryStream(Encoding.UTF8.GetBytes(Procedures)), Json: false, FirstFrom: new DateOnly(2025, 7, 1)), new ImportProblems("test"), default));
        var by = Actor.Of(Bao.Id);
        await AddAsync("H99.31-261113-0004", "Trần Văn Khoa", "13/11/2026 08:00", "3wd", Bao.Id);
        await AddAsync("H99.31-261117-0011", "Nguyễn Thị Phương Thảo", "17/11/2026 08:00", "3wd", Bao.Id);
        await AddAsync("H99.31-261119-0006", "Hồ Thị Bích Ngọc", "19/11/2026 08:00", "10wd", Bao.Id, Business);
        await AddAsync("H99.31-261112-0012", "Tôn Thất Gia Bảo", "12/11/2026 08:00", "5wd", Bao.Id, then: d => d.AskForSupplement("Thiếu bản sao", DossierStory.At("16/11/2026 09:00"), by));
        await AddAsync("H99.31-261118-0003", "Bùi Đăng Hưng", "18/11/2026 08:00", "5wd", Tu.Id);
        await AddAsync("H99.31-261120-0002", "Lý Thị Ba", "20/11/2026 08:30", "5wd");
        await AddAsync("H99.31-261116-0009", "Đỗ Văn Tám", "16/11/2026 08:00", "5wd", Bao.Id, then: d => d.MarkResultReady(Outcome.Granted, null, Deadlines, DossierStory.At("18/11/2026 10:00"), by));
        await AddAsync("H99.32-261118-0001", "Người Xã Bên", "18/11/2026 08:00", "5wd", agency: OtherWard);
    }
}
