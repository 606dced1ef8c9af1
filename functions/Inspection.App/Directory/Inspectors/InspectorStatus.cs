namespace Inspection.App.Directory;

/// <summary>The status (状态) of an inspector. In service are 在岗, 在职, active and whoever has no status at all.</summary>
public static class InspectorStatus
{
    public static bool IsActive(string status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return status is "" or "在岗" or "在职" || status.Equals("active", StringComparison.OrdinalIgnoreCase);
    }
}
