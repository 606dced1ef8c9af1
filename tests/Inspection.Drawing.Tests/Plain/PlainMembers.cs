using static Inspection.Drawing.Tests.Plain.PlainNotation;

namespace Inspection.Drawing.Tests.Plain;

/// <summary>
/// The members of a JSON object, asked for by key and type; one that is missing or of another type is refused.
/// </summary>
internal sealed class PlainMembers(Dictionary<string, object> tree)
{
    public string Text(string key) => Get<string>(key);

    public long Integer(string key) => Get<long>(key);

    /// <summary>An integer that the protocol bounds far below 2^31.</summary>
    public int Small(string key)
    {
        var number = Integer(key);
        Require(number is >= 0 and <= int.MaxValue, $"'{key}' is {number}");
        return (int)number;
    }

    public PlainMembers Object(string key) => new(Get<Dictionary<string, object>>(key));

    public List<PlainMembers> Objects(string key) =>
        Items<Dictionary<string, object>>(key).Select(item => new PlainMembers(item)).ToList();

    public List<string> Texts(string key) => Items<string>(key);

    private List<T> Items<T>(string key)
    {
        var items = Get<List<object>>(key);
        Require(items.All(item => item is T), $"'{key}' holds a value of another type than {typeof(T).Name}");
        return items.Cast<T>().ToList();
    }

    private T Get<T>(string key)
    {
        Require(tree.TryGetValue(key, out var value), $"no key '{key}'");
        Require(value is T, $"'{key}' is not of type {typeof(T).Name}");
        return (T)value!;
    }
}
