using MotCua.TestKit;
using MotCua.WebTests.Dossiers;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Registers;

/// <summary>Registers of the kit at the command line: each line names its agency.</summary>
public sealed class ImportBookTests(FreshDatabase database) : IClassFixture<FreshDatabase>, IAsyncLifetime
{
    private const string Head = "Đơn vị,Từ ngày,Loại,Vị trí việc làm,Được giao,Có mặt,Tinh giản,Văn bản giao";

    private readonly CommandRun command = new(database);

    public async ValueTask InitializeAsync() => await new LedgerOffice(database, command).OpenAsync();

    public ValueTask DisposeAsync()
    {
        command.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_register_is_loaded_whole_and_again_without_a_change()
    {
        var file = command.Write("posts.csv", "Đơn vị,Từ ngày,Loại,Vị trí việc làm,Được giao,Có mặt,Tinh giản,\"Văn bản giao, quyết định\"\nH57.01,01/01/2026,Biên chế hành chính,Văn phòng,3,3,,QĐ 1\n");
        (await command.RunAsync("import", "staff-posts", file, "--dry-run")).Output.ShouldContain("1 mục mới");
        (await command.RunAsync("import", "staff-posts", file)).Output.ShouldContain("1 mục mới, 0 sửa");
        (await command.RunAsync("import", "staff-posts", file)).Output.ShouldContain("0 mục mới, 0 sửa");
    }

    [Fact]
    public async Task A_line_without_an_agency_or_a_column_that_is_missing_is_named()
    {
        var unknown = await command.RunAsync("import", "staff-posts", command.Write("a.csv", "Đơn vị,Từ ngày,Loại,Vị trí việc làm,Được giao,Có mặt,Tinh giản,\"Văn bản giao, quyết định\"\n,01/01/2026,Biên chế hành chính,Văn phòng,3,3,,QĐ 1\nH58,01/01/2026,Biên chế hành chính,Văn phòng,3,3,,QĐ 1\n"));
        unknown.Code.ShouldBe(1);
        unknown.BadLines.ShouldBe([2, 3]);
        (await command.RunAsync("import", "staff-posts", command.Write("b.csv", Head + "\n"))).Errors.ShouldContain("thiếu cột");
    }
}
