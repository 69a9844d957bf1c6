using MotCua.Documents;
using MotCua.Foundation;

namespace MotCua.Reports;

/// <summary>A figure's list as CSV: days and instants as other programs read them, no cell that a spreadsheet would run.</summary>
public static class ReportCsv
{
    public static byte[] Of(ListFigure.Listed listed)
    {
        ArgumentNullException.ThrowIfNull(listed);
        return CsvText.File(listed.Rows
            .Select(r => CsvText.Line(r.Dossier, r.Applicant, r.Procedure, r.Field, r.Agency, r.Channel, Instant(r.Received), $"{r.DueDay:yyyy-MM-dd}", Instant(r.Finished)))
            .Prepend(CsvText.Line("Mã hồ sơ", "Người nộp", "Thủ tục", "Lĩnh vực", "Đơn vị", "Kênh nộp", "Nhận", "Hẹn trả", "Xong")));
    }

    private static string Instant(DateTimeOffset? instant) => instant is { } i ? i.ToOffset(Moment.VietnamOffset).ToString("yyyy-MM-dd HH:mm") : "";
}
