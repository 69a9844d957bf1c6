using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MotCua.Organization.Calendars;

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

        // PBKDF2-HMAC-SHA512; rounds as OWASP advises.
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        services.TryAddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();

        services.AddScoped<ImportAgencies>();
        services.AddSingleton<CalendarBooks>();
        services.AddScoped<CalendarDesk>();
        services.AddScoped<ImportCalendar>();
        services.AddScoped<DeclareDay>();
        services.AddScoped<RemoveDay>();
        services.AddScoped<SetHours>();
        services.AddScoped<RemoveHours>();
        services.AddScoped<OpenSaturdayDesk>();
        services.AddScoped<RemoveSaturdayDesk>();
        services.AddScoped<CloseAgency>();
        services.AddScoped<ReopenAgency>();
        services.AddScoped<FoundAgency>();
        services.AddScoped<ChangeAgency>();
        services.AddScoped<SucceedAgency>();
        services.AddScoped<OpenUnit>();
        services.AddScoped<ChangeUnit>();

        services.AddScoped<CreateOfficer>();
        services.AddScoped<ChangeOfficer>();
        services.AddScoped<AssignRole>();
        services.AddScoped<EndRole>();
        services.AddScoped<DelegateWork>();
        services.AddScoped<RevokeDelegation>();

        services.AddScoped<CreateAccount>();
        services.AddScoped<GiveOneTimePassword>();
        services.AddScoped<BlockAccount>();
        return services;
    }
}
