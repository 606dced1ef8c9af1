using Microsoft.Extensions.Options;

namespace Inspection.App.Planning;

internal static class PlanningRegistration
{
    public static IHostApplicationBuilder AddPlanning(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<RuleOptions>, Validation>();
        builder.Services.AddOptions<RuleOptions>()
            .Bind(builder.Configuration.GetSection(RuleOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        builder.Services.AddSingleton<PlanStore>();
        builder.Services.AddSingleton<TaskStore>();
        builder.Services.AddSingleton<VisitHistory>();
        builder.Services.AddSingleton<PlanningService>();
        builder.Services.AddSingleton<EligibilityService>();
        return builder;
    }

    private sealed class Validation : IValidateOptions<RuleOptions>
    {
        public ValidateOptionsResult Validate(string? name, RuleOptions options)
        {
            var problems = options.Problems().ToList();
            return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
        }
    }
}
