using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScoreGen.Generator.Tests;

/// <summary>A user's project as the compiler sees it, at its strictest settings.</summary>
internal static class UserProject
{
    /// <summary>What every sample file starts with.</summary>
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using ScoreGen;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        """;

    public static CSharpParseOptions Newest { get; } = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    public static CSharpParseOptions CSharp9 { get; } = Newest.WithLanguageVersion(LanguageVersion.CSharp9);

    /// <summary>Which framework a reference was built for; every SDK project leaves these out.</summary>
    private static Dictionary<string, ReportDiagnostic> UnificationNotes { get; } = new()
    {
        ["CS1701"] = ReportDiagnostic.Suppress,
        ["CS1702"] = ReportDiagnostic.Suppress,
    };

    public static CSharpCompilationOptions Options { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        concurrentBuild: false,
        warningLevel: 9999,
        allowUnsafe: true,
        nullableContextOptions: NullableContextOptions.Enable,
        specificDiagnosticOptions: UnificationNotes);

    public static IReadOnlyList<MetadataReference> Framework { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) == "netstandard.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static MetadataReference Attributes { get; } = MetadataReference.CreateFromFile(typeof(ScoreDepthAttribute).Assembly.Location);

    public static MetadataReference Torch { get; } = MetadataReference.CreateFromFile(typeof(TorchSharp.torch).Assembly.Location);

    /// <summary>No source yet; every other compilation starts from this one, so that the references are read once.</summary>
    private static CSharpCompilation Empty { get; } = CSharpCompilation.Create("User", options: Options, references: [.. Framework, Attributes, Torch]);

    public static SyntaxTree Parse(string source, string path = "User.cs", CSharpParseOptions? options = null)
        => CSharpSyntaxTree.ParseText(source, options ?? Newest, path);

    public static CSharpCompilation Compile(params SyntaxTree[] trees) => Empty.AddSyntaxTrees(trees);

    public static CSharpCompilation Compile(string source, CSharpParseOptions? options = null) => Compile(Parse(source, options: options));

    /// <summary>A class body in a file with the usual namespaces.</summary>
    public static CSharpCompilation WithUsings(string source, CSharpParseOptions? options = null) => Compile(Usings + source, options);
}
