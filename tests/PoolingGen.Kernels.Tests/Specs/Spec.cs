using PoolingGen.Kernels.Tests.Catalogue;

namespace PoolingGen.Kernels.Tests.Specs;

/// <summary>A kernel that is to be compiled: the source of a method with its attribute.</summary>
/// <param name="Mode">The attribute's mode.</param>
/// <param name="Rank">The number of spatial axes.</param>
/// <param name="Input">The input's elements.</param>
/// <param name="Output">The output's elements.</param>
/// <param name="Indices">The elements of the indices; <see langword="null"/> for none.</param>
/// <param name="Properties">The attribute's properties as written: <c>Size = 3</c>.</param>
/// <param name="Dimensions">The names of the parameters that are dimensions.</param>
internal sealed record Spec(
    PoolingMode Mode,
    int Rank,
    Element Input,
    Element Output,
    Element? Indices,
    IReadOnlyList<string> Properties,
    IReadOnlyList<string> Dimensions)
{
    /// <summary>Whether the method takes tensor spans, which bring the dimensions along.</summary>
    public bool TakesTensors { get; init; }

    /// <summary>Where in the list of parameters input, output, indices and dimensions stand, so that any order occurs.</summary>
    public int Rotation { get; init; }

    private string Span => TakesTensors ? "TensorSpan" : "Span";

    private string Parameters
    {
        get
        {
            string[] parameters =
            [
                $"ReadOnly{Span}<{Input}> input",
                $"{Span}<{Output}> output",
                .. Indices is null ? [] : (string[])[$"{Span}<{Indices}> indices"],
                .. Dimensions.Select(static dimension => $"int {dimension}"),
            ];
            int first = Rotation % parameters.Length;
            return string.Join(", ", [.. parameters[first..], .. parameters[..first]]);
        }
    }

    /// <summary>The source of a static class with this kernel as its only method.</summary>
    public string ToSource(string type) => $$"""
        using System;
        using System.Numerics.Tensors;
        using PoolingGen;

        public static partial class {{type}}
        {
            [PoolingKernel({{string.Join(", ", [$"PoolingMode.{Mode}", .. Properties])}})]
            public static partial void Pool({{Parameters}});
        }
        """;
}
