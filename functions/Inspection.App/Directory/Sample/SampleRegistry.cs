using System.Text;

namespace Inspection.App.Directory;

/// <summary>
/// Makes the registry of a synthetic district to try the product with: <c>enterprises.csv</c> and <c>inspectors.csv</c>.
/// The same seed gives the same bytes on every machine, and a longer registry begins with the rows of a shorter one, but
/// for recusals. No enterprise and no person in it is a real one.
/// </summary>
public static class SampleRegistry
{
    public const string EnterprisesFile = "enterprises.csv";
    public const string InspectorsFile = "inspectors.csv";

    /// <summary>The most enterprises: what the protocol's roster holds.</summary>
    public const int MaxEnterprises = 50_000_000;

    /// <summary>The most inspectors: what their numbers hold.</summary>
    public const int MaxInspectors = 999_999;

    private const int ProgressEvery = 10_000;
    private const int BufferChars = 64 << 10;

    /// <summary>Writes both files, each whole or not at all, in place of older ones; the directory is made if need be.</summary>
    /// <param name="directory">Where the files go.</param>
    /// <param name="enterprises">How many enterprises, from 0.</param>
    /// <param name="inspectors">How many inspectors, from 0.</param>
    /// <param name="seed">What everything is made from.</param>
    /// <param name="progress">Told now and then how many enterprises are written.</param>
    /// <param name="cancellation">Stops the work; a file that was not finished is taken away.</param>
    public static void Write(
        string directory, int enterprises, int inspectors, ulong seed, IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentOutOfRangeException.ThrowIfNegative(enterprises);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(enterprises, MaxEnterprises);
        ArgumentOutOfRangeException.ThrowIfNegative(inspectors);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inspectors, MaxInspectors);
        System.IO.Directory.CreateDirectory(directory);
        var sample = new SampleEnterprises(seed);
        WriteFile(Path.Combine(directory, EnterprisesFile), SampleEnterprises.Heading, enterprises, sample.WriteRow, progress, cancellation);
        var people = new SampleInspectors(seed, sample, enterprises);
        WriteFile(Path.Combine(directory, InspectorsFile), SampleInspectors.Heading, inspectors, people.WriteRow, null, cancellation);
    }

    private static void WriteFile(
        string path, string heading, int count, Action<TextWriter, int> writeRow, IProgress<int>? progress,
        CancellationToken cancellation) =>
        AtomicFile.Write(path, stream => WriteTable(stream, heading, count, writeRow, progress, cancellation));

    /// <summary>Writes the rows of one file; the stream stays open.</summary>
    internal static void WriteTable(
        Stream stream, string heading, int count, Action<TextWriter, int> writeRow, IProgress<int>? progress, CancellationToken cancellation)
    {
        using var writer = new StreamWriter(
            stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferChars, leaveOpen: true);
        writer.Write(heading);
        writer.Write('\n');
        for (var i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            writeRow(writer, i);
            if ((i + 1) % ProgressEvery == 0)
                progress?.Report(i + 1);
        }

        progress?.Report(count);
    }
}
