namespace Inspection.App.OpenApi;

internal static class ApiDocumentRegistration
{
    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services;

    public static void MapApiDocument(this IEndpointRouteBuilder endpoints)
    {
    }
}
