namespace Inspection.Drawing;

/// <summary>Every check of <c>PROTOCOL.md</c> section 9 by name, in its order.</summary>
/// <param name="Checks">The checks.</param>
public sealed record VerificationReport(IReadOnlyList<CheckResult> Checks)
{
    /// <summary>True where no check failed. Checks that were not possible do not count; read them too.</summary>
    public bool NothingFailed => Checks.All(static check => check.Status != CheckStatus.Failed);

    /// <summary>The check of a name.</summary>
    /// <exception cref="InvalidOperationException">The protocol has no such check.</exception>
    public CheckResult this[string name] => Checks.Single(check => check.Name == name);
}
