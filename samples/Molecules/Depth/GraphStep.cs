using Molecules.Graphs;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Molecules.Depth;

/// <summary>
/// One round of messages: from the state of the atoms or of the edges, the first state of all (which some backbones inject at each
/// step) and the graph to a new state.
/// </summary>
public abstract class GraphStep(string name) : Module<Tensor, Tensor, MoleculeBatch, Tensor>(name);
