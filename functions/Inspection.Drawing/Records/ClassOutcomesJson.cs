namespace Inspection.Drawing;

/// <summary>The key <c>classes</c> of the record and of the public record: {class, quota, threshold} in the notice's order.</summary>
internal static class ClassOutcomesJson
{
    public static void Write(CanonicalWriter json, IReadOnlyList<ClassOutcome> classes)
    {
        json.BeginArray();
        foreach (var c in classes)
        {
            json.BeginObject().Key("class").String(c.RiskClass.ToString()).Key("quota").Integer(c.Quota)
                .Key("threshold").String(c.Threshold?.ToString() ?? "").EndObject();
        }

        json.EndArray();
    }

    public static List<ClassOutcome> Read(ref CanonicalReader json)
    {
        var classes = new List<ClassOutcome>();
        json.BeginArray();
        while (json.NextItem())
        {
            json.BeginObject();
            json.Key("class");
            var riskClass = json.RiskClass();
            json.Key("quota");
            var quota = json.Integer("quota", 0, Roster.MaxSize);
            json.Key("threshold");
            classes.Add(new ClassOutcome(riskClass, quota, ReadThreshold(ref json)));
            json.EndObject();
        }

        return classes;
    }

    private static Digest? ReadThreshold(ref CanonicalReader json)
    {
        var text = json.String();
        if (text.Length == 0)
            return null;
        return Digest.TryParse(text, out var threshold)
            ? threshold
            : throw json.Refuse($"threshold '{text}' is neither empty nor 64 lower-case hex digits");
    }
}
