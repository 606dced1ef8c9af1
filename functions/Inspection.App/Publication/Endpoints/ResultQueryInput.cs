using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Inspection.App.Results;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Publication;

/// <summary>A query of published results as it stands in an address; what is left out takes any.</summary>
internal sealed record ResultQueryInput
{
    private const int MostOfDraw = 100;

    /// <summary>The enterprise's code.</summary>
    [FromQuery(Name = "uscc")]
    public string? Uscc { get; init; }

    /// <summary>A code in full, or any two or more characters of a name.</summary>
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    /// <summary>The code of a check item.</summary>
    [FromQuery(Name = "item")]
    public string? Item { get; init; }

    /// <summary>A department that took part.</summary>
    [FromQuery(Name = "department")]
    public string? Department { get; init; }

    [FromQuery(Name = "district")]
    public string? District { get; init; }

    /// <summary>What an item came to.</summary>
    [FromQuery(Name = "code")]
    public ResultCode? Code { get; init; }

    /// <summary>The first day of inspection.</summary>
    [FromQuery(Name = "from")]
    public DateOnly? From { get; init; }

    /// <summary>The last day of inspection.</summary>
    [FromQuery(Name = "to")]
    public DateOnly? To { get; init; }

    /// <summary>The draw.</summary>
    [FromQuery(Name = "draw")]
    public string? Draw { get; init; }

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>The most results of a page.</summary>
    [FromQuery(Name = "limit")]
    [Range(1, Page<PublicResult>.MaxLimit)]
    public int? Limit { get; init; }

    public Outcome<ResultQuery> Read()
    {
        if (From > To)
            return Refusal.Invalid("days", $"from is {From:yyyy-MM-dd}, after to, {To:yyyy-MM-dd}");
        if (Draw?.Length > MostOfDraw)
            return Refusal.Invalid("draw", $"a draw's id has at most {MostOfDraw} characters");
        var query = new ResultQuery
        {
            Item = Given(Item),
            Department = Given(Department),
            District = Given(District),
            Code = Code,
            From = From,
            To = To,
            DrawId = Given(Draw),
        }.WithCode(Uscc);
        return query.IsRefused(out var refusal) ? refusal : query.Value.WithText(Q);
    }

    // A form sends its empty fields too.
    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
