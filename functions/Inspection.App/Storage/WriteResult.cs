using Azure;

namespace Inspection.App.Storage;

/// <summary>How a write ended. All but <see cref="Done"/> are expected refusals, and nothing was written.</summary>
public enum WriteOutcome
{
    Done,

    /// <summary>An insert found the keys, or a create-only put the name, taken.</summary>
    Exists,

    /// <summary>The ETag is not the one that was expected: somebody else wrote in between.</summary>
    Conflict,

    /// <summary>What should be replaced or deleted is not there.</summary>
    Missing,
}

/// <summary>How one write ended, and the new ETag where something is there now.</summary>
public readonly record struct WriteResult(WriteOutcome Outcome, ETag ETag = default)
{
    public bool Done => Outcome == WriteOutcome.Done;
}

/// <summary>How a transaction ended.</summary>
/// <param name="Outcome">That of the whole: done, or the reason of the first write that was refused.</param>
/// <param name="Refused">The index of that write; -1 where all were done.</param>
/// <param name="ETags">The new ETags by index, empty for a delete; no entry where the transaction was refused.</param>
public sealed record TransactionResult(WriteOutcome Outcome, int Refused, IReadOnlyList<ETag> ETags)
{
    public bool Done => Outcome == WriteOutcome.Done;
}
