using Inspection.App.Demonstration;

namespace Inspection.App.Directory;

/// <summary>Registers the directories (名录库).</summary>
internal static class DirectoryRegistration
{
    public static IServiceCollection AddDirectory(this IServiceCollection services) => services
        .AddSingleton<EnterpriseStore>()
        .AddSingleton<InspectorStore>()
        .AddSingleton<CheckItemStore>()
        .AddSingleton<PublicItems>()
        .AddSingleton<StarterCatalogue>()
        .AddSingleton<IDirectoryFiles, EnterpriseFiles>()
        .AddSingleton<IDirectoryFiles, InspectorFiles>()
        .AddSingleton<IDirectoryFiles, ItemFiles>()
        .AddSingleton<RecusalDesk>()
        .AddSingleton<DirectoryFileAnswers>()
        .AddSingleton<ImportStore>()
        .AddSingleton<ImportQueue>()
        .AddSingleton<ImportDesk>()
        .AddSingleton<ImportRunner>()
        .AddSingleton<ResumeImports>()
        .AddSingleton<IDemonstrationPart, SampleDirectories>()
        .AddHostedService<ImportService>();
}
