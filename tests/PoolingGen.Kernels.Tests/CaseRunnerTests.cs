using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PoolingGen.Kernels.Tests.Catalogue;
using PoolingGen.Kernels.Tests.Kernels;
using PoolingGen.Kernels.Tests.Suite;
using Xunit;

namespace PoolingGen.Kernels.Tests;

/// <summary>The suite fails a kernel that does one thing wrong.</summary>
public class CaseRunnerTests
{
    private delegate void Mistake(Span<byte> output, Span<byte> indices);

    private static readonly Kernel Kernel = KernelCatalogue.Get($"{nameof(WholeContract)}.{nameof(WholeContract.Length)}");

    private static readonly Shape Shape = new(2, 3, 1, 1, 21);

    private static readonly int Outputs = Kernel.Pooling.OutputOf(Shape).Length;

    [Fact]
    public void Kernel_without_a_mistake_passes()
    {
        SuiteResult result = Run((_, _) => { });

        Assert.Null(result.Failure);
        Assert.Equal(8, result.Cases);
    }

    [Fact]
    public void Wrong_value_fails() => AssertFails("output[", (output, _) => MemoryMarshal.Cast<byte, float>(output)[Outputs - 1] = -1000);

    [Fact]
    public void Wrong_index_fails() => AssertFails("indices[", (_, indices) => MemoryMarshal.Cast<byte, int>(indices)[Outputs - 1]++);

    [Fact]
    public void Write_behind_the_output_fails() => AssertFails("wrote beside the output", (output, _) => At(output, Outputs)++);

    [Fact]
    public void Write_before_the_output_fails() => AssertFails("wrote beside the output", (output, _) => At(output, -1)++);

    [Fact]
    public void Write_behind_the_indices_fails() => AssertFails("wrote beside the indices", (_, indices) => At(indices, Outputs)++);

    [Fact]
    public void Write_before_the_indices_fails() => AssertFails("wrote beside the indices", (_, indices) => At(indices, -1)++);

    [Fact]
    public void Zeros_where_a_span_is_longer_than_needed_fail() => AssertFails("wrote beside the output", (output, _) =>
        output[(Outputs * sizeof(float))..].Clear());

    [Fact]
    public void Exception_fails() => AssertFails(nameof(InvalidOperationException), (_, _) => throw new InvalidOperationException());

    private static void AssertFails(string message, Mistake mistake) =>
        Assert.Contains(message, Run(mistake).Failure, StringComparison.Ordinal);

    private static SuiteResult Run(Mistake mistake)
    {
        CaseRunner cases = new(Kernel, Regions.OfArrays(), (input, output, indices, shape) =>
        {
            Kernel.Pool(input, output, indices, shape);
            mistake(output, indices);
        });
        Filling filling = Filling.For(Kernel.Pooling, Shape, 0).First();
        for (int seed = 0; seed < 8; seed++)
        {
            cases.Run(Shape, filling, seed);
        }

        return cases.Result();
    }

    /// <summary>The first byte of an element, which may be none of the span's.</summary>
    private static ref byte At(Span<byte> tensor, int element) =>
        ref Unsafe.Add(ref MemoryMarshal.GetReference(tensor), element * sizeof(float));
}
