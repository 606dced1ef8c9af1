namespace Inspection.App.Ledger.Stamps;

/// <summary>
/// A time stamp of a ledger's head. Because each entry holds the hash of the one before, it covers every entry up to that
/// head. Anybody can check the token:
/// <code>
/// openssl ts -verify -digest HASH -in TOKEN -token_in -CAfile AUTHORITY.pem
/// </code>
/// </summary>
/// <param name="Head">The stamped head.</param>
/// <param name="Time">When, as the authority says.</param>
/// <param name="By">The name in the authority's certificate.</param>
/// <param name="IsAttributed">Whether a trusted certificate vouched for that name.</param>
/// <param name="Token">The token, DER.</param>
public sealed record LedgerStamp(LedgerHead Head, DateTimeOffset Time, string By, bool IsAttributed, ReadOnlyMemory<byte> Token);
