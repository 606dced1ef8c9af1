namespace Inspection.App.Pages.Console;

/// <summary>What the pages of visits, reviews and objections are made with.</summary>
internal static class FieldWork
{
    public static void AddFieldWork(this IServiceCollection services)
    {
        services.AddSingleton<VisitsAtHand>();
        services.AddSingleton<RecordForm>();
        services.AddSingleton<ResultHistories>();
        services.AddSingleton<Sheets>();
    }
}
