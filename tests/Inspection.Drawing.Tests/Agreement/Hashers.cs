using System.Runtime.Intrinsics;
using Inspection.Drawing.Hashing;

namespace Inspection.Drawing.Tests.Agreement;

/// <summary>Every hasher by name. Vectors that the processor lacks are worked out by the runtime, only slower.</summary>
internal static class Hashers
{
    public static TheoryData<string> Names { get; } = ["library", "4 lanes", "8 lanes", "16 lanes"];

    /// <summary>How many messages a hasher takes in one step.</summary>
    public static int Lanes(string name) => name == "library" ? 1 : int.Parse(name.Split(' ')[0], null);

    public static DrawHasher Get(string name) => name switch
    {
        "4 lanes" => new LaneHasher<Vector128<uint>, Lanes4>(),
        "8 lanes" => new LaneHasher<Vector256<uint>, Lanes8>(),
        "16 lanes" => new LaneHasher<Vector512<uint>, Lanes16>(),
        _ => new LibraryHasher(),
    };
}
