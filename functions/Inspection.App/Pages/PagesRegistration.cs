using System.Text.Encodings.Web;
using System.Text.Unicode;
using Inspection.App.Pages.Console;
using Inspection.App.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Inspection.App.Pages;

internal static class PagesRegistration
{
    private const string PublicFolder = "/Public";
    private const string ConsoleFolder = "/Console";

    // What everybody may send, and twice by a double click.
    private static readonly string[] PublicForms = ["/Public/Leads", "/Public/Objections"];

    /// <summary>Adds the pages and what they are made with.</summary>
    public static IHostApplicationBuilder AddPages(this IHostApplicationBuilder builder)
    {
        builder.AddSettings<PortalOptions>();
        var services = builder.Services;
        services.AddRazorPages(options =>
        {
            options.Conventions.AddFolderApplicationModelConvention(PublicFolder, page => page.Filters.Add(new BrieflyCached()));
            foreach (var folder in PublicForms)
                options.Conventions.AddFolderApplicationModelConvention(folder, static page => page.Filters.Add(new ServiceFilterAttribute<FormOnce>()));
            options.Conventions.AddFolderApplicationModelConvention(ConsoleFolder, page =>
            {
                page.Filters.Add(new FormResumption());
                page.Filters.Add(new ServiceFilterAttribute<FormOnce>());
            });
        }).AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        services.AddSingleton<FormOnce>();
        services.AddSingleton<KeptForms>();
        services.AddTaskPages();
        services.AddSingleton<PlanProgresses>();
        services.AddScoped<SetUp>().AddScoped<IToDos, DrawToDos>().AddScoped<IToDos, ResultToDos>().AddScoped<IToDos, OfficeToDos>();
        services.AddSingleton<SettingsList>();
        services.AddFieldWork();
        services.AddScoped<Words>();
        services.AddScoped<RefusalWords>();
        services.AddSingleton<IConfigureOptions<MvcOptions>, FormWords>();
        services.AddScoped<PageHead>();
        services.AddScoped<PageAddress>();
        services.AddScoped<Icons>();
        services.AddScoped<DrawTimeline>();
        services.AddScoped<ResultTimeline>();
        services.AddSingleton<NamedItems>();
        // Chinese stays readable in the source of a page, and is a third of the size.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // A path of the site, not of the language: whoever changes the language keeps the form.
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "inspection-form";
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Path = "/");
        return builder;
    }

    /// <summary>Maps the pages: the public ones for everybody, every other for whoever is signed in and has the role it asks for.</summary>
    public static void MapPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRazorPages().Add(static endpoint => endpoint.Metadata.Add(
            IsPublic(endpoint.Metadata.OfType<PageActionDescriptor>().First()) ? new AllowAnonymousAttribute() : new AuthorizeAttribute()));
        endpoints.MapSearch();
    }

    private static bool IsPublic(PageActionDescriptor page) =>
        page.ViewEnginePath.StartsWith(PublicFolder + "/", StringComparison.Ordinal);
}
