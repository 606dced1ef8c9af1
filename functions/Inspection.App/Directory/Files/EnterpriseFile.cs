using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>
/// Reads enterprises from a registry file, CSV or .xlsx, told apart by content. Rows come one by one as the file is read
/// and nothing of the file is kept but the codes, to find those that come twice.
/// </summary>
public static class EnterpriseFile
{
    /// <summary>
    /// Reads a file of the disk; see <see cref="Read(Stream, string, EnterpriseReadOptions, Action{RejectedRow})"/>.
    /// </summary>
    /// <exception cref="UnreadableFileException">Thrown while enumerating: the file cannot be read as a whole.</exception>
    public static IEnumerable<EnterpriseRow> Read(string path, EnterpriseReadOptions options, Action<RejectedRow> reject)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(reject);
        return ReadPath(path, options, reject);
    }

    /// <summary>Reads a stream, which stays open and the caller's; a seekable one is read from its beginning.</summary>
    /// <param name="stream">The file's bytes.</param>
    /// <param name="fileName">The name that errors call the file by.</param>
    /// <param name="options">How the file is read.</param>
    /// <param name="reject">Told of every bad row, once for each thing that is wrong with it; such rows are not returned.</param>
    /// <returns>The good rows in the file's order. Enumerate them once.</returns>
    /// <exception cref="UnreadableFileException">Thrown while enumerating: the file cannot be read as a whole.</exception>
    public static IEnumerable<EnterpriseRow> Read(
        Stream stream, string fileName, EnterpriseReadOptions options, Action<RejectedRow> reject)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(reject);
        return ReadStream(stream, fileName, options, reject);
    }

    private static IEnumerable<EnterpriseRow> ReadPath(string path, EnterpriseReadOptions options, Action<RejectedRow> reject)
    {
        using var stream = RegistryFile.OpenPath(path);
        foreach (var row in ReadStream(stream, path, options, reject))
            yield return row;
    }

    private static IEnumerable<EnterpriseRow> ReadStream(
        Stream stream, string fileName, EnterpriseReadOptions options, Action<RejectedRow> reject)
    {
        using var table = RegistryFile.OpenTable(stream, fileName, reject);
        var cells = new RowCells(table, EnterpriseColumns.All, reject);
        var parser = new EnterpriseParser(cells, options);
        while (cells.Read())
        {
            var row = parser.Parse();
            if (!cells.IsRejected)
                yield return row;
        }
    }

    /// <summary>Makes an enterprise of a row's cells, and rejects the row for each cell that is wrong.</summary>
    private sealed class EnterpriseParser(RowCells cells, EnterpriseReadOptions options)
    {
        private readonly BoundColumn uscc = cells[EnterpriseColumns.Uscc];
        private readonly BoundColumn name = cells[EnterpriseColumns.Name];
        private readonly BoundColumn riskClass = cells[EnterpriseColumns.RiskClass];
        private readonly BoundColumn district = cells[EnterpriseColumns.District];
        private readonly BoundColumn industry = cells[EnterpriseColumns.Industry];
        private readonly BoundColumn address = cells[EnterpriseColumns.Address];
        private readonly BoundColumn status = cells[EnterpriseColumns.Status];
        private readonly BoundColumn registeredOn = cells[EnterpriseColumns.RegisteredOn];
        private readonly BoundColumn tags = cells[EnterpriseColumns.Tags];
        private readonly Dictionary<UnifiedSocialCreditCode, int> firstLines = [];
        private readonly TextPool pool = new();

        public EnterpriseRow Parse()
        {
            var code = ParseCode();
            var statusText = pool.Get(cells.Bytes(status));
            var wanted = options.Descriptions;
            return new EnterpriseRow(
                code,
                ParseClass(statusText),
                wanted ? cells.Text(name) : "",
                wanted ? pool.Get(cells.Bytes(district)) : "",
                wanted ? pool.Get(cells.Bytes(industry)) : "",
                wanted ? cells.Text(address) : "",
                statusText,
                ParseRegisteredOn(),
                wanted ? CellList.Parse(cells, tags, "tags") : [],
                cells.Line);
        }

        private UnifiedSocialCreditCode ParseCode()
        {
            if (!CodeCell.TryParse(cells.Bytes(uscc), out var code, out var problem))
                cells.Reject(uscc, problem);
            else if (!firstLines.TryAdd(code, cells.Line))
                cells.Reject(uscc, $"the code stands in line {firstLines[code]} already");
            return code;
        }

        private RiskClass? ParseClass(string statusText)
        {
            var text = cells.Bytes(riskClass);
            if (!RiskClass.TryParse(text, out var parsed))
            {
                var narrow = CellText.Narrow(text);
                if (narrow.Length == 0)
                    return Unclassified(statusText);
                if (!RiskClass.TryParse(narrow, out parsed))
                {
                    cells.Reject(
                        riskClass, $"a risk class is 1 to {RiskClass.MaxLength} of A-Z, a-z and 0-9, such as A, B, C or D");
                    return null;
                }
            }

            if (options.Classes is { } classes && !classes.Contains(parsed))
                cells.Reject(riskClass, $"class {parsed} is not one of {string.Join(", ", classes.Order())}");
            return parsed;
        }

        // Whoever left the register often has no class any more and needs none: it cannot be drawn.
        private RiskClass? Unclassified(string statusText)
        {
            if (options.Unclassified is null && !options.KeepUnclassified && RegistrationStatus.IsDrawable(statusText))
                cells.Reject(riskClass, "unclassified; give --unclassified CLASS to draw it as one of that class");
            return options.Unclassified;
        }

        private DateOnly? ParseRegisteredOn()
        {
            var text = cells.Bytes(registeredOn);
            if (text.IsEmpty)
                return null;
            if (CellDate.TryParse(text, out var date))
                return date;
            if (CellText.Decode(text).Length > 0)
                cells.Reject(registeredOn, $"not an existing day; write it as {CellDate.Forms}");
            return null;
        }
    }
}
