using Inspection.App.Directory;
using Inspection.App.Draws;
using Inspection.App.Planning;
using Inspection.App.Security;
using Inspection.App.Storage;
using Inspection.App.Tests.Hosting;
using Inspection.Drawing;

namespace Inspection.App.Tests.Scale;

/// <summary>Commits and draws a task over a whole large directory.</summary>
internal sealed class LargeDraw(TestApp app)
{
    private const string Department = "区市场监管局";
    private const string Item = "SP-01";
    private const int Inspectors = 200;

    /// <summary>Settings under which it runs.</summary>
    public static IReadOnlyList<(string Name, string Value)> Settings { get; } =
        [("Draws:AllowUnproven", "true"), ("Rules:Authority", "青檀区市场监督管理局")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <returns>The head of the drawn draw.</returns>
    public async Task<DrawHead> RunAsync()
    {
        await FillAsync(app.Service<ITableStore>());
        var planning = app.Service<PlanningService>();
        var task = (await planning.CreateTaskAsync(Terms(), Person("planner"), Cancellation)).Value;
        await planning.ApproveTaskAsync(task.Id, null, Person("chief"), Cancellation);
        var id = (await app.Service<ITaskDraws>().CommitAsync(task.Id, Person("planner"), Cancellation)).Value;
        return (await app.Service<DrawRevealer>().RevealAsync(id, new Progress<string>(), Cancellation)).Value;
    }

    /// <summary>The draw's package as it lies in the store, checked whole.</summary>
    public async Task<VerificationReport> VerifyAsync(DrawHead head)
    {
        using var package = await app.Service<DrawFiles>().OpenResultAsync(head.Id, DrawFiles.Package, Cancellation);
        using var seekable = new MemoryStream();
        await package.Content.CopyToAsync(seekable, Cancellation);
        seekable.Position = 0;
        return Verifier.Verify(new VerificationInput { Package = PackageFile.Read(seekable) });
    }

    private static TaskTerms Terms() => new()
    {
        Title = "全区抽查",
        ItemCodes = [Item],
        Departments = [new DepartmentTeam(Department, 2)],
        Sampling = new TaskSampling
        {
            Mode = SamplingMode.Rates,
            Rates = new Dictionary<string, int> { ["A"] = 10, ["B"] = 10, ["C"] = 20, ["D"] = 50 },
        },
        StartsOn = new DateOnly(2026, 11, 9),
        EndsOn = new DateOnly(2026, 11, 30),
        Entropy = new TaskEntropy { Kind = EntropyKind.None },
    };

    private static async Task FillAsync(ITableStore tables)
    {
        for (var i = 0; i < Inspectors; i++)
        {
            var inspector = new InspectorProfile
            {
                InspectorId = $"SJ-{i:d3}", Name = $"执法员{i}", Department = Department, CertificateExpires = new DateOnly(2030, 1, 1),
            };
            await tables.UpsertAsync(InspectorStore.Table, InspectorEntity.Of(inspector), Cancellation);
        }

        var item = new CheckItem { Code = Item, Name = "食品经营监督检查", Published = true, ETag = Azure.ETag.All };
        await tables.UpsertAsync(CheckItemStore.Table, CheckItemEntity.Of(item), Cancellation);
    }

    private static Actor Person(string name) => new(name, [Role.Scheduler, Role.Head], "");
}
