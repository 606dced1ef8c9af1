namespace Inspection.App.Terminal;

/// <summary>What the process says to scripts when it ends.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>A check of a draw failed.</summary>
    public const int CheckFailed = 1;

    /// <summary>The command line or a file cannot be used; nothing was done.</summary>
    public const int WrongInput = 2;

    /// <summary>Ctrl-C or a request to end stopped the command; what shells say of a process that SIGINT ended.</summary>
    public const int Interrupted = 130;
}
