namespace MotCua.Web.Pages.Admin.Procedures;

/// <summary>Why a part changes, typed beside the difference.</summary>
public sealed class ReasonTyped
{
    public string? Key { get; set; }

    public string? Why { get; set; }
}
