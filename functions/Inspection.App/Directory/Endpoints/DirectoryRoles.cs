using Inspection.App.Security;

namespace Inspection.App.Directory;

/// <summary>Who may do what with the directories, as the framework's attributes want it.</summary>
internal static class DirectoryRoles
{
    /// <summary>Reads the directories.</summary>
    public const string Readers = $"{Role.Administrator},{Role.Head},{Role.Scheduler},{Role.Auditor}";

    /// <summary>Changes the directories.</summary>
    public const string Keepers = Role.Administrator;

    /// <summary>Declares and confirms recusals, which takes two persons.</summary>
    public const string Recusers = $"{Role.Administrator},{Role.Head}";
}
