using System.Globalization;

namespace MotCua.Foundation;

/// <summary>The culture of the whole process, set first thing in each Program: invariant; Vietnamese forms are made by <see cref="Vietnamese"/>.</summary>
public static class Cultures
{
    /// <exception cref="PlatformNotSupportedException">ICU is missing, so that "Nguyễn" typed two ways would be two names.</exception>
    public static void SetInvariant()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        if ("ễ".Normalize(System.Text.NormalizationForm.FormD).Length == 1)
        {
            throw new PlatformNotSupportedException("ICU is not installed (Debian: apt-get install libicu72). Vietnamese names cannot be compared without it.");
        }
    }
}
