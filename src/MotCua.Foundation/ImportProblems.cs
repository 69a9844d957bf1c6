namespace MotCua.Foundation;

/// <summary>What is wrong in an imported file: every bad line with its reason, at most <see cref="Limit"/> of them.</summary>
public sealed class ImportProblems(string file)
{
    public const int Limit = 100;

    private readonly List<(int Line, string Reason)> problems = [];

    public string File { get; } = file;

    public bool Any => problems.Count > 0;

    /// <summary>No more problems are kept: the reader may stop.</summary>
    public bool Full => problems.Count >= Limit;

    /// <summary>By line, in the order in which they were found.</summary>
    public IReadOnlyList<(int Line, string Reason)> All => [.. problems.OrderBy(p => p.Line)];

    /// <param name="line">From 1; 0 when the whole file is meant.</param>
    /// <param name="reason">One Vietnamese sentence that says what is wrong and what is expected.</param>
    public void Add(int line, string reason)
    {
        if (!Full)
        {
            problems.Add((line, reason.ReplaceLineEndings(" ")));
        }
    }

    public void Add(int line, Error error) => Add(line, error.Message);

    /// <summary>Writes FILE:LINE: reason, a problem a line.</summary>
    public void WriteTo(TextWriter writer)
    {
        foreach (var (line, reason) in All)
        {
            writer.WriteLine(line == 0 ? $"{File}: {reason}" : $"{File}:{line}: {reason}");
        }

        if (Full)
        {
            writer.WriteLine($"{File}: chỉ nêu {Limit} lỗi đầu tiên; sửa rồi chạy lại để xem phần còn lại.");
        }
    }
}
