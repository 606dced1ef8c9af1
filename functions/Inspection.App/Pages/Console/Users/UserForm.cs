using Inspection.App.Security;

namespace Inspection.App.Pages.Console;

/// <summary>A user as it is typed.</summary>
internal sealed record UserForm : IVersionedForm<UserForm>
{
    /// <summary>By which records name the person; typed for a new one, afterwards it stays.</summary>
    public string? Name { get; set; }

    public string? DisplayName { get; set; }

    public IReadOnlyList<string>? Roles { get; set; }

    public string? Department { get; set; }

    public string? InspectorId { get; set; }

    public bool Disabled { get; set; }

    /// <summary>The version that was read.</summary>
    public string? Version { get; set; }

    public NewUser Input => new()
    {
        Name = Name?.Trim() ?? "",
        DisplayName = DisplayName ?? "",
        Roles = Roles ?? [],
        Department = Department?.Trim() ?? "",
        InspectorId = InspectorId?.Trim() ?? "",
        Disabled = Disabled,
    };

    public static UserForm Of(User user) => new()
    {
        Name = user.Name,
        DisplayName = user.DisplayName,
        Roles = user.Roles,
        Department = user.Department,
        InspectorId = user.InspectorId,
        Disabled = user.Disabled,
        Version = user.Version.ToString(),
    };

    /// <summary>What is stored beside what was typed.</summary>
    public IReadOnlyList<ConflictRow> Against(UserForm stored, Words words) =>
    [
        new(words["姓名", "Display name"], stored.DisplayName, DisplayName),
        new(words["角色", "Roles"], words.Roles(stored.Roles ?? []), words.Roles(Roles ?? [])),
        new(words["部门", "Department"], stored.Department, Department),
        new(words["执法证号", "Inspector's number"], stored.InspectorId, InspectorId),
        new(words["停用", "Disabled"], stored.Disabled ? words["是", "yes"] : words["否", "no"], Disabled ? words["是", "yes"] : words["否", "no"]),
    ];
}
