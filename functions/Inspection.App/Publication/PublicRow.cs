using Azure;
using Azure.Data.Tables;
using Inspection.App.Directory;
using Inspection.App.Storage;

namespace Inspection.App.Publication;

/// <summary>A published result as it is stored.</summary>
/// <param name="Result">What everybody sees.</param>
/// <param name="Month">The month of its first publication.</param>
/// <param name="Sequence">Counts its changes, from 1; of two copies the one with the greater number is the newer.</param>
/// <param name="ETag">The version that was read.</param>
internal sealed record PublicRow(PublicResult Result, PublicationMonth Month, int Sequence, ETag ETag = default)
{
    private const string Document = nameof(Document);
    private const string Items = nameof(Items);
    private const char Between = '\t';

    public PublicResultPlace Place => PublicResultPlace.Of(Result.DrawId, Result.Uscc, Month, Result.PublishedAt);

    /// <summary>The row in one of its partitions. Beside the document it has the columns that filters look at.</summary>
    public TableEntity In(string partition)
    {
        var entity = new TableEntity(partition, Place.Row)
        {
            [nameof(Month)] = Month.ToString(),
            [nameof(Sequence)] = Sequence,
            [nameof(PublicResult.Name)] = Result.Name,
            [nameof(PublicResult.District)] = Result.District,
            [nameof(PublicResult.Departments)] = string.Join('\n', Result.Departments),
            [nameof(PublicResult.InspectedOn)] = DayText.Of(Result.InspectedOn),
            [Items] = string.Join('\n', Result.Items.Select(static item => $"{item.ItemCode}{Between}{item.Code}")),
        };
        LongText.Set(entity, Document, StoredJson.Write(Result));
        return entity;
    }

    public static PublicRow Read(TableEntity row) => new(
        StoredJson.Read<PublicResult>(LongText.Get(row, Document)), PublicationMonth.Parse(row.GetString(nameof(Month))), SequenceOf(row), row.ETag);

    public static int SequenceOf(TableEntity row) => row.GetInt32(nameof(Sequence)) ?? 0;

    /// <summary>Whether the row is what a query asks for, told without reading its document.</summary>
    public static bool Fits(TableEntity row, ResultQuery query) =>
        (query.District is null || row.GetString(nameof(PublicResult.District)) == query.District)
        && (query.Department is null || row.GetString(nameof(PublicResult.Departments)).Split('\n').Contains(query.Department))
        && FitsDays(row, query)
        && (!query.HasItemFilter || row.GetString(Items).Split('\n').Any(item => FitsItem(item.Split(Between), query)))
        && (query.Name.Length == 0 || NamePieces.Normal(row.GetString(nameof(PublicResult.Name))).Contains(query.Name, StringComparison.Ordinal))
        && (query.DrawId is null || PublicResultPlace.IsRowOf(row.RowKey, PublicResultPlace.IdOf(query.DrawId, PublicResultPlace.CodeIn(row.RowKey)!)));

    // Days as text sort as days do.
    private static bool FitsDays(TableEntity row, ResultQuery query) =>
        query is { From: null, To: null }
        || (row.GetString(nameof(PublicResult.InspectedOn)) is var day
            && (query.From is not { } from || string.CompareOrdinal(day, DayText.Of(from)) >= 0)
            && (query.To is not { } to || string.CompareOrdinal(day, DayText.Of(to)) <= 0));

    // One item must have both, where both are asked for.
    private static bool FitsItem(string[] item, ResultQuery query) =>
        (query.Item is null || item[0] == query.Item) && (query.Code is not { } code || item[1] == code.ToString());
}
