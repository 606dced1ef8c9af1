using System.Globalization;
using Inspection.App.Planning;
using Inspection.Drawing;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Inspection.App.Pages.Console;

/// <summary>Where the randomness comes from and what becomes public when, as it is typed.</summary>
internal sealed class RandomnessForm
{
    public EntropyKind Kind { get; set; }

    public string? Witnesses { get; set; }

    public string? Digits { get; set; }

    public ListPublished ListPublished { get; set; }

    public Disclosure Disclosure { get; set; }

    public static RandomnessForm Of(TaskTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return Of(terms.Entropy, terms.ListPublished, terms.Disclosure);
    }

    public static RandomnessForm Of(TaskEntropy entropy, ListPublished published, Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(entropy);
        return new RandomnessForm
        {
            Kind = entropy.Kind,
            Witnesses = TextList.Write(entropy.Witnesses ?? []),
            Digits = (entropy.Digits ?? TaskEntropy.DefaultDigits).ToString(CultureInfo.InvariantCulture),
            ListPublished = published,
            Disclosure = disclosure,
        };
    }

    /// <summary>The entropy that was typed; members of another kind stay out.</summary>
    public TaskEntropy Read(ModelStateDictionary state, Words words)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(words);
        if (Kind != EntropyKind.Ceremony)
            return new TaskEntropy { Kind = Kind };
        if (!int.TryParse(Digits, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
            state.AddModelError("Form.Digits", words["位数要写成整数", "The number of digits is a whole number"]);
        return new TaskEntropy { Kind = Kind, Digits = digits, Witnesses = TextList.Lines(Witnesses) };
    }
}
