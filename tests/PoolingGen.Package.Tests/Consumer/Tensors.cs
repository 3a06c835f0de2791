using System.Numerics.Tensors;
using PoolingGen;

/// <summary>A kernel over tensors, whose shapes and strides are known at run time.</summary>
internal static partial class Tensors
{
    [PoolingKernel(PoolingMode.Max, Size = 2, Stride = 2)]
    public static partial void Max(ReadOnlyTensorSpan<float> input, TensorSpan<float> output);

    /// <summary>Prints a line for a dense input, and one for an input whose rows do not follow each other.</summary>
    public static void Print()
    {
        float[] picture = [1, 3, 2, 4,
                           5, 6, 7, 8,
                           3, 2, 1, 0,
                           1, 2, 3, 4];
        ReadOnlyTensorSpan<float> tensor = new(picture, [1, 1, 4, 4]);
        float[] quarter = new float[4];
        Max(tensor, new TensorSpan<float>(quarter, [1, 1, 2, 2]));
        Console.WriteLine($"tensor max: {string.Join(' ', quarter)}");

        float[] middle = new float[2];
        Max(tensor.Slice(.., .., .., 1..3), new TensorSpan<float>(middle, [1, 1, 2, 1]));
        Console.WriteLine($"strided tensor max: {string.Join(' ', middle)}");
    }
}
