namespace Inspection.App.Directory;

/// <summary>
/// The registration status (登记状态) of an enterprise. One that carries on business can be drawn: 存续, 在营, 开业, 在册,
/// no status at all, or several of these words together, as in 存续（在营、开业、在册） or 在营（开业）企业.
/// </summary>
public static class RegistrationStatus
{
    private static readonly string[] Drawable = ["存续", "在营", "开业", "在册"];

    /// <summary>Whether an enterprise of this status can be drawn.</summary>
    public static bool IsDrawable(string status)
    {
        ArgumentNullException.ThrowIfNull(status);
        var words = 0;
        foreach (var range in status.AsSpan().SplitAny("（）()、,，/ "))
        {
            var word = status.AsSpan()[range];
            if (word.IsEmpty || word is "企业")
                continue;
            if (!IsDrawableWord(word))
                return false;
            words++;
        }

        return words > 0 || status.Length == 0;
    }

    private static bool IsDrawableWord(ReadOnlySpan<char> word)
    {
        foreach (var drawable in Drawable)
        {
            if (word.SequenceEqual(drawable))
                return true;
        }

        return false;
    }
}
