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

namespace MotCua.WebTests.Dossiers;

/// <summary>A ward with a receptionist, two specialists, a signer and a clerk, one procedure with papers and an internal process, and one that is done at once.</summary>
public sealed class DossierOffice(PostgresFixture postgres) : DeskApp(postgres)
{
    public const string Birth = "1.004884";

    /// <summary>With marks, a long family name and đ, in NFC.</summary>
    public const string Applicant = "Đặng Hoàng Nguyên Thảo My";

    private const string Csv = $"""
        code,name,field,limit,on_supplement,digitisation,fee_vnd
        {Birth},Đăng ký lại khai sinh,Hộ tịch,5wd,restart,required,8000
        """;

    public (OfficerId Id, string UserName) Hanh { get; private set; }

    public (OfficerId Id, string UserName) Bao { get; private set; }

    public (OfficerId Id, string UserName) Tu { get; private set; }

    public (OfficerId Id, string UserName) Vinh { get; private set; }

    public (OfficerId Id, string UserName) Hoa { get; private set; }

    /// <summary>A specialist of the land registry branch, H99.61, which the ward asks.</summary>
    public (OfficerId Id, string UserName) Ly { get; private set; }

    /// <summary>A specialist of the tax office, H99.62.</summary>
    public (OfficerId Id, string UserName) Dat { get; private set; }

    public AgencyId Registry { get; private set; }

    public AgencyId Tax { get; private set; }

    public ProcedureVersionId Version { get; private set; }

    public async Task<Visitor> LoggedInAsync((OfficerId Id, string UserName) officer)
    {
        var browser = NewVisitor();
        await browser.LogInAsync(officer.UserName, Password);
        return browser;
    }

    /// <summary>One unit of work as that officer's request would do it.</summary>
    public Task<T> AsAsync<T>((OfficerId Id, string UserName) officer, Func<IServiceProvider, Task<T>> work) => InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<MotCuaDb>();
        var day = Clock.Now().Day;
        var account = await db.Set<Account>().Where(a => a.OfficerId == officer.Id).Select(a => a.Id).SingleAsync();
        var (session, agencies) = (await services.GetRequiredService<OfficerSessions>().LoadAsync(account, day, default))!.Value;
        services.GetRequiredService<CurrentOfficer>().Become(session, agencies, day);
        return await work(services);
    });

    /// <summary>Received at the counter by the real use case; answers the code.</summary>
    public Task<string> ReceiveAsync(string name = Applicant, string? idNumber = "051192004567", string? phone = "0912345678") => AsAsync(Hanh, async services =>
    {
        var received = await services.GetRequiredService<ReceiveDossier>().RunAsync(new(FormOf(name, idNumber, phone), Ids.New()), default);
        received.Succeeded.ShouldBeTrue(received.Error?.ToString());
        return received.Value;
    });

    public IntakeForm FormOf(string name, string? idNumber = null, string? phone = null) => new()
    {
        Version = Version,
        Channel = FilingChannel.Direct,
        Applicant = new Person(name) { IdNumber = idNumber, Phone = phone, Address = "thôn Phú Thọ, xã An Bình" },
        Papers = [new PaperCheck(1, "Tờ khai đăng ký lại khai sinh") { Originals = 1 }, new PaperCheck(2, "Bản cam đoan") { Originals = 1 }],
        FeeDong = 8000,
        PaidBy = PaymentMethod.Cash,
    };

    /// <summary>An act of the desk in its own request, by the use case alone.</summary>
    public async Task ActAsync<TCase>((OfficerId Id, string UserName) officer, Func<TCase, Task<Result<Dossier>>> act)
        where TCase : notnull
    {
        var done = await AsAsync(officer, services => act(services.GetRequiredService<TCase>()));
        done.Succeeded.ShouldBeTrue(done.Error?.ToString());
    }

    /// <summary>Taken, signed and lying at the counter.</summary>
    public async Task<string> ReadyAsync(string name = Applicant)
    {
        var code = await ReceiveAsync(name, idNumber: null, phone: null);
        await SignedAsync(code);
        await ActAsync<MarkResultReady>(Hoa, c => c.RunAsync(new(code, null, Outcome.Granted, "12/GKS"), default));
        return code;
    }

    public async Task SignedAsync(string code)
    {
        await ActAsync<TakeDossier>(Bao, c => c.RunAsync(new(code, null), default));
        await ActAsync<SendForSignature>(Bao, c => c.RunAsync(new(code, null, Vinh.Id), default));
        await ActAsync<SignDossier>(Vinh, c => c.RunAsync(new(code, null), default));
    }

    /// <summary>The row as a request would read it, with its ledger.</summary>
    public Task<(Dossier Dossier, List<DossierEvent> Lines)> LoadAsync(string code) => WithDbAsync(async db =>
    {
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Code == code);
        return (dossier, await db.DossierEvents.AsNoTracking().Where(e => e.DossierId == dossier.Id).OrderBy(e => e.Seq).ToListAsync());
    });

    protected override async Task PrepareAsync()
    {
        Hanh = await NewOfficerAsync(Ward, OfficeRole.Receptionist);
        Bao = await NewOfficerAsync(Ward, OfficeRole.Specialist);
        Tu = await NewOfficerAsync(Ward, OfficeRole.Specialist);
        Vinh = await NewOfficerAsync(Ward, OfficeRole.Signer);
        Hoa = await NewOfficerAsync(Ward, OfficeRole.Clerk);
        Registry = await BranchAsync("H99.61", "Chi nhánh Văn phòng đăng ký đất đai khu vực 3");
        Tax = await BranchAsync("H99.62", "Thuế cơ sở 5");
        Ly = await NewOfficerAsync(Registry, OfficeRole.Specialist);
        Dat = await NewOfficerAsync(Tax, OfficeRole.Specialist);
        await InScopeAsync(services => services.GetRequiredService<ImportProcedures>().RunAsync(
            new(new MemoryStream(Encoding.UTF8.GetBytes(Csv)), Json: false, FirstFrom: new DateOnly(2025, 7, 1)), new ImportProblems("test"), default));
        await WithDbAsync(async db =>
        {
            var procedure = await db.Procedures.SingleAsync(p => p.Code == Birth);
            var text = procedure.LastImported!.Text;
            var draft = procedure.StartDraft(
                text with
                {
                    Content = text.Content with
                    {
                        VerificationLimit = TimeLimit.WorkingDays(8),
                        Papers = [new RequiredPaper("Tờ khai đăng ký lại khai sinh") { Originals = 1 }, new RequiredPaper("Bản cam đoan") { Originals = 1 }],
                        Steps =
                        [
                            new InternalStep("Tiếp nhận, quét, chuyển", OfficeRole.Receptionist, 1.5m), new InternalStep("Thẩm định", OfficeRole.Specialist, 22.5m),
                            new InternalStep("Ký", OfficeRole.Signer, 3.75m), new InternalStep("Vào sổ, đóng dấu", OfficeRole.Clerk, 3.75m),
                        ],
                    },
                },
                VersionOrigin.Office,
                Clock.Now());
            draft.Succeeded.ShouldBeTrue(draft.Error?.ToString());
            var published = procedure.Publish(new DateOnly(2026, 11, 20), "1874/QĐ-UBND ngày 16/11/2026", Clock.Now());
            published.Succeeded.ShouldBeTrue(published.Error?.ToString());
            Version = published.Value.Id;
            return await db.SaveChangesAsync();
        });
    }

    private Task<AgencyId> BranchAsync(string code, string name) => InScopeAsync(async services =>
        (await services.GetRequiredService<FoundAgency>().RunAsync(new(code, name, AgencyLevel.Branch, "H99", new DateOnly(2025, 7, 1)), null, default)).Value);
}
