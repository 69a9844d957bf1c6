namespace MotCua.Organization;

/// <summary>Where an agency stands ("cấp"). There are no districts in force after 30/6/2025.</summary>
public enum AgencyLevel
{
    Province,
    District,
    Commune,

    /// <summary>A specialised agency of a province or district ("cơ quan chuyên môn").</summary>
    Department,

    /// <summary>A branch of a central agency in the area ("đơn vị ngành dọc").</summary>
    Branch,
}

public static class AgencyLevels
{
    public static string Name(this AgencyLevel level) => level switch
    {
        AgencyLevel.Province => "Cấp tỉnh",
        AgencyLevel.District => "Cấp huyện",
        AgencyLevel.Commune => "Cấp xã",
        AgencyLevel.Department => "Cơ quan chuyên môn",
        _ => "Đơn vị ngành dọc",
    };
}
