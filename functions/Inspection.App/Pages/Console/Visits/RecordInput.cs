using System.Text;
using Inspection.App.Results;
using Inspection.App.Storage;
using Inspection.Drawing;

namespace Inspection.App.Pages.Console;

/// <summary>The form of a result, as it was filled in.</summary>
public sealed record RecordInput
{
    public InspectionMethod Method { get; set; }

    public DateOnly? InspectedOn { get; set; }

    public string? Notes { get; set; }

    public List<RecordItemInput> Items { get; set; } = [];

    /// <summary>From which text the form was filled in, by <see cref="BasisOf"/>; empty where there was none.</summary>
    public string? Basis { get; set; }

    /// <summary>A form that says what was written before, or nothing yet of each item.</summary>
    public static RecordInput Of(ResultTerms? terms, IEnumerable<string> itemCodes, DateOnly day) => new()
    {
        Method = terms?.Method ?? InspectionMethod.OnSite,
        InspectedOn = terms?.InspectedOn ?? day,
        Notes = terms?.Notes,
        Items = [.. itemCodes.Select(code => RecordItemInput.Of(code, terms?.Items.FirstOrDefault(item => item.ItemCode == code)))],
        Basis = BasisOf(terms),
    };

    /// <summary>
    /// Tells one text from another, so that two people do not write over each other's words. The version of the result does
    /// not do for that: it moves with each photo, too.
    /// </summary>
    public static string BasisOf(ResultTerms? terms) =>
        terms is null ? "" : Digest.Of(Encoding.UTF8.GetBytes(StoredJson.Write(terms))).ToString()[..16];

    /// <summary>What is written; the day is the one thing that no draft does without.</summary>
    public ResultTerms ToTerms(DateOnly day) => new()
    {
        Method = Method,
        InspectedOn = day,
        Notes = Plain(Notes),
        Items = [.. Items.Select(static item => item.ToResult())],
    };

    /// <summary>Forms send the ends of lines as two characters, and nothing as null.</summary>
    internal static string Plain(string? text) => text?.ReplaceLineEndings("\n").Trim() ?? "";
}

/// <summary>The part of the form that is about one item.</summary>
public sealed record RecordItemInput
{
    public string ItemCode { get; set; } = "";

    public bool Checked { get; set; } = true;

    public ResultCode? Code { get; set; }

    public Disposal Disposal { get; set; }

    public string? Finding { get; set; }

    public string? LegalBasis { get; set; }

    internal static RecordItemInput Of(string itemCode, ItemResult? result) => new()
    {
        ItemCode = itemCode,
        Checked = result?.Checked ?? true,
        Code = result?.Code,
        Disposal = result?.Disposal ?? Disposal.None,
        Finding = result?.Finding,
        LegalBasis = result?.LegalBasis,
    };

    // What is hidden while an item is marked as not checked may still be filled in from before.
    internal ItemResult ToResult() => Checked
        ? new ItemResult
        {
            ItemCode = ItemCode,
            Checked = true,
            Code = Code,
            Disposal = Disposal,
            Finding = RecordInput.Plain(Finding),
            LegalBasis = RecordInput.Plain(LegalBasis),
        }
        : new ItemResult { ItemCode = ItemCode, Checked = false, Finding = RecordInput.Plain(Finding) };
}
