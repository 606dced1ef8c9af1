using Azure;
using Microsoft.Net.Http.Headers;

namespace Inspection.App.Outcomes;

/// <summary>The version of a single resource in HTTP: shown as ETag, asked for by If-Match.</summary>
internal static class Preconditions
{
    /// <summary>What the version of a thing is called that is not there yet: who expects it means to be the first to write.</summary>
    public static ETag Absent { get; } = new("\"absent\"");

    /// <summary>Shows the version of what is answered.</summary>
    public static void ShowVersion(this HttpResponse response, ETag version) =>
        response.Headers.ETag = version.ToString("H");

    /// <summary>The version that the caller read and means to change, or null where any will do.</summary>
    public static ETag? ExpectedVersion(this HttpRequest request) =>
        request.Headers.TryGetValue(HeaderNames.IfMatch, out var value) ? new ETag(value.ToString()) : null;

    /// <summary>Whether what the caller read is what is there; a caller that says nothing takes any.</summary>
    public static bool Fits(this ETag? expected, ETag found) =>
        expected is not { } version || version == ETag.All || version.ToString("H") == found.ToString("H");

    /// <summary>Whether the caller takes it that nothing is there.</summary>
    public static bool FitsNothing(this ETag? expected) => expected is null || expected == Absent;
}
