using System.Diagnostics;
using System.Globalization;
using Inspection.App.Draws;
using Inspection.App.Results;
using Inspection.App.Tests.Storage;

namespace Inspection.App.Tests.Draws;

/// <summary>
/// Another process that draws or publishes until it is killed: this test program again, told to run <see cref="Draws_until_it_is_killed"/>
/// alone, on the store in a folder.
/// </summary>
public sealed class DrawProcess
{
    private const string FolderVariable = "INSPECTION_TEST_DRAW_FOLDER";
    private const string StepVariable = "INSPECTION_TEST_DRAW_STEP";
    private const string SubjectVariable = "INSPECTION_TEST_DRAW_SUBJECT";
    private const string WriteVariable = "INSPECTION_TEST_DRAW_WRITE";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What the process does.</summary>
    internal enum Step
    {
        /// <summary>Commits the task that is the subject.</summary>
        Commit,

        /// <summary>Reveals the draw that is the subject.</summary>
        Reveal,

        /// <summary>Publishes the approved result that is the subject.</summary>
        Publish,

        /// <summary>Commits and reveals one new task after the other.</summary>
        DrawOnAndOn,
    }

    /// <summary>Runs the process until it is about to make the n-th write of its step, from 0, and kills it there.</summary>
    internal static Task KillAtWriteAsync(TemporaryFolder folder, Step step, string subject, int write) =>
        KillAsync(folder, step, subject, write, static _ => Task.CompletedTask);

    /// <summary>Runs the process until so many draws are drawn, lets it go on for a moment, and kills it wherever it is.</summary>
    internal static Task KillAfterAsync(TemporaryFolder folder, int draws, TimeSpan moment) =>
        KillAsync(folder, Step.DrawOnAndOn, "", int.MaxValue, async begun =>
        {
            while (Drawn(begun) < draws)
                await Task.Delay(5, Cancellation);
            await Task.Delay(moment, Cancellation);
        });

    private static async Task KillAsync(TemporaryFolder folder, Step step, string subject, int write, Func<string, Task> wait)
    {
        var news = Path.Combine(folder.Path, $"news-{Guid.NewGuid():n}");
        var program = Path.ChangeExtension(typeof(DrawProcess).Assembly.Location, OperatingSystem.IsWindows() ? "exe" : null);
        var start = new ProcessStartInfo(program)
        {
            ArgumentList = { "-method", $"*{nameof(Draws_until_it_is_killed)}", "-explicit", "only" },
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            Environment =
            {
                [FolderVariable] = news,
                [StepVariable] = step.ToString(),
                [SubjectVariable] = subject,
                [WriteVariable] = write.ToString(CultureInfo.InvariantCulture),
            },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        try
        {
            while (!File.Exists(news))
            {
                if (process.HasExited)
                    Assert.Fail($"the process ended by itself: {await output}");
                await Task.Delay(5, Cancellation);
            }

            await wait(news);
            Assert.False(process.HasExited, "the process ended by itself");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    [Fact(Explicit = true)]
    public async Task Draws_until_it_is_killed()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is not { } news)
        {
            Assert.Skip("runs as the child of another test only");
            return;
        }

        var subject = Environment.GetEnvironmentVariable(SubjectVariable)!;
        var left = int.MaxValue;
        var tap = new TappedStores { OnWrite = _ => StopAt(Interlocked.Decrement(ref left), news) };
        await using var fixture = await DrawFixture.OpenAsync(new TemporaryFolder(Path.GetDirectoryName(news)!), tap.Wire);
        var service = fixture.Service<DrawService>();
        left = int.Parse(Environment.GetEnvironmentVariable(WriteVariable)!, CultureInfo.InvariantCulture);
        switch (Enum.Parse<Step>(Environment.GetEnvironmentVariable(StepVariable)!))
        {
            case Step.Commit:
                await service.RequestAsync(subject, DrawFixture.Person("planner"), Cancellation);
                break;
            case Step.Reveal:
                await service.RevealAsync(subject);
                break;
            case Step.Publish:
                Assert.True(ResultId.TryParse(subject, out var result));
                await fixture.Service<IResultPublisher>().PublishAsync(result.DrawId, result.Uscc, Cancellation);
                break;
            default:
                for (var draws = 0; ; draws++)
                {
                    await File.WriteAllTextAsync($"{news}.tmp", draws.ToString(CultureInfo.InvariantCulture), Cancellation);
                    File.Move($"{news}.tmp", news, overwrite: true);
                    await fixture.DrawAsync();
                }
        }

        Assert.Fail("the step ended before it was killed; it has fewer writes");
    }

    private static int Drawn(string news) => int.Parse(File.ReadAllText(news), CultureInfo.InvariantCulture);

    // The parent sees the file and kills this process, in the middle of its step.
    private static void StopAt(int left, string news)
    {
        if (left >= 0)
            return;
        if (left == -1)
            File.WriteAllText(news, "");
        Thread.Sleep(Timeout.Infinite);
    }
}
