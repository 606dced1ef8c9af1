using Inspection.App.Results;

namespace Inspection.App.Pages.Console;

/// <summary>Where the pages of a visit are, without the language.</summary>
internal sealed record VisitAddress(string DrawId, string Uscc)
{
    public VisitAddress(ResultId id)
        : this(id.DrawId, id.Uscc)
    {
    }

    public ResultId Id => new(DrawId, Uscc);

    public string Visit => $"console/visits/{this}";

    public string Record => $"{Visit}/record";

    public string Submit => $"{Visit}/submit";

    public string Result => $"console/results/{this}";

    public string Review => $"console/reviews/{this}";

    public string FollowUp => $"console/follow-ups/{this}";

    public string Correct => $"{Result}/correct";

    public string Notice => $"console/prints/{this}/notice";

    public string Sheet => $"console/prints/{this}/record";

    /// <summary>A file of the evidence, as the API hands it out.</summary>
    public string File(string sha256) => $"/api/v1/draws/{DrawId}/results/{Uscc}/evidence/{sha256}";

    public override string ToString() => $"{DrawId}/{Uscc}";
}
