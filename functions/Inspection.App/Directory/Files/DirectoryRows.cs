namespace Inspection.App.Directory;

/// <summary>What the directories hold as cells of files, which importing reads back as it was.</summary>
internal static class DirectoryRows
{
    /// <summary>The cells of <see cref="EnterpriseColumns.All"/>.</summary>
    public static IReadOnlyList<string> Of(Enterprise enterprise) =>
    [
        enterprise.Uscc.ToString(), enterprise.Name, enterprise.RiskClass?.ToString() ?? "", enterprise.District,
        enterprise.Industry, enterprise.Address, enterprise.Status, DayText.Of(enterprise.RegisteredOn),
        ListText.Join(enterprise.Tags),
    ];

    /// <summary>The cells of <see cref="InspectorColumns.All"/>. Recusals that nobody confirmed are left out.</summary>
    public static IReadOnlyList<string> Of(InspectorProfile inspector) =>
    [
        inspector.InspectorId, inspector.Name, inspector.Department, ListText.Join(inspector.Skills),
        inspector.CertificateExpires == DateOnly.MaxValue ? InspectorFile.LongTerm : DayText.Of(inspector.CertificateExpires),
        ListText.Join(inspector.Recused.Select(uscc => uscc.ToString())), inspector.Status,
    ];

    /// <summary>The cells of <see cref="ItemColumns.All"/>.</summary>
    public static IReadOnlyList<string> Of(CheckItem item) =>
    [
        item.Code, item.Name, item.Category == ItemCategory.Key ? ItemFile.KeyWord : ItemFile.GeneralWord, item.Field,
        item.SupervisingBody, item.Target, item.Measure, item.LegalBasis, item.Handling, item.Frequency, item.Method,
        item.InspectorSkill, item.Published ? ItemFile.Yes : ItemFile.No,
    ];

    /// <summary>The Chinese headings of a directory's files.</summary>
    public static IEnumerable<string> Headings(IEnumerable<Column> columns) => columns.Select(column => column.Chinese);
}
