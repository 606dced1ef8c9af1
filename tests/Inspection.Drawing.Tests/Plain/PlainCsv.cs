using static Inspection.Drawing.Tests.Plain.PlainNotation;

namespace Inspection.Drawing.Tests.Plain;

/// <summary>
/// PROTOCOL.md, "Notation": CSV files. UTF-8 without BOM; every line ends in one \n; no empty lines, no quoting; a
/// field holds no comma, no quotation mark and, but as a joint, no semicolon.
/// </summary>
internal static class PlainCsv
{
    public static byte[] Write(string header, IEnumerable<string[]> rows)
    {
        var file = header + "\n";
        foreach (var fields in rows)
            file += string.Join(",", fields) + "\n";
        return Utf8(file);
    }

    public static List<string[]> Read(string header, byte[] file)
    {
        var lines = FromUtf8(file).Split('\n');
        Require(lines[^1] == "", "the last line does not end in a line end");
        Require(lines[0] == header, $"the header is '{lines[0]}', not '{header}'");

        var rows = lines[1..^1].Select(line => line.Split(',')).ToList();
        Require(rows.All(row => row.Length == header.Split(',').Length),
            "a row has more or fewer fields than the header");
        return rows;
    }

    /// <summary>A field of one value.</summary>
    public static string Field(string value)
    {
        Require(IsText(value) && !value.Contains(',') && !value.Contains('"') && !value.Contains(';'),
            $"'{value}' would need quoting");
        return value;
    }

    /// <summary>A field of several values: ascending, none twice, none empty, joined by semicolons.</summary>
    public static string Joined(IEnumerable<string> values)
    {
        var inOrder = values.OrderBy(value => value, TextOrder).ToList();
        RequireAscending(inOrder, "a value twice");
        Require(inOrder.All(value => value != ""), "an empty value among several");
        return string.Join(";", inOrder.Select(Field));
    }

    public static List<string> Parts(string joined) => joined == "" ? [] : joined.Split(';').ToList();
}
