using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MotCua.Organization;

/// <summary>
/// Agencies with dates in force (<see cref="Agency"/>, <see cref="AgencyTree"/>), units, officers, roles, delegations, accounts.
/// <see cref="CurrentOfficer"/> answers what the officer of this request may do.
/// </summary>
public static class OrganizationModule
{
    public static IServiceCollection AddOrganization(this IServiceCollection services)
    {
        services.AddSingleton<AgencyTrees>();
        services.AddScoped<CurrentOfficer>();
        services.AddScoped<OfficerSessions>();
        services.TryAddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();

        return services;
    }
}
