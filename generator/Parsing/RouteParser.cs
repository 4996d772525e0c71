using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>Reads <c>[ScoreRoute]</c>: the method or module that scores tokens, and which of them a step takes.</summary>
internal sealed class RouteParser
{
    private readonly DepthParse parse;
    private readonly MarkedMember marked;
    private readonly DepthArguments arguments;
    private readonly SettingReader reader;

    private RouteParser(DepthParse parse, MarkedMember marked, CancellationToken cancellation)
    {
        this.parse = parse;
        this.marked = marked;
        arguments = new DepthArguments(marked.Mark, cancellation);
        reader = new SettingReader(parse, arguments);
    }

    public static void Parse(DepthParse parse, MarkedMember marked, Compilation compilation, CancellationToken cancellation)
        => new RouteParser(parse, marked, cancellation).Parse(compilation);

    private void Parse(Compilation compilation)
    {
        var choice = reader.Enumeration<RouteChoice>("Choice", "it must be Expert or Token");
        var scale = reader.Number("Scale", 1, value => value > 0, "it must be finite and above 0");
        var capacity = Capacity(choice);
        CheckExclusions();
        if (parse.Module is null)
        {
            return;
        }

        var signature = new SteeringSignature(parse, marked, compilation);
        var member = marked.Symbol is IMethodSymbol method
            ? signature.Read(method, TorchTypes.IsTensor(method.ReturnType) ? null : "it must return the scores of the tokens, a Tensor", "the state")
            : signature.ReadModule();
        if (member is not null)
        {
            parse.Steering = parse.Steering with { Route = new Route(member, choice, capacity.ToEquatableArray(), scale) };
        }
    }

    /// <summary>One share a step; all tokens where nothing is said.</summary>
    private IEnumerable<double> Capacity(RouteChoice choice)
    {
        var steps = parse.Settings?.Steps;
        if (arguments.Values("Capacity") is not { } shares)
        {
            return Enumerable.Repeat(1.0, steps ?? 1);
        }

        if (choice == RouteChoice.Token)
        {
            parse.Report(Descriptors.Excluding, arguments.Location("Capacity"), "Capacity", "RouteChoice.Token", "each token takes as many steps as it chose, whatever the others do");
        }

        if (steps is not null && shares.Length != steps)
        {
            reader.OutOfRange("Capacity", Text(shares), $"it must have one share for each of the {steps} steps");
        }
        else if (shares.Any(share => !(share > 0 && share <= 1)))
        {
            reader.OutOfRange("Capacity", Text(shares), "each share must be above 0 and at most 1");
        }
        else if (shares.Zip(shares.Skip(1), (share, next) => next > share).Any(rises => rises))
        {
            reader.OutOfRange("Capacity", Text(shares), "no share may be above the one before, because a token that a step has left out does not come back");
        }

        return shares;
    }

    private void CheckExclusions()
    {
        void Exclude(bool stands, string other, string reason)
        {
            if (stands)
            {
                parse.Report(Descriptors.Excluding, marked.Location, "[ScoreRoute]", other, reason);
            }
        }

        Exclude(parse.Signature.States > 1, $"a state of {parse.Signature.States} tensors", "tokens are those of one tensor");
        Exclude(parse.Settings?.Tolerance > 0, "Tolerance", "one of the two decides when a token has taken its last step");
        Exclude(parse.Steering.Exit is not null, "[ScoreExit]", "one of the two decides when a token has taken its last step");
        Exclude(parse.Steering.Halt is not null, "[ScoreHalt]", "one of the two decides when a token has taken its last step");
    }

    private static string Text(IEnumerable<double> shares) => $"{{ {string.Join(", ", shares.Select(SettingReader.Text))} }}";
}
