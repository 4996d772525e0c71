#if LIBTORCH
using System.Reflection;
using TorchSharp;

namespace ScoreGen.LibTorch.Tests.Values;

/// <summary>Every operator that is bound is one that libtorch has.</summary>
public class OperatorNameTests
{
    public static TheoryData<string> Tables => new(typeof(Ops).Name, typeof(Aten).Name);

    [Theory]
    [MemberData(nameof(Tables))]
    public void Libtorch_knows_it(string table)
    {
        var operators = (table == nameof(Ops) ? typeof(Ops) : typeof(Aten)).GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(field => field.FieldType == typeof(Operator))
            .ToDictionary(field => field.Name, field => (Operator)field.GetValue(null)!);
        Assert.True(operators.Count > 40);
        Assert.Empty(operators.Where(entry => !entry.Value.Exists && !OfSomeVersions(entry.Key)).Select(entry => entry.Key));
    }

    /// <summary>Libtorch 1.13 has the second of these, later ones the first.</summary>
    private static bool OfSomeVersions(string name) => name is nameof(Aten.scaled_dot_product_attention) or nameof(Aten._scaled_dot_product_attention);
}
#endif
