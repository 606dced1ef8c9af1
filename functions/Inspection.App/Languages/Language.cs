namespace Inspection.App.Languages;

/// <summary>The languages of pages and labels.</summary>
public enum Language
{
    Chinese,
    English,
}
