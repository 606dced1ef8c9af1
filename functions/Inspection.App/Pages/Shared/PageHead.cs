namespace Inspection.App.Pages;

/// <summary>What a page tells the frame around it; a page calls it <c>Head</c> and fills it at its beginning.</summary>
internal sealed class PageHead
{
    /// <summary>The page's own name.</summary>
    public string Title { get; set; } = "";

    /// <summary>What is found on the page, in one sentence, for search engines and shared links.</summary>
    public string Description { get; set; } = "";

    /// <summary>The entry of the navigation that this page belongs to, such as <c>draws</c>; empty where none.</summary>
    public string Area { get; set; } = "";

    /// <summary>When what the page shows last changed; null where it shows nothing that changes.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>When the text of a page that holds no data was last changed.</summary>
    public DateOnly? WrittenOn { get; set; }

    /// <summary>Whether the address leads here again; not so for a page about what went wrong.</summary>
    public bool IsLasting { get; set; } = true;

    /// <summary>Whether the address holds a secret, which nothing on the page may pass on.</summary>
    public bool IsSecret { get; set; }
}
