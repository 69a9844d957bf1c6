namespace MotCua.Web.Shell;

/// <summary>What the terminal shows once the system can be used.</summary>
public static class Announcement
{
    public static void WhenReady(WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        foreach (var address in app.Urls)
        {
            Console.WriteLine($"Một Cửa sẵn sàng ở {address}");
        }

        if (app.Services.GetRequiredService<DemoMode>().On)
        {
            Console.WriteLine("Bản dùng thử: trang đăng nhập có sẵn mỗi vai một tài khoản, bấm một vai để vào.");
        }

        Console.WriteLine("Dừng: Ctrl-C.");
    });
}
