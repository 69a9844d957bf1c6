namespace MotCua.Database;

/// <summary>
/// The database cannot be used and a person must act: what happened and what to do, in Vietnamese and then in English,
/// because the reader may be the clerk who started the program or the administrator who is asked for help.
/// </summary>
public sealed class DatabaseException(string code, string vietnamese, string english, Exception? inner = null)
    : Exception($"{vietnamese}{Environment.NewLine}({english})", inner)
{
    /// <summary>Stable, for example "database.binaries-missing".</summary>
    public string Code { get; } = code;
}

internal static class DatabaseErrors
{
    public static DatabaseException BinariesMissing(string install) => new(
        "database.binaries-missing",
        $"Máy chưa cài PostgreSQL {PostgresBinaries.Oldest} trở lên. Cài bằng lệnh: {install}",
        $"PostgreSQL {PostgresBinaries.Oldest} or newer is not installed. Install it with: {install}");

    public static DatabaseException OtherMajor(string folder, int data, string found) => new(
        "database.other-postgresql",
        $"Dữ liệu trong {folder} do PostgreSQL {data} ghi, máy này chỉ có PostgreSQL {found}. Cài bằng lệnh: apt-get install postgresql-{data}",
        $"The data in {folder} were written by PostgreSQL {data}, this machine has only PostgreSQL {found}. Install postgresql-{data}");

    public static DatabaseException NotACluster(string folder) => new(
        "database.not-a-cluster",
        $"Thư mục {folder} đã có dữ liệu khác, không phải cơ sở dữ liệu của chương trình. Đặt MOTCUA_HOME sang thư mục khác, hoặc dời các tệp trong đó.",
        $"{folder} holds something that is not a database cluster. Set MOTCUA_HOME to another folder, or move those files away");

    public static DatabaseException NotWritable(string folder, Exception cause) => new(
        "database.not-writable",
        $"Không ghi được vào thư mục {folder}. Cấp quyền ghi, hoặc đặt MOTCUA_HOME sang thư mục khác.",
        $"{folder} is not writable ({cause.Message}). Give write permission, or set MOTCUA_HOME to another folder",
        cause);

    public static DatabaseException OddPath(string folder) => new(
        "database.odd-path",
        $"Đường dẫn {folder} có ký tự mà PostgreSQL không nhận (\" $ ` \\). Đặt MOTCUA_HOME sang thư mục khác.",
        $"The path {folder} has a character that PostgreSQL does not accept. Set MOTCUA_HOME to another folder");

    public static DatabaseException PasswordLost(string file) => new(
        "database.password-lost",
        $"Thiếu hoặc hỏng tệp {file} giữ mật khẩu của cơ sở dữ liệu. Chép lại tệp này từ bản sao lưu.",
        $"{file}, which keeps the password of the database, is missing or damaged. Put it back from a backup");

    public static DatabaseException Unreachable(string folder) => new(
        "database.unreachable-folder",
        $"Tài khoản chạy PostgreSQL không vào được thư mục {folder}. Đặt MOTCUA_HOME sang thư mục mà mọi tài khoản đi qua được, ví dụ /var/lib/motcua.",
        $"The account that runs PostgreSQL cannot reach {folder}. Set MOTCUA_HOME to a folder that every account may pass through, such as /var/lib/motcua");

    public static DatabaseException Busy(string file) => new(
        "database.busy",
        $"Một chương trình khác giữ {file} quá lâu khi mở hoặc đóng cơ sở dữ liệu. Thử lại sau ít phút.",
        $"Another program holds {file} for too long while it opens or closes the database. Try again in some minutes");

    public static DatabaseException InUse(string folder) => new(
        "database.in-use",
        $"Dữ liệu trong {folder} đang được một chương trình khác dùng. Dừng chương trình đó rồi thử lại.",
        $"Another program is using the data in {folder}. Stop it and try again");

    public static DatabaseException NotOurs(string folder) => new(
        "database.not-ours",
        $"Thư mục {folder} không do chương trình tạo ra nên không bị xoá. Đặt MOTCUA_HOME sang thư mục khác.",
        $"{folder} was not made by this program, so it is not deleted. Set MOTCUA_HOME to another folder");

    public static DatabaseException DoesNotStart(string log, string lastLines) => new(
        "database.does-not-start",
        $"PostgreSQL không khởi động được. Nhật ký: {log}{Environment.NewLine}{lastLines}",
        "PostgreSQL does not start; its last words are above");

    public static DatabaseException CannotConnect(string server, Exception cause) => new(
        "database.cannot-connect",
        $"Không kết nối được cơ sở dữ liệu {server}: {cause.Message}. Kiểm tra máy chủ và MOTCUA_DATABASE.",
        $"Cannot connect to {server}. Check the server and MOTCUA_DATABASE",
        cause);

    public static DatabaseException NewerSchema(int applied, int known) => new(
        "database.newer-schema",
        $"Dữ liệu đã được một bản chương trình mới hơn nâng cấp (bước {applied:0000}, bản này chỉ biết đến {known:0000}). Hãy dùng bản chương trình mới.",
        $"The data were migrated by a newer version (step {applied:0000}, this one knows up to {known:0000}). Use the newer program");

    public static DatabaseException EditedMigration(string name) => new(
        "database.edited-migration",
        $"Bước nâng cấp {name} đã chạy trên dữ liệu này nhưng nội dung nay khác. Không sửa bước đã phát hành; viết bước mới.",
        $"Migration {name} was applied with other content than this program holds. Never edit a landed migration; add a new one");

    public static DatabaseException UnknownMigration(string name) => new(
        "database.unknown-migration",
        $"Dữ liệu có bước nâng cấp {name} mà chương trình này không biết. Hãy dùng đúng bản chương trình đã tạo dữ liệu.",
        $"The data hold migration {name}, unknown to this program. Use the program that made the data");

    public static DatabaseException MigrationFailed(string name, Exception cause) => new(
        "database.migration-failed",
        $"Bước nâng cấp {name} không chạy được, dữ liệu giữ nguyên: {cause.Message}",
        $"Migration {name} failed and was rolled back",
        cause);
}
