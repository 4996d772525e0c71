namespace Samples.Progress;

/// <summary>One line of work that the user watches.</summary>
public interface ILiveBar
{
    /// <summary>One more unit is done.</summary>
    /// <param name="status">What to show beside the bar, for example the loss.</param>
    void Advance(string status);
}
