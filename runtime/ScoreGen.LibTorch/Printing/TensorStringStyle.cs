namespace TorchSharp;

/// <summary>How a tensor is written out.</summary>
public enum TensorStringStyle
{
    /// <summary>Shape, type and device alone.</summary>
    Metadata,

    /// <summary>Shape, type and device, then rows as wide as the line.</summary>
    Julia,

    /// <summary>Nested brackets, long dimensions shortened.</summary>
    Numpy,

    /// <summary>A C# array.</summary>
    CSharp,

    /// <summary>What <see cref="torch.TensorStringStyle"/> says.</summary>
    Default,
}
