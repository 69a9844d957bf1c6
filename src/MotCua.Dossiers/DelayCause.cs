namespace MotCua.Dossiers;

/// <summary>The closed list of causes of delay (form II.07 of TT 01/2020; DOMAIN 2.8).</summary>
public enum DelayCause
{
    ComplexCase,
    OtherAgencyLate,
    StaffShort,
    SoftwareFault,
    OfficerFault,
    OtherObjective,
}

public static class DelayCauses
{
    private static readonly Dictionary<DelayCause, string> Words = new()
    {
        [DelayCause.ComplexCase] = "hồ sơ phức tạp",
        [DelayCause.OtherAgencyLate] = "cơ quan phối hợp chậm",
        [DelayCause.StaffShort] = "thiếu người làm",
        [DelayCause.SoftwareFault] = "lỗi hệ thống, phần mềm",
        [DelayCause.OfficerFault] = "lỗi của cán bộ",
        [DelayCause.OtherObjective] = "nguyên nhân khách quan khác",
    };

    public static string Name(this DelayCause cause) => Words[cause];

    /// <summary>The cause in words: one of the list, or as an imported line said it.</summary>
    public static string Name(string cause) => Foundation.Snake.Parse<DelayCause>(cause) is { } known ? known.Name() : cause;
}
