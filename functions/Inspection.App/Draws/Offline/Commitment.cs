using System.Security.Cryptography;
using System.Text;
using Inspection.App.Directory;
using Inspection.App.Terminal;
using Inspection.Drawing;

namespace Inspection.App.Draws.Offline;

/// <summary>A committed draw and where its files lie.</summary>
internal sealed record CommittedDraw(Notice Notice, DrawMaterials Materials, DrawDirectory Directory);

/// <summary>Reads a registry, leaves out who cannot be drawn or cannot serve, and commits to the rest.</summary>
internal sealed class Commitment(Screen screen)
{
    /// <exception cref="WrongInputException">A row is bad, or the directory holds another draw; nothing was committed.</exception>
    public CommittedDraw Make(CommitRequest request, CancellationToken cancellation)
    {
        var directory = DrawDirectory.Create(request.OutputDirectory);
        return screen.Work("reading the registry", progress =>
        {
            using var secret = directory.BeginSecret();
            var registry = new RegistryReader(request, cancellation).Read(secret.RegistryCopy);
            RefuseBadRows(request, directory, registry.Rejected);
            WarnOfLeftOut(registry);

            progress.Report("committing");
            var materials = new DrawMaterials(
                ReadKey(request.DrawKeyFile),
                Roster.Create(registry.Roster),
                ExclusionList.Create(registry.Excluded),
                InspectorList.Create(registry.Inspectors));
            var terms = TermsOf(request, registry, materials);
            WarnOfShortages(terms.Teams, materials.Inspectors.Items);
            var notice = materials.Commit(terms, new WorkOptions { Cancellation = cancellation });
            ListLeftOut(registry.LeftOutInspectors, directory);
            secret.Complete(notice, materials);
            return new CommittedDraw(notice, materials, directory);
        });
    }

    private void RefuseBadRows(CommitRequest request, DrawDirectory directory, IReadOnlyList<RejectedRow> rejected)
    {
        var file = directory.PathOf(RejectedRowsFile.Name);
        if (rejected.Count == 0)
        {
            File.Delete(file);
            return;
        }

        RejectedRowsFile.Write(file, rejected);
        var count = rejected.Select(row => (row.File, row.Line)).Distinct().Count();
        var rows = count == 1 ? "1 bad row" : $"{count} bad rows";
        var first = rejected[0];
        var column = first.Column.Length > 0 ? $"{first.Column} " : "";
        var example = $"{first.File} line {first.Line}, {column}'{first.Value}': {first.Problem}";
        if (!request.SkipInvalid)
        {
            throw new WrongInputException(
                $"{rows}, nothing was drawn. The first: {example}. All are in {file}; mend what is wrong, or leave such rows out by --skip-invalid");
        }

        screen.Warn($"left out {rows}, see {file}. The first: {example}");
    }

    private void WarnOfLeftOut(Registry registry)
    {
        var reasons = registry.LeftOutInspectors.CountBy(left => left.Kind).Select(count => $"{count.Value} {count.Key}").ToList();
        if (reasons.Count > 0)
            screen.Note($"inspectors who cannot serve: {string.Join(", ", reasons)}");
    }

    private static void ListLeftOut(IReadOnlyList<LeftOutInspector> leftOut, DrawDirectory directory) => SpreadsheetCsv.Write(
        directory.PathOf(DrawDirectory.LeftOutName),
        ["inspector_id", "department", "reason"],
        leftOut.Select(left => new[] { left.InspectorId, left.Department, left.Reason }),
        isSecret: true);

    private void WarnOfShortages(IReadOnlyList<TeamRequest> teams, IReadOnlyList<Drawing.Inspector> inspectors)
    {
        foreach (var team in teams)
        {
            var able = inspectors.Count(i => i.Department == team.Department && (team.Skill.Length == 0 || i.Skills.Contains(team.Skill)));
            if (able < team.Size)
            {
                var who = team.Skill.Length == 0 ? team.Department : $"{team.Department} with the skill {team.Skill}";
                screen.Warn($"{able} of {who} can serve, and every visit asks for {team.Size}: every visit will be short");
            }
        }
    }

    /// <summary>A department that nobody belongs to is a slip of the pen; one whose people cannot serve is a shortage.</summary>
    private static void RequireKnownDepartments(CommitRequest request, Registry registry)
    {
        var known = registry.Inspectors.Select(inspector => inspector.Department)
            .Concat(registry.LeftOutInspectors.Select(left => left.Department)).Distinct().Order(ProtocolText.Order).ToList();
        if (request.Teams.FirstOrDefault(team => !known.Contains(team.Department)) is { } unknown)
        {
            throw new WrongInputException(
                $"--team names '{unknown.Department}', but {request.InspectorsFile} has nobody of it; its departments are {string.Join(", ", known)}");
        }
    }

    private static NoticeTerms TermsOf(CommitRequest request, Registry registry, DrawMaterials materials)
    {
        RequireKnownDepartments(request, registry);
        if (request.Disclosure == Disclosure.Open && materials.Roster.Classes.Count > 1)
        {
            throw new WrongInputException(
                $"--disclosure open would publish every enterprise's class, and this roster has {materials.Roster.Classes.Count} classes; "
                + "only a roster of one class can be opened");
        }

        var teams = request.Teams.Count > 0
            ? request.Teams
            : CommitOptions.DefaultTeams(materials.Inspectors.Items.Select(inspector => inspector.Department));
        if (teams.Count == 0)
            throw new WrongInputException("no inspector can serve on every day of the task; check the certificates, or name the teams with --team");
        return new NoticeTerms
        {
            DrawId = request.DrawId,
            TaskId = request.TaskId,
            Attempt = request.Attempt,
            Previous = request.Previous,
            Title = request.Title,
            Authority = request.Authority,
            Scope = request.Scope,
            CommittedAt = request.CommittedAt,
            StartsOn = request.StartsOn,
            EndsOn = request.EndsOn,
            Disclosure = request.Disclosure,
            Entropy = request.Entropy,
            RosterRoot = default,
            RosterSize = materials.Roster.Size,
            Excluded = new SealedList(default, materials.Excluded.Items.Count),
            Inspectors = new SealedList(default, materials.Inspectors.Items.Count),
            Sampling = request.Sampling.For(materials.Roster),
            Reserve = request.Reserve,
            Teams = teams,
        };
    }

    private static DrawKey ReadKey(string? file)
    {
        if (file is null)
            return new DrawKey(RandomNumberGenerator.GetBytes(DrawKey.Size));
        using var reader = new StreamReader(InputFile.Open(file), Encoding.Latin1);
        var text = reader.ReadToEnd().Trim().ToLowerInvariant();
        try
        {
            return DrawKey.ReadText(Encoding.Latin1.GetBytes(text + "\n"));
        }
        catch (ProtocolException e)
        {
            throw new WrongInputException($"{file}: a draw key is {2 * DrawKey.Size} hex digits; the file has {text.Length} characters", e);
        }
    }
}
