using System.CommandLine;
using System.Globalization;
using Inspection.App.Terminal;
using Microsoft.Extensions.Options;

namespace Inspection.App.Storage;

/// <summary>
/// <c>store copy</c> and <c>store fill</c>: the service's store into a folder and back, which is how it is backed up,
/// restored and moved.
/// </summary>
internal static class StoreCommand
{
    public static Command Create(Screen screen, TimeProvider clock) =>
        new("store", "The service's store: copy it into a folder, fill it from one") { Copy(screen, clock), Fill(screen, clock) };

    private static Command Copy(Screen screen, TimeProvider clock)
    {
        var to = new Option<string>("--to") { Description = "The folder to write, which must be new or empty", Required = true, HelpName = "FOLDER" };
        var command = new Command("copy", "Copy everything into a folder; settings of the service such as --Storage:Kind=Azure may follow") { to };
        return Does(command, screen, (parsed, settings, progress, cancellation) =>
            RunAsync(settings, Folder(parsed.GetRequiredValue(to)), clock, progress, cancellation));
    }

    private static Command Fill(Screen screen, TimeProvider clock)
    {
        var from = new Option<string>("--from") { Description = "A folder that 'store copy' wrote", Required = true, HelpName = "FOLDER" };
        var command = new Command("fill", "Fill an empty store from a folder; settings of the service may follow") { from };
        return Does(command, screen, (parsed, settings, progress, cancellation) =>
        {
            var folder = parsed.GetRequiredValue(from);
            if (!File.Exists(Path.Combine(folder, "inspection.db")))
                throw new WrongInputException($"{folder} holds no store; give a folder that 'store copy' wrote");
            return RunAsync(Folder(folder), settings, clock, progress, cancellation);
        });
    }

    private static Command Does(
        Command command, Screen screen, Func<ParseResult, StorageOptions, IProgress<string>, CancellationToken, Task<(long, long)>> copy)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.Does((parsed, cancellation) =>
        {
            var settings = Configured(ServiceSettings.Of(parsed));
            var (entities, blobs) = screen.Work(
                "copying", progress => copy(parsed, settings, progress, cancellation).GetAwaiter().GetResult());
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"{entities} entities and {blobs} blobs copied"));
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task<(long, long)> RunAsync(
        StorageOptions source, StorageOptions target, TimeProvider clock, IProgress<string> progress, CancellationToken cancellation)
    {
        using var from = Store.Open(source, clock);
        using var to = Store.Open(target, clock);
        if (!await StoreCopy.IsEmptyAsync(to, cancellation))
            throw new WrongInputException("the store to copy into is not empty; a copy would mix with what is there");
        return await StoreCopy.RunAsync(from, to, progress, cancellation);
    }

    private static StorageOptions Folder(string path) => new() { Path = path };

    private static StorageOptions Configured(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.Logging.ClearProviders();
        builder.AddStorage();
        using var app = builder.Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        return app.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
    }
}
