using PoolingGen.Kernels.Tests.Specs;

namespace PoolingGen.Kernels.Tests.Onnx;

/// <summary>One operator test of the ONNX project: a model and what it has to give.</summary>
internal sealed class OnnxTest
{
    /// <summary>The folder with a folder for each test, beside the checkout; <see langword="null"/> if it is not there.</summary>
    public static string? Folder { get; } = FindFolder();

    private OnnxTest(string folder)
    {
        string Tensor(string name) => Path.Combine(folder, "test_data_set_0", $"{name}.pb");

        Name = Path.GetFileName(folder);
        Input = OnnxTensor.Read(Tensor("input_0"));
        Output = OnnxTensor.Read(Tensor("output_0"));
        Indices = File.Exists(Tensor("output_1")) ? OnnxTensor.Read(Tensor("output_1")) : null;
        Spec = new OnnxNode(Path.Combine(folder, "model.onnx")).ToSpec(Input, Output, Indices);
    }

    public string Name { get; }

    public OnnxTensor Input { get; }

    public OnnxTensor Output { get; }

    public OnnxTensor? Indices { get; }

    public Spec Spec { get; }

    public static IEnumerable<OnnxTest> ReadAll() =>
        Folder is null ? [] : Directory.EnumerateDirectories(Folder).Order(StringComparer.Ordinal).Select(static folder => new OnnxTest(folder));

    private static string? FindFolder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared", "onnx");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
