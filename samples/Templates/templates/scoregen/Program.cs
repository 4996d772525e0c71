using MyModel;
using static TorchSharp.torch;

// Replace this by data of your own: rows of inputs, and one number to predict for each.
manual_seed(1);
var x = rand(512, 2) * 4 - 2;
var y = sin(x.select(1, 0) * 2) * x.select(1, 1);

var model = new Regressor(inputs: 2, width: 32);
Console.WriteLine(SharedDepth.Depth);

var losses = Training.Fit(model, x, y.unsqueeze(1), iterations: 400);
for (var iteration = 0; iteration < losses.Count; iteration += 80)
{
    Console.WriteLine($"iteration {iteration,4}   mean squared error {losses[iteration]:0.0000}");
}

Console.WriteLine($"at the end       mean squared error {losses[^1]:0.0000}");
model.save("model.dat");
Console.WriteLine("The weights are in model.dat.");
