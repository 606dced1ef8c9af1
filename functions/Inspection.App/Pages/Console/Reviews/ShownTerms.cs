using Inspection.App.Results;

namespace Inspection.App.Pages.Console;

/// <summary>A text of a result to be read.</summary>
/// <param name="Terms">The text.</param>
/// <param name="NameOf">The name of an item by its code.</param>
internal sealed record ShownTerms(ResultTerms Terms, Func<string, string> NameOf);
