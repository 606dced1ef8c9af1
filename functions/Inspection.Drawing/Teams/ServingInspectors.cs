namespace Inspection.Drawing;

/// <summary>Which inspectors of a department serve each enterprise so far, in one flat array.</summary>
/// <param name="enterprises">How many enterprises.</param>
/// <param name="places">The most inspectors that serve one enterprise, over all teams of the department.</param>
internal sealed class ServingInspectors(int enterprises, int places)
{
    private readonly int[] inspectors = new int[enterprises * places];
    private readonly int[] counts = new int[enterprises];

    /// <summary>Everyone on a team of the enterprise.</summary>
    public ReadOnlySpan<int> Of(int enterprise) => inspectors.AsSpan(enterprise * places, counts[enterprise]);

    /// <summary>Adds a team of the enterprise and returns it, ascending.</summary>
    public ReadOnlySpan<int> Add(int enterprise, ReadOnlySpan<int> team)
    {
        var added = inspectors.AsSpan((enterprise * places) + counts[enterprise], team.Length);
        team.CopyTo(added);
        added.Sort();
        counts[enterprise] += team.Length;
        return added;
    }
}
