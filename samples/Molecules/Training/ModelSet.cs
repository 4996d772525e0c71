using TorchSharp;
using static TorchSharp.torch;

namespace Molecules.Training;

/// <summary>A model for each fold, made one after the other, because torch's random numbers know no threads.</summary>
internal sealed class ModelSet : IDisposable
{
    private readonly List<MoleculeModel> models = [];

    public ModelSet(Contender contender, TrainingSettings settings, int descriptors, Device device, int seed)
    {
        manual_seed(seed);
        for (var fold = 0; fold < settings.JudgedFolds; fold++)
        {
            models.Add(contender.Build(settings.Width, descriptors).to(device));
        }
    }

    public MoleculeModel this[int fold] => models[fold];

    public void Dispose() => models.ForEach(model => model.Dispose());
}
