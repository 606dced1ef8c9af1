using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>Reads inspectors from a registry file, CSV or .xlsx, told apart by content, row by row.</summary>
public static class InspectorFile
{
    /// <summary>What stands for a certificate without an end.</summary>
    internal const string LongTerm = "长期";

    private const string WhyNeeded = "an inspector's certificate must be valid on every day of the task";

    /// <summary>Reads a file of the disk; see <see cref="Read(Stream, string, Action{RejectedRow})"/>.</summary>
    /// <exception cref="UnreadableFileException">Thrown while enumerating: the file cannot be read as a whole.</exception>
    public static IEnumerable<InspectorRow> Read(string path, Action<RejectedRow> reject)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(reject);
        return ReadPath(path, reject);
    }

    /// <summary>Reads a stream, which stays open and the caller's; a seekable one is read from its beginning.</summary>
    /// <param name="stream">The file's bytes.</param>
    /// <param name="fileName">The name that errors call the file by.</param>
    /// <param name="reject">Told of every bad row, once for each thing that is wrong with it; such rows are not returned.</param>
    /// <returns>The good rows in the file's order. Enumerate them once.</returns>
    /// <exception cref="UnreadableFileException">Thrown while enumerating: the file cannot be read as a whole.</exception>
    public static IEnumerable<InspectorRow> Read(Stream stream, string fileName, Action<RejectedRow> reject)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(reject);
        return ReadStream(stream, fileName, reject);
    }

    private static IEnumerable<InspectorRow> ReadPath(string path, Action<RejectedRow> reject)
    {
        using var stream = RegistryFile.OpenPath(path);
        foreach (var row in ReadStream(stream, path, reject))
            yield return row;
    }

    private static IEnumerable<InspectorRow> ReadStream(Stream stream, string fileName, Action<RejectedRow> reject)
    {
        using var table = RegistryFile.OpenTable(stream, fileName, reject);
        var cells = new RowCells(table, InspectorColumns.All, reject);
        var parser = new InspectorParser(cells);
        while (cells.Read())
        {
            var row = parser.Parse();
            if (!cells.IsRejected)
                yield return row;
        }
    }

    /// <summary>Makes an inspector of a row's cells, and rejects the row for each cell that is wrong.</summary>
    private sealed class InspectorParser(RowCells cells)
    {
        private readonly BoundColumn inspectorId = cells[InspectorColumns.InspectorId];
        private readonly BoundColumn name = cells[InspectorColumns.Name];
        private readonly BoundColumn department = cells[InspectorColumns.Department];
        private readonly BoundColumn skills = cells[InspectorColumns.Skills];
        private readonly BoundColumn certificateExpires = cells[InspectorColumns.CertificateExpires];
        private readonly BoundColumn recused = cells[InspectorColumns.Recused];
        private readonly BoundColumn status = cells[InspectorColumns.Status];
        private readonly Dictionary<string, int> firstLines = new(StringComparer.Ordinal);
        private readonly TextPool pool = new();

        public InspectorRow Parse() => new(
            ParseId(),
            cells.Text(name),
            ParseDepartment(),
            CellList.Parse(cells, skills, "skills"),
            ParseCertificate(),
            ParseRecused(),
            pool.Get(cells.Bytes(status)),
            cells.Line);

        private string ParseId()
        {
            var id = CellText.Narrow(cells.Bytes(inspectorId));
            if (id.Length == 0)
                cells.Reject(inspectorId, "the number of the certificate is missing");
            else if (CellText.LooksRounded(id))
            {
                cells.Reject(
                    inspectorId,
                    "a spreadsheet took the number for a quantity and lost its last digits; format the column as text and "
                        + "enter it again");
            }
            else if (ProtocolText.ProblemInField(id) is { } problem)
                cells.Reject(inspectorId, problem);
            else if (!firstLines.TryAdd(id, cells.Line))
                cells.Reject(inspectorId, $"the number stands in line {firstLines[id]} already");
            return id;
        }

        private string ParseDepartment()
        {
            var text = pool.Get(cells.Bytes(department));
            if (text.Length == 0)
                cells.Reject(department, "the department is missing");
            else if (ProtocolText.ProblemInField(text) is { } problem)
                cells.Reject(department, problem);
            return text;
        }

        // Whoever serves must be certified on every day of the task (行政处罚法 art. 42), so the day has to be known.
        private DateOnly ParseCertificate()
        {
            var text = cells.Bytes(certificateExpires);
            if (certificateExpires.IsMissing)
                cells.Reject(certificateExpires, $"the file has no column {certificateExpires.Column}; {WhyNeeded}");
            else if (CellDate.TryParse(text, out var date))
                return date;
            else if (CellText.Narrow(text) is var narrow && narrow == LongTerm)
                return DateOnly.MaxValue;
            else if (narrow.Length == 0)
                cells.Reject(certificateExpires, $"the day is missing; {WhyNeeded}");
            else
                cells.Reject(certificateExpires, $"not an existing day; write it as {CellDate.Forms}, or {LongTerm} for no end");
            return default;
        }

        private UnifiedSocialCreditCode[] ParseRecused()
        {
            var codes = new SortedSet<UnifiedSocialCreditCode>();
            foreach (var entry in CellList.Entries(CellText.Narrow(cells.Bytes(recused))))
            {
                if (CodeCell.TryParse(entry, out var code, out var problem))
                    codes.Add(code);
                else
                    cells.Reject(recused, $"{CellText.Shown(entry)}: {problem}");
            }

            return [.. codes];
        }
    }
}
