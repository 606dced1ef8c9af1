namespace Inspection.App.Directory;

/// <summary>One thing that is wrong with one row of a registry file. A row may have several.</summary>
/// <param name="File">The file's name as its reader was given it.</param>
/// <param name="Line">
/// Where the row starts: the physical line of a CSV file, the row number of an Excel sheet; the first is 1.
/// </param>
/// <param name="Column">The column's English name, or empty where the whole row is meant.</param>
/// <param name="Value">What stands there, shortened where it is long.</param>
/// <param name="Problem">What is wrong with it and, where that can be said, what would be right.</param>
public sealed record RejectedRow(string File, int Line, string Column, string Value, string Problem);
