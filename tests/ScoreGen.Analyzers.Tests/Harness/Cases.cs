namespace ScoreGen.Analyzers.Tests.Harness;

/// <summary>Marks a test in which a diagnostic fires. Each row of a theory counts; every id needs three.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class FiresAttribute(string id) : Attribute
{
    public string Id { get; } = id;
}

/// <summary>Marks a test in which a diagnostic stays silent although it nearly fires. Each row of a theory counts; every id needs three.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class NearMissAttribute(string id) : Attribute
{
    public string Id { get; } = id;
}
