using System.CommandLine;

namespace Samples.CommandLine;

/// <summary>The kinds of options and arguments that samples add: choices by name, and counts.</summary>
public static class Choices
{
    /// <summary>What stands for every choice there is.</summary>
    private const string Everything = "all";

    /// <summary>What the names stand for, or null where none was said.</summary>
    public static IReadOnlyList<T>? Chosen<T>(string[]? names)
        where T : INamed<T>
        => names is null or [] ? null : names.Contains(Everything) ? T.All : [.. T.All.Where(one => names.Contains(one.Name))];

    /// <summary>An option of one or more names, or <c>all</c>.</summary>
    public static Option<string[]> Several<T>(string name, string description)
        where T : INamed<T>
        => new Option<string[]>(name) { Description = description, AllowMultipleArgumentsPerToken = true }.AcceptOnlyFromAmong([Everything, .. Names<T>()]);

    /// <summary>Names without an option before them, any number of them, or <c>all</c>.</summary>
    public static Argument<string[]> Listed<T>(string name, string description)
        where T : INamed<T>
        => new Argument<string[]>(name) { Description = description, Arity = ArgumentArity.ZeroOrMore }.AcceptOnlyFromAmong([Everything, .. Names<T>()]);

    /// <summary>An option of one name, by default the first.</summary>
    public static Option<string> One<T>(string name, string description)
        where T : INamed<T>
        => new Option<string>(name) { Description = description, DefaultValueFactory = _ => T.All[0].Name }.AcceptOnlyFromAmong([.. Names<T>()]);

    /// <summary>An option of a whole number, 1 or more.</summary>
    public static Option<int?> Count(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            // What is no number has its own error already.
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var count) && count < 1)
            {
                result.AddError($"{name} must be at least 1.");
            }
        });
        return option;
    }

    private static IEnumerable<string> Names<T>()
        where T : INamed<T>
        => T.All.Select(one => one.Name);
}
