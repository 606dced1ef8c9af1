namespace Inspection.App.Pages.Console;

internal static class TaskPages
{
    /// <summary>Adds what the pages of tasks are made with.</summary>
    public static IServiceCollection AddTaskPages(this IServiceCollection services) => services
        .AddSingleton<TaskDraftStore>()
        .AddSingleton<DraftPreviews>()
        .AddSingleton<TaskPreviews>()
        .AddSingleton<DraftStart>()
        .AddSingleton<TermsViews>()
        .AddSingleton<TaskRows>()
        .AddScoped<DraftDesk>();
}
