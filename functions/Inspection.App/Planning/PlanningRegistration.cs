using Inspection.App.Demonstration;
using Inspection.App.Jobs;
using Inspection.App.Settings;

namespace Inspection.App.Planning;

internal static class PlanningRegistration
{
    public static IHostApplicationBuilder AddPlanning(this IHostApplicationBuilder builder)
    {
        builder.AddSettings<RuleOptions>();
        builder.AddLocalTime();
        builder.Services.AddSingleton<WorkingDays>();
        builder.Services.AddSingleton<PlanStore>();
        builder.Services.AddSingleton<TaskStore>();
        builder.Services.AddSingleton<PublicPlans>();
        builder.Services.AddSingleton<PublicTasks>();
        builder.Services.AddSingleton<ShowLists>();
        builder.Services.AddSingleton<IJob>(static services => services.GetRequiredService<ShowLists>());
        builder.Services.AddSingleton<VisitHistory>();
        builder.Services.AddSingleton<PlanningRules>();
        builder.Services.AddSingleton<PlanningService>();
        builder.Services.AddSingleton<TargetedEnterprises>();
        builder.Services.AddSingleton<EligibilityService>();
        builder.Services.AddSingleton<IDemonstrationPart, SamplePlan>();
        builder.Services.AddSingleton<EligibilityPreviews>();
        return builder;
    }
}
