namespace Inspection.Drawing;

/// <summary>
/// Input that breaks a rule of <c>PROTOCOL.md</c>. The message names the rule, gives what was found and what was
/// wanted, and says what to do where that is not plain. Where it would repeat megabytes of input it is cut in the middle.
/// </summary>
public sealed class ProtocolException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    public ProtocolException()
    {
    }

    /// <summary>Creates the exception with the broken rule in words.</summary>
    public ProtocolException(string message)
        : base(ProtocolText.Shorten(message))
    {
    }

    /// <summary>Creates the exception with the broken rule in words and what led to it.</summary>
    public ProtocolException(string message, Exception innerException)
        : base(ProtocolText.Shorten(message), innerException)
    {
    }
}
