using System.Globalization;
using Inspection.App.Results;

namespace Inspection.App.Pages.Console;

/// <summary>Two texts of a result beside each other, field by field as the form has them.</summary>
internal static class TermsRows
{
    /// <param name="one">The one, such as what is stored.</param>
    /// <param name="other">The other, such as what was typed.</param>
    /// <param name="nameOf">The name of an item by its code.</param>
    /// <param name="words">The reader's language.</param>
    public static IReadOnlyList<ConflictRow> Of(ResultTerms one, ResultTerms other, Func<string, string> nameOf, Words words)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        ConflictRow Row(string label, Func<ResultTerms, string> text) => new(label, text(one), text(other));
        var codes = other.Items.Concat(one.Items).Select(static item => item.ItemCode).Distinct();
        return
        [
            Row(words["检查日期", "Inspected on"], static terms => terms.InspectedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            Row(words["检查方式", "Method"], terms => words.Of(terms.Method)),
            .. codes.SelectMany(code => OfItem(nameOf(code), Find(one, code), Find(other, code), words)),
            Row(words["备注", "Notes"], static terms => terms.Notes),
        ];
    }

    private static ConflictRow[] OfItem(string name, ItemResult? one, ItemResult? other, Words words)
    {
        ConflictRow Row(string label, Func<ItemResult?, string> text) => new($"{name} · {label}", text(one), text(other));
        return
        [
            Row(words["检查结果", "Finding"], item => CodeOf(item, words)),
            Row(words["后续处置", "Disposal"], item => item is { Checked: true } ? words.Of(item.Disposal) : ""),
            Row(words["检查发现", "What was found"], static item => item?.Finding ?? ""),
            Row(words["依据", "Legal basis"], static item => item?.LegalBasis ?? ""),
        ];
    }

    private static string CodeOf(ItemResult? item, Words words) => item switch
    {
        null => "",
        { Checked: false } => words["未检查", "Not checked"],
        { Code: { } code } => words.Of(code),
        _ => words["未填写", "Not filled in"],
    };

    private static ItemResult? Find(ResultTerms terms, string code) => terms.Items.FirstOrDefault(item => item.ItemCode == code);
}
