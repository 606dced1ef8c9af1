using Inspection.App.Outcomes;
using Inspection.Drawing;

namespace Inspection.App.Draws;

/// <summary>Makes certificates (抽签凭证) of closed draws.</summary>
internal sealed class Certificates(DrawFiles files)
{
    /// <summary>The bytes of an enterprise's certificate. Before the visits are over it would tell who is not drawn.</summary>
    public async Task<Outcome<byte[]>> MakeAsync(DrawHead head, UnifiedSocialCreditCode uscc, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(head);
        if (head.State != DrawState.Closed)
            return Refusal.Conflict("not-closed", $"draw {head.Id} is {head.State}; certificates are made once its visits are over and it is closed");
        var roster = await files.RosterAsync(head, cancellation);
        if (roster.IndexOf(uscc) < 0)
            return Refusal.NotFound($"{uscc} was not on the roster of draw {head.Id}; only who could be drawn has a lot");
        var key = await files.KeyAsync(head, cancellation);
        var record = await files.ResultAsync(head.Id, DrawRecord.FileName, cancellation);
        var tree = RosterTree.Build(roster, key, new WorkOptions { Cancellation = cancellation });
        return Certificate.Create(DrawRecord.Parse(record), Digest.Of(record), roster, key, tree, uscc).ToFile();
    }
}
