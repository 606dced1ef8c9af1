namespace Inspection.Drawing;

/// <summary>How many inspectors of a department visit each drawn enterprise.</summary>
/// <param name="Department">The department.</param>
/// <param name="Size">1 to 20 inspectors.</param>
/// <param name="Skill">The skill that each of them holds; empty where none is asked.</param>
public sealed record TeamRequest(string Department, int Size, string Skill = "")
{
    /// <summary>The most inspectors of one team.</summary>
    public const int MaxSize = 20;
}
