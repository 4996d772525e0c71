using MyModel;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

var device = cuda.is_available() ? CUDA : CPU;
Console.WriteLine($"{SharedDepth.Depth}\non {device}");

// Replace this by data of your own: rows of inputs, and one number to predict for each.
manual_seed(1);
var x = (rand(640, 2) * 4 - 2).to(device);
var y = sin(x[.., 0..1] * 2) * x[.., 1..2];

// The last 128 rows are kept back, to see what the model makes of rows that are new to it.
var model = new Regressor(inputs: 2, width: 32).to(device);
var losses = Training.Fit(model, MSELoss(), x[..512], y[..512], iterations: 400);

using var scope = NewDisposeScope();
using var noGradients = no_grad();
var error = MSELoss().call(model.call(x[512..]), y[512..]).item<float>();
Console.WriteLine($"at the end: mean squared error {losses[^1]:0.0000}, on new rows {error:0.0000}");
model.save("model.dat");
Console.WriteLine("The weights are in model.dat.");
