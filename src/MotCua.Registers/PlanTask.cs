using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>Of which plan a task is: the year's reform plan, the plan to improve PAPI, or the plan of a resolution or conclusion.</summary>
public enum PlanKind
{
    Reform,
    Papi,
    Resolution,
}

public static class PlanKinds
{
    private static readonly Dictionary<PlanKind, string> Labels = new()
    {
        [PlanKind.Reform] = "Kế hoạch cải cách hành chính",
        [PlanKind.Papi] = "Kế hoạch cải thiện chỉ số PAPI",
        [PlanKind.Resolution] = "Kế hoạch thực hiện nghị quyết, kết luận",
    };

    public static string Label(this PlanKind plan) => Labels[plan];
}

/// <summary>What a plan says of a task; also the line that imports it.</summary>
public sealed record PlanTaskFacts
{
    public required PlanKind Plan { get; init; }

    public required int Year { get; init; }

    /// <summary>Its number in the plan.</summary>
    public required string Number { get; init; }

    public required string Content { get; init; }

    /// <summary>Who does it, as the plan names them.</summary>
    public string Owner { get; init; } = "";

    /// <summary>What comes out ("sản phẩm").</summary>
    public string Product { get; init; } = "";

    public DateOnly? DueOn { get; init; }

    public DateOnly? DoneOn { get; init; }
}

/// <summary>A task of a plan ("nhiệm vụ trong kế hoạch"): owner, product, due day, and the day on which it was done with its evidence.</summary>
public sealed class PlanTask : RegisterRecord
{
    private PlanTask()
    {
    }

    public PlanKind Plan { get; private set; }

    public int Year { get; private set; }

    public string Number { get; private set; } = "";

    public string Content { get; private set; } = "";

    public string Owner { get; private set; } = "";

    public string Product { get; private set; } = "";

    public DateOnly? DueOn { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    public string? Evidence { get; private set; }

    public PlanTaskFacts Facts => new()
    {
        Plan = Plan, Year = Year, Number = Number, Content = Content, Owner = Owner, Product = Product, DueOn = DueOn, DoneOn = DoneOn,
    };

    public static Result<PlanTask> Record(AgencyId agency, PlanTaskFacts facts, Moment at, OfficerId? by)
    {
        var task = new PlanTask();
        task.BelongTo(agency);
        var written = task.Write(facts);
        if (!written.Succeeded)
        {
            return written.Error!;
        }

        task.Note("recorded", at, by);
        return task;
    }

    /// <returns>Whether something changed.</returns>
    public Result<bool> Correct(PlanTaskFacts facts, Moment at, OfficerId? by)
    {
        var before = Facts;
        var written = Write(facts);
        if (!written.Succeeded)
        {
            return written.Error!;
        }

        if (before == Facts)
        {
            return false;
        }

        Note("corrected", at, by);
        return true;
    }

    /// <summary>The product is there.</summary>
    public Result Finish(DateOnly day, string? evidence, Moment at, OfficerId by)
    {
        if (DoneOn is not null)
        {
            return RegisterErrors.CannotMove("Đã hoàn thành");
        }

        var words = RegisterText.Check(evidence, "Evidence", "minh chứng đã hoàn thành: số văn bản, đường dẫn hoặc một câu", Directive.LongestContent);
        if (!words.Succeeded || day > at.Day)
        {
            return words.Succeeded ? RegisterErrors.InFuture("Day") : words;
        }

        (DoneOn, Evidence) = (day, words.Value);
        Note("finished", at, by, $"{Vietnamese.Date(day)}: {Evidence}");
        return Result.Ok();
    }

    private Result Write(PlanTaskFacts facts)
    {
        var number = RegisterText.Check(facts.Number, "Number", "số thứ tự trong kế hoạch", 40);
        var content = RegisterText.Check(facts.Content, "Content", "nội dung nhiệm vụ", Directive.LongestContent);
        var owner = RegisterText.Check(facts.Owner, "Owner", null, Directive.LongestName);
        var product = RegisterText.Check(facts.Product, "Product", null, Directive.LongestContent);
        if (new[] { number, content, owner, product }.FirstOrDefault(c => !c.Succeeded) is { } wrong)
        {
            return wrong.Error!;
        }

        if (facts.Year is < 1990 or > 2100)
        {
            return RegisterErrors.Missing("Year", "năm của kế hoạch, bốn chữ số");
        }

        (Plan, Year, Number, Content) = (facts.Plan, facts.Year, number.Value, content.Value);
        (Owner, Product, DueOn, DoneOn) = (owner.Value, product.Value, facts.DueOn, facts.DoneOn);
        return Result.Ok();
    }
}
