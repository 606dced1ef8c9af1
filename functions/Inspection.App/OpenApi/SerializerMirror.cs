using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Inspection.App.Hosting;
using Newtonsoft.Json.Serialization;

namespace Inspection.App.OpenApi;

/// <summary>
/// The OpenAPI document is made of System.Text.Json's view of the types, while requests and answers go through
/// Newtonsoft.Json. This gives the former the latter's view: the same names, the same members, enums as names.
/// </summary>
internal static class SerializerMirror
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Converters.Add(new JsonStringEnumConverter());
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(Mirror);
    }

    private static void Mirror(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || ApiJson.Contracts.ResolveContract(type.Type) is not JsonObjectContract contract)
            return;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var member = (type.Properties[i].AttributeProvider as MemberInfo)?.Name;
            if (contract.Properties.FirstOrDefault(property => property.UnderlyingName == member) is { Ignored: false } seen)
                type.Properties[i].Name = seen.PropertyName!;
            else
                type.Properties.RemoveAt(i);
        }
    }
}
