using System.Runtime.CompilerServices;

namespace Inspection.Drawing;

/// <summary>
/// The 16 bytes that hide an enterprise's class and ticket until its certificate discloses them:
/// <c>SHA256(drawKey ‖ 'S' ‖ uscc)[..16]</c>.
/// </summary>
[InlineArray(Size)]
internal struct Salt
{
    public const int Size = 16;
    private byte first;

    public override readonly string ToString() => Convert.ToHexStringLower(this[..]);
}
