using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;

namespace MotCua.Web.Pages.Registers;

/// <summary>A record of whichever register, with the way to its page and who writes in it.</summary>
public sealed record RegisterPlace(RegisterRecord Record, string Title, string Path, IReadOnlyList<OfficeRole> Keepers);

public static class RegisterPlaces
{
    /// <summary>By the address of the register: nhiem-vu, ke-hoach, or one of the kit's. Null when there is none.</summary>
    public static async Task<RegisterPlace?> FindAsync(MotCuaDb db, string address, Guid id, CancellationToken ct)
    {
        if (address == "nhiem-vu")
        {
            return await db.Directives.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is { } directive
                ? new RegisterPlace(directive, directive.Number, $"/nhiem-vu/{id}", RegisterDesk.Keepers) : null;
        }

        if (address == "ke-hoach")
        {
            return await db.PlanTasks.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is { } task
                ? new RegisterPlace(task, task.Number, $"/ke-hoach/{id}", RegisterDesk.Keepers) : null;
        }

        return RegisterBooks.At(address) is { } book && await book.FindAsync(db, id, ct) is { } record
            ? new RegisterPlace(record, record.Title, $"/so/{address}/{id}", book.Keepers) : null;
    }

    /// <summary>The files of a record, the newest first.</summary>
    public static async Task<IReadOnlyList<RegisterAttachment>> FilesAsync(this MotCuaDb db, Guid record, CancellationToken ct) =>
        await db.RegisterAttachments.AsNoTracking().Where(f => f.RecordId == record).OrderByDescending(f => f.AddedAt).ThenBy(f => f.Id).Take(200).ToListAsync(ct);
}

/// <summary>What the box of files of a record shows; a path of null: nothing may be added.</summary>
public sealed record RegisterFiles(IReadOnlyList<RegisterAttachment> Files, string? AddPath);
