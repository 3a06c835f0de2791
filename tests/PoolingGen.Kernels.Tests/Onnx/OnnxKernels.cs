using PoolingGen.Kernels.Tests.Catalogue;
using PoolingGen.Kernels.Tests.Specs;

namespace PoolingGen.Kernels.Tests.Onnx;

/// <summary>A kernel for each of the ONNX tests, compiled together.</summary>
public sealed class OnnxKernels : IDisposable
{
    private readonly Dictionary<string, (OnnxTest Test, int Index)> _tests =
        OnnxTest.ReadAll().Select(static (test, index) => (test, index)).ToDictionary(static pair => pair.test.Name);

    private readonly BulkCompilation? _compilation;

    public OnnxKernels() =>
        _compilation = _tests.Count == 0 ? null : new BulkCompilation(_tests.Values.Select(static pair => pair.Test.Spec));

    public void Dispose() => _compilation?.Dispose();

    /// <summary>A test, its kernel, and why the analyzer refuses that, if it does.</summary>
    internal (OnnxTest Test, Kernel Kernel, IEnumerable<string> Refusals) Get(string name)
    {
        (OnnxTest test, int index) = _tests[name];
        return (test, _compilation!.Kernels[index], _compilation.Refusals[index]);
    }
}
