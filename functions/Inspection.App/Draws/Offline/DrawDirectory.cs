using Inspection.App.Directory;
using Inspection.App.Terminal;
using Inspection.Drawing;

namespace Inspection.App.Draws.Offline;

/// <summary>
/// The directory of one draw: what may be published lies in it, what must stay secret in <c>secret</c> below it, which
/// only its owner may read.
/// </summary>
internal sealed class DrawDirectory
{
    private const string Secret = "secret";
    private const string RegistryName = "registry.tsv";

    /// <summary>The list of inspectors who cannot serve, with the reason.</summary>
    public const string LeftOutName = "inspectors-left-out.csv";

    private DrawDirectory(string path) => Path = path;

    public string Path { get; }

    public string SecretPath => PathOf(Secret);

    public string RegistryPath => SecretPathOf(RegistryName);

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>The directory for a new draw, made if need be.</summary>
    /// <exception cref="WrongInputException">It holds a draw already, which is never drawn anew.</exception>
    public static DrawDirectory Create(string path)
    {
        var directory = new DrawDirectory(path);
        if (File.Exists(directory.PathOf(Notice.FileName)))
        {
            throw new WrongInputException(
                $"{path} holds a committed draw already, and a draw is never made twice. Give another directory; a second attempt names the first by --attempt and --previous");
        }

        OutputDirectory.Create(path);
        return directory;
    }

    /// <summary>The directory of a committed draw.</summary>
    /// <exception cref="WrongInputException">There is none.</exception>
    public static DrawDirectory Open(string path)
    {
        var directory = new DrawDirectory(path);
        return File.Exists(directory.PathOf(Notice.FileName))
            ? directory
            : throw new WrongInputException($"{path} holds no {Notice.FileName}; give the directory that commit wrote to");
    }

    /// <summary>Begins to write the secret part; nothing counts until it is complete.</summary>
    public SecretWriter BeginSecret() => new(this);

    /// <summary>Reads back what was committed to.</summary>
    /// <exception cref="ProtocolException">A file was changed or cut off.</exception>
    public CommittedDraw Read()
    {
        using var roster = File.OpenRead(SecretPathOf(RosterFile.Name));
        return new CommittedDraw(
            Notice.Parse(File.ReadAllBytes(PathOf(Notice.FileName))),
            new DrawMaterials(
                DrawKey.ReadText(File.ReadAllBytes(SecretPathOf(PackageFile.DrawKeyName))),
                RosterFile.Read(roster),
                ExclusionList.Parse(File.ReadAllBytes(SecretPathOf(ExclusionList.FileName))),
                InspectorList.Parse(File.ReadAllBytes(SecretPathOf(InspectorList.FileName)))),
            this);
    }

    /// <summary>
    /// Fixes the randomness before anything is drawn from it, so that nobody sees a result and then tries other values,
    /// not even by breaking off in between.
    /// </summary>
    /// <remarks>
    /// Who owns the disk can delete the file, or copy the directory before. What protects then lies outside: roster, key
    /// and rules were fixed by a notice that others hold, each witness knows the value it gave, and a beacon's round has
    /// one signature only.
    /// </remarks>
    /// <exception cref="WrongInputException">It was fixed before, and otherwise.</exception>
    public void FixEvidence(EntropyEvidence evidence)
    {
        var file = SecretPathOf(EntropyEvidence.FileName);
        if (!File.Exists(file))
        {
            AtomicFile.Write(file, stream => stream.Write(evidence.ToFile()), isSecret: true);
            return;
        }

        var before = EntropyEvidence.Parse(File.ReadAllBytes(file));
        if (before.EntropyText != evidence.EntropyText)
        {
            throw new WrongInputException(
                $"this draw was revealed already with other randomness ({before.EntropyText.ReplaceLineEndings(", ")}); a draw has one result. "
                + "If a value was wrong then, void this draw in public and commit another with --attempt and --previous");
        }
    }

    private string SecretPathOf(string file) => System.IO.Path.Combine(SecretPath, file);

    /// <summary>
    /// Writes the secret files and at last the notice, by which a draw counts as committed. What was begun and not
    /// completed is removed, and nothing else that lay there.
    /// </summary>
    internal sealed class SecretWriter : IDisposable
    {
        private readonly DrawDirectory directory;
        private bool isComplete;

        public SecretWriter(DrawDirectory directory)
        {
            this.directory = directory;
            CreatePrivately(directory.SecretPath);
            RegistryCopy = new RegistryCopy(new FileStream(directory.RegistryPath, AtomicFile.Options(FileMode.Create, isSecret: true)));
        }

        public RegistryCopy RegistryCopy { get; }

        public void Complete(Notice notice, DrawMaterials materials)
        {
            RegistryCopy.Dispose();
            Write(RosterFile.Name, stream => RosterFile.Write(materials.Roster, stream));
            Write(ExclusionList.FileName, stream => stream.Write(materials.Excluded.File.Span));
            Write(InspectorList.FileName, stream => stream.Write(materials.Inspectors.File.Span));
            Write(PackageFile.DrawKeyName, stream => stream.Write(materials.Key.ToText()));
            AtomicFile.Write(directory.PathOf(Notice.FileName), stream => stream.Write(notice.File.Span));
            isComplete = true;
        }

        public void Dispose()
        {
            RegistryCopy.Dispose();
            if (isComplete)
                return;
            string[] begun = [RegistryName, RosterFile.Name, ExclusionList.FileName, InspectorList.FileName, PackageFile.DrawKeyName];
            foreach (var file in begun)
                File.Delete(directory.SecretPathOf(file));
            if (!System.IO.Directory.EnumerateFileSystemEntries(directory.SecretPath).Any())
                System.IO.Directory.Delete(directory.SecretPath);
        }

        private static void CreatePrivately(string path)
        {
            System.IO.Directory.CreateDirectory(path);
            // Also where the directory was there before, made by somebody less careful.
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        private void Write(string file, Action<Stream> write) =>
            AtomicFile.Write(directory.SecretPathOf(file), write, isSecret: true);
    }
}
