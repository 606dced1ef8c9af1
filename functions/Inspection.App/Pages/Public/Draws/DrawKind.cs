using Inspection.App.Draws;

namespace Inspection.App.Pages;

/// <summary>What a draw draws.</summary>
internal static class DrawKind
{
    /// <summary>Whether it draws enterprises; otherwise they were named, or drawn before, and it draws inspectors alone.</summary>
    public static bool IsOfEnterprises(PublicDraw draw)
    {
        ArgumentNullException.ThrowIfNull(draw);
        return draw.Target is null && draw.Supplements.Length == 0;
    }
}
