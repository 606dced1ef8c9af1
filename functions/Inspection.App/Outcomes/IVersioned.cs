using Azure;

namespace Inspection.App.Outcomes;

/// <summary>What is stored with a version, by which a change says what it was made from.</summary>
public interface IVersioned
{
    /// <summary>The version that was read; set by the store.</summary>
    ETag ETag { get; }
}
