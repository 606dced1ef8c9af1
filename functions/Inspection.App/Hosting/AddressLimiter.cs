using System.Globalization;
using System.IO.Hashing;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Inspection.App.Outcomes;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Net.Http.Headers;

namespace Inspection.App.Hosting;

/// <summary>
/// So many requests in a minute, and so many forms in an hour, for each address. Addresses share a fixed number of counters, by a hash that nobody outside
/// can foresee: whoever sends from many addresses cannot fill the memory, nor aim at the counter of somebody else.
/// </summary>
/// <remarks>An IPv6 subscriber has a whole /64, which counts as one address.</remarks>
internal static class AddressLimiter
{
    private const int Counters = 1 << 16;
    private const int NoCounter = -1;

    private static readonly long Seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    public static void Configure(RateLimiterOptions options, LimitsOptions limits)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = static (rejected, _) => RefuseAsync(rejected);
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, int>(
            context => PartitionOf(context, limits.RequestsPerMinute, TimeSpan.FromMinutes(1)));
        // A page is read before it is sent, and after.
        options.AddPolicy(PublicAnswers.Forms, context => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
            ? RateLimitPartition.GetNoLimiter(NoCounter)
            : PartitionOf(context, limits.FormsPerHour, TimeSpan.FromHours(1)));
    }

    /// <summary>The counter of an address; those whose address the server does not tell share one.</summary>
    internal static int CounterOf(IPAddress? address)
    {
        if (address is null)
            return 0;
        var mapped = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        Span<byte> bytes = stackalloc byte[16];
        mapped.TryWriteBytes(bytes, out var length);
        var subscriber = mapped.AddressFamily == AddressFamily.InterNetworkV6 ? bytes[..8] : bytes[..length];
        return (int)(XxHash3.HashToUInt64(subscriber, Seed) % Counters);
    }

    private static RateLimitPartition<int> PartitionOf(HttpContext context, int permits, TimeSpan window)
    {
        var counter = CounterOf(context.Connection.RemoteIpAddress);
        return permits == 0
            ? RateLimitPartition.GetNoLimiter(counter)
            : RateLimitPartition.GetFixedWindowLimiter(
                counter, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window });
    }

    private static ValueTask RefuseAsync(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        rejected.HttpContext.Response.Headers[HeaderNames.RetryAfter] =
            Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return new ValueTask(StatusProblems.WriteAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests));
    }
}
