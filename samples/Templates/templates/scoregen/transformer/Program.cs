using MyModel;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

var device = cuda.is_available() ? CUDA : CPU;
Console.WriteLine($"{SharedTransformer.Depth}\non {device}");

// Replace this by data of your own: sequences of whole numbers, and the number to say at each place.
manual_seed(1);
var x = randint(0, 10, [640, 8]).to(device);
var y = x.sort(1).Values;

// The last 128 are kept back, to see what the model makes of sequences that are new to it.
var model = new Sorter(length: 8, width: 32, heads: 4).to(device);
var losses = Training.Fit(model, CrossEntropyLoss(), x[..512], y[..512], iterations: 120);

using var scope = NewDisposeScope();
using var noGradients = no_grad();
Console.WriteLine($"at the end: loss {losses[^1]:0.0000}");
foreach (var rounds in new[] { 1, 2, 4, 8 })
{
    var right = model.AfterRounds(rounds, x[512..]).argmax(1).eq(y[512..]).to_type(ScalarType.Float32).mean().item<float>();
    Console.WriteLine($"rounds: {rounds}   digits of new sequences that are where they belong: {100 * right:0.0} %");
}

model.save("model.dat");
Console.WriteLine("The weights are in model.dat.");
