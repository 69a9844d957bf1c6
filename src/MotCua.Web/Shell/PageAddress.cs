using Microsoft.AspNetCore.Http.Extensions;

namespace MotCua.Web.Shell;

/// <summary>This page's address with some of its query changed: filters live in the URL.</summary>
public static class PageAddress
{
    /// <summary>A null value takes the name out.</summary>
    public static string With(this HttpRequest request, params (string Name, string? Value)[] changes)
    {
        var query = new QueryBuilder();
        foreach (var (name, values) in request.Query.Where(q => changes.All(c => c.Name != q.Key)))
        {
            query.Add(name, values.Where(v => !string.IsNullOrEmpty(v))!);
        }

        foreach (var (name, value) in changes.Where(c => !string.IsNullOrEmpty(c.Value)))
        {
            query.Add(name, value!);
        }

        return request.PathBase + request.Path + query.ToQueryString();
    }
}
