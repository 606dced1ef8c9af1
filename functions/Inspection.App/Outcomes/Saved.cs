namespace Inspection.App.Outcomes;

/// <summary>Something as it is stored now.</summary>
/// <param name="Value">It, with its new version.</param>
/// <param name="IsNew">Whether it was not there before.</param>
internal readonly record struct Saved<T>(T Value, bool IsNew);
