using System.Text.RegularExpressions;
using Inspection.App.Outcomes;

namespace Inspection.App.Security;

/// <summary>What a user may look like.</summary>
internal static partial class UserRules
{
    public const int MaxText = 100;

    private static readonly string[] Reserved = [Actor.Calendar.Name, Actor.CommandLine.Name];

    /// <summary>The refusal of the first rule that the user breaks, or null.</summary>
    public static Refusal? Check(User user)
    {
        if (!Name().IsMatch(user.Name))
        {
            return Refusal.Invalid(
                "user-name", "name has 1 to 64 letters (A-Z a-z or Chinese), digits, . _ - @ and begins with a letter or digit");
        }

        if (Reserved.Contains(user.Name, StringComparer.OrdinalIgnoreCase))
            return Refusal.Invalid("user-name", $"'{user.Name}' stands for no person in the audit log; choose another name");
        if (user.Roles.Count == 0 || user.Roles.Except(Role.All).Any() || user.Roles.Distinct().Count() != user.Roles.Count)
            return Refusal.Invalid("user-roles", $"roles has one or more of {string.Join(", ", Role.All)}, each once");
        if (Texts(user).Any(text => text.Length > MaxText || text.Any(char.IsControl)))
            return Refusal.Invalid("user-text", $"displayName, department and inspectorId have at most {MaxText} characters, none a control");
        if (user.InspectorId.Length > 0 && !user.Roles.Contains(Role.Inspector))
            return Refusal.Invalid("user-inspector", $"inspectorId is given, so roles needs '{Role.Inspector}', or leave it out");
        return null;
    }

    private static IEnumerable<string> Texts(User user) => [user.DisplayName, user.Department, user.InspectorId];

    // Letters that have one form only, so that no two names look the same and differ.
    [GeneratedRegex(@"\A[A-Za-z0-9\u4E00-\u9FFF][A-Za-z0-9\u4E00-\u9FFF._@-]{0,63}\z")]
    private static partial Regex Name();
}
