using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Foundation;

namespace MotCua.Organization.Calendars;

public static class CalendarDb
{
    extension(MotCuaDb db)
    {
        public DbSet<NationalDay> NationalDays => db.Set<NationalDay>();

        public DbSet<AgencyHours> AgencyHours => db.Set<AgencyHours>();

        public DbSet<AgencyDesk> AgencyDesks => db.Set<AgencyDesk>();

        public DbSet<AgencyClosing> AgencyClosings => db.Set<AgencyClosing>();
    }
}

internal sealed class CalendarTables :
    IEntityTypeConfiguration<NationalDay>, IEntityTypeConfiguration<AgencyHours>, IEntityTypeConfiguration<AgencyDesk>, IEntityTypeConfiguration<AgencyClosing>
{
    public void Configure(EntityTypeBuilder<NationalDay> builder)
    {
        builder.ToTable("calendar_days");
        builder.HasKey(d => d.Day);
    }

    public void Configure(EntityTypeBuilder<AgencyHours> builder)
    {
        builder.ToTable("office_hours");
        builder.HasKey(h => new { h.AgencyId, h.ValidFrom });
        builder.Property(h => h.Sessions).IsJson();
        builder.Ignore(h => h.Hours);
    }

    public void Configure(EntityTypeBuilder<AgencyDesk> builder)
    {
        builder.ToTable("saturday_desks");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Sessions).IsJson();
        builder.Ignore(d => d.Desk);
    }

    public void Configure(EntityTypeBuilder<AgencyClosing> builder)
    {
        builder.ToTable("office_closings");
        builder.HasKey(c => new { c.AgencyId, c.Day });
    }
}
