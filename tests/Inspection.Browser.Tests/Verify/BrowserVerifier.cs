using Inspection.Browser.Tests.Browser;
using Inspection.Drawing;

namespace Inspection.Browser.Tests.Verify;

/// <summary>The modules of the page's verifier, called by a test in a window of the app.</summary>
internal sealed class BrowserVerifier
{
    private const string Verify = """
        async files => {
          const { inputOf } = await import('/verify/documents/recognise.js');
          const { verify } = await import('/verify/checks/verifier.js');
          const { Refusal } = await import('/verify/values/refusal.js');
          const { hexOf } = await import('/verify/values/bytes.js');
          const bytesOf = base64 => Uint8Array.from(atob(base64), c => c.charCodeAt(0));
          window.decoded = Object.entries(files).map(([name, content]) => ({ name, bytes: bytesOf(content) }));
          window.reportOf = async files => {
            try {
              return await verify(await inputOf(files));
            } catch (error) {
              if (error instanceof Refusal)
                return [{ name: 'refused', status: 'failed', detail: error.words, values: [] }];
              throw error;
            }
          };
          window.contentsOf = async archive => {
            try {
              const { package: files } = await inputOf([{ name: 'package.zip', bytes: archive }]);
              return [...files].map(([name, bytes]) => `${name} ${hexOf(bytes)}`);
            } catch (error) {
              if (error instanceof Refusal)
                return ['refused'];
              throw error;
            }
          };
        }
        """;

    private const string Report = """
        async () => (await window.reportOf(window.decoded)).map(check => ({
          ...check,
          detail: check.detail.en,
          chinese: check.detail.zh,
          values: check.values.map(({ value, command }) => ({ value, command })),
        }))
        """;

    private const string ChangeEach = """
        async changes => {
          const results = [];
          for (const [name, at, mask] of changes) {
            const file = window.decoded.find(file => file.name === name);
            file.bytes[at] ^= mask;
            results.push((await window.reportOf(window.decoded)).map(check => `${check.name} ${check.status}`).join(', '));
            file.bytes[at] ^= mask;
          }
          return results;
        }
        """;

    private readonly Visit visit;

    private BrowserVerifier(Visit visit) => this.visit = visit;

    /// <summary>Runs a test in a window that shows the page.</summary>
    public static Task VisitAsync(Chromium chromium, Portal.Portal portal, Func<Visit, Task> test) =>
        chromium.VisitAsync(portal.Address, Screen.Desk, async visit =>
        {
            await visit.OpenAsync("/verify");
            await test(visit);
        });

    /// <summary>The verifier in a window, with these files at hand.</summary>
    public static async Task<BrowserVerifier> OfAsync(Visit visit, IReadOnlyDictionary<string, byte[]> files)
    {
        await visit.Page.EvaluateAsync(Verify, files.ToDictionary(file => file.Key, file => Convert.ToBase64String(file.Value)));
        return new BrowserVerifier(visit);
    }

    public static Task<BrowserVerifier> OfAsync(Visit visit, VerificationInput input) => OfAsync(visit, FilesOf(input));

    /// <summary>The files of an input, under the names by which the page tells them apart.</summary>
    public static Dictionary<string, byte[]> FilesOf(VerificationInput input)
    {
        var files = new Dictionary<string, byte[]>(input.Package);
        foreach (var (name, file) in new[]
        {
            (PublicRecord.FileName, input.PublicRecord),
            (Membership.FileName, input.Membership),
            ("certificate.json", input.Certificate),
        })
        {
            if (file is not null)
                files.Add(name, file);
        }

        return files;
    }

    /// <summary>How the library's report reads in the words of the page's.</summary>
    public static string Summary(VerificationReport report) =>
        string.Join(", ", report.Checks.Select(static check => $"{check.Name} {Word(check.Status)}"));

    public static string Summary(IEnumerable<BrowserCheck> report) =>
        string.Join(", ", report.Select(static check => $"{check.Name} {check.Status}"));

    public async Task<BrowserCheck[]> ReportAsync() => await visit.Page.EvaluateAsync<BrowserCheck[]>(Report);

    public async Task<string> SummaryAsync() => Summary(await ReportAsync());

    /// <summary>The summaries of the reports where one bit of one file is changed.</summary>
    public async Task<string[]> SummariesAsync(IEnumerable<BitChange> changes) => await visit.Page.EvaluateAsync<string[]>(
        ChangeEach, changes.Select(static change => new object[] { change.File, change.At, 1 << change.Bit }).ToArray());

    /// <summary>For each archive that the change of one bit makes: the files in it, or that it is refused.</summary>
    public async Task<string[][]> ContentsAsync(string file, IEnumerable<BitChange> changes) =>
        await visit.Page.EvaluateAsync<string[][]>(
            """
            async ([name, changes]) => {
              const { bytes } = window.decoded.find(file => file.name === name);
              const contents = [];
              for (const [at, mask] of changes) {
                const changed = bytes.slice();
                changed[at] ^= mask;
                contents.push(await window.contentsOf(changed));
              }
              return contents;
            }
            """,
            new object[] { file, changes.Select(static change => new object[] { change.At, 1 << change.Bit }).ToArray() });

    private static string Word(CheckStatus status) => status switch
    {
        CheckStatus.Passed => "passed",
        CheckStatus.Failed => "failed",
        _ => "not-possible",
    };
}

/// <summary>A check as the page reports it.</summary>
internal sealed record BrowserCheck
{
    public string Name { get; set; } = "";

    public string Status { get; set; } = "";

    public string Detail { get; set; } = "";

    public string Chinese { get; set; } = "";

    public BrowserValue[] Values { get; set; } = [];
}

/// <summary>An intermediate value, and the shell command that gives the same; empty where there is none.</summary>
internal sealed record BrowserValue
{
    public string Value { get; set; } = "";

    public string Command { get; set; } = "";
}

/// <summary>One bit of one file.</summary>
internal readonly record struct BitChange(string File, int At, int Bit);
