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
    private const string RegistryName = "registry.csv";

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

        System.IO.Directory.CreateDirectory(path);
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

    private string SecretPathOf(string file) => System.IO.Path.Combine(SecretPath, file);

    /// <summary>
    /// Writes the secret files and at last the notice, by which a draw counts as committed. What was begun and not
    /// completed is removed.
    /// </summary>
    internal sealed class SecretWriter : IDisposable
    {
        private readonly DrawDirectory directory;
        private bool isComplete;

        public SecretWriter(DrawDirectory directory)
        {
            this.directory = directory;
            if (OperatingSystem.IsWindows())
                System.IO.Directory.CreateDirectory(directory.SecretPath);
            else
                System.IO.Directory.CreateDirectory(directory.SecretPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            RegistryCopy = new RegistryCopy(File.Create(directory.RegistryPath));
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
            if (!isComplete)
                System.IO.Directory.Delete(directory.SecretPath, recursive: true);
        }

        private void Write(string file, Action<Stream> write) =>
            AtomicFile.Write(directory.SecretPathOf(file), write, isSecret: true);
    }
}
