using System.Text;
using Inspection.Drawing;
using Microsoft.Extensions.Options;

namespace Inspection.App.Ledger.Stamps;

/// <summary>
/// Posts heads to witnesses: <c>{"hash":"…","number":12,"time":"2026-11-02T01:00:00Z"}</c>. Whoever keeps these can tell
/// later that the ledger was changed, whatever its keeper says.
/// </summary>
internal sealed class Witnesses(OutsidePost outside, WitnessStore receipts, IOptions<LedgerOptions> options, TimeProvider time)
{
    private const int MaxAnswer = 2000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Posts the head, unless this witness has accepted it before.</summary>
    public async Task<WitnessReceipt> PostAsync(Uri witness, LedgerEntry entry, CancellationToken cancellation)
    {
        var before = await receipts.GetAsync(witness, entry.Number, cancellation);
        if (before is { Outcome: WitnessOutcome.Accepted } && before.Head == entry.Head)
            return before;
        var made = before?.Attempts ?? 0;
        for (var attempt = 1; ; attempt++)
        {
            var receipt = await TryAsync(witness, entry, made + attempt, cancellation);
            await receipts.PutAsync(receipt, cancellation);
            if (attempt >= options.Value.Attempts || !IsWorthAnother(receipt))
                return receipt;
            await Task.Delay(Pause * attempt, cancellation);
        }
    }

    // Who refuses the request itself will refuse it again.
    private static bool IsWorthAnother(WitnessReceipt receipt) =>
        receipt.Outcome == WitnessOutcome.Unreachable || receipt.Status is 408 or 429 or >= 500;

    private static byte[] BodyOf(LedgerEntry entry) => new CanonicalWriter().BeginObject()
        .Key("hash").Digest(entry.Hash)
        .Key("number").Integer(entry.Number)
        .Key("time").String(LedgerDocument.Of(entry).Time)
        .EndObject()
        .ToArray();

    private async Task<WitnessReceipt> TryAsync(Uri witness, LedgerEntry entry, int attempt, CancellationToken cancellation)
    {
        var answer = await outside.SendAsync(witness, "application/json", BodyOf(entry), cancellation);
        var outcome = answer.IsSuccess ? WitnessOutcome.Accepted
            : answer.Status == 0 ? WitnessOutcome.Unreachable
            : WitnessOutcome.Refused;
        var words = answer.Problem ?? Encoding.UTF8.GetString(answer.Body);
        return new WitnessReceipt(witness, entry.Head, outcome, answer.Status, Shorten(words), time.GetUtcNow(), attempt);
    }

    private static string Shorten(string answer)
    {
        if (answer.Length <= MaxAnswer)
            return answer;
        return answer[..(char.IsHighSurrogate(answer[MaxAnswer - 1]) ? MaxAnswer - 1 : MaxAnswer)];
    }
}
