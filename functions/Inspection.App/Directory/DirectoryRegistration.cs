namespace Inspection.App.Directory;

/// <summary>Registers the directories (名录库).</summary>
internal static class DirectoryRegistration
{
    public static IServiceCollection AddDirectory(this IServiceCollection services) => services
        .AddSingleton<EnterpriseStore>()
        .AddSingleton<InspectorStore>()
        .AddSingleton<CheckItemStore>();
}
