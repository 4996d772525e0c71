/// <summary>A test that is left out on a GPU.</summary>
/// <param name="why">Why it cannot hold there.</param>
internal sealed class ProcessorFactAttribute(string why) : FactAttribute
{
    public override string? Skip => TestDevice.IsProcessor ? null : why;
}
