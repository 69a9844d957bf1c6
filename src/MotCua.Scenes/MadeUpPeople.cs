using System.Reflection;
using System.Text.Json;
using MotCua.Dossiers;

namespace MotCua.Scenes;

/// <summary>People who do not exist: names by their weights, numbers by the form of the citizen card. The same for the same seed.</summary>
internal sealed class MadeUpPeople
{
    private static readonly string[] Hamlets =
        ["thôn Đông Hòa", "thôn Phú Thọ", "thôn An Lạc", "thôn Bình Minh", "thôn Tân Thành", "xóm Chợ", "xóm Mới", "khu phố 2", "thôn Gò Đình", "thôn Bến Cát"];

    private readonly Random random;
    private readonly List<(string Name, double Upto)> surnames = [];
    private readonly string[][] parts;

    public MadeUpPeople(Random random)
    {
        this.random = random;
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("vn-names.json")!;
        using var json = JsonDocument.Parse(stream);
        var sum = 0.0;
        foreach (var surname in json.RootElement.GetProperty("surnames").EnumerateArray())
        {
            sum += surname.GetProperty("weight").GetDouble();
            surnames.Add((surname.GetProperty("name").GetString()!, sum));
        }

        parts =
        [
            Strings(json, "male", "middle"), Strings(json, "male", "given"), Strings(json, "female", "middle"), Strings(json, "female", "given"),
        ];
    }

    /// <param name="agency">Of whose commune the person is: "UBND xã An Bình".</param>
    public Person Next(string agency)
    {
        var woman = random.Next(2) == 1;
        var born = new DateOnly(1945, 1, 1).AddDays(random.Next(61 * 365));
        var sex = (born.Year >= 2000 ? 2 : 0) + (woman ? 1 : 0);
        var middle = woman && random.Next(2) == 0 ? "Thị" : Pick(parts[woman ? 2 : 0]);
        return new Person($"{Surname()} {middle} {Pick(parts[woman ? 3 : 1])}")
        {
            IdNumber = $"0{random.Next(10, 97)}{sex}{born.Year % 100:00}{random.Next(1_000_000):000000}",
            BornOn = born,
            Sex = woman ? "Nữ" : "Nam",
            Address = $"{Pick(Hamlets)}, {agency["UBND ".Length..]}",
            Phone = $"09{random.Next(100_000_000):00000000}",
        };
    }

    private string Surname()
    {
        var at = random.NextDouble() * surnames[^1].Upto;
        return surnames.First(s => s.Upto >= at).Name;
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];

    private static string[] Strings(JsonDocument json, string sex, string part) =>
        [.. json.RootElement.GetProperty(sex).GetProperty(part).EnumerateArray().Select(n => n.GetString()!)];
}
