using System.Text;

namespace Inspection.Drawing;

/// <summary>
/// The inspectors (执法检查人员) who may serve: <c>inspectors.csv</c> with header
/// <c>inspector_id,department,skills,recused</c>, ascending by id, none twice, perhaps without rows
/// (<c>PROTOCOL.md</c> section 2).
/// </summary>
public sealed class InspectorList
{
    /// <summary>The file's name in a package.</summary>
    public const string FileName = "inspectors.csv";

    private const string Header = "inspector_id,department,skills,recused";

    private InspectorList(IReadOnlyList<Inspector> items, byte[] file) => (Items, File) = (items, file);

    /// <summary>The inspectors, ascending by the UTF-8 bytes of their id.</summary>
    public IReadOnlyList<Inspector> Items { get; }

    /// <summary>The bytes of <c>inspectors.csv</c>.</summary>
    public ReadOnlyMemory<byte> File { get; }

    /// <summary>Makes the list of inspectors in any order, sorting and joining their skills and recusals.</summary>
    /// <exception cref="ProtocolException">An id stands twice, or a field is empty or cannot stand in a CSV field.</exception>
    public static InspectorList Create(IEnumerable<Inspector> inspectors)
    {
        ArgumentNullException.ThrowIfNull(inspectors);
        var sorted = inspectors.Select(Normalize).OrderBy(static i => i.Id, ProtocolText.Order).ToArray();
        var csv = new StringBuilder(Header).Append('\n');
        for (var i = 0; i < sorted.Length; i++)
        {
            var (id, department, skills, recused) = sorted[i];
            if (i > 0 && sorted[i - 1].Id == id)
                throw new ProtocolException($"inspector {id} stands twice; keep one of the two");
            csv.Append(id).Append(',').Append(department).Append(',')
                .AppendJoin(';', skills).Append(',').AppendJoin(';', recused).Append('\n');
        }

        return new InspectorList(sorted, ProtocolText.Strict.GetBytes(csv.ToString()));
    }

    /// <summary>Reads <c>inspectors.csv</c>, refusing every byte that is not as the protocol writes it.</summary>
    /// <exception cref="ProtocolException">The file breaks a rule; the message names the line and the rule.</exception>
    public static InspectorList Parse(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var csv = new ProtocolCsvReader(new MemoryStream(file), FileName, Header);
        var items = new List<Inspector>();
        while (csv.TryReadLine(out var line))
        {
            var inspector = ParseRow(csv, line);
            if (items.Count > 0 && ProtocolText.Compare(items[^1].Id, inspector.Id) >= 0)
                throw csv.Refuse($"{inspector.Id} must stand after the id before it: rows ascend by inspector_id, none twice");
            items.Add(inspector);
        }

        return new InspectorList(items, file);
    }

    /// <summary><c>inspectorSeal = SHA256(drawKey ‖ 'I' ‖ the file's bytes)</c></summary>
    public SealedList Seal(DrawKey key) => new(Formulas.Seal(key, 'I', File.Span), Items.Count);

    private static Inspector Normalize(Inspector inspector)
    {
        RequireField(inspector, inspector.Id, "id");
        RequireField(inspector, inspector.Department, "department");
        foreach (var skill in inspector.Skills)
            RequireField(inspector, skill, "skill");
        return inspector with
        {
            Skills = [.. inspector.Skills.Distinct().Order(ProtocolText.Order)],
            Recused = [.. inspector.Recused.Distinct().Order()],
        };
    }

    private static void RequireField(Inspector inspector, string value, string what)
    {
        if (value.Length == 0)
            throw new ProtocolException($"inspector '{inspector.Id}': the {what} is empty");
        if (ProtocolText.ProblemInField(value) is { } problem)
            throw new ProtocolException($"inspector '{inspector.Id}': the {what} holds {problem}");
    }

    private static Inspector ParseRow(ProtocolCsvReader csv, ReadOnlySpan<byte> line)
    {
        Span<Range> fields = stackalloc Range[4];
        csv.Split(line, fields, Header);
        var id = csv.Field(line[fields[0]], "inspector_id");
        var department = csv.Field(line[fields[1]], "department");
        if (id.Length == 0 || department.Length == 0)
            throw csv.Refuse("inspector_id and department must not be empty");
        return new Inspector(id, department, Skills(csv, line[fields[2]]), Recused(csv, line[fields[3]]));
    }

    private static List<string> Skills(ProtocolCsvReader csv, ReadOnlySpan<byte> field)
    {
        var skills = new List<string>();
        foreach (var part in Parts(field))
        {
            var skill = csv.Field(field[part], "skills");
            if (skill.Length == 0)
                throw csv.Refuse("a skill is empty");
            if (skills.Count > 0 && ProtocolText.Compare(skills[^1], skill) >= 0)
                throw csv.Refuse($"skill '{skill}' must stand after the one before it: skills ascend, none twice");
            skills.Add(skill);
        }

        return skills;
    }

    private static List<UnifiedSocialCreditCode> Recused(ProtocolCsvReader csv, ReadOnlySpan<byte> field)
    {
        var recused = new List<UnifiedSocialCreditCode>();
        foreach (var part in Parts(field))
        {
            var code = csv.Uscc(field[part], "recused");
            if (recused.Count > 0 && code <= recused[^1])
                throw csv.Refuse($"recused {code} must stand after the code before it: codes ascend, none twice");
            recused.Add(code);
        }

        return recused;
    }

    private static List<Range> Parts(ReadOnlySpan<byte> field)
    {
        var parts = new List<Range>();
        if (field.IsEmpty)
            return parts;
        foreach (var part in field.Split((byte)';'))
            parts.Add(part);
        return parts;
    }
}
