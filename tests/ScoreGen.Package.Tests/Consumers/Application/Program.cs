using Library;
using ScoreGen;
using static TorchSharp.torch;

ScorePlan plan = Encoder.Depth;
using var result = new Encoder().call(ones(3, 4));
Console.WriteLine(plan);
Console.WriteLine(string.Join(" × ", result.shape));
