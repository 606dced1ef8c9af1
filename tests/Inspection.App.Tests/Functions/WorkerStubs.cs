namespace Inspection.App.Tests.Functions;

/// <summary>
/// The members of the Functions worker that the adapter uses, as its packages declare them, so that the adapter compiles
/// where they are not to be had. That they really are so, the build of the adapter itself shows.
/// </summary>
internal static class WorkerStubs
{
    public const string Source = """
        namespace Microsoft.Azure.Functions.Worker
        {
            public enum AuthorizationLevel { Anonymous, User, Function, System, Admin }

            public sealed class FunctionAttribute(string name) : Attribute
            {
                public string Name => name;
            }

            public sealed class HttpTriggerAttribute(AuthorizationLevel level, params string[] methods) : Attribute
            {
                public AuthorizationLevel AuthLevel => level;
                public string[] Methods => methods;
                public string Route { get; set; }
            }

            public sealed class TimerTriggerAttribute(string schedule) : Attribute
            {
                public string Schedule => schedule;
            }

            public class TimerInfo;

            public abstract class FunctionContext
            {
                public abstract CancellationToken CancellationToken { get; }
            }
        }

        namespace Microsoft.Azure.Functions.Worker.Builder
        {
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Diagnostics.Metrics;
            using Microsoft.Extensions.Hosting;
            using Microsoft.Extensions.Logging;

            public static class FunctionsApplication
            {
                public static FunctionsApplicationBuilder CreateBuilder(string[] args) => throw new NotSupportedException();
            }

            public abstract class FunctionsApplicationBuilder : IHostApplicationBuilder
            {
                public abstract IDictionary<object, object> Properties { get; }
                public abstract IConfigurationManager Configuration { get; }
                public abstract IHostEnvironment Environment { get; }
                public abstract ILoggingBuilder Logging { get; }
                public abstract IMetricsBuilder Metrics { get; }
                public abstract IServiceCollection Services { get; }
                public abstract void ConfigureContainer<T>(IServiceProviderFactory<T> factory, Action<T> configure);
                public abstract IHost Build();
                public FunctionsApplicationBuilder ConfigureFunctionsWebApplication() => this;
            }
        }
        """;
}
