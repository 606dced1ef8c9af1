using System.Globalization;
using System.Security.Cryptography;
using Azure.Data.Tables;
using Inspection.App.Outcomes;
using Inspection.App.Storage;

namespace Inspection.App.Security;

/// <summary>
/// The tokens, in the table <c>tokens</c>: the first two digits of the id are the partition, so that the lookups of many
/// requests spread; a list of one user's tokens, rarely asked for, reads the whole of it.
/// </summary>
internal sealed class TokenStore(ITableStore tables, TimeProvider time)
{
    /// <summary>Where only a provider signs in.</summary>
    public static readonly Refusal TurnedOff = Refusal.Conflict(
        "local-tokens-off", "SignIn:LocalTokens is false: only the provider signs in, and tokens of this service are good for nothing");

    private const string Table = "tokens";

    /// <summary>Makes a token, whose text is not to be had again.</summary>
    public async Task<(Token Token, TokenText Text)> CreateAsync(User user, int days, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, Token.MaxDays);
        var text = TokenText.New();
        var now = time.GetUtcNow();
        var token = new Token(text.Id, user.Name, now, now.AddDays(days)) { Hash = text.Hash, Stamp = user.Stamp };
        var written = await tables.InsertAsync(Table, RowOf(token), cancellation);
        return written.Done ? (token, text) : throw new InvalidOperationException($"token {text.Id} is taken");
    }

    /// <summary>The token, where its secret is right and its time has not run out.</summary>
    public async Task<Token?> FindAsync(TokenText text, CancellationToken cancellation = default)
    {
        var found = await GetAsync(text.Id, cancellation);
        return found is not null && CryptographicOperations.FixedTimeEquals(found.Hash, text.Hash)
            && found.ExpiresAt > time.GetUtcNow()
            ? found
            : null;
    }

    public async Task<IReadOnlyList<Token>> ListAsync(User user, CancellationToken cancellation = default)
    {
        var tokens = new List<Token>();
        await foreach (var row in tables.QueryAsync(Table, TableRange.All, cancellation))
        {
            var token = Read(row);
            if (token.Stamp == user.Stamp)
                tokens.Add(token);
        }

        return [.. tokens.OrderBy(token => token.CreatedAt)];
    }

    /// <summary>Deletes a token of this user; false where there is none.</summary>
    public async Task<bool> RevokeAsync(User user, string id, CancellationToken cancellation = default)
    {
        if (!IsId(id) || await GetAsync(id, cancellation) is not { } token || token.Stamp != user.Stamp)
            return false;
        return (await tables.DeleteAsync(Table, PartitionOf(id), id, cancellation)).Done;
    }

    /// <summary>Deletes the rows of every token that the user has or had.</summary>
    public async Task RevokeAllAsync(string userName, CancellationToken cancellation = default)
    {
        await foreach (var row in tables.QueryAsync(Table, TableRange.All, cancellation))
        {
            if (string.Equals(Read(row).User, userName, StringComparison.OrdinalIgnoreCase))
                await tables.DeleteAsync(Table, row.PartitionKey, row.RowKey, cancellation);
        }
    }

    /// <summary>Keeps the day of use: one write a day. Where another request was faster, or revoked it, nothing is left to do.</summary>
    public async Task NoteUseAsync(Token token, CancellationToken cancellation = default)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (token.LastUsedOn != today)
            await tables.ReplaceAsync(Table, RowOf(token with { LastUsedOn = today }), token.Version, cancellation);
    }

    private async Task<Token?> GetAsync(string id, CancellationToken cancellation) =>
        await tables.GetAsync(Table, PartitionOf(id), id, cancellation) is { } row ? Read(row) : null;

    private static bool IsId(string id) => id.Length == 16 && id.All(char.IsAsciiHexDigitLower);

    private static string PartitionOf(string id) => id[..2];

    private static TableEntity RowOf(Token token) => new(PartitionOf(token.Id), token.Id)
    {
        [nameof(Token.User)] = token.User,
        [nameof(Token.CreatedAt)] = token.CreatedAt,
        [nameof(Token.ExpiresAt)] = token.ExpiresAt,
        [nameof(Token.LastUsedOn)] = token.LastUsedOn?.ToString("O", CultureInfo.InvariantCulture),
        [nameof(Token.Hash)] = token.Hash,
        [nameof(Token.Stamp)] = token.Stamp,
    };

    private static Token Read(TableEntity row) => new(
        row.RowKey,
        row.GetString(nameof(Token.User)),
        row.GetDateTimeOffset(nameof(Token.CreatedAt)) ?? default,
        row.GetDateTimeOffset(nameof(Token.ExpiresAt)) ?? default)
    {
        LastUsedOn = row.GetString(nameof(Token.LastUsedOn)) is { } day
            ? DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture)
            : null,
        Hash = row.GetBinary(nameof(Token.Hash)),
        Stamp = row.GetGuid(nameof(Token.Stamp)) ?? Guid.Empty,
        Version = row.ETag,
    };
}
