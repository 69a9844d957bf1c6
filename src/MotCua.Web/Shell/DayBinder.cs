using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using MotCua.Foundation;

namespace MotCua.Web.Shell;

/// <summary>Days and times as people here write them: 23/11/2026 and 23/11/2026 10:15 (Vietnam time).</summary>
public static class TypedDates
{
    private static readonly string[] Days = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-MM-dd", "ddMMyyyy"];

    private static readonly string[] Instants =
        [.. Days.Take(4).SelectMany(d => new[] { $"{d} H:mm", $"{d}, H:mm" }), "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static DateTimeOffset? Instant(string text) =>
        DateTime.TryParseExact(text.Trim(), Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new DateTimeOffset(time, Moment.VietnamOffset)
            : null;
}

public sealed class TypedDateBinderProvider : IModelBinderProvider
{
    private static readonly TypedDateBinder Binder = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(DateOnly) || type == typeof(DateTimeOffset) ? Binder : null;
    }
}

public sealed class TypedDateBinder : IModelBinder
{
    public static readonly string NoDay = Text.Key("Không có ngày “{0}”. Ghi ngày/tháng/năm, ví dụ 23/11/2026");

    public static readonly string NoInstant = Text.Key("Không có giờ “{0}”. Ghi ngày và giờ, ví dụ 23/11/2026 10:15");

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        var text = given.FirstValue;
        if (string.IsNullOrWhiteSpace(text))
        {
            // An empty box of an optional day is null; a required day gets its own words from the page's rule.
            bindingContext.Result = bindingContext.ModelMetadata.IsReferenceOrNullableType ? ModelBindingResult.Success(null) : ModelBindingResult.Failed();
            return Task.CompletedTask;
        }

        var isDay = bindingContext.ModelMetadata.UnderlyingOrModelType == typeof(DateOnly);
        object? value = isDay ? TypedDates.Day(text) : TypedDates.Instant(text);
        if (value is null)
        {
            var t = bindingContext.HttpContext.RequestServices.GetRequiredService<Text>();
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, t[isDay ? NoDay : NoInstant, text.Trim()]);
            return Task.CompletedTask;
        }

        bindingContext.Result = ModelBindingResult.Success(value);
        return Task.CompletedTask;
    }
}
