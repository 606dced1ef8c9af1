namespace Inspection.App.Directory;

/// <summary>Reads check items from a registry file, CSV or .xlsx, told apart by content, row by row.</summary>
internal static class ItemFile
{
    public const string GeneralWord = "一般";
    public const string KeyWord = "重点";
    public const string Yes = "是";
    public const string No = "否";

    /// <summary>Reads a stream, which stays open and the caller's; a seekable one is read from its beginning.</summary>
    /// <param name="stream">The file's bytes.</param>
    /// <param name="fileName">The name that errors call the file by.</param>
    /// <param name="reject">Told of every bad row, once for each thing that is wrong with it; such rows are not returned.</param>
    /// <returns>The good rows in the file's order. Enumerate them once.</returns>
    /// <exception cref="UnreadableFileException">Thrown while enumerating: the file cannot be read as a whole.</exception>
    public static IEnumerable<ItemRow> Read(Stream stream, string fileName, Action<RejectedRow> reject)
    {
        using var table = RegistryFile.OpenTable(stream, fileName, reject);
        var cells = new RowCells(table, ItemColumns.All, reject);
        var parser = new ItemParser(cells);
        while (cells.Read())
        {
            var item = parser.Parse();
            if (!cells.IsRejected)
                yield return new ItemRow(item, cells.Line);
        }
    }

    /// <summary>Makes an item of a row's cells, and rejects the row for each cell that is wrong.</summary>
    private sealed class ItemParser(RowCells cells)
    {
        private readonly BoundColumn code = cells[ItemColumns.Code];
        private readonly BoundColumn name = cells[ItemColumns.Name];
        private readonly BoundColumn category = cells[ItemColumns.Category];
        private readonly BoundColumn published = cells[ItemColumns.Published];
        private readonly Dictionary<string, int> firstLines = new(StringComparer.Ordinal);

        public CheckItem Parse() => new()
        {
            Code = ParseCode(),
            Name = ParseName(),
            Category = ParseCategory(),
            Field = Text(ItemColumns.Field),
            SupervisingBody = Text(ItemColumns.SupervisingBody),
            Target = Text(ItemColumns.Target),
            Measure = Text(ItemColumns.Measure),
            LegalBasis = Text(ItemColumns.LegalBasis),
            Handling = Text(ItemColumns.Handling),
            Frequency = Text(ItemColumns.Frequency),
            Method = Text(ItemColumns.Method),
            InspectorSkill = Text(ItemColumns.InspectorSkill),
            Published = ParsePublished(),
        };

        private string Text(Column column) => cells.Text(cells[column]);

        private string ParseCode()
        {
            var text = CellText.Narrow(cells.Bytes(code));
            if (text.Length == 0)
                cells.Reject(code, "the code is missing");
            else if (!firstLines.TryAdd(text, cells.Line))
                cells.Reject(code, $"the code stands in line {firstLines[text]} already");
            return text;
        }

        private string ParseName()
        {
            var text = cells.Text(name);
            if (text.Length == 0)
                cells.Reject(name, "the name is missing");
            return text;
        }

        private ItemCategory ParseCategory()
        {
            switch (CellText.Narrow(cells.Bytes(category)).ToUpperInvariant())
            {
                case "" or GeneralWord or "一般检查事项" or "GENERAL": return ItemCategory.General;
                case KeyWord or "重点检查事项" or "KEY": return ItemCategory.Key;
            }

            cells.Reject(category, $"a category is {GeneralWord} (General) or {KeyWord} (Key)");
            return default;
        }

        private bool ParsePublished()
        {
            switch (CellText.Narrow(cells.Bytes(published)).ToUpperInvariant())
            {
                case Yes or "YES" or "TRUE" or "1": return true;
                case "" or No or "NO" or "FALSE" or "0": return false;
            }

            cells.Reject(published, $"write {Yes} (yes) or {No} (no)");
            return false;
        }
    }
}

/// <summary>A check item as one good row of a registry file has it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Line">Where its row starts in the file.</param>
internal readonly record struct ItemRow(CheckItem Item, int Line);
