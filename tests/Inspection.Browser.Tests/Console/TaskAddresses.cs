using Inspection.App.Pages.Console;
using Inspection.App.Planning;
using Inspection.App.Security;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;

namespace Inspection.Browser.Tests.Console;

/// <summary>The pages of tasks whose routes have parameters: a task that waits for the head, and a draft of the scheduler's.</summary>
internal static class TaskAddresses
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<IReadOnlyDictionary<string, string>> MakeAsync(TestApp app)
    {
        var terms = DrawFixture.Terms(DrawFixture.Ceremony("区纪委监委派驻第三纪检监察组", "企业代表李建国")) with { Title = "2026年12月医疗器械经营双随机抽查" };
        var task = (await app.Service<PlanningService>().CreateTaskAsync(terms, DrawFixture.Person("planner"), Cancellation)).Value;
        var draft = new TaskDraft { Id = "20261101-aaaaaaaa", Owner = Role.Scheduler, Terms = terms, Done = [DraftStep.Scope.Name] };
        await app.Service<TaskDraftStore>().AddAsync(draft, Cancellation);
        var addresses = DraftStep.All.ToDictionary(static step => step.PathOf("{id}")[1..], step => step.PathOf(draft.Id));
        foreach (var page in new[] { "", "/approve", "/change", "/draw" })
            addresses[$"console/tasks/{{id}}{page}"] = $"/console/tasks/{task.Id}{page}";
        return addresses;
    }
}
