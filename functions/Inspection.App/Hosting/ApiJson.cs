using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace Inspection.App.Hosting;

/// <summary>The JSON of requests and answers: camelCase, enums as names, dates as text, nothing unknown.</summary>
internal static class ApiJson
{
    /// <summary>Keys of dictionaries are data, such as the class A, and stay as they are.</summary>
    public static NamingStrategy Naming { get; } =
        new CamelCaseNamingStrategy(processDictionaryKeys: false, overrideSpecifiedNames: true);

    public static IContractResolver Contracts { get; } = new DefaultContractResolver { NamingStrategy = Naming };

    public static void Configure(JsonSerializerSettings settings)
    {
        settings.ContractResolver = Contracts;
        settings.Converters.Add(new StringEnumConverter());
        settings.DateParseHandling = DateParseHandling.None;
        settings.MissingMemberHandling = MissingMemberHandling.Error;
        // A default value may be shared or say what holds where nothing is given: it is replaced, never filled.
        settings.ObjectCreationHandling = ObjectCreationHandling.Replace;
    }
}
