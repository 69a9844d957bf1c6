using System.Text.Json;

namespace MotCua.Dossiers.Ledger;

/// <summary>What is wrong with one dossier's ledger, if anything.</summary>
internal static class LedgerProof
{
    public static IEnumerable<VerifyLedger.Finding> Of(
        Dossier dossier, IReadOnlyList<DossierEvent> lines, IReadOnlyList<DossierSpan> spans, IReadOnlyList<DossierPayment> payments)
    {
        var findings = Chain(dossier, lines).ToList();
        return findings.Count > 0 ? findings : Replayed(dossier, lines, spans, payments);
    }

    /// <summary>The lines follow each other from 1 without gaps, each sealed over the one before it.</summary>
    private static IEnumerable<VerifyLedger.Finding> Chain(Dossier dossier, IReadOnlyList<DossierEvent> lines)
    {
        // By how much somebody renumbered the lines from here on, to make room or to close a gap.
        var moved = 0;
        var expected = 1;
        byte[] previous = [];
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Seq != expected)
            {
                yield return new(dossier.Code, expected, line.Seq == expected + 1 ? "mất dòng này" : $"mất các dòng từ {expected} đến {line.Seq - 1}");
            }
            else if (line.Seq - moved > dossier.LastSeq || (!Continues(line, previous, moved) && i + 1 < lines.Count && Continues(lines[i + 1], previous, moved + 1)))
            {
                yield return new(dossier.Code, line.Seq, "dòng bị chèn vào");
                (moved, expected) = (moved + 1, line.Seq + 1);
                continue;
            }
            else if (!line.PreviousHash.AsSpan().SequenceEqual(previous) && IsSealed(line, moved - 1))
            {
                yield return new(dossier.Code, line.Seq, "mất dòng này; các dòng sau bị đánh số lại");
                moved--;
            }
            else if (!line.PreviousHash.AsSpan().SequenceEqual(previous))
            {
                yield return new(dossier.Code, line.Seq, "không nối tiếp dòng trước: có dòng bị chèn, xóa hoặc sửa");
            }

            if (!IsSealed(line, moved))
            {
                yield return new(dossier.Code, line.Seq, "nội dung dòng đã bị sửa");
            }

            (expected, previous) = (line.Seq + 1, line.Hash);
        }

        if (expected - 1 - moved < dossier.LastSeq)
        {
            yield return new(dossier.Code, expected, $"mất dòng ở cuối: hồ sơ ghi có {dossier.LastSeq} dòng");
        }
    }

    private static bool Continues(DossierEvent line, byte[] previous, int moved) => line.PreviousHash.AsSpan().SequenceEqual(previous) && IsSealed(line, moved);

    private static bool IsSealed(DossierEvent line, int moved) => line.Hash.AsSpan().SequenceEqual(line.ComputeHash(line.Seq - moved));

    private static IEnumerable<VerifyLedger.Finding> Replayed(
        Dossier dossier, IReadOnlyList<DossierEvent> lines, IReadOnlyList<DossierSpan> spans, IReadOnlyList<DossierPayment> payments)
    {
        Dossier told;
        try
        {
            told = Dossier.Replay(dossier.Id, dossier.Code, dossier.Field, lines);
        }
        catch (Exception e) when (e is JsonException or FormatException or NotSupportedException)
        {
            return [new(dossier.Code, null, $"không đọc lại được sổ: {e.Message}")];
        }

        List<VerifyLedger.Finding> findings = [.. DossierCopy.Differences(dossier, told).Select(c => new VerifyLedger.Finding(dossier.Code, null, $"cột {c} khác với sổ"))];
        if (!spans.Select(Text).Order(StringComparer.Ordinal).SequenceEqual(told.PastSpans.Select(Text).Order(StringComparer.Ordinal)))
        {
            findings.Add(new(dossier.Code, null, "các khoảng tính (dossier_spans) khác với sổ"));
        }

        if (!payments.Select(Text).Order(StringComparer.Ordinal).SequenceEqual(told.Payments.Select(Text).Order(StringComparer.Ordinal)))
        {
            findings.Add(new(dossier.Code, null, "các khoản thu (dossier_payments) khác với sổ"));
        }

        return findings;
    }

    private static string Text(DossierSpan s) =>
        $"{s.FromAt.UtcTicks}|{s.ToAt.UtcTicks}|{s.AgencyId.Value}|{s.DueDay:O}|{s.DueAt?.UtcTicks}|{s.ExtendedDue:O}|{s.StoppedAt?.UtcTicks}";

    private static string Text(DossierPayment p) => $"{p.At.UtcTicks}|{p.Amount}|{p.Method}|{p.Reference}";
}
