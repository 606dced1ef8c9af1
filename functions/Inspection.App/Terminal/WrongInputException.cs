namespace Inspection.App.Terminal;

/// <summary>A command that cannot be carried out as given. The message is one line that says what to do.</summary>
public sealed class WrongInputException : Exception
{
    public WrongInputException()
    {
    }

    public WrongInputException(string message)
        : base(message)
    {
    }

    public WrongInputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
