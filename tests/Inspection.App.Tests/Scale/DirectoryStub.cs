using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;
using Inspection.App.Directory;
using Inspection.App.Tests.Storage;

namespace Inspection.App.Tests.Scale;

/// <summary>
/// A table service with the directory of a district of any size, whose rows come to be when they are asked for: the SDK's
/// transport, which keeps nothing.
/// </summary>
internal sealed partial class DirectoryStub(int enterprises) : HttpPipelineTransport
{
    private const int PageSize = 1000;
    private const string District = "青檀区";

    private readonly SampleCodes codes = new(new SampleRandom(3));
    private int pages;

    /// <summary>How many pages of enterprises were read.</summary>
    public int Pages => pages;

    public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("the stores are asynchronous");

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        var address = Uri.UnescapeDataString(message.Request.Uri.ToUri().PathAndQuery);
        message.Response = (message.Request.Method.Method, address) switch
        {
            ("POST", var path) when path.StartsWith("/Tables", StringComparison.Ordinal) => new StubResponse(204),
            ("GET", var path) when path.StartsWith("/enterpriseareas()", StringComparison.Ordinal) => Areas(),
            ("GET", var path) when path.StartsWith("/enterprises()", StringComparison.Ordinal) => Page(path),
            _ => throw new InvalidOperationException($"nobody should ask for {message.Request.Method} {address}"),
        };
        return default;
    }

    private static StubResponse Areas() => StubResponse.Of(
        200,
        $$"""{"value":[{"PartitionKey":"area","RowKey":"{{SampleCodes.District}}-x","District":"{{District}}"}]}""",
        ("Content-Type", "application/json"));

    private StubResponse Page(string path)
    {
        Interlocked.Increment(ref pages);
        var shard = Convert.ToInt32(Partition().Match(path).Groups["shard"].Value, 16);
        var first = NextRow().Match(path) is { Success: true } next ? int.Parse(next.Groups["row"].Value, CultureInfo.InvariantCulture) : 0;
        var size = SizeOf(shard);
        var end = Math.Min(first + PageSize, size);
        var text = new StringBuilder("""{"value":[""");
        for (var i = first; i < end; i++)
            Append(text.Append(i == first ? "" : ","), shard, i);
        var body = text.Append("]}").ToString();
        return end == size
            ? StubResponse.Of(200, body, ("Content-Type", "application/json"))
            : StubResponse.Of(
                200,
                body,
                ("Content-Type", "application/json"),
                ("x-ms-continuation-NextPartitionKey", PartitionOf(shard)),
                ("x-ms-continuation-NextRowKey", RowOf(end)));
    }

    private static string PartitionOf(int shard) => EnterprisePlace.PartitionOf(SampleCodes.District, shard);

    private static string RowOf(int row) => row.ToString("d9", CultureInfo.InvariantCulture);

    // The shards differ by one at most.
    private int SizeOf(int shard) => (enterprises + EnterprisePlace.Shards - 1 - shard) / EnterprisePlace.Shards;

    private void Append(StringBuilder text, int shard, int row)
    {
        var index = (row * EnterprisePlace.Shards) + shard;
        var riskClass = (index % 100) switch { < 60 => "A", < 90 => "B", < 99 => "C", _ => "D" };
        text.Append(CultureInfo.InvariantCulture, $$"""
            {"odata.etag":"W/\"datetime'2026-11-02T01%3A00%3A00.0000000Z'\"","PartitionKey":"{{PartitionOf(shard)}}","RowKey":"{{RowOf(row)}}",
            "Timestamp":"2026-11-02T01:00:00Z","Uscc":"{{codes.Make(1, true, index)}}","Name":"青檀区第{{index}}号食品经营有限公司","RiskClass":"{{riskClass}}",
            "District":"{{District}}","Industry":"餐饮服务","Address":"青檀区龙泉街道解放路{{index}}号","Status":"存续","RegisteredOn":"2019-03-05"}
            """);
    }

    [GeneratedRegex(@"PartitionKey eq '\d{6}-(?<shard>[0-9a-f])'")]
    private static partial Regex Partition();

    [GeneratedRegex(@"NextRowKey=(?<row>\d{9})")]
    private static partial Regex NextRow();
}
