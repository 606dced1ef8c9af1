using System.Text;
using Inspection.App.Directory;
using Inspection.Drawing;

namespace Inspection.App.Tests.Directory;

/// <summary>Enterprises of the sample registry, as a file and as the directory holds them.</summary>
internal static class Sample
{
    public static byte[] Csv(int count, ulong seed = 1)
    {
        var sample = new SampleEnterprises(seed);
        var text = new StringWriter();
        text.Write(SampleEnterprises.Heading + "\n");
        for (var i = 0; i < count; i++)
            sample.WriteRow(text, i);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static IReadOnlyList<Enterprise> Enterprises(int count) =>
        [.. Registry.Enterprises(Csv(count), new EnterpriseReadOptions { KeepUnclassified = true }).AllGood().Rows.Select(row =>
            new Enterprise
            {
                Uscc = row.Uscc,
                Name = row.Name,
                RiskClass = row.RiskClass,
                District = row.District,
                Industry = row.Industry,
                Address = row.Address,
                Status = row.Status,
                RegisteredOn = row.RegisteredOn,
            })];

    public static Enterprise Enterprise(int number, string name, string district = "青檀区", string area = "379901")
    {
        var first17 = Encoding.ASCII.GetBytes($"91{area}{number:D9}");
        var code = Encoding.ASCII.GetString(first17) + UnifiedSocialCreditCode.CheckCharacter(first17);
        return new Enterprise { Uscc = UnifiedSocialCreditCode.Parse(code), Name = name, District = district };
    }
}
