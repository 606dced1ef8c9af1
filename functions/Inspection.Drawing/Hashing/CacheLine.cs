using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Inspection.Drawing.Hashing;

/// <summary>
/// Places scratch memory at the beginning of a cache line. A vector of 64 bytes anywhere else lies in two lines, and a
/// kernel whose every load and store touches two takes half as long again.
/// </summary>
internal static class CacheLine
{
    private const int Size = 64;

    /// <summary>How many elements more than needed the memory must have.</summary>
    public static int Spare<T>()
        where T : unmanaged => Size / Unsafe.SizeOf<T>();

    /// <summary>The part of the memory from the first line that begins in it, shorter by <see cref="Spare{T}"/>.</summary>
    /// <param name="memory">Memory on the stack, which stays where it is; elsewhere the place would not last.</param>
    public static Span<T> Align<T>(Span<T> memory)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(memory);
        var address = Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref MemoryMarshal.GetReference(bytes));
        var toNextLine = (int)(-address & (Size - 1));
        return MemoryMarshal.Cast<byte, T>(bytes.Slice(toNextLine, bytes.Length - Size));
    }
}
