using TorchSharp;
using Zoo.Parts;
using Zoo.Tasks;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Training;

/// <summary>A student learns to go through the states of a teacher, layer by layer, and is read by the teacher's own head.</summary>
public static class Distillation
{
    /// <summary>Trains a student.</summary>
    /// <param name="trial">The seed, and how much to train.</param>
    /// <param name="teacher">The trained stack; it stays as it is.</param>
    /// <param name="unseen">What both are measured with.</param>
    /// <param name="make">Makes the student.</param>
    /// <param name="states">The student's states, the first of them the one it begins with.</param>
    /// <typeparam name="T">The student.</typeparam>
    /// <returns>The share of sums that are right, and after each layer the squared distance of the two states over the square of the teacher's.</returns>
    public static (double Right, double[] Distances) Distil<T>(Trial trial, Reader<EightLayers> teacher, TwoDigits unseen, Func<T> make, Func<T, Tensor, IReadOnlyList<Tensor>> states)
        where T : Module
    {
        using var student = trial.Make(make);
        trial.Train(student, trial.Updates(quick: 400, otherwise: 1500), 3e-3, _ => stack(Distances(TwoDigits.Draw(64, trial.Device))).sum());
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var right = unseen.Right(teacher.Read(unseen.Columns, h => states(student, h)[^1])).ToDouble();
        return (right, [.. Distances(unseen).Select(distance => distance.ToDouble())]);

        IEnumerable<Tensor> Distances(TwoDigits task)
        {
            var (start, taught) = Taught(task);
            return states(student, start).Zip(taught, (mine, theirs) => (mine - theirs).square().mean() / theirs.square().mean()).Skip(1);
        }

        (Tensor Start, IReadOnlyList<Tensor> States) Taught(TwoDigits task)
        {
            using var _ = no_grad();
            var start = teacher.Embed(task.Columns);
            return (start, teacher.Depth.States(start));
        }
    }
}
