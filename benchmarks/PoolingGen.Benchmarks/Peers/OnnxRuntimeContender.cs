using System.Numerics;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace PoolingGen.Benchmarks.Peers;

/// <summary>A layer in ONNX Runtime, its tensors bound to our own buffers so that a run copies nothing.</summary>
internal sealed class OnnxRuntimeContender : Contender
{
    private readonly NativeBuffer _output;
    private readonly NativeBuffer? _indices;
    private readonly InferenceSession _session;
    private readonly RunOptions _runOptions = new();
    private readonly List<OrtValue> _tensors = [];
    private readonly OrtIoBinding _binding;

    private OnnxRuntimeContender(OnnxModel model, OnnxRuntimeLayout layout, int threads, NativeBuffer input, NativeBuffer output, NativeBuffer? indices)
        : base($"ONNX Runtime ({layout})", DataLayout.ChannelsFirst)
    {
        _output = output;
        _indices = indices;
        using var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            GraphOptimizationLevel = layout == OnnxRuntimeLayout.Blocked ? GraphOptimizationLevel.ORT_ENABLE_ALL : GraphOptimizationLevel.ORT_ENABLE_EXTENDED,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
        };
        _session = new InferenceSession(model.Write(), options);
        _binding = _session.CreateIoBinding();
        _binding.BindInput(OnnxModel.Input, Tensor(input, model.ElementType, model.InputShape));
        _binding.BindOutput(OnnxModel.Output, Tensor(output, model.ElementType, model.OutputShape));
        if (indices is not null)
        {
            _binding.BindOutput(OnnxModel.Indices, Tensor(indices, TensorElementType.Int64, model.OutputShape));
        }
    }

    public override nint Output => _output.Address;

    public override nint Indices => _indices?.Address ?? 0;

    public static OnnxRuntimeContender New<T>(Job<T> job, OnnxRuntimeLayout layout)
        where T : unmanaged, INumber<T> => new(
            new OnnxModel(job.Layer, OnnxModel.ElementTypeOf<T>(), job.Variant.Indices),
            layout,
            job.Variant.Threads,
            job.Input(DataLayout.ChannelsFirst),
            job.NewOutput(DataLayout.ChannelsFirst),
            job.NewIndices(DataLayout.ChannelsFirst));

    public override void Run() => _session.RunWithBinding(_runOptions, _binding);

    public override void Dispose()
    {
        _binding.Dispose();
        _tensors.ForEach(tensor => tensor.Dispose());
        _runOptions.Dispose();
        _session.Dispose();
        _output.Dispose();
        _indices?.Dispose();
    }

    private OrtValue Tensor(NativeBuffer buffer, TensorElementType type, long[] shape)
    {
        var tensor = OrtValue.CreateTensorValueWithData(OrtMemoryInfo.DefaultInstance, type, shape, buffer.Address, buffer.Bytes);
        _tensors.Add(tensor);
        return tensor;
    }
}
