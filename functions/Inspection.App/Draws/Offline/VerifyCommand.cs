using System.CommandLine;
using Inspection.App.Terminal;
using Inspection.Drawing;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Inspection.App.Draws.Offline;

/// <summary><c>verify</c>: makes every check of the protocol that the given files allow.</summary>
internal static class VerifyCommand
{
    private static readonly JsonSerializerSettings Json = new()
    {
        ContractResolver = new CamelCasePropertyNamesContractResolver(),
        Converters = { new Newtonsoft.Json.Converters.StringEnumConverter() },
        Formatting = Formatting.Indented,
    };

    public static Command Create(Screen screen)
    {
        var path = new Argument<string>("PATH") { Description = "A package, a public record or a certificate" };
        var publicRecord = new Option<string>("--public") { Description = "The draw's public.json", HelpName = "FILE" };
        var membership = new Option<string>("--membership") { Description = "The draw's membership.json", HelpName = "FILE" };
        var stamp = new Option<string>("--stamp") { Description = "The notice's stamp by somebody outside, as the service gives it", HelpName = "FILE" };
        var certificate = new Option<string>("--stamp-certificate")
        {
            Description = "The stamp authority's certificate or the root that vouches for it, in PEM form; without it anybody may have stamped", HelpName = "FILE",
        };
        var json = new Option<bool>("--json") { Description = "Write the checks as JSON" };
        var command = new Command("verify", "Check a draw by name of every check; exit code 0 where nothing failed, 1 otherwise")
        {
            path, publicRecord, membership, stamp, certificate, json,
        };
        command.Does((parsed, cancellation) =>
        {
            var input = Read(parsed.GetRequiredValue(path), parsed.GetValue(publicRecord), parsed.GetValue(membership));
            var stamped = StampCheck.Make(parsed.GetValue(stamp), parsed.GetValue(certificate));
            input = input with { Stamp = stamped?.Stamp };
            var report = screen.Work("checking", _ => Verifier.Verify(input, new WorkOptions { Cancellation = cancellation }));
            if (stamped is not null)
                report = new VerificationReport([.. report.Checks, stamped.Result]);
            if (parsed.GetValue(json))
                screen.Line(JsonConvert.SerializeObject(new { passed = report.NothingFailed, report.Checks }, Json));
            else
                Show(report, screen);
            return report.NothingFailed ? ExitCode.Success : ExitCode.CheckFailed;
        });
        return command;
    }

    private static VerificationInput Read(string path, string? publicRecord, string? membership)
    {
        var input = new VerificationInput
        {
            PublicRecord = publicRecord is null ? null : InputFile.Read(publicRecord),
            Membership = membership is null ? null : InputFile.Read(membership),
        };
        using var file = InputFile.Open(path);
        Span<byte> start = stackalloc byte[16];
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (start.StartsWith("PK"u8))
            return input with { Package = PackageFile.Read(file) };
        if (start.StartsWith("{\"classes\":"u8) && publicRecord is null)
            return input with { PublicRecord = InputFile.Read(path) };
        if (start.StartsWith("{\"class\":"u8))
        {
            return publicRecord is null
                ? throw new WrongInputException($"{path} is a certificate; give the draw's public record with --public FILE to check it against")
                : input with { Certificate = InputFile.Read(path) };
        }

        throw new WrongInputException($"{path} is neither a package (.zip), nor a public record, nor a certificate as this program writes them");
    }

    private static void Show(VerificationReport report, Screen screen)
    {
        screen.Table(["", "check", "what was found"], report.Checks.Select(check => new[] { Mark(check.Status), check.Name, check.Detail }));
        int Count(CheckStatus status) => report.Checks.Count(check => check.Status == status);
        screen.Line();
        screen.Line($"{Count(CheckStatus.Passed)} passed, {Count(CheckStatus.Failed)} failed, {Count(CheckStatus.NotPossible)} not possible with these files");
    }

    private static string Mark(CheckStatus status) => status switch
    {
        CheckStatus.Passed => "passed",
        CheckStatus.Failed => "FAILED",
        _ => "not possible",
    };
}
