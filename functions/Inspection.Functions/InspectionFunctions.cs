using Inspection.App.Draws;
using Inspection.App.Jobs;
using Inspection.App.Ledger.Stamps;
using Inspection.App.Oversight;
using Inspection.App.Planning;
using Inspection.App.Publication;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Inspection.Functions;

/// <summary>Every request goes to the app, and the time of every job wakes the app's calendar.</summary>
public sealed class InspectionFunctions(InspectionPipeline site, JobTimers jobs)
{
    [Function("Site")]
    public Task Site([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request) =>
        site.RunAsync(request.HttpContext);

    [Function("MonthlyDraw")]
    public Task Draw([TimerTrigger(MonthlyDraw.Cron)] TimerInfo timer, FunctionContext context) =>
        jobs.RunDueAsync(context.CancellationToken);

    [Function("AdvanceDraws")]
    public Task Advance([TimerTrigger(AdvanceDraws.Cron)] TimerInfo timer, FunctionContext context) =>
        jobs.RunDueAsync(context.CancellationToken);

    [Function("ShowLists")]
    public Task Show([TimerTrigger(ShowLists.Cron)] TimerInfo timer, FunctionContext context) =>
        jobs.RunDueAsync(context.CancellationToken);

    [Function("PublishDue")]
    public Task Publish([TimerTrigger(PublishDue.Cron)] TimerInfo timer, FunctionContext context) =>
        jobs.RunDueAsync(context.CancellationToken);

    [Function("WatchDeadlines")]
    public Task Watch([TimerTrigger(WatchDeadlines.Cron)] TimerInfo timer, FunctionContext context) =>
        jobs.RunDueAsync(context.CancellationToken);

    [Function("Oversee")]
    public Task OverseeAll([TimerTrigger(Oversee.Cron)] TimerInfo timer, FunctionContext context) =>
        jobs.RunDueAsync(context.CancellationToken);

    [Function("StampHead")]
    public Task Stamp([TimerTrigger(StampHead.Cron)] TimerInfo timer, FunctionContext context) =>
        jobs.RunDueAsync(context.CancellationToken);
}
