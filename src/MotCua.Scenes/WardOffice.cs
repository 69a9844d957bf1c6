using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Scenes;

/// <summary>Who works at xã An Bình and above it, made through the same use cases as an administrator's pages.</summary>
internal sealed class WardOffice(FoundAgency found, CreateOfficer create, AssignRole assign, CreateAccount account)
{
    public const string Ward = "H99.31";

    private static readonly DateOnly Since = new(2025, 7, 1);

    private static readonly (string Code, string Name)[] Communes =
    [
        (Ward, "UBND xã An Bình"), ("H99.32", "UBND phường Bến Tam"), ("H99.33", "UBND xã Cẩm Khê"), ("H99.34", "UBND phường Đông Hòa"), ("H99.35", "UBND xã Hưng Lộc"),
        ("H99.36", "UBND xã Mỹ Thuận"), ("H99.37", "UBND phường Nam Giang"), ("H99.38", "UBND xã Phú Thọ"), ("H99.39", "UBND xã Sơn Hà Thượng"), ("H99.40", "UBND xã Tân Lập"),
        ("H99.41", "UBND xã Thạnh Trị"), ("H99.42", "UBND đặc khu Hòn Khoai Lớn"),
    ];

    // Whom the ward asks in land matters: the registry branch, then the tax office.
    private static readonly (string Code, string Name, Post Post)[] Branches =
    [
        ("H99.61", "Chi nhánh Văn phòng đăng ký đất đai khu vực 3", new("ly", "Mạc Thị Cẩm Ly", "Chuyên viên Chi nhánh Văn phòng đăng ký đất đai", [OfficeRole.Specialist, OfficeRole.Receptionist], "Chi nhánh đăng ký đất đai", "Trả lời phần việc liên thông của xã")),
        ("H99.62", "Thuế cơ sở 5 tỉnh Hòa Giang", new("dat", "Kiều Tiến Đạt", "Công chức Thuế cơ sở 5", [OfficeRole.Specialist, OfficeRole.Receptionist], "Thuế cơ sở", "Trả lời phần việc liên thông của xã")),
    ];

    private static readonly Post[] Posts =
    [
        new("hanh", "Đinh Thị Mỹ Hạnh", "Công chức Trung tâm Phục vụ hành chính công", [OfficeRole.Receptionist], "Công chức tiếp nhận", "Tiếp nhận, in giấy hẹn, trả kết quả"),
        new("bao", "Phan Quốc Bảo", "Công chức tư pháp – hộ tịch", [OfficeRole.Specialist], "Công chức chuyên môn", "Thẩm định, xác minh, trình ký"),
        new("vinh", "Lê Quang Vinh", "Chủ tịch UBND xã", [OfficeRole.Signer], "Lãnh đạo UBND xã", "Ký, phân công, xem hồ sơ sắp trễ"),
        new("hoa", "Tạ Văn Hòa", "Văn thư", [OfficeRole.Clerk], "Văn thư", "Vào sổ, đóng dấu, ghi có kết quả"),
        new("lien", "Võ Thị Kim Liên", "Công chức văn phòng – thống kê", [OfficeRole.ReportOfficer], "Văn phòng – thống kê", "Lập báo cáo quý, đối soát số liệu"),
        new("tham", "Ngô Thị Hồng Thắm", "Công chức văn phòng", [OfficeRole.FeedbackOfficer], "Đầu mối phản ánh, kiến nghị", "Nhận và trả lời phản ánh"),
        new("ngan", "Châu Bảo Ngân", "Ban Thanh tra nhân dân", [OfficeRole.Auditor], "Kiểm tra, giám sát", "Xem mọi thứ, không sửa gì"),
        new("mai", "Lý Thị Ngọc Mai", "Công chức Trung tâm Phục vụ hành chính công", [OfficeRole.Receptionist, OfficeRole.Specialist], null, null),
        new("tu", "Nguyễn Thị Cẩm Tú", "Công chức địa chính – xây dựng", [OfficeRole.Specialist], null, null),
        new("nam", "Trần Hoài Nam", "Công chức văn hóa – xã hội", [OfficeRole.Specialist], null, null),
        new("hang", "Đặng Thị Thu Hằng", "Công chức kinh tế", [OfficeRole.Specialist], null, null),
        new("khoa", "Hồ Đăng Khoa", "Phó Chủ tịch UBND xã", [OfficeRole.Signer], null, null),
    ];

    /// <summary>Moved to another commune last week; a dossier is still in his hands.</summary>
    private static readonly Post Left = new("loc", "Phạm Văn Lộc", "Công chức địa chính – môi trường", [OfficeRole.Specialist], null, null);

    // Who writes and who signs the reports of four other communes.
    private static readonly (string Writer, string Signer)[] Neighbours =
        [("Lương Thị Hoài Thu", "Đoàn Minh Tâm"), ("Vũ Thị Lan Anh", "Bùi Công Danh"), ("Phùng Thị Yến", "Cao Văn Tuấn"), ("Tô Thị Nhàn", "Mai Xuân Phúc")];

    /// <param name="today">The scene's present day.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<WardStaff> OpenAsync(DateOnly today, CancellationToken ct)
    {
        var province = Must(await found.RunAsync(new FoundAgency.Input("H99", "UBND tỉnh Hòa Giang", AgencyLevel.Province, null, Since)
        {
            Contact = new AgencyContact { CentreName = "Trung tâm Phục vụ hành chính công tỉnh", PlaceName = "Hòa Giang", LookUpUrl = "https://dichvucong.hoagiang.example/tra-cuu" },
        }, null, ct));
        var communes = new List<WardCommune>();
        foreach (var (code, name) in Communes)
        {
            var commune = name["UBND ".Length..];
            var place = commune[(commune.StartsWith("đặc khu", StringComparison.Ordinal) ? "đặc khu ".Length : commune.IndexOf(' ', StringComparison.Ordinal) + 1)..];
            var id = Must(await found.RunAsync(new FoundAgency.Input(code, name, AgencyLevel.Commune, "H99", Since)
            {
                Contact = new AgencyContact
                {
                    CentreName = "Trung tâm Phục vụ hành chính công",
                    Address = $"Số 1 đường Trung Tâm, {commune}, tỉnh Hòa Giang",
                    Phone = "0200 3 555 012",
                    PlaceName = place,
                    LookUpUrl = "https://dichvucong.hoagiang.example/tra-cuu",
                },
            }, null, ct));
            communes.Add(new WardCommune(id, code, name));
        }

        var officers = new Dictionary<string, OfficerId>(StringComparer.Ordinal);
        var order = 1;
        foreach (var post in Posts)
        {
            officers[post.User] = await HireAsync(post, communes[0].Id, post.Role is null ? null : order++, ct);
        }

        officers["loc"] = await HireAsync(Left, communes[0].Id, null, ct, today.AddDays(-6));
        var above = new Post("thinh", "Huỳnh Đức Thịnh", "Chuyên viên Văn phòng UBND tỉnh", [OfficeRole.ReportOfficer, OfficeRole.Auditor], "UBND tỉnh", "So sánh 12 xã, phường");
        officers["thinh"] = await HireAsync(above, province, order++, ct);
        var admin = new Post("anh", "Trương Ngọc Ánh", "Quản trị hệ thống", [OfficeRole.Administrator], "Quản trị", "Thủ tục, đơn vị, lịch, sao lưu");
        officers["anh"] = await HireAsync(admin, province, order++, ct);
        foreach (var (code, name, post) in Branches)
        {
            var branch = Must(await found.RunAsync(new FoundAgency.Input(code, name, AgencyLevel.Branch, "H99", Since), null, ct));
            officers[post.User] = await HireAsync(post, branch, order++, ct);
        }

        foreach (var ((writer, signer), commune) in Neighbours.Zip(communes.Skip(1)))
        {
            var number = commune.Code[^2..];
            officers[$"vp{number}"] = await HireAsync(new Post($"vp.{number}", writer, "Công chức văn phòng – thống kê", [OfficeRole.ReportOfficer], null, null), commune.Id, null, ct);
            officers[$"ld{number}"] = await HireAsync(new Post($"ld.{number}", signer, $"Chủ tịch {commune.Name}", [OfficeRole.Signer], null, null), commune.Id, null, ct);
        }

        return new WardStaff(province, communes, officers);
    }

    private async Task<OfficerId> HireAsync(Post post, AgencyId agency, int? tile, CancellationToken ct, DateOnly? until = null)
    {
        var id = Must(await create.RunAsync(new CreateOfficer.Input($"CB-{post.User.ToUpperInvariant()}", new OfficerFacts(post.Name, post.Title, agency, null, Since, until)), null, ct));
        foreach (var role in post.Roles)
        {
            Must(await assign.RunAsync(new AssignRole.Input(id, role, agency, Since, until), null, ct));
        }

        var input = new CreateAccount.Input(id, post.User.Length < 3 ? post.User + ".vp" : post.User)
        {
            MustChangePassword = false,
            Tile = tile is { } at ? new CreateAccount.DemoTile(at, post.Role!, post.Does!) : null,
        };
        Must(await account.RunAsync(input, null, ct));
        return id;
    }

    private static T Must<T>(Result<T> result) => result.Succeeded ? result.Value : throw new InvalidOperationException(result.Error!.ToString());

    private sealed record Post(string User, string Name, string Title, OfficeRole[] Roles, string? Role, string? Does);
}

internal sealed record WardCommune(AgencyId Id, string Code, string Name);

/// <summary>The ward's people as the generated life needs them.</summary>
internal sealed record WardStaff(AgencyId Province, IReadOnlyList<WardCommune> Communes, IReadOnlyDictionary<string, OfficerId> Officers)
{
    public WardCommune Ward => Communes[0];

    /// <summary>The specialist of a field, by the words in its name.</summary>
    public OfficerId SpecialistOf(string field)
    {
        var key = MotCua.Foundation.Vietnamese.SearchKey(field);
        string[] land = ["dat dai", "xay dung", "nha o", "moi truong", "quy hoach", "duong", "trong trot", "thuy", "nuoc", "lam nghiep", "ha tang"];
        string[] trade = ["kinh doanh", "hop tac xa", "doanh nghiep", "tai chinh", "cong thuong", "nong nghiep"];
        string[] justice = ["ho tich", "chung thuc", "con nuoi", "hoa giai", "pho bien", "boi thuong", "quoc tich", "luat su", "tu phap"];
        return Officers[justice.Any(key.Contains) ? "bao" : land.Any(key.Contains) ? "tu" : trade.Any(key.Contains) ? "hang" : "nam"];
    }
}
