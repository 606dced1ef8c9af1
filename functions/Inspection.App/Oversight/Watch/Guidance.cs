namespace Inspection.App.Oversight;

/// <summary>Administrative guidance (行政指导) that an enterprise was given, as it was recorded. It is internal.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Uscc">The enterprise.</param>
/// <param name="On">The day.</param>
/// <param name="Text">What it was told.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="At">When it was recorded.</param>
public sealed record Guidance(string Id, string Uscc, DateOnly On, string Text, string By, DateTimeOffset At);
