using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting;

/// <summary>
/// A place for each class by its name alone. The pipeline compares what it has with what it had place by place: where classes stood one behind the other, a
/// further one would move all behind it, and the file of each would be added again.
/// </summary>
internal static class Places
{
    /// <summary>So many that few classes share one: the files of those that do are added together.</summary>
    private const int Count = 256;

    public static IEnumerable<EquatableArray<EmittedFile>> Of(IEnumerable<EmittedFile> files, CancellationToken cancellation)
    {
        var places = files.ToLookup(file => (int)(HintNames.Hash(file.MetadataName) % Count));
        for (var place = 0; place < Count; place++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return places[place].ToEquatableArray();
        }
    }
}
