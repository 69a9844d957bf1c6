using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace MotCua.Web.Shell;

/// <summary>The framework's own refusals of a form value, in words a clerk understands.</summary>
public static class FormWords
{
    public static void Apply(DefaultModelBindingMessageProvider words)
    {
        words.SetAttemptedValueIsInvalidAccessor((value, _) => $"Không hiểu “{value}”. Ghi lại ô này");
        words.SetMissingBindRequiredValueAccessor(_ => "Còn một ô chưa ghi");
        words.SetMissingKeyOrValueAccessor(() => "Còn một ô chưa ghi");
        words.SetMissingRequestBodyRequiredValueAccessor(() => "Chưa có nội dung gửi lên");
        words.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"Không hiểu “{value}”. Ghi lại ô này");
        words.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Có một ô ghi chưa đúng");
        words.SetNonPropertyValueMustBeANumberAccessor(() => "Ghi bằng chữ số");
        words.SetUnknownValueIsInvalidAccessor(_ => "Có một ô ghi chưa đúng");
        words.SetValueIsInvalidAccessor(value => $"Không hiểu “{value}”. Ghi lại ô này");
        words.SetValueMustBeANumberAccessor(_ => "Ghi bằng chữ số");
        words.SetValueMustNotBeNullAccessor(_ => "Còn một ô chưa ghi");
    }
}
