using System.Globalization;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Inspection.App.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Inspection.App.Draws;

/// <summary>A witness of a ceremony.</summary>
/// <param name="Index">The place in the notice, from 0.</param>
/// <param name="Name">The name.</param>
/// <param name="LinkHash">The hash of the link that is valid; empty where none is.</param>
/// <param name="ContributedAt">When the value came; null until then.</param>
public sealed record Witness(int Index, string Name, string LinkHash, DateTimeOffset? ContributedAt)
{
    public bool HasLink => LinkHash.Length > 0;

    /// <summary>The version that was read; none where the witness has no row yet.</summary>
    internal ETag ETag { get; init; }
}

/// <summary>
/// Table <c>contributions</c>: a partition for each draw with a row for each witness, and the partition <c>link</c>, which
/// finds the witness by the link's hash. Values are closed; only <see cref="OpenAsync"/> opens them, all at once.
/// </summary>
internal sealed class ContributionStore(ITableStore tables, IDataProtectionProvider protection)
{
    private const string Table = "contributions";
    private const string Links = "link";
    private const string Purpose = "contribution";
    private const string Draw = nameof(Draw);
    private const string Index = nameof(Index);
    private const string Value = nameof(Value);

    /// <summary>The witnesses that have a link, in the notice's order.</summary>
    public async Task<IReadOnlyList<Witness>> WitnessesAsync(string drawId, CancellationToken cancellation) =>
        await tables.QueryAsync(Table, TableRange.Rows(PartitionOf(drawId)), cancellation).Select(Read).ToListAsync(cancellation);

    /// <summary>The draw and the witness of a valid link.</summary>
    public async Task<(string DrawId, Witness Witness)?> FindAsync(string link, CancellationToken cancellation)
    {
        if (WitnessLink.HashOf(link) is not { } hash
            || await tables.GetAsync(Table, Links, hash, cancellation) is not { } found)
        {
            return null;
        }

        var drawId = found.GetString(Draw);
        var row = await tables.GetAsync(Table, PartitionOf(drawId), RowOf(found.GetInt32(Index)!.Value), cancellation);
        return row is not null && Read(row) is var witness && witness.LinkHash == hash ? (drawId, witness) : null;
    }

    /// <summary>Gives a witness a new link, which makes the one before invalid.</summary>
    /// <returns>The link, or null where the witness changed meanwhile.</returns>
    public async Task<string?> IssueAsync(string drawId, Witness witness, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(witness);
        var link = WitnessLink.New();
        var hash = WitnessLink.HashOf(link)!;
        var pointer = new TableEntity(Links, hash) { [Draw] = drawId, [Index] = witness.Index };
        await tables.InsertAsync(Table, pointer, cancellation);
        var row = Row(drawId, witness with { LinkHash = hash });
        var written = witness.ETag == default
            ? await tables.InsertAsync(Table, row, cancellation)
            : await tables.ReplaceAsync(Table, row, witness.ETag, cancellation);
        return written.Done ? link : null;
    }

    /// <summary>Keeps a witness's value, once; false where the witness has given one or got another link meanwhile.</summary>
    public async Task<bool> TryKeepAsync(string drawId, Witness witness, string value, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(witness);
        var row = Row(drawId, witness);
        row[Value] = ProtectorOf(drawId).Protect(Encoding.ASCII.GetBytes(value));
        return (await tables.ReplaceAsync(Table, row, witness.ETag, cancellation)).Done;
    }

    /// <summary>The values in the notice's order. Called once nobody can give or change one any more.</summary>
    public async Task<IReadOnlyList<string>> OpenAsync(string drawId, CancellationToken cancellation) =>
        await tables.QueryAsync(Table, TableRange.Rows(PartitionOf(drawId)), cancellation)
            .Select(row => Encoding.ASCII.GetString(ProtectorOf(drawId).Unprotect(row.GetBinary(Value)))).ToListAsync(cancellation);

    private IDataProtector ProtectorOf(string drawId) => protection.CreateProtector(Purpose, drawId);

    private static string PartitionOf(string drawId) => "draw " + TableKey.Escape(drawId);

    private static string RowOf(int index) => index.ToString("d2", CultureInfo.InvariantCulture);

    private static TableEntity Row(string drawId, Witness witness) => new(PartitionOf(drawId), RowOf(witness.Index))
    {
        [nameof(Witness.Name)] = witness.Name,
        [nameof(Witness.LinkHash)] = witness.LinkHash,
        [nameof(Witness.ContributedAt)] = witness.ContributedAt,
    };

    private static Witness Read(TableEntity row) => new(
        int.Parse(row.RowKey, CultureInfo.InvariantCulture),
        row.GetString(nameof(Witness.Name)),
        row.GetString(nameof(Witness.LinkHash)),
        row.GetDateTimeOffset(nameof(Witness.ContributedAt)))
    {
        ETag = row.ETag,
    };
}
