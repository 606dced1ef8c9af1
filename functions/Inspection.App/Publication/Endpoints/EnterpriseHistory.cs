namespace Inspection.App.Publication;

/// <summary>Every published result of an enterprise, the newest first, whatever has become of it since.</summary>
/// <param name="Uscc">Its code.</param>
/// <param name="Name">Its name when a result of it was last published; empty where none is.</param>
/// <param name="Items">The results.</param>
/// <param name="Next">The cursor of the next page, or null on the last one.</param>
internal sealed record EnterpriseHistory(string Uscc, string Name, IReadOnlyList<PublicResult> Items, string? Next);
