using System.CommandLine;
using System.Globalization;
using Inspection.App.Planning;
using Inspection.App.Terminal;
using Inspection.Drawing;

namespace Inspection.App.Draws.Offline;

/// <summary>The options that <c>commit</c> and <c>draw</c> share, and what they say together.</summary>
internal sealed class CommitOptions
{
    private const int DefaultTeamSize = 2;
    private const int DefaultTaskDays = 30;

    private readonly Option<string> rates = new("--rates")
    {
        Description = "The share of each class that is drawn, rounded up", HelpName = "A=2%,B=5%,C=25%,D=100%",
    };

    private readonly Option<long?> total = NumberOption.Optional("--total", 1L, Roster.MaxSize, "How many are drawn in all, shared out by --weights");
    private readonly Option<string> weights = new("--weights") { Description = "How much an enterprise of each class weighs", HelpName = "A=1,B=2,C=4,D=8" };
    private readonly Option<string> quotas = new("--quotas") { Description = "How many of each class are drawn", HelpName = "A=10,B=4" };
    private readonly Option<string[]> team = new("--team")
    {
        Description = "Inspectors that visit each enterprise; repeatable; default: 2 of every department in the file",
        HelpName = "DEPARTMENT:SIZE[:SKILL]",
    };

    private readonly Option<int> reserve = NumberOption.Create("--reserve", 0, NoticeTerms.MaxReserve, 0, "Reserves for each class");
    private readonly Option<string> startsOn = new("--starts-on") { Description = "The task's first day; default: today", HelpName = "YYYY-MM-DD" };
    private readonly Option<string> endsOn = new("--ends-on")
    {
        Description = "The task's last day; certificates must cover it; default: 30 days after the first", HelpName = "YYYY-MM-DD",
    };

    private readonly Option<string> title = new("--title") { Description = "The task's title", HelpName = "TEXT", DefaultValueFactory = _ => "双随机抽查" };
    private readonly Option<string> authority = new("--authority") { Description = "The authority's name", HelpName = "TEXT", DefaultValueFactory = _ => "未署名机关" };
    private readonly Option<string> scope = new("--scope") { Description = "Whom the roster covers, in words", HelpName = "TEXT", DefaultValueFactory = _ => "登记在册的企业" };
    private readonly Option<string> drawId = new("--draw-id") { Description = "The draw's id; default: made of the time", HelpName = "ID" };
    private readonly Option<string> taskId = new("--task-id") { Description = "The task's id; default: the draw's", HelpName = "ID" };
    private readonly Option<int> attempt = NumberOption.Create("--attempt", 1, int.MaxValue, 1, "1, or one more than the voided attempt");
    private readonly Option<string> previous = new("--previous") { Description = "The hash of the authority's notice before this", HelpName = "HASH" };
    private readonly Option<string> disclosure = new("--disclosure") { Description = "Whether roster and classes stay sealed or are opened once the draw is closed", DefaultValueFactory = _ => "sealed" };
    private readonly Option<string> unclassified = new("--unclassified") { Description = "The class of enterprises that the file does not classify", HelpName = "CLASS" };
    private readonly Option<string> drawKeyFile = new("--draw-key-file") { Description = "A file of 64 hex digits with the draw key, used for this draw only; default: 32 bytes from the operating system", HelpName = "FILE" };
    private readonly Option<bool> skipInvalid = new("--skip-invalid") { Description = "Leave bad rows out instead of stopping" };

    public CommitOptions() => disclosure.AcceptOnlyFromAmong("sealed", "open");

    public void AddTo(Command command)
    {
        Option[] options =
        [
            rates, total, weights, quotas, team, reserve, startsOn, endsOn, title, authority, scope, drawId, taskId,
            attempt, previous, disclosure, unclassified, drawKeyFile, skipInvalid,
        ];
        foreach (var option in options)
            command.Add(option);
    }

    /// <exception cref="WrongInputException">The options contradict each other or cannot be read.</exception>
    public CommitRequest Read(
        ParseResult parsed, string enterprisesFile, string inspectorsFile, string outputDirectory, EntropyPlan entropy, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var first = Day(parsed, startsOn) ?? new LocalTime(LocalTime.Beijing, clock).Today;
        var id = parsed.GetValue(drawId) ?? "draw-" + now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        try
        {
            return new CommitRequest
            {
                EnterprisesFile = enterprisesFile,
                InspectorsFile = inspectorsFile,
                OutputDirectory = outputDirectory,
                Sampling = ReadSampling(parsed),
                Teams = [.. (parsed.GetValue(team) ?? []).Select(ReadTeam)],
                Entropy = entropy,
                DrawId = id,
                TaskId = parsed.GetValue(taskId) ?? id,
                Attempt = parsed.GetValue(attempt),
                Previous = parsed.GetValue(previous) is { Length: > 0 } hash ? Digest.Parse(hash) : null,
                Title = parsed.GetValue(title)!,
                Authority = parsed.GetValue(authority)!,
                Scope = parsed.GetValue(scope)!,
                CommittedAt = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero),
                StartsOn = first,
                EndsOn = Day(parsed, endsOn) ?? first.AddDays(DefaultTaskDays),
                Disclosure = parsed.GetValue(disclosure) == "open" ? Disclosure.Open : Disclosure.Sealed,
                Reserve = parsed.GetValue(reserve),
                Unclassified = parsed.GetValue(unclassified) is { } name ? RiskClass.Parse(name) : null,
                SkipInvalid = parsed.GetValue(skipInvalid),
                DrawKeyFile = parsed.GetValue(drawKeyFile),
            };
        }
        catch (FormatException e)
        {
            throw new WrongInputException(e.Message, e);
        }
    }

    /// <summary>Two inspectors of each department, the least that the law asks for.</summary>
    public static IReadOnlyList<TeamRequest> DefaultTeams(IEnumerable<string> departments) =>
        [.. departments.Distinct().Order(ProtocolText.Order).Select(department => new TeamRequest(department, DefaultTeamSize))];

    private SamplingRule ReadSampling(ParseResult parsed)
    {
        var (byRates, byWeights, byQuotas) = (parsed.GetValue(rates), parsed.GetValue(weights), parsed.GetValue(quotas));
        if (new[] { byRates, byWeights, byQuotas }.Count(text => text is not null) > 1)
            throw new WrongInputException("--rates, --weights and --quotas exclude each other; give one");
        if (byWeights is null != parsed.GetValue(total) is null)
            throw new WrongInputException("--total and --weights belong together: the total is shared out by the weights");
        if (byWeights is not null)
            return SamplingRule.ParseWeights(parsed.GetValue(total)!.Value, byWeights);
        return byQuotas is not null
            ? SamplingRule.ParseQuotas(byQuotas)
            : SamplingRule.ParseRates(byRates ?? rates.HelpName!);
    }

    private static TeamRequest ReadTeam(string text)
    {
        var parts = text.Split(':');
        return parts.Length is 2 or 3 && parts[0].Length > 0
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && size is >= 1 and <= TeamRequest.MaxSize
                ? new TeamRequest(parts[0], size, parts.Length == 3 ? parts[2] : "")
                : throw new FormatException($"--team '{text}' is not DEPARTMENT:SIZE[:SKILL] with a size of 1 to {TeamRequest.MaxSize}");
    }

    private static DateOnly? Day(ParseResult parsed, Option<string> option)
    {
        if (parsed.GetValue(option) is not { } text)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new WrongInputException($"{option.Name} '{text}' is no existing day YYYY-MM-DD");
    }
}
