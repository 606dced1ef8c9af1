using Azure.Data.Tables;
using Inspection.App.Storage;
using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>
/// Inspectors as rows of the table: one for the person, and behind it one for each recusal. A space stands between the
/// number and the code; escaped numbers hold none and nothing sorts before it, so an inspector's rows are neighbours.
/// </summary>
internal static class InspectorEntity
{
    public const string Partition = "inspector";

    private const char Joint = ' ';

    // The character after the joint: where the rows of an inspector end.
    private const char AfterJoint = '!';

    public static string Row(string inspectorId) => TableKey.Escape(inspectorId);

    public static string Row(string inspectorId, UnifiedSocialCreditCode uscc) => $"{Row(inspectorId)}{Joint}{uscc}";

    /// <summary>The rows of one inspector, recusals included.</summary>
    public static TableRange Rows(string inspectorId) =>
        TableRange.Rows(Partition, Row(inspectorId), After(Row(inspectorId)));

    /// <summary>The key behind all rows of the inspector whose own row this is.</summary>
    public static string After(string row) => $"{row}{AfterJoint}";

    public static bool IsRecusal(TableEntity entity) => entity.RowKey.Contains(Joint, StringComparison.Ordinal);

    /// <summary>Whether the recusal is this person's.</summary>
    public static bool IsOf(TableEntity recusal, TableEntity person) =>
        recusal.RowKey.AsSpan(0, recusal.RowKey.IndexOf(Joint)).SequenceEqual(person.RowKey);

    public static TableEntity Of(InspectorProfile inspector) => new(Partition, Row(inspector.InspectorId))
    {
        [nameof(InspectorProfile.InspectorId)] = inspector.InspectorId,
        [nameof(InspectorProfile.Name)] = inspector.Name,
        [nameof(InspectorProfile.Department)] = inspector.Department,
        [nameof(InspectorProfile.Skills)] = ListText.Join(inspector.Skills),
        [nameof(InspectorProfile.CertificateExpires)] = DayText.Of(inspector.CertificateExpires),
        [nameof(InspectorProfile.Status)] = inspector.Status,
    };

    public static TableEntity Of(string inspectorId, Recusal recusal) => new(Partition, Row(inspectorId, recusal.Uscc))
    {
        [nameof(Recusal.Uscc)] = recusal.Uscc.ToString(),
        [nameof(Recusal.Grounds)] = recusal.Grounds,
        [nameof(Recusal.DeclaredBy)] = recusal.DeclaredBy,
        [nameof(Recusal.DeclaredAt)] = recusal.DeclaredAt,
        [nameof(Recusal.ConfirmedBy)] = recusal.ConfirmedBy,
        [nameof(Recusal.ConfirmedAt)] = recusal.ConfirmedAt,
    };

    public static InspectorProfile Read(TableEntity entity, IReadOnlyList<Recusal> recusals) => new()
    {
        InspectorId = entity.GetString(nameof(InspectorProfile.InspectorId)),
        Name = entity.GetString(nameof(InspectorProfile.Name)),
        Department = entity.GetString(nameof(InspectorProfile.Department)),
        Skills = ListText.Split(entity.GetString(nameof(InspectorProfile.Skills))),
        CertificateExpires = DayText.Parse(entity.GetString(nameof(InspectorProfile.CertificateExpires)))!.Value,
        Status = entity.GetString(nameof(InspectorProfile.Status)),
        Recusals = recusals,
        UpdatedAt = entity.Timestamp ?? default,
        ETag = entity.ETag,
    };

    public static Recusal ReadRecusal(TableEntity entity) => new(
        UnifiedSocialCreditCode.Parse(entity.GetString(nameof(Recusal.Uscc))),
        entity.GetString(nameof(Recusal.Grounds)),
        entity.GetString(nameof(Recusal.DeclaredBy)),
        entity.GetDateTimeOffset(nameof(Recusal.DeclaredAt))!.Value,
        entity.GetString(nameof(Recusal.ConfirmedBy)),
        entity.GetDateTimeOffset(nameof(Recusal.ConfirmedAt)));
}
