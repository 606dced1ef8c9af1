using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Inspection.App.Tests.Functions;

/// <summary>The sources of the Azure Functions adapter, compiled against the app.</summary>
internal sealed class AdapterSources
{
    private const string Program = "Program.cs";
    private const string Pipeline = "InspectionPipeline.cs";
    private const string Functions = "InspectionFunctions.cs";

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // With these a program decides something; the adapter only hands on.
    private static readonly HashSet<SyntaxKind> Decisions =
    [
        SyntaxKind.IfStatement, SyntaxKind.SwitchStatement, SyntaxKind.SwitchExpression, SyntaxKind.ConditionalExpression,
        SyntaxKind.CoalesceExpression, SyntaxKind.CoalesceAssignmentExpression, SyntaxKind.ConditionalAccessExpression,
        SyntaxKind.ForStatement, SyntaxKind.ForEachStatement, SyntaxKind.ForEachVariableStatement, SyntaxKind.WhileStatement,
        SyntaxKind.DoStatement, SyntaxKind.GotoStatement, SyntaxKind.CatchClause, SyntaxKind.ThrowStatement,
        SyntaxKind.ThrowExpression, SyntaxKind.IsExpression, SyntaxKind.IsPatternExpression, SyntaxKind.LogicalAndExpression,
        SyntaxKind.LogicalOrExpression, SyntaxKind.LocalFunctionStatement, SyntaxKind.QueryExpression, SyntaxKind.LockStatement,
    ];

    private readonly Dictionary<string, SyntaxTree> trees;
    private readonly CSharpCompilation compilation;

    public AdapterSources(IReadOnlyDictionary<string, string> files)
    {
        trees = files.ToDictionary(file => file.Key, file => CSharpSyntaxTree.ParseText(file.Value, path: file.Key));
        compilation = CSharpCompilation.Create(
            "Inspection.Functions",
            [.. trees.Values, CSharpSyntaxTree.ParseText(ImplicitUsings), CSharpSyntaxTree.ParseText(WorkerStubs.Source)],
            References(),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication));
    }

    public static string Folder { get; } = Path.Combine(Repository.Folder, "functions", "Inspection.Functions");

    /// <summary>Every source file of the adapter, by its path in the adapter's folder.</summary>
    public static Dictionary<string, string> Read() => System.IO.Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
        .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
        .ToDictionary(file => file, file => File.ReadAllText(Path.Combine(Folder, file)));

    /// <summary>What the compiler refuses.</summary>
    public IEnumerable<string> Errors => compilation.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString());

    /// <summary>The functions that a timer starts, each with its schedule.</summary>
    public IReadOnlyDictionary<string, string> Timers => Methods()
        .Where(method => Trigger(method, "TimerTriggerAttribute") is not null)
        .ToDictionary(NameOf, method => Text(Trigger(method, "TimerTriggerAttribute")!));

    /// <summary>The addresses that a request starts a function at.</summary>
    public IEnumerable<string?> Routes => Methods().Select(method => Trigger(method, "HttpTriggerAttribute")).OfType<AttributeData>()
        .Select(trigger => trigger.NamedArguments.SingleOrDefault(argument => argument.Key == "Route").Value.Value as string);

    /// <summary>What is in the sources and not in the adapter's shape.</summary>
    public IEnumerable<string> BeyondTheShape =>
    [
        .. trees.Keys.Except([Program, Pipeline, Functions]).Select(file => $"{file} is one file too many"),
        .. trees.SelectMany(tree => tree.Value.GetRoot().DescendantNodes()
            .Where(node => Decisions.Contains(node.Kind())).Select(node => $"{tree.Key}: {node.Kind()}: {node}")),
        .. Nodes<TypeDeclarationSyntax>().Select(type => type.Identifier.Text).Except(["InspectionPipeline", "InspectionFunctions"])
            .Select(type => $"type {type} belongs into the app"),
        .. Nodes<MethodDeclarationSyntax>().Where(method => !IsInPipeline(method) && !HandsOn(method))
            .Select(method => $"{method.Identifier} does more than hand on to the app"),
        .. Nodes<MethodDeclarationSyntax>().Where(IsInPipeline).Skip(1).Select(method => $"{method.Identifier} is a second method"),
        .. Nodes<AnonymousFunctionExpressionSyntax>().Where(lambda => lambda.Body is not AssignmentExpressionSyntax)
            .Select(lambda => $"'{lambda}' does more than set an option"),
    ];

    private static IEnumerable<PortableExecutableReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Select(path => MetadataReference.CreateFromFile(path));

    private static bool IsInPipeline(MethodDeclarationSyntax method) => method.SyntaxTree.FilePath == Pipeline;

    /// <summary>One call on what the class was given, with parts of the method's own parameters.</summary>
    private static bool HandsOn(MethodDeclarationSyntax method) =>
        method.ExpressionBody?.Expression is InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax },
        } call
        && call.ArgumentList.Arguments.All(argument =>
            argument.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax });

    private static AttributeData? Trigger(IMethodSymbol method, string attribute) =>
        method.Parameters.SelectMany(parameter => parameter.GetAttributes())
            .SingleOrDefault(data => data.AttributeClass!.Name == attribute);

    private static string NameOf(IMethodSymbol method) =>
        Text(method.GetAttributes().Single(attribute => attribute.AttributeClass!.Name == "FunctionAttribute"));

    private static string Text(AttributeData attribute) => (string)attribute.ConstructorArguments[0].Value!;

    private IEnumerable<IMethodSymbol> Methods() => Nodes<MethodDeclarationSyntax>()
        .Select(method => compilation.GetSemanticModel(method.SyntaxTree).GetDeclaredSymbol(method)).OfType<IMethodSymbol>();

    private IEnumerable<T> Nodes<T>()
        where T : SyntaxNode => trees.Values.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<T>());
}
