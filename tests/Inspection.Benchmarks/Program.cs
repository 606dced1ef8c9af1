using BenchmarkDotNet.Running;
using Inspection.Benchmarks;

if (args is ["load", .. var options])
    return await LoadProgram.RunAsync(options);

BenchmarkSwitcher.FromAssembly(typeof(BenchmarkConfig).Assembly).Run(args, BenchmarkConfig.Create());
return 0;
