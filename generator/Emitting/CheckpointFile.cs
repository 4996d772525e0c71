namespace ScoreGen.Generator.Emitting;

/// <summary>The file a compilation gets where a class recomputes its steps in the backward pass.</summary>
internal static class CheckpointFile
{
    public const string HintName = "ScoreGen-StepCheckpoint.g.cs";
    public const string Run = "global::ScoreGen.Emitted.StepCheckpoint.Run";

    private const string Step = $"global::System.Func<{Torch.Tensor}?[], {Torch.Tensor}[]>";
    private const string Tensors = $"global::System.Collections.Generic.List<{Torch.Tensor}>";
    private const string Context = "global::TorchSharp.torch.autograd.AutogradContext";

    public static string Emit()
    {
        var writer = new SourceWriter();
        FileFrame.WriteHeader(writer);
        writer.Line();
        using (writer.Braces("namespace ScoreGen.Emitted"))
        {
            Documentation.Summary(
                writer,
                "A step that keeps only its inputs. The backward pass draws the same random numbers again, computes the step a second time, and sends",
                "the gradients on: into the inputs through the graph, into the weights directly.");
            writer.Line(FileFrame.GeneratedCode);
            using (writer.Braces("internal sealed class StepCheckpoint : global::TorchSharp.torch.autograd.MultiTensorFunction<StepCheckpoint>"))
            {
                WriteName(writer);
                writer.Line();
                WriteRun(writer);
                writer.Line();
                WriteForward(writer);
                writer.Line();
                WriteBackward(writer);
                writer.Line();
                WriteRecompute(writer);
                writer.Line();
                WriteInputs(writer);
            }
        }

        return writer.ToString();
    }

    private static void WriteName(SourceWriter writer)
    {
        writer.Line("public override string Name => \"ScoreGen.StepCheckpoint\";");
    }

    private static void WriteRun(SourceWriter writer)
    {
        Documentation.Summary(writer, "Takes a step. Where no gradients are wanted, it is an ordinary one.");
        using (writer.Braces($"internal static {Torch.Tensor}[] Run({Step} step, params {Torch.Tensor}?[] inputs)"))
        {
            using (writer.Braces($"if (!{Torch.IsGradEnabled})"))
            {
                writer.Line("return step(inputs);");
            }

            writer.Line();
            writer.Line("// The anchor requires a gradient, so that the weights get theirs even where no input wants one.");
            writer.Line($"using var scope = {Torch.NewScope};");
            writer.Line("var anchor = global::TorchSharp.torch.zeros(0, requires_grad: true);");
            writer.Line("var present = global::System.Array.FindAll(inputs, input => input is not null);");
            writer.Line("var arguments = new object[present.Length + 3];");
            writer.Line("arguments[0] = step;");
            writer.Line("arguments[1] = global::System.Array.ConvertAll(inputs, input => input is not null);");
            writer.Line("arguments[2] = anchor;");
            writer.Line("present.CopyTo(arguments, 3);");
            writer.Line("var outputs = apply(arguments).ToArray();");
            using (writer.Braces("foreach (var output in outputs)"))
            {
                writer.Line($"output{Torch.Keep};");
            }

            writer.Line();
            writer.Line("return outputs;");
        }
    }

    private static void WriteForward(SourceWriter writer)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Braces($"public override {Tensors} forward({Context} ctx, params object[] vars)"))
        {
            writer.Line("var inputs = new global::System.Collections.Generic.List<global::TorchSharp.torch.Tensor>();");
            using (writer.Braces("for (var i = 3; i < vars.Length; i++)"))
            {
                writer.Line($"inputs.Add(({Torch.Tensor})vars[i]);");
            }

            writer.Line();
            writer.Line("using var random = global::TorchSharp.torch.get_rng_state();");
            writer.Line("ctx.save_data(\"random\", random.bytes.ToArray());");
            writer.Line("ctx.save_data(\"step\", vars[0]);");
            writer.Line("ctx.save_data(\"present\", vars[1]);");
            writer.Line("ctx.save_for_backward(inputs);");
            writer.Line($"return new {Tensors}((({Step})vars[0])(Arrange(inputs, (bool[])vars[1])));");
        }
    }

    private static void WriteBackward(SourceWriter writer)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Braces($"public override {Tensors} backward({Context} ctx, {Tensors} grad_outputs)"))
        {
            writer.Line($"using var scope = {Torch.NewScope};");
            writer.Line("var saved = ctx.get_saved_variables();");
            writer.Line("var inputs = saved.ConvertAll(input => input.detach().requires_grad_(input.requires_grad));");
            writer.Line("Recompute(ctx, inputs, grad_outputs);");
            writer.Line();
            writer.Line("// One entry for each argument: none for the step, its pattern of inputs and the anchor.");
            writer.Line($"var gradients = new {Tensors} {{ null!, null!, null! }};");
            using (writer.Braces("foreach (var input in inputs)"))
            {
                writer.Line($"gradients.Add((input.requires_grad ? input.grad?{Torch.Keep} : null)!);");
            }

            writer.Line();
            writer.Line("saved.ForEach(input => input.Dispose());");
            writer.Line("grad_outputs.ForEach(gradient => gradient?.Dispose());");
            writer.Line("return gradients;");
        }
    }

    private static void WriteRecompute(SourceWriter writer)
    {
        using (writer.Braces($"private static void Recompute({Context} ctx, {Tensors} inputs, {Tensors} gradients)"))
        {
            writer.Line("using var before = global::TorchSharp.torch.get_rng_state();");
            writer.Line("using var random = global::TorchSharp.torch.tensor((byte[])ctx.get_data(\"random\"));");
            writer.Line("global::TorchSharp.torch.set_rng_state(random);");
            using (writer.Braces("try"))
            {
                writer.Line("using var recording = global::TorchSharp.torch.enable_grad();");
                writer.Line($"var outputs = (({Step})ctx.get_data(\"step\"))(Arrange(inputs, (bool[])ctx.get_data(\"present\")));");
                writer.Line($"var reached = new {Tensors}();");
                writer.Line($"var incoming = new {Tensors}();");
                using (writer.Braces("for (var i = 0; i < outputs.Length; i++)"))
                {
                    using (writer.Braces("if (outputs[i].requires_grad && gradients[i] is not null)"))
                    {
                        writer.Line("reached.Add(outputs[i]);");
                        writer.Line("incoming.Add(gradients[i]);");
                    }
                }

                writer.Line();
                using (writer.Braces("if (reached.Count > 0)"))
                {
                    writer.Line("global::TorchSharp.torch.autograd.backward(reached, incoming);");
                }
            }

            using (writer.Braces("finally"))
            {
                writer.Line("global::TorchSharp.torch.set_rng_state(before);");
            }
        }
    }

    private static void WriteInputs(SourceWriter writer)
    {
        Documentation.Summary(writer, "The inputs in their places, null where there was none.");
        using (writer.Braces($"private static {Torch.Tensor}?[] Arrange({Tensors} inputs, bool[] present)"))
        {
            writer.Line("var next = 0;");
            writer.Line("return global::System.Array.ConvertAll(present, isPresent => isPresent ? inputs[next++] : null);");
        }
    }
}
