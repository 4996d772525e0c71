namespace Samples.CommandLine;

/// <summary>How much of its work a sample does.</summary>
public enum Effort
{
    /// <summary>Just enough to see that it works.</summary>
    Quick,

    /// <summary>What the sample is made to show.</summary>
    Normal,

    /// <summary>Everything, as reported in the results.</summary>
    Full,
}
