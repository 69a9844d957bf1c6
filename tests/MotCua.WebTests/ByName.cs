using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCaseOrderer(typeof(MotCua.WebTests.ByName))]

namespace MotCua.WebTests;

/// <summary>
/// Tests of a class share one database, so they run in one order everywhere: by name. The runner's own order depends on the
/// folder that the tests were built in.
/// </summary>
public sealed class ByName : ITestCaseOrderer
{
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase => [.. testCases.OrderBy(c => c.TestCaseDisplayName, StringComparer.Ordinal)];
}
