using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>A citizen presses a mark on the counter's device, with the code of a slip or with the field of the business.</summary>
public sealed class RateAtKiosk(MotCuaDb db, RateByCitizen rate, TimeProvider clock)
{
    /// <param name="Agency">Whose counter it stands at.</param>
    /// <param name="Device">How the office calls the device.</param>
    /// <param name="Code">Of a dossier of that counter; null: without one.</param>
    /// <param name="Field">Without a dossier.</param>
    /// <param name="Rating">1 to 5.</param>
    public sealed record Input(AgencyId Agency, string Device, string? Code, string? Field, int Rating);

    public async Task<Result> RunAsync(Input input, CancellationToken ct)
    {
        if (input.Code is { } code)
        {
            return await IsHereAsync(db, input.Agency, code, ct)
                ? await rate.RunAsync(new RateByCitizen.Input(code, input.Rating, RatingVia.Kiosk), ct)
                : DossierErrors.NotFound(code);
        }

        var now = clock.Now();
        var fields = await SurveyFields.OfAsync(db.Database.GetDbConnection(), input.Agency, now, ct);
        if (input.Field is not { } field || !fields.Contains(field))
        {
            return RegisterErrors.FormWithoutField();
        }

        var form = SurveyForm.AtDevice(input.Agency, field, input.Rating, input.Device, now);
        if (form.Succeeded)
        {
            db.Add(form.Value);
            db.AddRange(form.Value.NewChanges);
            await db.SaveChangesAsync(ct);
        }

        return form;
    }

    /// <summary>The counter received the dossier, or its agency settles it.</summary>
    internal static Task<bool> IsHereAsync(MotCuaDb db, AgencyId agency, string code, CancellationToken ct) =>
        db.Dossiers.AnyAsync(d => d.Code == code && (d.AgencyId == agency || d.DeskId == agency), ct);
}
