using Microsoft.AspNetCore.Authorization;
using MotCua.Organization;

namespace MotCua.Web.Security;

/// <summary>
/// Who may open a page: an officer who holds one of the roles somewhere; without roles any officer who is logged in.
/// The page itself then asks <see cref="CurrentOfficer.Holds"/> in the agency of the record.
/// A page without [Allow] or [AllowAnonymous] is closed to everybody.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowAttribute(params OfficeRole[] roles) : AuthorizeAttribute, IAuthorizationRequirementData, IAuthorizationRequirement
{
    public new IReadOnlyList<OfficeRole> Roles { get; } = roles;

    public bool Admits(CurrentOfficer officer) => officer.IsKnown && (Roles.Count == 0 || Roles.Any(officer.HoldsAnywhere));

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

internal sealed class AllowHandler(IHttpContextAccessor http) : AuthorizationHandler<AllowAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AllowAttribute requirement)
    {
        var request = http.HttpContext!;
        if (requirement.Admits(request.RequestServices.GetRequiredService<CurrentOfficer>()))
        {
            context.Succeed(requirement);
        }
        else
        {
            Denial.Note(request, requirement.Roles);
        }

        return Task.CompletedTask;
    }
}
