using System.Globalization;
using Inspection.App.Draws;
using Inspection.Drawing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>One class of a draw: how many of how many.</summary>
/// <param name="Name">The class.</param>
/// <param name="Size">How many of the roster are in it.</param>
/// <param name="Drawn">How many were drawn; null before the draw.</param>
/// <param name="Rule">The rule in words.</param>
/// <param name="Chance">The chance of each enterprise of it, 0 to 1.</param>
internal sealed record ClassShare(string Name, int Size, int? Drawn, string Rule, double Chance);

/// <summary>Everything that is public of one draw.</summary>
internal sealed class DrawDetailModel(PublicDrawStore draws, DrawTimeline timeline, Words words) : PageModel
{
    public const int RowsOfList = 60;

    private const string ListPart = "list";

    public PublicDraw Draw { get; private set; } = null!;

    public NoticeTerms Terms { get; private set; } = null!;

    /// <summary>The public record; null until the draw.</summary>
    public PublicRecord? Record { get; private set; }

    public IReadOnlyList<Happening> Timeline => timeline.Of(Draw);

    /// <summary>The part of the list of the drawn that is shown, from 1.</summary>
    [FromQuery(Name = ListPart)]
    public int Part { get; set; } = 1;

    public int Parts => ((Record?.Selected?.Count ?? 0) + RowsOfList - 1) / RowsOfList;

    public Pager ListPager => Pager.Of(
        Request.Query, Part < Parts ? (Part + 1).ToString(CultureInfo.InvariantCulture) : null, ListPart);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await draws.FindAsync(id, cancellation) is not { } draw
            || await ReadAsync(id, Notice.FileName, cancellation) is not { } notice)
        {
            return NotFound();
        }

        (Draw, Terms) = (draw, Notice.Parse(notice).Terms);
        if (draw.DrawnAt is not null && await ReadAsync(id, PublicRecord.FileName, cancellation) is { } record)
            Record = PublicRecord.Parse(record);
        return Part < 1 || Part > Math.Max(1, Parts) ? NotFound() : Page();
    }

    public IEnumerable<ClassShare> Classes()
    {
        var drawn = Record?.Classes.ToDictionary(static c => c.RiskClass, static c => c.Quota);
        return Terms.Sampling.Sizes.Zip(RulesInWords(), Quotas.Chances(Terms.Sampling)).Select(row => new ClassShare(
            row.First.RiskClass.ToString(), row.First.Size, drawn?.GetValueOrDefault(row.First.RiskClass), row.Second, row.Third));
    }

    private IEnumerable<string> RulesInWords() => Terms.Sampling switch
    {
        RateSampling rates => rates.Classes.Select(c => words[$"抽取 {Percent(c.Rate)}", $"{Percent(c.Rate)} of the class"]),
        WeightSampling weights => weights.Classes.Select(c => words[$"权重 {c.Weight}", $"weight {c.Weight}"]),
        QuotaSampling quotas => quotas.Classes.Select(c => words[$"定额 {words.Number(c.Quota)} 户", $"quota {words.Number(c.Quota)}"]),
        _ => throw new InvalidOperationException("a kind of sampling that the protocol does not have"),
    };

    private string Percent(BasisPoints rate) => words.Percent(rate.Value, BasisPoints.Whole);

    private async Task<byte[]?> ReadAsync(string id, string file, CancellationToken cancellation)
    {
        using var blob = await draws.OpenAsync(id, file, cancellation);
        return blob is null ? null : await blob.ReadAsync(cancellation);
    }
}
