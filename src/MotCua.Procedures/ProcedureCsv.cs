using System.Globalization;
using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Procedures;

/// <summary>code,name,field,limit,on_supplement,digitisation,fee_vnd (CONTRACT 2).</summary>
internal static class ProcedureCsv
{
    private static readonly string[] Columns = ["code", "name", "field", "limit", "on_supplement", "digitisation", "fee_vnd"];

    public static IReadOnlyList<ImportedProcedure> Read(Stream stream, ImportProblems problems)
    {
        var rows = new List<ImportedProcedure>();
        foreach (var row in CsvFile.Read(stream, Columns, [], problems))
        {
            if (Parse(row, problems) is { } procedure)
            {
                rows.Add(procedure);
            }
        }

        return rows;
    }

    private static ImportedProcedure? Parse(CsvRow row, ImportProblems problems)
    {
        var faults = ImportedProcedure.Faults(row["code"], row["name"], ImportedProcedure.LongestCsvName).ToList();
        if (row["field"].Length == 0 || Vietnamese.Length(row["field"]) > ImportedProcedure.LongestCsvName || Vietnamese.HasForbiddenCharacters(row["field"]))
        {
            faults.Add("thiếu lĩnh vực, hoặc lĩnh vực dài quá 300 chữ hay có ký tự ẩn");
        }

        if (!TimeLimit.TryParse(row["limit"], out var limit))
        {
            faults.Add($"limit “{row["limit"]}” không đúng; ghi như 3wd, 15d, 8h, 2mo, same hoặc none, số từ 1 đến 9999");
        }

        var supplement = Or(row["on_supplement"], "restart");
        if (Snake.Parse<SupplementPolicy>(supplement) is not { } policy)
        {
            faults.Add($"on_supplement “{supplement}” không đúng; ghi restart hoặc resume");
            policy = default;
        }

        var digitisation = Or(row["digitisation"], "required");
        if (digitisation is not ("required" or "exempt"))
        {
            faults.Add($"digitisation “{digitisation}” không đúng; ghi required hoặc exempt");
        }

        if (!Fee(row["fee_vnd"], out var fee))
        {
            faults.Add($"fee_vnd “{row["fee_vnd"]}” không phải số nguyên từ 0 trở lên");
        }

        foreach (var fault in faults)
        {
            problems.Add(row.Line, fault);
        }

        return faults.Count > 0 ? null : new ImportedProcedure(row.Line, row["code"])
        {
            Text = new VersionText
            {
                Name = row["name"],
                Field = row["field"],
                Limit = limit,
                OnSupplement = policy,
                DigitisationRequired = digitisation == "required",
                Content = new ProcedureContent { Fees = fee is { } dong ? [new ChannelFee(null, dong)] : [] },
            },
        };
    }

    private static string Or(string text, string otherwise) => text.Length == 0 ? otherwise : text;

    // Empty: the file gives no amount.
    private static bool Fee(string text, out long? dong)
    {
        dong = null;
        if (text.Length == 0)
        {
            return true;
        }

        var whole = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var amount);
        dong = amount;
        return whole;
    }
}
