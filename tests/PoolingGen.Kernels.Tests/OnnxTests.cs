using PoolingGen.Kernels.Tests.Catalogue;
using PoolingGen.Kernels.Tests.Onnx;
using PoolingGen.Kernels.Tests.Oracle;
using Xunit;

namespace PoolingGen.Kernels.Tests;

/// <summary>The ONNX project's own operator tests, from their models and data.</summary>
public class OnnxTests(OnnxKernels kernels) : IClassFixture<OnnxKernels>
{
    private const string NoData = "(no data)";

    public static TheoryData<string> Names { get; } =
        OnnxTest.Folder is null ? [NoData] : [.. OnnxTest.ReadAll().Select(static test => test.Name)];

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Kernel_gives_what_the_operator_gives(string name)
    {
        SkipWithoutData();
        (OnnxTest test, Kernel kernel, IEnumerable<string> refusals) = kernels.Get(name);
        Assert.Empty(refusals);
        byte[] output = new byte[test.Output.Data.Length];
        byte[] indices = new byte[test.Indices?.Data.Length ?? 0];

        kernel.Pool(test.Input.Data, output, indices, test.Input.Shape);

        AssertClose(test, test.Output.Element.Decode(output));
        Assert.Equal(test.Indices?.Data ?? [], indices);
    }

    /// <summary>Neither the reading of the models nor the oracle are taken on trust.</summary>
    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Oracle_gives_what_the_operator_gives(string name)
    {
        SkipWithoutData();
        (OnnxTest test, Kernel kernel, _) = kernels.Get(name);
        NaivePooling oracle = new(kernel.Pooling, test.Input.Shape);

        Result[] results = oracle.Results(test.Input.Element.Decode(test.Input.Data));

        Assert.Equal(test.Output.Shape, oracle.Output);
        AssertClose(test, test.Output.Element.IsFloating
            ? new Numbers([.. results.Select(static result => result.Floating.Value)], null)
            : new Numbers(null, [.. results.Select(static result => result.Integer)]));
        if (test.Indices is { } indices)
        {
            Assert.Equal(indices.Element.Decode(indices.Data).Integer!, results.Select(static result => (Int128)result.Index));
        }
    }

    private static void SkipWithoutData() =>
        Skip.If(OnnxTest.Folder is null, "There is no folder shared/onnx beside the checkout.");

    /// <summary>Within the tolerance of ONNX's own runner; a maximum exactly.</summary>
    private static void AssertClose(OnnxTest test, Numbers actual)
    {
        Numbers expected = test.Output.Element.Decode(test.Output.Data);
        Assert.Equal(expected.Length, actual.Length);
        if (expected.Floating is not { } floating)
        {
            Assert.Equal(expected.Integer!, actual.Integer!);
        }
        else if (test.Spec.Mode == PoolingMode.Max)
        {
            Assert.Equal(floating, actual.Floating!);
        }
        else
        {
            Assert.All(floating.Zip(actual.Floating!), static pair => Assert.InRange(
                pair.Second, pair.First - Tolerance(pair.First), pair.First + Tolerance(pair.First)));
        }
    }

    private static double Tolerance(double expected) => 1e-7 + 1e-3 * Math.Abs(expected);
}
