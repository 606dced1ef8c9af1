using Newtonsoft.Json;
using Newtonsoft.Json.Converters;

namespace Inspection.App.Storage;

/// <summary>Documents inside a column: the parts of a thing that no query filters by.</summary>
public static class StoredJson
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        Converters = { new StringEnumConverter() },
        DateParseHandling = DateParseHandling.None,
        NullValueHandling = NullValueHandling.Ignore,
        // A default value may be shared, such as the scope that covers everybody: it is replaced, never filled.
        ObjectCreationHandling = ObjectCreationHandling.Replace,
    };

    public static string Write<T>(T value) => JsonConvert.SerializeObject(value, Settings);

    /// <exception cref="JsonException">The column does not hold such a document.</exception>
    public static T Read<T>(string json) => JsonConvert.DeserializeObject<T>(json, Settings)
        ?? throw new JsonSerializationException($"the column holds no {typeof(T).Name}");
}
