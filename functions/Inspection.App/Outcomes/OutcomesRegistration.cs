using Inspection.App.Settings;

namespace Inspection.App.Outcomes;

internal static class OutcomesRegistration
{
    /// <summary>Adds what answers have in common.</summary>
    public static IHostApplicationBuilder AddOutcomes(this IHostApplicationBuilder builder)
    {
        builder.AddSettings<AnswerOptions>();
        builder.Services.AddSingleton(typeof(LongWork<>));
        builder.Services.AddPublicCors();
        return builder;
    }
}
