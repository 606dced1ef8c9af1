using Azure.Data.Tables;
using Inspection.App.Storage;

namespace Inspection.App.Directory;

/// <summary>Check items as rows of the table.</summary>
internal static class CheckItemEntity
{
    public const string Partition = "item";

    public static string Row(string code) => TableKey.Escape(code);

    public static TableEntity Of(CheckItem item) => new(Partition, Row(item.Code))
    {
        [nameof(CheckItem.Code)] = item.Code,
        [nameof(CheckItem.Name)] = item.Name,
        [nameof(CheckItem.Category)] = item.Category.ToString(),
        [nameof(CheckItem.Field)] = item.Field,
        [nameof(CheckItem.SupervisingBody)] = item.SupervisingBody,
        [nameof(CheckItem.Target)] = item.Target,
        [nameof(CheckItem.Measure)] = item.Measure,
        [nameof(CheckItem.LegalBasis)] = item.LegalBasis,
        [nameof(CheckItem.Handling)] = item.Handling,
        [nameof(CheckItem.Frequency)] = item.Frequency,
        [nameof(CheckItem.Method)] = item.Method,
        [nameof(CheckItem.InspectorSkill)] = item.InspectorSkill,
        [nameof(CheckItem.Published)] = item.Published,
    };

    public static CheckItem Read(TableEntity entity) => new()
    {
        Code = entity.GetString(nameof(CheckItem.Code)),
        Name = entity.GetString(nameof(CheckItem.Name)),
        Category = Enum.Parse<ItemCategory>(entity.GetString(nameof(CheckItem.Category))),
        Field = entity.GetString(nameof(CheckItem.Field)),
        SupervisingBody = entity.GetString(nameof(CheckItem.SupervisingBody)),
        Target = entity.GetString(nameof(CheckItem.Target)),
        Measure = entity.GetString(nameof(CheckItem.Measure)),
        LegalBasis = entity.GetString(nameof(CheckItem.LegalBasis)),
        Handling = entity.GetString(nameof(CheckItem.Handling)),
        Frequency = entity.GetString(nameof(CheckItem.Frequency)),
        Method = entity.GetString(nameof(CheckItem.Method)),
        InspectorSkill = entity.GetString(nameof(CheckItem.InspectorSkill)),
        Published = entity.GetBoolean(nameof(CheckItem.Published))!.Value,
        UpdatedAt = entity.Timestamp ?? default,
        ETag = entity.ETag,
    };
}
