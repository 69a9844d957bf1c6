using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <summary>Money received at the desk after the intake, with its receipt's number.</summary>
public sealed class PayFee(DossierDesk desk)
{
    public sealed record Input(string Code, int? SeenRevision, long AmountDong, PaymentMethod Method, string? Reference) : ActInput(Code, SeenRevision);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(
            input,
            EventKind.Paid,
            (dossier, now, by) => input.AmountDong <= 0
                ? DossierErrors.AmountMissing()
                : dossier.Pay(new PaymentFacts(input.AmountDong, input.Method, Vietnamese.Tidy(input.Reference ?? "")), now, by),
            ct);
}
