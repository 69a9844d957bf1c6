using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.TestKit;
using Shouldly;

namespace MotCua.WebTests.Desk;

/// <summary>The ward with four procedures: three days and a fee, done at once, nothing said by the source, and one that ended yesterday.</summary>
public sealed class IntakeApp(PostgresFixture postgres) : DeskApp(postgres)
{
    public const string Card = "051098001234||Bùi Đăng Hưng|14031998|Nam|Thôn Đông Hòa, An Bình|20052021";

    public ProcedureVersionId Marital { get; private set; }

    public ProcedureVersionId Certified { get; private set; }

    /// <summary>Neither limit nor fee nor papers.</summary>
    public ProcedureVersionId Silent { get; private set; }

    public ProcedureVersionId Ended { get; private set; }

    protected override async Task PrepareAsync()
    {
        Marital = await AddAsync("1.004873", new VersionText
        {
            Name = "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân",
            Field = "Hộ tịch",
            Limit = TimeLimit.WorkingDays(3),
            Content = new ProcedureContent
            {
                Papers =
                [
                    new("Tờ khai cấp Giấy xác nhận tình trạng hôn nhân") { Originals = 1 },
                    new("Giấy tờ chứng minh nơi cư trú") { Copies = 1 },
                    new("Quyết định ly hôn hoặc giấy chứng tử") { CertifiedCopies = 1, Case = "Trường hợp đã từng kết hôn" },
                ],
                Fees = [new(null, 15_000)],
            },
        });
        Certified = await AddAsync("2.000815", new VersionText
        {
            Name = "Chứng thực bản sao từ bản chính",
            Field = "Chứng thực",
            Content = new ProcedureContent { Immediate = true, Papers = [new("Bản chính và bản sao") { Originals = 1, Copies = 1 }], Fees = [new(null, 2_000)] },
        });
        Silent = await AddAsync("1.999999", new VersionText { Name = "Thủ tục nguồn không ghi gì", Field = "Khác" });
        Ended = await AddAsync("1.000777", new VersionText { Name = "Thủ tục đã thay bản", Field = "Khác", Limit = TimeLimit.WorkingDays(5), Content = new() { Fees = [new(null, 0)] } });
        await ExecuteAsync($"update procedure_versions set valid_to = '2026-11-19' where id = '{Ended.Value}'");
        await WithDbAsync(async db =>
        {
            var procedure = await db.Procedures.SingleAsync(p => p.Code == "1.000777");
            var text = procedure.Versions[0].Text with { Limit = TimeLimit.WorkingDays(2) };
            return procedure.Import(text, "mới", null, Clock.Now()).Value && await db.SaveChangesAsync() > 0;
        });
    }

    public Task<Visitor> ReceptionistAsync() => SignedInAs(OfficeRole.Receptionist);

    public Task<Dossier> DossierAsync(string code) => WithDbAsync(db => db.Dossiers.AsNoTracking().SingleAsync(d => d.Code == code));

    private async Task<ProcedureVersionId> AddAsync(string code, VersionText text) => await WithDbAsync(async db =>
    {
        var procedure = Procedure.Register(code).Value;
        procedure.Import(text, null, null, Clock.Now()).Succeeded.ShouldBeTrue();
        db.Procedures.Add(procedure);
        await db.SaveChangesAsync();
        return procedure.Versions[0].Id;
    });
}

/// <summary>What an officer does on the intake page, without scripts: type into the form, press one of its buttons.</summary>
public static class Counter
{
    public const string Page = "/tiep-nhan";

    public static async Task<WebPage> PressAsync(this Visitor officer, WebPage page, string handler, params (string Name, string Value)[] typed)
    {
        page.One("#tiep-nhan").SetAttribute("action", $"{Page}?handler={handler}");
        return await officer.SubmitAsync(page, "#tiep-nhan", typed);
    }

    /// <summary>Chooses the procedure and reads the card; all else is as the page fills it.</summary>
    public static async Task<WebPage> StartAsync(this Visitor officer, ProcedureVersionId version, string? card = IntakeApp.Card)
    {
        var page = await officer.PressAsync(await officer.GetAsync(Page), "Refresh", ("Choose", version.Value.ToString()));
        return card is null ? page : await officer.PressAsync(page, "Refresh", ("Scan", card));
    }

    /// <summary>A complete form for the certificate of marital status, before the last button.</summary>
    public static Task<WebPage> ReadyAsync(this Visitor officer, IntakeApp app, string? card = IntakeApp.Card) => officer.ReadyAsync(app.Marital, card);

    public static async Task<WebPage> ReadyAsync(this Visitor officer, ProcedureVersionId version, string? card = IntakeApp.Card) =>
        await officer.PressAsync(await officer.StartAsync(version, card), "Refresh", ("Do", "all-ok"));

    /// <summary>"Quay lại sửa" on the page before a refusal.</summary>
    public static Task<WebPage> PressBackAsync(this Visitor officer, WebPage refusal)
    {
        refusal.One("form.mc-refuse").SetAttribute("action", $"{Page}?handler=Refresh");
        return officer.SubmitAsync(refusal, "form.mc-refuse");
    }

    public static string CodeOf(this WebPage answer)
    {
        answer.Location.ShouldNotBeNull($"{string.Join("; ", answer.Errors)} {answer.Words}");
        return answer.Location.Split('/')[2];
    }

    public static string Box(this WebPage page, string id) => page.One("#" + id).GetAttribute("value") ?? "";
}
