using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Web.Security;

/// <summary>Identity's sign-in, closed to blocked accounts and to officers who do not work on the day.</summary>
public sealed class OfficerSignIn(
    UserManager<Account> users,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<Account> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation,
    MotCuaDb db,
    TimeProvider clock) : SignInManager<Account>(users, http, claims, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(Account user)
    {
        var officer = await db.Officers.AsNoTracking().SingleAsync(o => o.Id == user.OfficerId);
        return !user.Blocked && officer.WorksOn(clock.Now().Day);
    }
}
