namespace Inspection.App.Planning;

/// <summary>Whom a plan or task covers. An empty list means all, and so does one that is not given.</summary>
public sealed record TaskScope
{
    /// <summary>Districts (行政区划).</summary>
    public IReadOnlyList<string> Districts { get; init => field = value ?? []; } = [];

    /// <summary>Industries (行业).</summary>
    public IReadOnlyList<string> Industries { get; init => field = value ?? []; } = [];

    /// <summary>Tags; an enterprise with one of them is covered.</summary>
    public IReadOnlyList<string> Tags { get; init => field = value ?? []; } = [];

    /// <summary>Everybody.</summary>
    public static TaskScope Everybody { get; } = new();

    /// <summary>Whether an enterprise is covered.</summary>
    public bool Covers(string district, string industry, IReadOnlyList<string> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        return (Districts.Count == 0 || Districts.Contains(district))
            && (Industries.Count == 0 || Industries.Contains(industry))
            && (Tags.Count == 0 || tags.Any(Tags.Contains));
    }

    /// <summary>The scope in words, as the notice publishes it.</summary>
    public string InWords()
    {
        var where = Districts.Count == 0 ? "辖区内" : string.Join('、', Districts);
        var what = Industries.Count == 0 ? "" : $"，行业：{string.Join('、', Industries)}";
        var which = Tags.Count == 0 ? "" : $"，标签：{string.Join('、', Tags)}";
        return $"{where}登记在册的企业{what}{which}";
    }
}
