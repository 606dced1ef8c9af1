namespace Inspection.Drawing;

/// <summary>One check in the making: it ends at the first thing that is missing or wrong.</summary>
internal readonly struct Check(string name)
{
    public CheckResult Passed(string detail) => new(name, CheckStatus.Passed, detail);

    public CheckResult Failed(string detail) => new(name, CheckStatus.Failed, ProtocolText.Shorten(detail));

    public CheckResult Failed(string what, object? got, object? wanted) =>
        Failed($"{what}: got {Show(got)}, wanted {Show(wanted)}");

    public CheckResult NotPossible(string missing) => new(name, CheckStatus.NotPossible, missing);

    private static string Show(object? value) => value switch
    {
        null => "nothing",
        "" => "an empty text",
        _ => value.ToString() ?? "",
    };
}
