namespace Inspection.App.Ledger;

/// <summary>The public ledger (公开台账): what was announced, in order, for good. <see cref="LedgerEntry"/> says how it is chained.</summary>
public interface ILedger
{
    /// <summary>
    /// Announces something once. Where its key was announced before, with the same content, that entry is given back:
    /// after a crash the caller simply appends again. Any number of processes may append at once.
    /// </summary>
    /// <exception cref="LedgerKeyTakenException">The key was announced with other content.</exception>
    /// <exception cref="LedgerDamagedException">The end of the ledger is not what it was; nothing was appended.</exception>
    Task<LedgerEntry> AppendAsync(LedgerDraft draft, CancellationToken cancellation = default);

    /// <summary>The entry with this key, or null where nothing was announced under it.</summary>
    Task<LedgerEntry?> FindAsync(string key, CancellationToken cancellation = default);
}

/// <summary>One key cannot announce two different things: a caller's mistake.</summary>
public sealed class LedgerKeyTakenException(LedgerEntry existing, LedgerDraft draft) : InvalidOperationException(
    $"'{draft.Key}' is announced by ledger entry {existing.Number} with other content; another thing needs another key");

/// <summary>The stored ledger contradicts itself.</summary>
public sealed class LedgerDamagedException(long number, string problem) : InvalidOperationException(
    $"ledger entry {number}: {problem}; run 'ledger verify' and restore the store from a copy");
