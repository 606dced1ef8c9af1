using Azure.Data.Tables;
using Inspection.App.Outcomes;
using Inspection.App.Storage;

namespace Inspection.App.Planning;

/// <summary>The yearly plans: table <c>plans</c>, one partition, row key the id.</summary>
public sealed class PlanStore(ITableStore tables)
{
    private const string Table = "plans";
    private const string Partition = "plan";

    private readonly PublicPlans shown = new(tables);

    public async Task<YearlyPlan?> FindAsync(string id, CancellationToken cancellation = default) =>
        await tables.GetAsync(Table, Partition, TableKey.Escape(id), cancellation) is { } row ? Plan(row) : null;

    public async Task<Page<YearlyPlan>> ListAsync(int limit, string? cursor, CancellationToken cancellation = default)
    {
        var page = await tables.QueryPageAsync(Table, TableRange.Rows(Partition), limit, cursor, cancellation);
        return new Page<YearlyPlan>([.. page.Entities.Select(Plan)], page.Continuation);
    }

    public IAsyncEnumerable<YearlyPlan> AllAsync(CancellationToken cancellation = default) =>
        tables.QueryAsync(Table, TableRange.Rows(Partition), cancellation).Select(Plan);

    /// <returns>The plan with its new version, or null where the id is taken.</returns>
    public async Task<YearlyPlan?> AddAsync(YearlyPlan plan, CancellationToken cancellation = default)
    {
        var result = await tables.InsertAsync(Table, Row(plan), cancellation);
        return result.Done ? await ShowAsync(plan with { ETag = result.ETag }) : null;
    }

    /// <returns>The plan with its new version, or null where somebody changed it since it was read.</returns>
    public async Task<YearlyPlan?> ReplaceAsync(YearlyPlan plan, CancellationToken cancellation = default)
    {
        var result = await tables.ReplaceAsync(Table, Row(plan), plan.ETag, cancellation);
        return result.Done ? await ShowAsync(plan with { ETag = result.ETag }) : null;
    }

    /// <summary>Brings what everybody sees of all plans to what is stored.</summary>
    /// <returns>How many plans were not so before.</returns>
    internal Task<int> RepairPublicAsync(CancellationToken cancellation = default) => shown.RepairAsync(this, cancellation);

    // Whether or not the caller still listens: what was written is shown.
    private async Task<YearlyPlan> ShowAsync(YearlyPlan plan)
    {
        await shown.BringAsync(plan.Id, this, CancellationToken.None);
        return plan;
    }

    private static TableEntity Row(YearlyPlan plan) => new(Partition, TableKey.Escape(plan.Id))
    {
        [nameof(PlanTerms.Year)] = plan.Terms.Year,
        [nameof(PlanTerms.Title)] = plan.Terms.Title,
        [nameof(YearlyPlan.CreatedBy)] = plan.CreatedBy,
        [nameof(YearlyPlan.ApprovedBy)] = plan.ApprovedBy,
        [nameof(YearlyPlan.Terms)] = StoredJson.Write(plan.Terms),
    };

    private static YearlyPlan Plan(TableEntity row) => new()
    {
        Id = TableKey.Unescape(row.RowKey),
        Terms = StoredJson.Read<PlanTerms>(row.GetString(nameof(YearlyPlan.Terms))),
        CreatedBy = row.GetString(nameof(YearlyPlan.CreatedBy)),
        ApprovedBy = row.GetString(nameof(YearlyPlan.ApprovedBy)),
        ETag = row.ETag,
    };
}
