using System.CommandLine;

namespace Samples.CommandLine;

/// <summary>The kinds of options that samples add: choices by name, and counts.</summary>
public static class Choices
{
    /// <summary>What stands for every choice there is.</summary>
    private const string Everything = "all";

    /// <summary>What the names stand for, or null where none was said.</summary>
    public static IReadOnlyList<T>? Chosen<T>(string[]? names, IReadOnlyList<T> all, Func<T, string> name)
        => names is null or [] ? null : names.Contains(Everything) ? all : [.. all.Where(one => names.Contains(name(one)))];

    /// <summary>An option of one or more names, or <c>all</c>.</summary>
    public static Option<string[]> Several(string name, string description, IEnumerable<string> choices)
        => new Option<string[]>(name) { Description = description, AllowMultipleArgumentsPerToken = true }.AcceptOnlyFromAmong([Everything, .. choices]);

    /// <summary>An option of one name, by default the first.</summary>
    public static Option<string> One(string name, string description, IEnumerable<string> choices)
        => new Option<string>(name) { Description = description, DefaultValueFactory = _ => choices.First() }.AcceptOnlyFromAmong([.. choices]);

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
}
