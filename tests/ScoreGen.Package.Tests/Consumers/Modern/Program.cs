using Modern;
using TorchSharp;
using static TorchSharp.torch;

manual_seed(1);
var encoder = new Encoder();
var optimizer = optim.SGD(encoder.parameters(), 0.5);
var x = randn(8, 4);
var losses = Enumerable.Range(0, 20).Select(_ => Train()).ToList();
Console.WriteLine(Encoder.Depth);
Console.WriteLine(encoder.Trace(x));
Console.WriteLine(losses[^1] < losses[0] ? "learns" : $"does not learn: {losses[0]} to {losses[^1]}");
return losses[^1] < losses[0] ? 0 : 1;

float Train()
{
    using var scope = NewDisposeScope();
    optimizer.zero_grad();
    var loss = encoder.call(x).square().mean();
    loss.backward();
    optimizer.step();
    return loss.item<float>();
}
