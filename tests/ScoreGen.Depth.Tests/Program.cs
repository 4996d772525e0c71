using System.Globalization;
using ScoreGen.Depth.Tests.PeakMemory;

// The tests need no program; PeakMemoryTests starts this one, with the name of the module to measure.
Console.WriteLine(PeakMeter.Measure(args.Single()).ToString(CultureInfo.InvariantCulture));
