namespace Samples;

/// <summary>What a user can mend: its message says what is wrong and what to do, and is all that is shown.</summary>
public sealed class SampleException(string message, Exception? inner = null) : Exception(message, inner);
