using Inspection.App.Directory;
using Inspection.App.Tests.Storage;
using static Inspection.App.Tests.Directory.Registry;

namespace Inspection.App.Tests.Directory;

public sealed class ImportTests : IDisposable
{
    private readonly ImportBench bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_good_file_fills_the_directory_and_is_counted()
    {
        await bench.ImportAsync("enterprises", $"uscc,name\n{Code(1)},瑞丰\n{Code(2)},恒达\n{Code(3)},嘉美\n");

        var job = await bench.ImportAsync(
            "enterprises",
            $"统一社会信用代码,企业名称,信用风险类别,登记状态,标签\n{Code(2)},恒达,,,\n{Code(3)},嘉信,B,存续,网络餐饮；学校周边\n{Code(4)},宏通,A,存续,\n");

        Assert.Equal((ImportState.Done, new ImportCounts(1, 1, 1, 1)), (job.State, job.Counts));
        Assert.Equal((2, 2, 0), (job.Processed, job.Total, job.BadRows));
        Assert.Equal(bench.Time.GetUtcNow(), job.FinishedAt);
        var changed = (await bench.Enterprises.FindAsync(new EnterpriseQuery("嘉信"), null, 10, Cancellation)).Items;
        Assert.Equal(["学校周边", "网络餐饮"], Assert.Single(changed).Tags);
        Assert.Equal(4, (await bench.RowsAsync("enterprises")).Count);
    }

    [Fact]
    public async Task The_same_file_twice_is_harmless()
    {
        var file = Sample.Csv(500);
        await bench.ImportAsync("enterprises", file);
        var before = await bench.RowsAsync("enterprises");
        var job = await bench.ImportAsync("enterprises", file);

        Assert.Equal((ImportState.Done, new ImportCounts(0, 0, 500, 0)), (job.State, job.Counts));
        Assert.Equal(before, await bench.RowsAsync("enterprises"));
    }

    [Fact]
    public async Task Bad_rows_come_back_in_the_columns_of_the_file_and_nothing_is_written()
    {
        var job = await bench.ImportAsync(
            "enterprises",
            $"企业名称,统一社会信用代码,备注,信用风险类别,成立日期\n好,{Code(1)},a,A,\n瑞丰,{Code(2)[..17]}!,b,B,2020-13-01\n恒达,{Code(1)},=1+1,C,\n");

        Assert.Equal((ImportState.Rejected, 2), (job.State, job.BadRows));
        Assert.Empty(await bench.RowsAsync("enterprises"));
        var lines = (await bench.ErrorsAsync(job)).Split("\r\n");
        Assert.Equal("企业名称,统一社会信用代码,备注,信用风险类别,成立日期,错误信息", lines[0]);
        Assert.StartsWith($"瑞丰,{Code(2)[..17]}!,b,B,2020-13-01,", lines[1], StringComparison.Ordinal);
        Assert.Contains("统一社会信用代码: ", lines[1], StringComparison.Ordinal);
        Assert.Contains("成立日期: ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith($"恒达,{Code(1)},'=1+1,C,,", lines[2], StringComparison.Ordinal);
        Assert.Equal(["", ""], [lines[3], string.Concat(lines.Skip(4))]);
    }

    [Fact]
    public async Task Bad_rows_mended_in_the_file_that_came_back_pass_and_bad_ones_come_back_with_one_column_still()
    {
        var job = await bench.ImportAsync("enterprises", $"uscc,name\n{Code(1)[..17]},瑞丰\n{Code(2)[..17]},恒达\n");
        var returned = await bench.ErrorsAsync(job);
        var again = await bench.ImportAsync("enterprises", returned.Replace($"{Code(1)[..17]},", $"{Code(1)},", StringComparison.Ordinal));

        Assert.Equal(1, again.BadRows);
        Assert.Equal("uscc,name,错误信息", (await bench.ErrorsAsync(again)).Split("\r\n")[0].TrimStart('\uFEFF'));
        var mended = (await bench.ErrorsAsync(again)).Replace($"{Code(2)[..17]},", $"{Code(2)},", StringComparison.Ordinal);
        Assert.Equal(ImportState.Done, (await bench.ImportAsync("enterprises", mended)).State);
    }

    [Fact]
    public async Task Rows_of_wrong_form_and_texts_too_long_come_back_too()
    {
        var job = await bench.ImportAsync(
            "enterprises",
            $"uscc,name\n{Code(1)},\"a\"b\n{Code(2)}\n{Code(3)},{new string('长', 201)}\n{Code(4)},好\n");

        Assert.Equal(3, job.BadRows);
        Assert.Equal(4, (await bench.ErrorsAsync(job)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Empty(await bench.RowsAsync("enterprises"));
    }

    [Fact]
    public async Task A_dry_run_counts_and_writes_nothing()
    {
        var job = await bench.ImportAsync("enterprises", Sample.Csv(50), dryRun: true);

        Assert.Equal((ImportState.Checked, new ImportCounts(50, 0, 0, 0)), (job.State, job.Counts));
        Assert.Empty(await bench.RowsAsync("enterprises"));
        Assert.Empty(await bench.Enterprises.DistrictsAsync(Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("name\n瑞丰\n")]
    [InlineData("%PDF-1.7")]
    public async Task A_file_that_is_none_is_called_so(string text)
    {
        var job = await bench.ImportAsync("enterprises", text);

        Assert.Equal(ImportState.Unreadable, job.State);
        Assert.StartsWith($"{FileName}: ", job.Problem, StringComparison.Ordinal);
        Assert.True(job.IsFinished);
    }

    [Fact]
    public async Task A_workbook_is_taken_as_well()
    {
        var job = await bench.ImportAsync("enterprises", Registry.Workbook(["uscc", "name", "标签"], [Code(1), "瑞丰", "甲;乙"]));

        Assert.Equal(ImportState.Done, job.State);
        Assert.Equal(["甲", "乙"], (await bench.Enterprises.ListAsync(Cancellation).FirstAsync(Cancellation)).Tags.OrderDescending());
    }

    [Fact]
    public async Task An_import_that_is_cut_off_anywhere_is_finished_by_the_next_process()
    {
        using var whole = new ImportBench();
        var file = Sample.Csv(300);
        await whole.ImportAsync("enterprises", file);
        var (total, expected) = (whole.Tables.Writes, await whole.RowsAsync("enterprises"));

        // From the first write of the work itself, after the two that took the file in, to the one that ends the import;
        // behind it only the lease is given back.
        for (var cut = 3; cut < total - 1; cut += Math.Max(1, total / 12))
        {
            using var cutOff = new ImportBench();
            var job = (await cutOff.AcceptAsync("enterprises", file)).Value;
            cutOff.Tables.WritesAllowed = cut;
            await Assert.ThrowsAsync<IOException>(() => cutOff.Runner.RunAsync(job, Cancellation));
            Assert.False((await cutOff.ReadAsync(job)).IsFinished);

            cutOff.Tables.WritesAllowed = -1;
            cutOff.Time.Advance(TimeSpan.FromMinutes(1));
            await cutOff.Resume.RunAsync(Cancellation);

            var done = await cutOff.ReadAsync(job);
            Assert.Equal((ImportState.Done, 300, 300), (done.State, done.Processed, done.Total));
            Assert.Equal(new ImportCounts(300, 0, 0, 0), done.Counts);
            Assert.Equal(expected, await cutOff.RowsAsync("enterprises"));
            Assert.Equal(await FoundAsync(whole, "有限"), await FoundAsync(cutOff, "有限"));
        }
    }

    [Fact]
    public async Task An_import_that_fails_again_and_again_is_given_up_and_frees_its_directory()
    {
        var job = (await bench.AcceptAsync("items", "code,name\nA,x\n"u8.ToArray())).Value;
        for (var attempt = 0; attempt < 10; attempt++)
        {
            bench.Time.Advance(TimeSpan.FromMinutes(1));
            bench.Tables.WritesAllowed = bench.Tables.Writes + 2;
            await Assert.ThrowsAsync<IOException>(() => bench.Resume.RunAsync(Cancellation));
            bench.Tables.WritesAllowed = -1;
        }

        bench.Time.Advance(TimeSpan.FromMinutes(1));
        await bench.Resume.RunAsync(Cancellation);

        Assert.Equal(ImportState.Failed, (await bench.ReadAsync(job)).State);
        Assert.Equal(ImportState.Done, (await bench.ImportAsync("items", "code,name\nA,x\n")).State);
    }

    [Fact]
    public async Task A_second_import_of_a_directory_is_refused_while_the_first_is_at_work_and_others_are_not()
    {
        var first = (await bench.AcceptAsync("enterprises", Sample.Csv(5))).Value;

        Assert.True((await bench.AcceptAsync("enterprises", Sample.Csv(5))).IsRefused(out var refusal));
        Assert.Equal("import-running", refusal.Rule);
        Assert.Contains(first.Id, refusal.Detail, StringComparison.Ordinal);
        Assert.False((await bench.AcceptAsync("items", Sample.Csv(5))).IsRefused(out _));
        await bench.Runner.RunAsync(first, Cancellation);
        Assert.False((await bench.AcceptAsync("enterprises", Sample.Csv(5))).IsRefused(out _));
    }

    [Fact]
    public async Task Of_many_imports_at_once_one_is_taken()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(
            i => Task.Run(() => bench.AcceptAsync("enterprises", Sample.Csv(i + 1)), Cancellation)));

        Assert.Single(outcomes, outcome => !outcome.IsRefused(out _));
        Assert.All(
            outcomes.Where(outcome => outcome.IsRefused(out _)), outcome => Assert.Equal("import-running", outcome.Refusal!.Rule));
    }

    [Fact]
    public async Task Two_processes_at_one_import_do_it_once()
    {
        var job = (await bench.AcceptAsync("enterprises", Sample.Csv(2000))).Value;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => bench.Runner.RunAsync(job, Cancellation), Cancellation)));

        var done = await bench.ReadAsync(job);
        Assert.Equal((ImportState.Done, 2000, 1), (done.State, done.Processed, done.Attempts));
    }

    [Fact]
    public async Task An_export_imported_elsewhere_gives_the_same_directory()
    {
        await bench.ImportAsync("enterprises", Sample.Csv(200));
        await bench.ImportAsync(
            "enterprises",
            $"uscc,name,address,tags\n{Code(1)},=SUM(A1),-1号,\n{Code(2)},''=x,\"a,\"\"b\"\"\",甲\n{Code(3)},'瑞丰',@,+乙\n");
        await bench.ImportAsync(
            "inspectors", $"inspector_id,name,department,skills,certificate_expires,recused\n鲁D-1,王伟,区局,食品;药品,长期,{Code(1)};{Code(2)}\n2,李,区局,,2030-01-31,\n");
        await new StarterCatalogue(bench.Items).LoadAsync(Cancellation);
        using var elsewhere = new ImportBench();

        foreach (var directory in (string[])["enterprises", "inspectors", "items"])
        {
            Assert.Equal(ImportState.Done, (await elsewhere.ImportAsync(directory, await bench.ExportAsync(directory))).State);
            Assert.Equal(await bench.ExportAsync(directory), await elsewhere.ExportAsync(directory));
        }

        Assert.Contains("=SUM(A1)", await elsewhere.Enterprises.ListAsync(Cancellation).Select(one => one.Name).ToListAsync(Cancellation));
        Assert.Contains("'=x", await elsewhere.Enterprises.ListAsync(Cancellation).Select(one => one.Name).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Recusals_of_a_file_count_as_confirmed_and_leave_those_that_people_declared()
    {
        var declared = new Recusal(UsccOf(1), "配偶任职", "li.si", bench.Time.GetUtcNow(), null, null);
        await bench.ImportAsync("inspectors", "inspector_id,department,certificate_expires\n1,区局,长期\n");
        await bench.Inspectors.AddRecusalAsync("1", declared, Cancellation);
        await bench.ImportAsync("inspectors", $"inspector_id,department,certificate_expires,recused\n1,区局,长期,{Code(1)};{Code(2)}\n");

        var inspector = (await bench.Inspectors.GetAsync("1", Cancellation))!;
        Assert.Equal(declared, inspector.Recusals[0]);
        Assert.Equal((InspectorFiles.ImportedGrounds, RecusalState.Confirmed), (inspector.Recusals[1].Grounds, inspector.Recusals[1].State));
        Assert.Equal([UsccOf(2)], inspector.Recused);
    }

    [Theory]
    [InlineData("code,name\na/b,x\n")]
    [InlineData("code,name\ntemplate,x\n")]
    [InlineData("code,name\nA,\n")]
    [InlineData("code,name,category\nA,x,其他\n")]
    [InlineData("code,name,published\nA,x,maybe\n")]
    [InlineData("code,name\nA,x\nA,y\n")]
    public async Task Bad_items_are_rejected(string text) =>
        Assert.Equal((ImportState.Rejected, 1), (await bench.ImportAsync("items", text)) is var job ? (job.State, job.BadRows) : default);

    [Fact]
    public async Task The_example_of_every_template_can_be_imported()
    {
        foreach (var files in bench.Files)
        {
            var text = $"{SpreadsheetCsv.Line(DirectoryRows.Headings(files.Columns))}\r\n{SpreadsheetCsv.Line(files.Example)}\r\n";
            var job = await bench.ImportAsync(files.Directory, text);

            Assert.Equal((ImportState.Done, new ImportCounts(1, 0, 0, 0)), (job.State, job.Counts));
            Assert.Equal([SpreadsheetCsv.Line(files.Example)], await bench.RowsAsync(files.Directory));
        }
    }

    [Fact]
    public async Task An_import_whose_process_is_killed_is_finished_by_the_next()
    {
        using var folder = new TemporaryFolder();
        var id = await ImportProcess.KillAtWorkAsync(folder.Path, Cancellation);
        using var next = new ImportBench(folder, new ShiftedTime(TimeSpan.FromMinutes(1)));
        Assert.Equal(ImportState.Writing, (await next.Imports.GetAsync(id, Cancellation))!.State);
        await next.Resume.RunAsync(Cancellation);

        var job = (await next.Imports.GetAsync(id, Cancellation))!;
        Assert.Equal((ImportState.Done, ImportProcess.Rows, ImportProcess.Rows), (job.State, job.Processed, job.Total));
        Assert.Equal(ImportProcess.Rows, await next.Enterprises.ScanAsync(cancellation: Cancellation).CountAsync(Cancellation));
    }

    private static Inspection.Drawing.UnifiedSocialCreditCode UsccOf(int number) =>
        Inspection.Drawing.UnifiedSocialCreditCode.Parse(Code(number));

    private static async Task<int> FoundAsync(ImportBench bench, string text) =>
        (await bench.Enterprises.FindAsync(new EnterpriseQuery(text), null, 1000, Cancellation)).Items.Count;
}
