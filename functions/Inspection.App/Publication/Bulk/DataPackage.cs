using Newtonsoft.Json.Linq;

namespace Inspection.App.Publication;

/// <summary>
/// Describes the bulk files to programs, as a Data Package of version 2 (https://datapackage.org): a table for each month
/// with its columns, and the same results as JSON Lines.
/// </summary>
internal static class DataPackage
{
    public const string FileName = "datapackage.json";

    public static JObject Of(string authority, IEnumerable<BulkMonth> months) => new()
    {
        ["$schema"] = "https://datapackage.org/profiles/2.0/datapackage.json",
        ["name"] = "inspection-results",
        ["title"] = "双随机、一公开检查结果",
        ["description"] = "按首次公示的月份分文件，每月一份 CSV（每个抽查事项一行）和一份 JSON Lines（每个结果一行）；更正以后，所在月份的文件重新生成。"
            + " Published results by the month of their first publication; a correction renews the files of its month.",
        ["contributors"] = new JArray(new JObject { ["title"] = authority, ["roles"] = new JArray("publisher") }),
        ["resources"] = new JArray(months.SelectMany(static month => new[] { Table(month), Lines(month) })),
    };

    private static JObject Table(BulkMonth month)
    {
        var resource = Resource(month, month.Csv, "csv", "text/csv");
        resource["type"] = "table";
        resource["schema"] = new JObject
        {
            ["$schema"] = "https://datapackage.org/profiles/2.0/tableschema.json",
            ["fields"] = new JArray(ResultColumns.All.Select(Field)),
            ["primaryKey"] = new JArray(ResultColumns.Key),
        };
        return resource;
    }

    private static JObject Lines(BulkMonth month) => Resource(month, month.JsonLines, "jsonl", "application/jsonl");

    private static JObject Resource(BulkMonth month, BulkFile file, string format, string mediaType) => new()
    {
        ["name"] = $"results-{month.Month}-{format}",
        ["path"] = file.Name,
        ["title"] = $"{month.Month} 检查结果（{format.ToUpperInvariant()}）",
        ["format"] = format,
        ["mediatype"] = mediaType,
        ["encoding"] = "utf-8",
        ["bytes"] = file.Bytes,
        ["hash"] = $"sha256:{file.Sha256}",
    };

    private static JObject Field(ResultColumn column)
    {
        var field = new JObject { ["name"] = column.Heading, ["type"] = column.Type, ["title"] = column.Title };
        if (column.Type == "boolean")
        {
            field["trueValues"] = new JArray(ResultColumns.Yes);
            field["falseValues"] = new JArray(ResultColumns.No);
        }

        return field;
    }
}
