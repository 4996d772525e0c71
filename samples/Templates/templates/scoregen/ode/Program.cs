using MyModel;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

var device = cuda.is_available() ? CUDA : CPU;
Console.WriteLine($"{Flow.Depth}\non {device}");

// Replace this by data of your own: states at a time t = 0, and the same states at t = 1.
manual_seed(1);
var starts = (rand(640, 2) * 4 - 2).to(device);
var ends = Pendulum.After(starts, seconds: 1);

// The last 128 are kept back, to see what the model makes of states that are new to it.
var model = new Flow(state: 2, width: 64).to(device);
var losses = Training.Fit(model, MSELoss(), starts[..512], ends[..512], iterations: 300);

using var scope = NewDisposeScope();
using var noGradients = no_grad();
var error = MSELoss().call(model.call(starts[512..]), ends[512..]).item<float>();
var still = MSELoss().call(starts[512..], ends[512..]).item<float>();
Console.WriteLine($"at the end: mean squared error {losses[^1]:0.0000}, on new states {error:0.0000}; if nothing moved, {still:0.0000}");
model.save("model.dat");
Console.WriteLine("The weights are in model.dat.");
