namespace Inspection.App.Results;

/// <summary>What people write of an inspection.</summary>
public record ResultTerms
{
    public required InspectionMethod Method { get; init; }

    /// <summary>The day of the visit; the term of publication runs from it.</summary>
    public required DateOnly InspectedOn { get; init; }

    /// <summary>What came of each check item of the task, each once.</summary>
    public required IReadOnlyList<ItemResult> Items { get; init; }

    /// <summary>Never public.</summary>
    public string Notes { get; init => field = value ?? ""; } = "";

    /// <summary>What the items have come to since: one that was pending is what its last follow-up says.</summary>
    public IReadOnlyList<ItemResult> ItemsAfter(IReadOnlyList<FollowUp> followUps) =>
    [
        .. Items.Select(item => item.Code == ResultCode.Pending && followUps.LastOrDefault(one => one.ItemCode == item.ItemCode) is { } last
            ? item with { Code = last.Code, Disposal = last.Disposal }
            : item),
    ];
}

/// <summary>What the check of one item came to.</summary>
public sealed record ItemResult
{
    public required string ItemCode { get; init; }

    /// <summary>Whether it was checked at all; where not, the finding says why and there is no code.</summary>
    public required bool Checked { get; init; }

    /// <summary>What was seen, in words. Never public.</summary>
    public string Finding { get; init => field = value ?? ""; } = "";

    /// <summary>Null where the item was not checked.</summary>
    public ResultCode? Code { get; init; }

    public Disposal Disposal { get; init; }

    /// <summary>The legal basis of the disposal; <see cref="Results.Disposal.Lenient"/> needs one. Never public.</summary>
    public string LegalBasis { get; init => field = value ?? ""; } = "";
}
