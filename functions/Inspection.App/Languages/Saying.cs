namespace Inspection.App.Languages;

/// <summary>The same sentence for programs and readers of English, and for readers of Chinese.</summary>
public sealed record Saying(string English, string Chinese)
{
    public string In(Language language) => language == Language.Chinese ? Chinese : English;
}
