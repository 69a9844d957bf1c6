using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Procedures;
using MotCua.TestKit;
using MotCua.WebTests.Dossiers;
using Shouldly;

namespace MotCua.WebTests.Public;

/// <summary>A dossier of one person whose every datum is known, lived act by act and then written, as an import would.</summary>
public sealed class TrackedLife(DossierOffice office, string limit = "5wd", SupplementPolicy onSupplement = SupplementPolicy.Restart)
{
    public const string IdNumber = "051192004567";
    public const string Phone = "0912345678";
    public const string SubmitterName = "Hoàng Văn Khánh";

    /// <summary>What officers typed about this person; only a second fact opens it.</summary>
    public const string Secret = "Giấy khai sinh cũ của cháu ghi sai họ mẹ";

    /// <summary>Nothing of these may stand in any public answer, as written or without marks.</summary>
    public static readonly string[] Personal =
    [
        DossierOffice.Applicant, Vietnamese.SearchKey(DossierOffice.Applicant), "Hoàng Nguyên Thảo", IdNumber, "4567", Phone, "5678", "912345", "Phú Thọ", "my@example.vn",
        SubmitterName, "051085001111", "1111", "14/03/1992", Secret, "khai sinh cũ",
    ];

    private static readonly DeadlineClock Clock = new(WorkingCalendar.BuiltIn, OfficeHours.Default);

    private static int made;

    private readonly string code = $"H99.31-261109-{4000 + Interlocked.Increment(ref made):0000}";
    private Dossier? dossier;

    private Actor By => Actor.Of(office.Hanh.Id);

    public async Task<TrackedLife> ReceivedAsync(string time, bool refused = false, FilingChannel returnBy = FilingChannel.Direct)
    {
        var procedure = await office.WithDbAsync(db => db.Procedures.AsNoTracking().IgnoreAutoIncludes().Where(p => p.Code == DossierOffice.Birth).Select(p => p.Id).SingleAsync());
        var at = DossierStory.At(time);
        var due = refused ? new Deadline(TimeLimit.None, null, null) : Clock.Start(at.Instant, TimeLimit.Parse(limit));
        var facts = new ReceivedFacts
        {
            Agency = office.Ward,
            Desk = office.Ward,
            Procedure = procedure,
            Version = office.Version,
            Channel = FilingChannel.Direct,
            Applicant = new Person(DossierOffice.Applicant)
            {
                IdNumber = IdNumber, Phone = Phone, Address = "thôn Phú Thọ, xã An Bình", Email = "my@example.vn", BornOn = new DateOnly(1992, 3, 14),
            },
            Submitter = new Person(SubmitterName) { IdNumber = "051085001111", Address = "thôn Phú Thọ" },
            Limit = limit,
            OnSupplement = onSupplement,
            Slip = true,
            DueDay = due.DueDay,
            DueAt = due.DueAt,
            ReturnBy = returnBy,
            ReturnTo = "thôn Phú Thọ, xã An Bình",
            FeeDong = 8000,
            Reason = refused ? Secret : null,
        };
        dossier = refused ? Dossier.RefuseAtDoor(code, "Hộ tịch", facts, at, By) : Dossier.Receive(code, "Hộ tịch", facts, at, By);
        return this;
    }

    public TrackedLife Taken(string time) => Do(d => d.Take(office.Bao.Id, DossierStory.At(time), By));

    public TrackedLife PapersMissing(string time) => Do(d => d.CheckPapers(
        [new PaperCheck(1, "Tờ khai đăng ký lại khai sinh"), new PaperCheck(2, "Bản cam đoan") { Verdict = PaperVerdict.Missing, Reason = Secret }], DossierStory.At(time), By));

    public TrackedLife AskedForSupplement(string time) => PapersMissing(time).Do(d => d.AskForSupplement(Secret, DossierStory.At(time), By));

    public TrackedLife Supplemented(string time) => Do(d => d.Supplement(Clock, DossierStory.At(time), By));

    public TrackedLife Paused(string time, PauseReason reason) => Do(d => d.Pause(reason, Secret, DossierStory.At(time), By));

    public TrackedLife Forwarded(string time) => Do(d => d.Forward(office.Province, DossierStory.At(time), By));

    public TrackedLife Apologised(string time, DateOnly newDue, string cause) => Do(d => d.Apologise(new ApologyFacts("27/XL-UBND", newDue, cause, "Vũ Quang Vinh"), DossierStory.At(time), By));

    public TrackedLife SentForSignature(string time) => Do(d => d.SendForSignature(office.Vinh.Id, DossierStory.At(time), By));

    public TrackedLife Signed(string time) => Do(d => d.Sign(null, DossierStory.At(time), By));

    public TrackedLife Ready(string time, Outcome outcome = Outcome.Granted) => Do(d => d.MarkResultReady(outcome, null, Clock, DossierStory.At(time), By, note: Secret));

    public TrackedLife Stopped(string time) => Do(d => d.Stop(Secret, Clock, DossierStory.At(time), By));

    public TrackedLife Withdrawn(string time) => Do(d => d.Withdraw(Secret, Clock, DossierStory.At(time), By));

    public TrackedLife Returned(string time) => Do(d => d.Return(FilingChannel.Direct, SubmitterName, DossierStory.At(time), By));

    /// <summary>In the database; answers the code.</summary>
    public async Task<string> WrittenAsync()
    {
        await office.WithDbAsync(async db =>
        {
            db.Dossiers.Add(dossier!);
            return await db.SaveChangesAsync();
        });
        return code;
    }

    private TrackedLife Do(Func<Dossier, Result> act)
    {
        var done = act(dossier!);
        done.Succeeded.ShouldBeTrue(done.Error?.ToString());
        return this;
    }
}
