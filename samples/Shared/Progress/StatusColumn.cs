using System.Collections.Concurrent;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Samples.Progress;

/// <summary>Shows what the work last said of itself.</summary>
internal sealed class StatusColumn : ProgressColumn
{
    private readonly ConcurrentDictionary<int, string> said = [];

    protected override bool NoWrap => true;

    public void Set(ProgressTask task, string status) => said[task.Id] = status;

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        => new Text(said.GetValueOrDefault(task.Id, ""), new Style(Color.Grey));
}
