using Microsoft.EntityFrameworkCore;
using MotCua.Documents;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>A file is put to a register's record, whichever register it is of; its history says so.</summary>
public sealed class AttachToRecord(MotCuaDb db, FileStore store, RegisterDesk desk, CurrentOfficer officer, TimeProvider clock)
{
    /// <param name="Record">As read, not tracked.</param>
    /// <param name="Keepers">Who writes in its register.</param>
    /// <param name="FileName">As the browser sent it.</param>
    /// <param name="Content">PDF, JPEG or PNG.</param>
    public sealed record Input(RegisterRecord Record, IReadOnlyList<OfficeRole> Keepers, string FileName, Stream Content);

    public async Task<Result> RunAsync(Input input, CancellationToken ct)
    {
        var record = input.Record;
        if (!officer.Sees(record.AgencyId))
        {
            return RegisterErrors.NotFound();
        }

        if (!desk.Keeps(record.AgencyId, input.Keepers))
        {
            return RegisterErrors.NotAllowed(input.Keepers);
        }

        var name = FileStore.NameOf(input.FileName);
        var stored = await store.SaveAsync(name, input.Content, ct);
        if (!stored.Succeeded)
        {
            return stored.Error!;
        }

        var now = clock.Now();
        db.Attach(record);
        record.NoteFile(name, now, officer.Id);
        db.Add(RegisterAttachment.Of(record, name, stored.Value, now, officer.Id));
        db.AddRange(record.NewChanges);
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return RegisterErrors.ChangedMeanwhile();
        }
    }
}
