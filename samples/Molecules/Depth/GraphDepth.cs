using Molecules.Graphs;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Molecules.Depth;

/// <summary>Several rounds of messages. The compiler writes <c>forward</c> of every depth in this folder.</summary>
public abstract class GraphDepth(string name) : Module<Tensor, Tensor, MoleculeBatch, Tensor>(name);
