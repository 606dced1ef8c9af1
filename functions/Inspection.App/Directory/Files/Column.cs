namespace Inspection.App.Directory;

/// <summary>A column that a registry file may have, under its English or its Chinese heading.</summary>
internal sealed record Column(string English, string Chinese, bool Required = false)
{
    public bool IsCalled(string heading) =>
        heading.Equals(English, StringComparison.OrdinalIgnoreCase) || heading == Chinese;

    public override string ToString() => $"{English} ({Chinese})";
}

/// <summary>A column of a registry file and where the file at hand has it: counted from 0, or -1 for nowhere.</summary>
internal readonly record struct BoundColumn(Column Column, int Index)
{
    public bool IsMissing => Index < 0;
}
