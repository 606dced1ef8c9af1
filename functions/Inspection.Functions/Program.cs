using Inspection.App.Hosting;
using Inspection.Functions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.AddInspection();
builder.Services.AddSingleton<InspectionPipeline>();
// The Functions host sets these three on every request that it hands to the worker, over whatever the client sent.
builder.Services.PostConfigure<ForwardedHeadersOptions>(options => options.ForwardedHeaders =
    ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost);
builder.Build().Run();
