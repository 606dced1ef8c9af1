namespace Inspection.App.Languages;

/// <summary>How people read the member of an enum; programs go on reading its name.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class LabelAttribute(string chinese, string english) : Attribute
{
    public string Chinese { get; } = chinese;

    public string English { get; } = english;

    public string In(Language language) => language == Language.English ? English : Chinese;
}
