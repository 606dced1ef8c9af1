using System.Collections.Concurrent;
using System.Reflection;

namespace Inspection.App.Languages;

/// <summary>Reads the labels of enums.</summary>
public static class Labels
{
    private static readonly ConcurrentDictionary<Enum, LabelAttribute> Known = new();

    /// <exception cref="ArgumentException">The member has no <see cref="LabelAttribute"/>, or is none of its enum.</exception>
    public static string Label(this Enum member, Language language) => Known.GetOrAdd(member, Find).In(language);

    private static LabelAttribute Find(Enum member) =>
        member.GetType().GetField(member.ToString())?.GetCustomAttribute<LabelAttribute>()
        ?? throw new ArgumentException($"{member.GetType().Name}.{member} has no label", nameof(member));
}
