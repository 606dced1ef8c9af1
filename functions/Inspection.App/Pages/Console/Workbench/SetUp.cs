using Inspection.App.Directory;
using Inspection.App.Security;

namespace Inspection.App.Pages.Console;

/// <summary>A step from an empty system to the first draw.</summary>
/// <param name="IsDone">Whether it is done.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Path">Where, without the language.</param>
internal sealed record SetUpStep(bool IsDone, string Title, string Path);

/// <summary>What an administrator does before anybody can plan and draw.</summary>
internal sealed class SetUp(EnterpriseStore enterprises, InspectorStore inspectors, CheckItemStore items, UserStore users, Words words)
{
    private const int UsersLooked = 200;

    /// <summary>Roles without which nothing is planned, approved, recorded and reviewed.</summary>
    private static readonly string[] Needed = [Role.Scheduler, Role.Head, Role.Inspector, Role.Reviewer];

    /// <summary>Every step, in order.</summary>
    public async Task<IReadOnlyList<SetUpStep>> StepsAsync(CancellationToken cancellation)
    {
        var people = (await users.ListAsync(UsersLooked, null, cancellation)).Items.Where(static user => !user.Disabled).ToList();
        var missing = Needed.Where(role => !people.Any(user => user.Roles.Contains(role))).ToList();
        var hasItems = await items.ScanAsync(cancellation).AnyAsync(static item => item.Published, cancellation);
        return
        [
            new(await HasEnterprisesAsync(cancellation), words["导入企业名录", "Import the enterprises"], "/console/imports?directory=enterprises"),
            new(await inspectors.ScanAsync(cancellation).AnyAsync(cancellation), words["导入执法检查人员名录", "Import the inspectors"], "/console/imports?directory=inspectors"),
            new(hasItems, words["建立并公布抽查事项清单", "Set up and publish the check items"], "/console/items"),
            new(missing.Count == 0, missing.Count == 0
                ? words["设立用户", "Add users"]
                : words[$"设立用户，还缺：{words.Roles(missing)}", $"Add users; missing are: {words.Roles(missing)}"], "/console/users"),
        ];
    }

    private async Task<bool> HasEnterprisesAsync(CancellationToken cancellation) =>
        (await enterprises.FindAsync(new EnterpriseQuery(), null, 1, cancellation)) is { Items.Count: > 0 } or { Next: not null };
}
