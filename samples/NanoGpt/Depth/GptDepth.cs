using NanoGpt.Generation;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NanoGpt.Depth;

/// <summary>Several transformer blocks deep. The compiler writes <c>forward</c> of every depth in this folder.</summary>
public abstract class GptDepth(string name) : Module<Tensor, AttentionMemory?, Tensor>(name);
