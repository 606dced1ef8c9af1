using Inspection.App.Hosting;
using Inspection.App.Languages;

namespace Inspection.App.Tests.Languages;

public sealed class LabelTests
{
    [Fact]
    public void An_enum_that_people_read_has_a_label_in_both_languages_for_every_member()
    {
        var read = typeof(InspectionHost).Assembly.GetTypes()
            .Where(type => type.IsEnum && type.GetFields().Any(field => field.IsDefined(typeof(LabelAttribute), inherit: false)))
            .ToList();

        Assert.NotEmpty(read);
        foreach (var member in read.SelectMany(type => Enum.GetValues(type).Cast<Enum>()))
        {
            Assert.NotEmpty(member.Label(Language.Chinese));
            Assert.NotEmpty(member.Label(Language.English));
        }
    }
}
