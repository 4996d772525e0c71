namespace NanoGpt.Checkpoints;

/// <summary>A file is no whole checkpoint; the message names it and says why.</summary>
public sealed class UnreadableCheckpointException(string message, Exception? inner = null) : Exception(message, inner);
