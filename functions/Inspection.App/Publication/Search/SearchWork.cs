namespace Inspection.App.Publication;

/// <summary>What one request may cost, whatever it asks for, and how far it has come.</summary>
internal sealed class SearchWork
{
    private const int MostRows = 2000;
    private const int MostReads = 400;

    /// <summary>Rows that were looked at.</summary>
    public int Rows { get; set; }

    /// <summary>Questions to the store.</summary>
    public int Reads { get; set; }

    public bool IsSpent => Rows >= MostRows || Reads >= MostReads;

    /// <summary>How many rows may still be looked at.</summary>
    public int RowsLeft => MostRows - Rows;

    /// <summary>The row at or after which a search by name goes on; null where it has come to its end.</summary>
    public string? Reached { get; set; }
}
