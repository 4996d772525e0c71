using Spectre.Console;

namespace Samples.Progress;

/// <summary>A bar that Spectre.Console draws. Its clock starts when its first unit is done.</summary>
internal sealed class TerminalBar(ProgressContext context, StatusColumn column, Workload workload) : ILiveBar
{
    private readonly ProgressTask task = context.AddTask(Markup.Escape(workload.Name), autoStart: false, maxValue: workload.Units);

    public void Advance(string status)
    {
        if (!task.IsStarted)
        {
            task.StartTask();
        }

        column.Set(task, status);
        task.Increment(1);
    }
}
