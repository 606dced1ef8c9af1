using System.Runtime.Serialization;

namespace Inspection.App.Planning;

/// <summary>When the list of the drawn enterprises is published.</summary>
public enum ListPublished
{
    /// <summary>With the public record, at the draw.</summary>
    [EnumMember(Value = "atDraw")]
    AtDraw,

    /// <summary>Once the visits are over, so that nobody is warned.</summary>
    [EnumMember(Value = "afterVisits")]
    AfterVisits,
}
