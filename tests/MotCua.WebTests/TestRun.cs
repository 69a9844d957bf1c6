using MotCua.TestKit;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresFixture))]
