namespace ScoreGen.Generator.Emitting;

/// <summary>The one file a compilation gets that has an annotated class: what those classes share, as an internal type.</summary>
internal static class SupportFile
{
    public const string HintName = "ScoreGen-DepthSupport.g.cs";

    private const string Type = "global::ScoreGen.Emitted.DepthSupport";

    public const string Guard = Type + ".RequireSameState";
    public const string Norm = Type + ".Norm";
    public const string Measure = Type + ".Measure";
    public const string RelativeChange = Type + ".RelativeChange";
    public const string RequireEntries = Type + ".RequireEntries";
    public const string RequireStepSizes = Type + ".RequireStepSizes";

    public static string Emit()
    {
        var writer = new SourceWriter();
        FileFrame.WriteHeader(writer);
        writer.Line();
        using (writer.Braces("namespace ScoreGen.Emitted"))
        {
            Documentation.Summary(writer, "What the passes written by ScoreGen share.");
            writer.Line(FileFrame.GeneratedCode);
            using (writer.Braces("internal static class DepthSupport"))
            {
                WriteGuard(writer);
                writer.Line();
                WriteRequireEntries(writer);
                writer.Line();
                WriteRequireStepSizes(writer);
                writer.Line();
                WriteMeasure(writer);
                writer.Line();
                WriteRelativeChange(writer);
                writer.Line();
                WriteNorm(writer);
                writer.Line();
                WriteDescribe(writer);
            }
        }

        return writer.ToString();
    }

    private static void WriteGuard(SourceWriter writer)
    {
        Documentation.Summary(writer, "Refuses a block that returns null, or another shape or dtype than the state's: broadcasting would hide it.");
        using (writer.Braces($"internal static void RequireSameState({Torch.Tensor}? value, {Torch.Tensor} state, string block)"))
        {
            using (writer.Braces("if (value is null)"))
            {
                writer.Line("throw new global::System.InvalidOperationException(");
                writer.Line("    $\"{block} returned null for a state {Describe(state)}. It must return a tensor of the same shape and dtype.\");");
            }

            writer.Line();
            using (writer.Braces("if (value.dtype != state.dtype || !global::System.Linq.Enumerable.SequenceEqual(value.shape, state.shape))"))
            {
                writer.Line("throw new global::System.InvalidOperationException(");
                writer.Line("    $\"{block} was given a state {Describe(state)} and returned {Describe(value)}. Each step feeds the block its own output, so it must keep the shape and the dtype of the state.\");");
            }
        }
    }

    private static void WriteRequireEntries(SourceWriter writer)
    {
        Documentation.Summary(writer, "Refuses a list of modules that has not one for each step.");
        using (writer.Braces("internal static void RequireEntries(int entries, int steps, string list)"))
        {
            using (writer.Braces("if (entries != steps)"))
            {
                writer.Line("throw new global::System.InvalidOperationException(");
                writer.Line("    $\"{list} has {entries} {(entries == 1 ? \"module\" : \"modules\")} for {steps} {(steps == 1 ? \"step\" : \"steps\")}: it needs exactly one for each step.\");");
            }
        }
    }

    private static void WriteRequireStepSizes(SourceWriter writer)
    {
        Documentation.Summary(writer, "Refuses a learned step size of another shape than its use asks for.");
        using (writer.Braces($"internal static void RequireStepSizes({Torch.Tensor} sizes, long expected, string name, string per)"))
        {
            using (writer.Braces("if (sizes.numel() != expected || sizes.shape.Length > 1 || (per != \"Model\" && sizes.shape.Length != 1))"))
            {
                writer.Line("throw new global::System.InvalidOperationException(");
                writer.Line("    $\"{name} is {Describe(sizes)}: with Per = {per} it must be a vector of {expected} {(expected == 1 ? \"element\" : \"elements\")}.\");");
            }
        }
    }

    private static void WriteMeasure(SourceWriter writer)
    {
        Documentation.Summary(writer, "One step in plain numbers: the norm of the new state, of its difference from the old one, and the relative change.");
        using (writer.Braces($"internal static global::ScoreGen.ScoreTraceStep Measure({Torch.Tensor}[] before, {Torch.Tensor}[] after)"))
        {
            writer.Line($"using var scope = {Torch.NewScope};");
            writer.Line("var update = Norm(Difference(before, after));");
            writer.Line("return new global::ScoreGen.ScoreTraceStep(Norm(after), update, update == 0 ? 0 : update / Norm(before));");
        }
    }

    private static void WriteRelativeChange(SourceWriter writer)
    {
        Documentation.Summary(writer, "How much a step changed the state, as a share of its norm; it waits for the device once.");
        using (writer.Braces($"internal static double RelativeChange({Torch.Tensor}[] before, {Torch.Tensor}[] after)"))
        {
            writer.Line($"using var scope = {Torch.NewScope};");
            writer.Line("var change = SquaredNorm(Difference(before, after)).div(SquaredNorm(before));");
            writer.Line("return global::System.Math.Sqrt(global::TorchSharp.TensorExtensionMethods.ToDouble(change));");
        }
    }

    private static void WriteNorm(SourceWriter writer)
    {
        Documentation.Summary(writer, "The Euclidean norm over all elements of all tensors.");
        using (writer.Braces($"internal static double Norm(params {Torch.Tensor}[] tensors)"))
        {
            writer.Line($"using var scope = {Torch.NewScope};");
            writer.Line("return global::System.Math.Sqrt(global::TorchSharp.TensorExtensionMethods.ToDouble(SquaredNorm(tensors)));");
        }

        writer.Line();
        using (writer.Braces($"private static {Torch.Tensor} SquaredNorm({Torch.Tensor}[] tensors)"))
        {
            writer.Line("var sum = tensors[0].square().sum();");
            using (writer.Braces("for (var i = 1; i < tensors.Length; i++)"))
            {
                writer.Line("sum = sum.add(tensors[i].square().sum());");
            }

            writer.Line();
            writer.Line("return sum;");
        }

        writer.Line();
        using (writer.Braces($"private static {Torch.Tensor}[] Difference({Torch.Tensor}[] before, {Torch.Tensor}[] after)"))
        {
            writer.Line($"var difference = new {Torch.Tensor}[before.Length];");
            using (writer.Braces("for (var i = 0; i < before.Length; i++)"))
            {
                writer.Line("difference[i] = after[i].sub(before[i]);");
            }

            writer.Line();
            writer.Line("return difference;");
        }
    }

    private static void WriteDescribe(SourceWriter writer)
    {
        using (writer.Braces($"private static string Describe({Torch.Tensor} tensor)"))
        {
            writer.Line("return $\"[{string.Join(\", \", tensor.shape)}] of {tensor.dtype}\";");
        }
    }
}
