using System.Text.RegularExpressions;

namespace Inspection.App.Results;

/// <summary>How people who write to the authority say that they can be reached.</summary>
internal static partial class ContactDetails
{
    /// <summary>What is wrong with a phone number or an e-mail address that is given, or null.</summary>
    public static string? ProblemOf(string? phone, string? email)
    {
        if (!string.IsNullOrEmpty(phone) && !Phone().IsMatch(phone))
            return "phone: 5 to 20 digits, spaces, + - ( ) are wanted";
        return !string.IsNullOrEmpty(email) && !Email().IsMatch(email)
            ? "email: an address such as name@example.com is wanted, with at most 100 characters"
            : null;
    }

    [GeneratedRegex(@"\A[0-9+() -]{5,20}\z")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\A(?=.{3,100}\z)[^@\s\p{Cc}]+@[^@\s\p{Cc}]+\z")]
    private static partial Regex Email();
}
