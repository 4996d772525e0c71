using ScoreGen.LibTorch.Tests.Processes;

// The tests need no program; those that want a process of its own start this one, with the name of the work and a file.
Work.Do(args[0], args.Length > 1 ? args[1] : "");
