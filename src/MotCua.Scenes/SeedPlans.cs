using MotCua.Registers;

namespace MotCua.Scenes;

/// <summary>The tasks of a year's plan: so many, of which the first ones are done.</summary>
internal static class SeedPlans
{
    public static IEnumerable<PlanTaskFacts> Tasks(PlanKind plan, int year, int total, int done, DateOnly firstDone) => Enumerable.Range(1, total).Select(i => new PlanTaskFacts
    {
        Plan = plan,
        Year = year,
        Number = $"{i:00}",
        Content = $"Nhiệm vụ {i} của {plan.Label().ToLowerInvariant()} năm {year}",
        Owner = i % 3 == 0 ? "Văn phòng – thống kê" : i % 3 == 1 ? "Tư pháp – hộ tịch" : "Văn hóa – xã hội",
        Product = "Văn bản",
        DueOn = new DateOnly(year, 12, 15),
        DoneOn = i <= done ? firstDone.AddDays(i) : null,
    });
}
