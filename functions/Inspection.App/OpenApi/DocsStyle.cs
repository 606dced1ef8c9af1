namespace Inspection.App.OpenApi;

/// <summary>The style of the docs page; a file of its own, since the content security policy allows no style inside a page.</summary>
internal static class DocsStyle
{
    public const string Text = """
        :root { color-scheme: light dark; background: light-dark(#fff, #15181c); color: light-dark(#1b1b1b, #e8e8e8); }
        body { font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; }
        code, .method { font-family: ui-monospace, Consolas, monospace; }
        h3 { border-top: 1px solid; margin-top: 2rem; padding-top: 1rem; overflow-wrap: anywhere; }
        .method { display: inline-block; min-width: 4rem; }
        a { color: light-dark(#0645ad, #8cb4ff); }
        table { border-collapse: collapse; overflow-wrap: anywhere; }
        th, td { border: 1px solid; padding: .25rem .5rem; text-align: left; vertical-align: top; }
        nav ul { columns: 16rem; list-style: none; padding: 0; }
        """;
}
