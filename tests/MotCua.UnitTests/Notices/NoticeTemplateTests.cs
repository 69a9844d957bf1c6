using System.Text;
using System.Text.RegularExpressions;
using MotCua.Dossiers;
using MotCua.Notices;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Notices;

public sealed class NoticeTemplateTests
{
    private static IEnumerable<(NoticeTemplate Template, NoticeChannel Channel)> All => NoticeTemplates.All.SelectMany(t => t.Channels.Select(c => (t, c)));

    [Fact]
    public void Each_notice_reads_as_approved()
    {
        var text = new StringBuilder();
        foreach (var (template, channel) in All.Where(t => t.Channel is not NoticeChannel.Chat))
        {
            var words = NoticeWriter.Filled(template.WordsFor(channel), channel, NoticePlaces.Sample);
            text.Append("=== ").Append(template.Key).Append(", ").Append(channel).Append('\n');
            text.Append(words.Subject.Length > 0 ? words.Subject + "\n---\n" : "").Append(words.Body).Append("\n\n");
        }

        Snapshot.Matches(text.ToString());
    }

    [Fact]
    public void A_notice_of_a_dossier_without_a_date_or_contact_still_reads_well()
    {
        var few = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ma_ho_so"] = "H99.31-261120-0007", ["ten"] = "Bùi Đăng Hưng", ["thu_tuc"] = "Đăng ký lại khai sinh", ["co_quan"] = "UBND xã An Bình",
            ["noi_tiep_nhan"] = "Bộ phận Tiếp nhận và Trả kết quả", ["cach_tra"] = "Mời anh/chị đến nhận",
        };
        var text = new StringBuilder();
        foreach (var template in CitizenTemplates.All.Where(t => !t.Short.Contains("Lý do: {", StringComparison.Ordinal) || t.Short.Contains("[ Lý do: {", StringComparison.Ordinal)))
        {
            text.Append(template.Key).Append(": ").Append(NoticeText.Fill(template.Short, few, NoticeText.LongestShort)).Append('\n');
        }

        Snapshot.Matches(text.ToString());
    }

    [Fact]
    public void The_built_in_words_pass_the_check_that_an_administrators_words_pass()
    {
        foreach (var (template, channel) in All)
        {
            var words = template.WordsFor(channel);
            ChangeWording.Check(template, new(template.Key, channel, words.Subject, words.Body)).Error?.ToString().ShouldBeNull($"{template.Key}, {channel}");
        }
    }

    [Fact]
    public void A_short_message_names_no_person_and_no_template_knows_an_identity_number()
    {
        CitizenTemplates.All.Where(t => t.Short.Contains("{ten}", StringComparison.Ordinal)).ShouldBeEmpty();
        NoticePlaces.All.Where(p => Regex.IsMatch(p.Name, "dinh_danh|can_cuoc|cccd|cmnd")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_place_that_a_template_lists_exists_and_keys_are_different()
    {
        NoticeTemplates.All.SelectMany(t => t.Places).Distinct().Where(p => NoticePlaces.Find(p) is null).ShouldBeEmpty();
        NoticeTemplates.All.Select(t => t.Key).ShouldBeUnique();
    }

    [Fact]
    public void Steps_inside_the_office_are_never_told_to_the_applicant()
    {
        EventKind[] inside =
        [
            EventKind.Assigned, EventKind.Taken, EventKind.StepFinished, EventKind.SentForSignature, EventKind.SentBack, EventKind.Signed, EventKind.PapersChecked,
            EventKind.Digitised, EventKind.ConsultationSent, EventKind.LegAnswered,
        ];
        inside.Where(k => NoticeQueue.All.GetValueOrDefault(k).HasFlag(NoticeAudience.Applicant)).ShouldBeEmpty();
    }
}
