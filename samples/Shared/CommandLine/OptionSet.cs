using System.CommandLine;
using Samples.Shares;

namespace Samples.CommandLine;

/// <summary>The options that all samples share, as System.CommandLine knows them.</summary>
internal sealed class OptionSet
{
    private const int LargestSeed = 1_000_000_000;

    private readonly Option<bool> quick = new("--quick") { Description = "Do just enough to see that it works" };
    private readonly Option<bool> full = new("--full") { Description = "Do everything, as reported in the results" };
    private readonly Option<int> seed = new("--seed") { Description = "The first seed", HelpName = "N", DefaultValueFactory = _ => 0 };
    private readonly Option<string> device = new("--device") { Description = "auto, cpu, cuda or cuda:N", HelpName = "DEVICE", DefaultValueFactory = _ => "auto" };
    private readonly Option<string> output = new("--out") { Description = "The folder for the report", HelpName = "FOLDER" };
    private readonly Option<string?> data = new("--data") { Description = "The data file (otherwise $SCOREGEN_DATA, the usual places, a download)", HelpName = "FILE" };
    private readonly Option<Share> share = new("--share") { Description = "Do the k-th of n parts of the trainings; merge puts them together", HelpName = "k/n", DefaultValueFactory = _ => Share.Whole };

    public OptionSet(string sample)
    {
        output.DefaultValueFactory = _ => Path.Combine(Checkout.Root ?? Environment.CurrentDirectory, "artifacts", sample);
        seed.Validators.Add(result =>
        {
            // What is no number has its own error already.
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var value) && value is < 0 or > LargestSeed)
            {
                result.AddError($"--seed must be from 0 to {LargestSeed}.");
            }
        });
        share.CustomParser = result =>
        {
            if (Share.Of(result.Tokens[0].Value) is { } part)
            {
                return part;
            }

            result.AddError($"--share {result.Tokens[0].Value}: say which of how many, from 1/n to n/n, for example 2/4.");
            return Share.Whole;
        };
    }

    public RootCommand Command(string description)
    {
        var command = new RootCommand(description) { quick, full, seed, device, output, data };
        command.Validators.Add(result =>
        {
            if (result.GetValue(quick) && result.GetValue(full))
            {
                result.AddError("--quick and --full exclude each other.");
            }
        });
        return command;
    }

    /// <summary>The command that puts shares together, and the option that makes them.</summary>
    public Command AddMerge(RootCommand command)
    {
        var merge = new Command("merge", "Put the shares of a run together, which lie in the folder of the report") { output };
        command.Add(share);
        command.Add(merge);
        return merge;
    }

    public SampleOptions Read(ParseResult parsed)
    {
        var part = parsed.GetValue(share) ?? Share.Whole;
        return new(EffortOf(parsed), parsed.GetValue(seed), parsed.GetValue(device) ?? "auto", ShareFolder.Of(Path.GetFullPath(parsed.GetValue(output)!), part), parsed.GetValue(data)) { Share = part };
    }

    private Effort EffortOf(ParseResult parsed)
        => parsed.GetValue(quick) ? Effort.Quick : parsed.GetValue(full) ? Effort.Full : Effort.Normal;
}
