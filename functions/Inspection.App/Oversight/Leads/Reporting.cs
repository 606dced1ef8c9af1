using System.Text;
using System.Text.RegularExpressions;
using Inspection.App.Outcomes;
using Inspection.App.Results;
using Inspection.App.Storage;
using Inspection.Drawing;
using Microsoft.Extensions.Options;

namespace Inspection.App.Oversight;

/// <summary>A lead as it is sent.</summary>
/// <param name="Subject">Which enterprise: its name, where it is.</param>
/// <param name="Text">What is reported.</param>
/// <param name="Uscc">The enterprise's code, where the reporter knows it.</param>
/// <param name="Name">The reporter's name; left out by whoever reports anonymously.</param>
/// <param name="Phone">How to reach the reporter; nobody has to say.</param>
/// <param name="Email">The other way.</param>
/// <param name="Website">Nobody fills this in: forms hide it from people, and what fills it in is no person.</param>
public sealed record LeadRequest(
    string Subject, string Text, string? Uscc = null, string? Name = null, string? Phone = null, string? Email = null, string? Website = null);

/// <summary>What a reporter gets: the only way to learn what becomes of the lead.</summary>
/// <param name="Receipt">The receipt. It is shown this once.</param>
/// <param name="Lead">The lead as it stands.</param>
public sealed record ReceivedLead(string Receipt, PublicLead Lead);

/// <summary>Takes leads in from everybody, and their files by the receipt.</summary>
internal sealed partial class Reporting(
    LeadStore leads, PublicLeadStore shown, LeadSeal seal, LeadFiles files, IOptions<OversightOptions> options, TimeProvider clock)
{
    private const int MaxName = 50;
    private const int MaxSubject = 200;
    private const int FewestCharacters = 10;
    private const int MaxText = 3000;
    private const int MaxAddresses = 3;
    private const int MostSameWords = 3;

    private static readonly TimeSpan SameWords = TimeSpan.FromDays(1);

    public async Task<Outcome<ReceivedLead>> ReportAsync(LeadRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ProblemIn(request) is { } problem)
            return problem;
        var receipt = Receipt.New();
        var lead = Make(receipt, request);
        // Whatever fills in what people do not see gets an answer like everybody, and is forgotten.
        if (!string.IsNullOrEmpty(request.Website))
            return new ReceivedLead(receipt, PublicLead.Of(lead));
        var words = HashOf($"{request.Subject}\n{request.Text}");
        // Whoever lost the answer on the way sends once more.
        if (await leads.CountWordsAsync(words, lead.ReceivedAt - SameWords, cancellation) >= MostSameWords)
            return Refusal.Conflict("received-before", "the same words were received several times within a day; the receipts that were given show where they stand");
        var added = await leads.AddAsync(lead, cancellation);
        await leads.NoteWordsAsync(words, added, cancellation);
        await shown.PutAsync(added, cancellation);
        return new ReceivedLead(receipt, PublicLead.Of(added));
    }

    /// <summary>The most files of a lead.</summary>
    public int MostFiles => options.Value.LeadFiles;

    /// <summary>The largest of them, in MiB.</summary>
    public int MostMegabytes => options.Value.LeadFileMegabytes;

    /// <summary>Why files could not be added to a new lead, or null.</summary>
    public async Task<Refusal?> ProblemOfAsync(IReadOnlyList<IFormFile> sent, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sent);
        if (sent.Count > MostFiles)
            return TooManyFiles();
        foreach (var file in sent)
        {
            await using var content = file.OpenReadStream();
            if ((await ReadAsync(file.FileName, content, cancellation)).IsRefused(out var unfit))
                return unfit;
        }

        return null;
    }

    /// <summary>Adds a photo or a document to a lead that nobody decided on yet; the same bytes again are the same file.</summary>
    public async Task<Outcome<PublicLead>> AddFileAsync(string receipt, string fileName, Stream content, CancellationToken cancellation)
    {
        var input = await ReadAsync(fileName, content, cancellation);
        if (input.IsRefused(out var unfit))
            return unfit;
        while (true)
        {
            if (!Receipt.IsOne(receipt) || await leads.FindByReceiptAsync(HashOf(receipt), cancellation) is not { } lead)
                return NoLead();
            if (lead.Files.Any(file => file.Sha256 == input.Value.Sha256))
                return PublicLead.Of(lead);
            if (lead.State != LeadState.Received)
                return Refusal.Conflict("lead-decided", "the lead was decided on; send what is new as a new one");
            if (lead.Files.Count >= options.Value.LeadFiles)
                return TooManyFiles();
            await files.PutAsync(lead, input.Value, content, cancellation);
            if (await leads.ReplaceAsync(lead with { Files = [.. lead.Files, input.Value] }, cancellation) is { } written)
                return PublicLead.Of(written);
        }
    }

    /// <summary>What a receipt shows. It reads public tables alone.</summary>
    public async Task<PublicLead?> FindAsync(string receipt, CancellationToken cancellation) =>
        Receipt.IsOne(receipt) ? await shown.FindAsync(HashOf(receipt), cancellation) : null;

    public static Refusal NoLead() => Refusal.NotFound("there is no lead with this receipt; check every character");

    private Task<Outcome<Evidence>> ReadAsync(string fileName, Stream content, CancellationToken cancellation) => EvidenceInput.ReadAsync(
        fileName, content, options.Value.LeadFileBytes, $"{OversightOptions.Section}:{nameof(OversightOptions.LeadFileMegabytes)}", "", clock.GetUtcNow(), cancellation);

    private Refusal TooManyFiles() =>
        Refusal.Conflict("lead-files", $"a lead has at most {MostFiles} files (setting {OversightOptions.Section}:{nameof(OversightOptions.LeadFiles)})");

    private Lead Make(string receipt, LeadRequest request) => new()
    {
        Id = NewId.At(clock.GetUtcNow()),
        ReceiptHash = HashOf(receipt),
        State = LeadState.Received,
        ReceivedAt = clock.GetUtcNow(),
        Uscc = request.Uscc ?? "",
        Subject = request.Subject.Trim(),
        Text = request.Text,
        SealedContact = seal.Close(ContactOf(request)),
    };

    private static LeadContact? ContactOf(LeadRequest request)
    {
        var contact = new LeadContact(request.Name?.Trim() ?? "", request.Phone ?? "", request.Email ?? "");
        return contact == new LeadContact("", "", "") ? null : contact;
    }

    private static Refusal? ProblemIn(LeadRequest request)
    {
        if (PlainText.ProblemOfLine(request.Subject, MaxSubject) is { } subject)
            return Refusal.Invalid("subject", $"subject: {subject}; say which enterprise it is about");
        if (!string.IsNullOrEmpty(request.Uscc) && !UnifiedSocialCreditCode.TryParse(request.Uscc, out _, out var bad))
            return Refusal.Invalid("uscc", $"uscc: {bad}; leave it out where you do not know it");
        if (request.Text.Trim().Length < FewestCharacters)
            return Refusal.Invalid("text", $"text: at least {FewestCharacters} characters are wanted, so that somebody can look into it");
        if (PlainText.ProblemOf(request.Text, MaxText) is { } text)
            return Refusal.Invalid("text", $"text: {text}");
        if (Address().Count(request.Text) > MaxAddresses)
            return Refusal.Invalid("text", $"text: at most {MaxAddresses} web addresses are taken; describe what is there");
        if (PlainText.ProblemOf(request.Name ?? "", MaxName) is { } name)
            return Refusal.Invalid("name", $"name: {name}");
        return ContactDetails.ProblemOf(request.Phone, request.Email) is { } contact ? Refusal.Invalid("contact", contact) : null;
    }

    private static string HashOf(string text) => Digest.Of(Encoding.UTF8.GetBytes(text)).ToString();

    [GeneratedRegex("https?://|www\\.", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
