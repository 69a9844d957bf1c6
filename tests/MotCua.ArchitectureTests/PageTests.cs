using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Web.Security;
using MotCua.Web.Shell;
using Shouldly;
using Xunit;

namespace MotCua.ArchitectureTests;

public sealed class PageTests
{
    [Fact]
    public void Every_page_says_who_may_open_it()
    {
        var wrong = from page in typeof(Text).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel)) && !t.IsAbstract)
                    where !page.GetCustomAttributes(inherit: true).Any(a => a is AllowAnonymousAttribute or AllowAttribute)
                    select page.FullName;

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_page_that_can_be_opened_has_a_page_model()
    {
        var wrong = from file in Sources.Named("src/MotCua.Web/Pages/", ".cshtml")
                    where file.Lines.Any(l => l.StartsWith("@page", StringComparison.Ordinal)) && !file.Lines.Any(l => l.StartsWith("@model", StringComparison.Ordinal))
                    select file.Path;

        wrong.ShouldBeEmpty();
    }
}
