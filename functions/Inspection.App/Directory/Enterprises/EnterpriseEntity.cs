using Azure.Data.Tables;
using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>Enterprises as rows of the table. Empty fields take no column.</summary>
internal static class EnterpriseEntity
{
    public static TableEntity Of(Enterprise enterprise)
    {
        var place = EnterprisePlace.Of(enterprise.Uscc);
        var entity = new TableEntity(place.Partition, place.Row) { [nameof(Enterprise.Uscc)] = place.Uscc };
        Set(entity, nameof(Enterprise.Name), enterprise.Name);
        Set(entity, nameof(Enterprise.RiskClass), enterprise.RiskClass?.ToString() ?? "");
        Set(entity, nameof(Enterprise.District), enterprise.District);
        Set(entity, nameof(Enterprise.Industry), enterprise.Industry);
        Set(entity, nameof(Enterprise.Address), enterprise.Address);
        Set(entity, nameof(Enterprise.Status), enterprise.Status);
        Set(entity, nameof(Enterprise.RegisteredOn), DayText.Of(enterprise.RegisteredOn));
        Set(entity, nameof(Enterprise.Tags), ListText.Join(enterprise.Tags));
        return entity;
    }

    public static Enterprise Read(TableEntity entity) => new()
    {
        Uscc = UnifiedSocialCreditCode.Parse(entity.GetString(nameof(Enterprise.Uscc))),
        Name = Text(entity, nameof(Enterprise.Name)),
        RiskClass = entity.GetString(nameof(Enterprise.RiskClass)) is { } name ? RiskClass.Parse(name) : null,
        District = Text(entity, nameof(Enterprise.District)),
        Industry = Text(entity, nameof(Enterprise.Industry)),
        Address = Text(entity, nameof(Enterprise.Address)),
        Status = Text(entity, nameof(Enterprise.Status)),
        RegisteredOn = DayText.Parse(Text(entity, nameof(Enterprise.RegisteredOn))),
        Tags = ListText.Split(Text(entity, nameof(Enterprise.Tags))),
        UpdatedAt = entity.Timestamp ?? default,
        ETag = entity.ETag,
    };

    /// <summary>The district alone, for scans that pass over most rows.</summary>
    public static string District(TableEntity entity) => Text(entity, nameof(Enterprise.District));

    private static void Set(TableEntity entity, string column, string text)
    {
        if (text.Length > 0)
            entity[column] = text;
    }

    private static string Text(TableEntity entity, string column) => entity.GetString(column) ?? "";
}
