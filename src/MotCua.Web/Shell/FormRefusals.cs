using Microsoft.AspNetCore.Mvc.ModelBinding;
using MotCua.Foundation;

namespace MotCua.Web.Shell;

public static class FormRefusals
{
    /// <summary>Puts the refusal of a use case at its field, or above the form when it names none the page has.</summary>
    public static void Refuse(this ModelStateDictionary form, Text text, Error error) => form.AddModelError(error.Field ?? "", text[error]);

    /// <summary>A box that must be filled.</summary>
    public static void Require(this ModelStateDictionary form, string field, object? value, string words)
    {
        if (value is null or "" || (value is string typed && string.IsNullOrWhiteSpace(typed)))
        {
            if (form.GetValueOrDefault(field)?.Errors.Count is null or 0)
            {
                form.AddModelError(field, words);
            }
        }
    }
}
