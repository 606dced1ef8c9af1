using Inspection.App.Outcomes;
using Microsoft.Extensions.Options;

namespace Inspection.App.Results;

/// <summary>An objection as it is sent.</summary>
/// <param name="ResultId">The published result.</param>
/// <param name="Name">Who objects; private.</param>
/// <param name="Text">What is objected; private.</param>
/// <param name="Phone">How to reach whoever objects, this or the other; private.</param>
/// <param name="Email">The other.</param>
/// <param name="Website">Nobody fills this in: forms hide it from people, and what fills it in is no person.</param>
public sealed record ObjectionRequest(
    string ResultId, string Name, string Text, string? Phone = null, string? Email = null, string? Website = null);

/// <summary>Takes objections in from everybody. It reads public tables alone.</summary>
internal sealed class Objecting(
    IResultPublisher publisher, ObjectionStore objections, PublicObjectionStore shown, ResultsToPublish queue, WaitingIndex waiting,
    ResultAnnouncer announcer, IOptions<ResultOptions> options, TimeProvider clock)
{
    private const int MaxName = 50;
    private const int MaxText = 2000;

    public async Task<Outcome<PublicObjection>> ObjectAsync(ObjectionRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ProblemIn(request) is { } problem)
            return problem;
        if (!ResultId.TryParse(request.ResultId, out var id) || !await publisher.IsPublicAsync(id.DrawId, id.Uscc, cancellation))
            return Refusal.NotFound($"there is no public result {request.ResultId}; an objection names the result that it is about");
        var objection = Make(id, request);
        // Whatever fills in what people do not see gets an answer like everybody, and is forgotten.
        if (!string.IsNullOrEmpty(request.Website))
            return PublicObjection.Of(objection);
        var open = await shown.OfResultAsync(id, cancellation).CountAsync(static one => one.State is ObjectionState.Received or ObjectionState.UnderReview, cancellation);
        if (open >= options.Value.OpenObjections)
            return Refusal.Conflict("objections", $"{open} objections to this result are being looked into; send yours once one of them is answered");
        await AddAsync(objection, cancellation);
        return PublicObjection.Of(objection);
    }

    private async Task AddAsync(Objection objection, CancellationToken cancellation)
    {
        await queue.AddAsync(objection, cancellation);
        await waiting.AddAsync(WaitingKind.Objection, [], Waiting.Objection(objection), cancellation);
        var added = await objections.AddAsync(objection, cancellation);
        await shown.PutAsync(added, cancellation);
        await announcer.AnnounceAsync(added.ResultId, cancellation);
    }

    private Objection Make(ResultId id, ObjectionRequest request) => new()
    {
        Receipt = Results.Receipt.New(),
        DrawId = id.DrawId,
        Uscc = id.Uscc,
        State = ObjectionState.Received,
        ReceivedAt = clock.GetUtcNow(),
        Contact = new ObjectionContact(request.Name.Trim(), request.Phone ?? "", request.Email ?? ""),
        Text = request.Text,
    };

    private static Refusal? ProblemIn(ObjectionRequest request)
    {
        if (PlainText.ProblemOfLine(request.Name, MaxName) is { } name)
            return Refusal.Invalid("name", $"name: {name}");
        if (string.IsNullOrEmpty(request.Phone) && string.IsNullOrEmpty(request.Email))
            return Refusal.Invalid("contact", "give a phone number or an e-mail address, by which you can be asked; neither becomes public");
        if (ContactDetails.ProblemOf(request.Phone, request.Email) is { } contact)
            return Refusal.Invalid("contact", contact);
        if (string.IsNullOrWhiteSpace(request.Text))
            return Refusal.Invalid("text", "text: say what is wrong with the result");
        return PlainText.ProblemOf(request.Text, MaxText) is { } text ? Refusal.Invalid("text", $"text: {text}") : null;
    }
}
