namespace Inspection.App.Planning;

/// <summary>Whom a plan or task covers. An empty list means all.</summary>
/// <param name="Districts">Districts (行政区划).</param>
/// <param name="Industries">Industries (行业).</param>
/// <param name="Tags">Tags; an enterprise with one of them is covered.</param>
public sealed record TaskScope(IReadOnlyList<string> Districts, IReadOnlyList<string> Industries, IReadOnlyList<string> Tags)
{
    /// <summary>Everybody.</summary>
    public static TaskScope Everybody { get; } = new([], [], []);

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
