namespace Inspection.App.Security;

/// <summary>Methods by which a request may change something (RFC 9110, section 9.2.1 names the safe ones).</summary>
internal static class UnsafeMethods
{
    public static bool Has(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            || HttpMethods.IsOptions(request.Method) || HttpMethods.IsTrace(request.Method));
}
