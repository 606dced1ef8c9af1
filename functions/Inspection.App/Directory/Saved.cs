namespace Inspection.App.Directory;

/// <summary>Something of a directory as it is stored now.</summary>
/// <param name="Value">It, with its new version.</param>
/// <param name="IsNew">Whether the directory did not hold it before.</param>
internal readonly record struct Saved<T>(T Value, bool IsNew);
