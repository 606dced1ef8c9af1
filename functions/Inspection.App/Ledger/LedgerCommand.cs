using System.CommandLine;
using System.Globalization;
using Inspection.App.Directory;
using Inspection.App.Storage;
using Inspection.App.Terminal;
using Microsoft.Extensions.Options;

namespace Inspection.App.Ledger;

/// <summary>
/// <c>ledger verify</c> and <c>ledger export</c>. An outsider checks a downloaded ledger with a head kept from before;
/// the keeper checks the store itself, by the settings of the service.
/// </summary>
internal static class LedgerCommand
{
    public static Command Create(Screen screen) =>
        new("ledger", "The public ledger: check its chain, export it") { Verify(screen), Export(screen) };

    private static Command Verify(Screen screen)
    {
        var file = new Option<string?>("--file") { Description = "An exported ledger instead of the store", HelpName = "FILE" };
        var head = new Option<string?>("--head")
        {
            Description = "An entry that was kept from before, which must still be there", HelpName = "NUMBER:HASH",
        };
        var command = new Command(
            "verify", "Check every entry; exit code 0 where all hold, 1 at the first that does not. Settings such as --Storage:Path may follow")
        {
            file, head,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellation) =>
        {
            var kept = KeptHead(parsed.GetValue(head));
            var settings = ServiceSettings.Of(parsed);
            if (parsed.GetValue(file) is not { } path)
                return Tell(screen, await VerifyStoreAsync(settings, kept, screen, cancellation));
            return settings.Length == 0
                ? Tell(screen, screen.Work("checking the file", _ => LedgerFile.Verify(path, kept)))
                : throw new WrongInputException($"{settings[0]} is a setting of the store; leave it out, or --file");
        });
        return command;
    }

    private static Command Export(Screen screen)
    {
        var output = new Option<string>("--out") { Description = "The file to write, one entry a line", Required = true, HelpName = "FILE" };
        var command = new Command("export", "Write the ledger to a file; settings such as --Storage:Path may follow") { output };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var app = Open(ServiceSettings.Of(parsed));
            var store = app.Services.GetRequiredService<LedgerStore>();
            var path = parsed.GetRequiredValue(output);
            var count = 0L;
            // Entries are small and few: they come from the store one page at a time, as the file is written.
            AtomicFile.Write(path, stream => count = LedgerFile.Write(stream, store.ReadAsync(1, cancellation: cancellation).ToBlockingEnumerable(cancellation)));
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"{count} entries written to {path}"));
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task<(LedgerFault? Fault, LedgerEntry? Last)> VerifyStoreAsync(
        string[] settings, LedgerHead? kept, Screen screen, CancellationToken cancellation)
    {
        await using var app = Open(settings);
        var verification = app.Services.GetRequiredService<LedgerVerification>();
        var report = await verification.VerifyAsync(1, null, cancellation);
        while (report is { Fault: null, Next: { } next })
        {
            screen.Note(string.Create(CultureInfo.InvariantCulture, $"{report.To} entries hold"));
            report = await verification.VerifyAsync(next, null, cancellation);
        }

        var store = app.Services.GetRequiredService<LedgerStore>();
        if (report.Fault is { } fault)
            return (fault, null);
        var last = report.To == 0 ? null : await store.GetAsync(report.To, cancellation);
        return (kept is { } head ? await CheckAsync(store, head, last, cancellation) : null, last);
    }

    // The chain holds; so it is the kept one if it has the kept hash at the kept number.
    private static async Task<LedgerFault?> CheckAsync(
        LedgerStore store, LedgerHead kept, LedgerEntry? last, CancellationToken cancellation)
    {
        var there = kept.Number > (last?.Number ?? 0) ? null : await store.GetAsync(kept.Number, cancellation);
        return there?.Hash == kept.Hash
            ? null
            : new LedgerFault(kept.Number, "head", there?.Hash.ToString() ?? "missing, the ledger ends before", $"{kept.Hash}, which was kept");
    }

    private static int Tell(Screen screen, (LedgerFault? Fault, LedgerEntry? Last) result)
    {
        if (result.Fault is { } fault)
        {
            screen.Line($"FAILED {fault}");
            return ExitCode.CheckFailed;
        }

        screen.Line(result.Last is { } last ? $"every entry holds; keep the head {last.Head}" : "the ledger is empty");
        return ExitCode.Success;
    }

    private static WebApplication Open(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.Logging.ClearProviders();
        builder.AddStorage();
        builder.AddLedgerStore();
        var app = builder.Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        return app;
    }

    private static LedgerHead? KeptHead(string? text)
    {
        if (text is null)
            return null;
        return LedgerHead.TryParse(text, out var head)
            ? head
            : throw new WrongInputException($"--head '{text}' is not NUMBER:HASH, as 12:9f86d0…");
    }
}
