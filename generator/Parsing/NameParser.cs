using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>Settles the names of the emitted members against those that the user has.</summary>
internal static class NameParser
{
    /// <summary>The property of SCORE006 that says that forward can become the block: it is an ordinary one, and there is no other.</summary>
    public const string CanBecomeBlock = nameof(CanBecomeBlock);

    /// <summary>What the private names begin with.</summary>
    private static readonly string[] Ours = ["Coefficients", "Evaluate", "Advance", "StepSize", "StageWeights", "Field", "Map", "ForwardToExit", "Checkpointed"];

    /// <summary>The private names where none of them is taken.</summary>
    private static readonly EmittedNames Unhindered = PrivateNames([]);

    /// <summary>Reports the public names that the user's own code has taken.</summary>
    public static void Parse(DepthParse parse)
    {
        CheckForward(parse);
        CheckCompanions(parse);
    }

    public static EmittedNames Allocate(DepthParse parse, Compilation compilation, CancellationToken cancellation)
    {
        var taken = TakenNames(parse, cancellation);
        return (taken.Count == 0 ? Unhindered : PrivateNames(taken)) with
        {
            Companions = parse.Companions.Select(new Hiding(parse, compilation).Companion).ToEquatableArray(),
            Omitted = parse.Omitted.ToEquatableArray(),
        };
    }

    private static EmittedNames PrivateNames(HashSet<string> taken) => new(
        FreeNames.TakePrefix("Coefficients", taken),
        FreeNames.TakePrefix("Evaluate", taken),
        FreeNames.Take("Advance", taken),
        FreeNames.Take("AdvanceWithEnergy", taken),
        FreeNames.Take("AdvanceBy", taken),
        FreeNames.Take("AdvanceChosen", taken),
        FreeNames.Take("AdvanceChosenBy", taken),
        FreeNames.Take("StepSize", taken),
        FreeNames.Take("StageWeights", taken),
        FreeNames.TakePrefix("Field", taken),
        FreeNames.Take("Map", taken),
        FreeNames.Take("ForwardToExit", taken),
        FreeNames.Take("Checkpointed", taken),
        FreeNames.Take("CheckpointedWithEnergy", taken),
        FreeNames.Take("CheckpointedBy", taken),
        EquatableArray<Companion>.Empty,
        EquatableArray<string>.Empty);

    private static void CheckForward(DepthParse parse)
    {
        var byHand = parse.Type.GetMembers(EmittedNames.Forward).FirstOrDefault(member => member is not IMethodSymbol method || IsForward(method, parse));
        if (byHand is not null)
        {
            parse.Omitted.Add(EmittedNames.Forward);
            var properties = IsBlockToBe(byHand, parse) ? ImmutableDictionary<string, string?>.Empty.Add(CanBecomeBlock, "") : ImmutableDictionary<string, string?>.Empty;
            parse.Report(Descriptors.ForwardByHand, BlockParser.Location(byHand), properties, parse.Type.Name);
        }
        else if (SealedForward(parse) is { } inherited)
        {
            parse.Omitted.Add(EmittedNames.Forward);
            parse.Report(Descriptors.ForwardByHand, TypeShell.NameLocation(parse.Type), inherited.ContainingType.Name);
        }
    }

    /// <summary>A forward of a base class that cannot be overridden; that of the module's own base is abstract.</summary>
    private static IMethodSymbol? SealedForward(DepthParse parse)
    {
        var root = TorchTypes.ModuleBase(parse.Type);
        for (var current = parse.Type.BaseType; current is not null && !SymbolEqualityComparer.Default.Equals(current, root); current = current.BaseType)
        {
            if (current.GetMembers(EmittedNames.Forward).OfType<IMethodSymbol>().FirstOrDefault(method => IsForward(method, parse)) is { } forward)
            {
                return forward.IsSealed ? forward : null;
            }
        }

        return null;
    }

    private static bool IsBlockToBe(ISymbol forward, DepthParse parse)
        => parse.Module is not null
            && !parse.Findings.Any(finding => finding.Descriptor == Descriptors.SeveralBlocks || finding.Descriptor == Descriptors.BlockSignature)
            && forward is IMethodSymbol { IsStatic: false, IsAsync: false, IsGenericMethod: false, ReturnsByRef: false, ReturnsByRefReadonly: false } method
            && method.Parameters.All(parameter => parameter.RefKind == RefKind.None)
            && TorchTypes.IsTensorOrDerived(method.ReturnType)
            && parse.Members.All(member => SymbolEqualityComparer.Default.Equals(member.Symbol, method))
            && parse.Type.GetMembers(BlockParser.DefaultName).IsEmpty
            && parse.Type.Name != BlockParser.DefaultName;

    private static bool IsForward(IMethodSymbol method, DepthParse parse)
    {
        var inputs = TorchTypes.ModuleBase(parse.Type)?.TypeArguments;
        return method.Arity == 0
            && inputs?.Length == method.Parameters.Length + 1
            && method.Parameters.Select((parameter, i) => SymbolEqualityComparer.Default.Equals(parameter.Type, inputs.Value[i])).All(same => same);
    }

    private static void CheckCompanions(DepthParse parse)
    {
        foreach (var name in parse.Companions)
        {
            var member = parse.Type.GetMembers(name).FirstOrDefault();
            var typeParameter = parse.Type.TypeParameters.FirstOrDefault(parameter => parameter.Name == name);
            if (member is not null || typeParameter is not null)
            {
                parse.Omitted.Add(name);
                parse.Report(Descriptors.NameTaken, BlockParser.Location(member ?? typeParameter!), name, parse.Type.Name);
            }
        }

        if (parse.Companions.Append(EmittedNames.Forward).Contains(parse.Type.Name))
        {
            parse.Omitted.Add(parse.Type.Name);
            parse.Report(Descriptors.NameTaken, TypeShell.NameLocation(parse.Type), parse.Type.Name, parse.Type.Name);
        }
    }

    /// <summary>
    /// Every name that a private member of ours must not have: those of inherited members, which it would hide, and every identifier in the
    /// class, because it may mean something from outside that the member would hide. Those that cannot be one of ours are left out.
    /// </summary>
    private static HashSet<string> TakenNames(DepthParse parse, CancellationToken cancellation)
    {
        var taken = new HashSet<string>();
        Take(parse.Signature.Parameters.Select(parameter => parameter.Name));
        for (var current = parse.Type.BaseType; current is not null; current = current.BaseType)
        {
            Take(current.OriginalDefinition.MemberNames);
        }

        for (var current = parse.Type.ContainingType; current is not null; current = current.ContainingType)
        {
            Take(current.TypeParameters.Select(parameter => parameter.Name));
        }

        foreach (var part in parse.Type.DeclaringSyntaxReferences)
        {
            if (MayHaveOurs(part, cancellation))
            {
                Take(IdentifiersOf(part.GetSyntax(cancellation), cancellation));
            }
        }

        return taken;

        void Take(IEnumerable<string> names)
        {
            foreach (var name in names)
            {
                if (StartsLikeOurs(name))
                {
                    taken.Add(name);
                }
            }
        }
    }

    private static bool StartsLikeOurs(string name)
    {
        foreach (var ours in Ours)
        {
            if (name.StartsWith(ours, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the text of a part has one of our names in it, or an escape or a character that may hide one. Most have none, and a look at the text costs
    /// less than the walk over its tokens.
    /// </summary>
    private static bool MayHaveOurs(SyntaxReference part, CancellationToken cancellation)
    {
        var text = part.SyntaxTree.GetText(cancellation).ToString(part.Span);
        return Array.Exists(Ours, text.Contains) || MayHide(text);
    }

    private static bool MayHide(string text)
    {
        foreach (var character in text)
        {
            if (character is '\\' or > '\x7f')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The identifiers whose meaning depends on the members of the class: nothing in front of them says what they are.</summary>
    private static IEnumerable<string> IdentifiersOf(SyntaxNode part, CancellationToken cancellation)
    {
        var isBehindDot = false;
        foreach (var token in part.DescendantTokens())
        {
            cancellation.ThrowIfCancellationRequested();
            if (token.IsKind(SyntaxKind.IdentifierToken) && !isBehindDot)
            {
                yield return token.ValueText;
            }

            isBehindDot = token.Span.IsEmpty ? isBehindDot : token.IsKind(SyntaxKind.DotToken);
        }
    }
}
