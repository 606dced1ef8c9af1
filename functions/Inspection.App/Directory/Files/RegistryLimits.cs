namespace Inspection.App.Directory;

/// <summary>
/// What a registry file may hold at most. Every real register stays far below; a hostile or broken file meets a clear
/// refusal here before it fills memory or disk.
/// </summary>
internal static class RegistryLimits
{
    /// <summary>Bytes of a file, and so of the temporary copy of one that cannot be read twice.</summary>
    public const long MaxFileBytes = 4L << 30;

    /// <summary>Bytes of one field, as UTF-8.</summary>
    public const int MaxFieldBytes = 64 << 10;

    /// <summary>Bytes of one CSV record; a quotation mark that never closes ends here instead of at the file's end.</summary>
    public const int MaxRecordBytes = 1 << 20;

    public const int MaxColumns = 1000;

    /// <summary>Rows of an Excel sheet: what Excel itself allows.</summary>
    public const int MaxSheetRows = 1 << 20;

    /// <summary>Bytes of all XML parts of a workbook once unpacked.</summary>
    public const long MaxWorkbookBytes = 2L << 30;

    /// <summary>Bytes of a workbook's table of shared strings once unpacked.</summary>
    public const long MaxSharedStringsBytes = 512L << 20;

    /// <summary>Bytes between two tags, or inside one, in a workbook's XML.</summary>
    public const int MaxXmlRunBytes = 1 << 20;

    public const int MaxWorkbookParts = 10_000;
}
