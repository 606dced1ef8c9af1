using System.Buffers.Binary;
using System.Text;
using Azure.Data.Tables;

namespace Inspection.App.Storage.Embedded;

/// <summary>
/// The properties of an entity as bytes, each with its type, so that what is read equals what was written:
/// <code>
/// entity   = 0x01 ‖ property*
/// property = type (1 byte) ‖ length of name (1) ‖ name (ASCII) ‖ value
/// value    = string: length (4) ‖ UTF-8 | binary: length (4) ‖ bytes | int: 4 | long, double: 8
///          | time: ticks in UTC (8) | bool: 1 | Guid: 16
/// </code>
/// Numbers are little-endian. The first byte is the version of this format.
/// </summary>
internal static class EntityCodec
{
    private const byte Version = 1;

    private enum Type : byte
    {
        String = 1,
        Binary,
        Int32,
        Int64,
        Double,
        Boolean,
        Time,
        Guid,
    }

    public static byte[] Encode(TableEntity entity)
    {
        using var bytes = new MemoryStream(512);
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Version);
        foreach (var (name, value) in EntityRules.Custom(entity))
        {
            writer.Write((byte)TypeOf(value));
            writer.Write((byte)name.Length);
            writer.Write(Encoding.ASCII.GetBytes(name));
            Write(writer, value);
        }

        return bytes.ToArray();
    }

    public static void Decode(ReadOnlySpan<byte> bytes, TableEntity into)
    {
        if (Take(ref bytes, 1)[0] != Version)
            throw new InvalidDataException("the entity was written by a later version of this program");
        while (!bytes.IsEmpty)
        {
            var type = (Type)Take(ref bytes, 1)[0];
            var name = Encoding.ASCII.GetString(Take(ref bytes, Take(ref bytes, 1)[0]));
            into.Add(name, Read(type, ref bytes));
        }
    }

    private static Type TypeOf(object value) => value switch
    {
        string => Type.String,
        byte[] => Type.Binary,
        int => Type.Int32,
        long => Type.Int64,
        double => Type.Double,
        bool => Type.Boolean,
        DateTimeOffset => Type.Time,
        Guid => Type.Guid,
        _ => throw new InvalidOperationException($"EntityRules let a {value.GetType()} pass"),
    };

    private static void Write(BinaryWriter writer, object value)
    {
        switch (value)
        {
            case string text: WriteBlock(writer, Encoding.UTF8.GetBytes(text)); break;
            case byte[] binary: WriteBlock(writer, binary); break;
            case int number: writer.Write(number); break;
            case long number: writer.Write(number); break;
            case double number: writer.Write(number); break;
            case bool flag: writer.Write(flag); break;
            case DateTimeOffset time: writer.Write(time.UtcTicks); break;
            case Guid guid: writer.Write(guid.ToByteArray()); break;
        }
    }

    private static void WriteBlock(BinaryWriter writer, byte[] block)
    {
        writer.Write(block.Length);
        writer.Write(block);
    }

    private static object Read(Type type, ref ReadOnlySpan<byte> bytes) => type switch
    {
        Type.String => Encoding.UTF8.GetString(TakeBlock(ref bytes)),
        Type.Binary => TakeBlock(ref bytes).ToArray(),
        Type.Int32 => BinaryPrimitives.ReadInt32LittleEndian(Take(ref bytes, 4)),
        Type.Int64 => BinaryPrimitives.ReadInt64LittleEndian(Take(ref bytes, 8)),
        Type.Double => BinaryPrimitives.ReadDoubleLittleEndian(Take(ref bytes, 8)),
        Type.Boolean => Take(ref bytes, 1)[0] != 0,
        Type.Time => new DateTimeOffset(BinaryPrimitives.ReadInt64LittleEndian(Take(ref bytes, 8)), TimeSpan.Zero),
        Type.Guid => new Guid(Take(ref bytes, 16)),
        _ => throw new InvalidDataException($"no property has type {(int)type}: the entity is damaged"),
    };

    private static ReadOnlySpan<byte> TakeBlock(ref ReadOnlySpan<byte> bytes) =>
        Take(ref bytes, BinaryPrimitives.ReadInt32LittleEndian(Take(ref bytes, 4)));

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> bytes, int count)
    {
        if ((uint)count > (uint)bytes.Length)
            throw new InvalidDataException("the entity is cut off: it is damaged");
        var taken = bytes[..count];
        bytes = bytes[count..];
        return taken;
    }
}
