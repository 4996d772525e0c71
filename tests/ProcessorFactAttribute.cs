/// <summary>A test that has no sense on a GPU.</summary>
/// <param name="why">What is otherwise there.</param>
internal sealed class ProcessorFactAttribute(string why) : FactAttribute
{
    public override string? Skip => TestDevice.IsProcessor ? null : why;
}
