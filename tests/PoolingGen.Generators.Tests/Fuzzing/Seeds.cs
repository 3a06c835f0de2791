using PoolingGen.Generators.Tests.Hosting;

namespace PoolingGen.Generators.Tests.Fuzzing;

/// <summary>Right sources to start from: every property of the attribute, every kind of parameter and of containing type.</summary>
internal static class Seeds
{
    public static IReadOnlyList<string> All { get; } =
    [
        Sources.Kernel("PoolingMode.Average, Size = 3, Stride = 1, Padding = 1, CountIncludePad = true, DivisorOverride = -4, CeilMode = false"),
        Sources.Kernel("PoolingMode.Max, Global = true, Parallel = true, Rank = 2", $"{Sources.Parameters}, int batch"),
        Sources.Kernel("PoolingMode.LpNorm, NormOrder = 3, OutputSizes = [7, 5], Layout = PoolingLayout.ChannelsLast"),
        Sources.Kernel("PoolingMode.Max, Size = 5, Stride = 1, Padding = 2, Channels = 16, InputSizes = [20, 20], NaN = NaNHandling.Ignore", Sources.Spans),
        Sources.Kernel("PoolingMode.Sum, Sizes = new[] { 2 }, Strides = new int[] { 3 }, AutoPad = PoolingAutoPad.SameUpper", "ReadOnlySpan<byte> input, Span<long> output, int length"),
        """
        namespace A.@namespace
        {
            partial class @class<T>
                where T : struct
            {
                internal partial struct @struct
                {
                    [PoolingKernel(PoolingMode.Min, Sizes = [2, 3, 2], Dilations = [1, 2, 1], Paddings = [0, 1, 0, 1, 1, 0], NaN = NaNHandling.Unspecified)]
                    public readonly partial void @void(in ReadOnlySpan<double> @in, scoped Span<double> @out, int n, int c, int d, int h, int w);
                }
            }
        }
        """,
        """
        public partial record Pools(int Size)
        {
            [PoolingKernel(PoolingMode.Max, Size = 2, IndexOrigin = PoolingIndexOrigin.Tensor, IndexOrder = PoolingIndexOrder.ColumnMajor)]
            internal static partial void WithIndices<T>(ReadOnlySpan<Half> input, Span<Half> output, Span<int> indices, int height, int width)
                where T : class?, IDisposable, new();
        }
        """,
        """
        using System.Numerics.Tensors;

        internal static partial class Tensors
        {
            [PoolingKernel(PoolingMode.Max, OutputSize = 1, InputSize = 6)]
            public static partial void Largest(this ReadOnlyTensorSpan<short> input, TensorSpan<short> output, TensorSpan<long> indices);

            [PoolingOutputShape(nameof(Largest))]
            public static partial (int Height, int Width) Shape();
        }
        """,
        """
        public static partial class Pools
        {
            private const int Window = 1 << 1;

            [PoolingKernel(PoolingMode.Sum, Size = Window, Stride = Window + 1, CeilMode = true)]
            public static partial void Pool(ReadOnlySpan<int> input, Span<double> output, int batch, int height, int width);

            [PoolingKernel(PoolingMode.Sum, Size = Window, Stride = Window + 1, CeilMode = true)]
            public static partial void Pool(ReadOnlySpan<ulong> input, Span<ulong> output, int height, int width);

            /// <summary>Of both.</summary>
            [PoolingOutputShape(nameof(Pool))]
            public static partial (int Height, int Width) PoolShape(int height, int width);

            public static int Neighbour() => Window;
        }
        """,
        """
        readonly ref partial struct Line
        {
            [PoolingKernel(mode: PoolingMode.Average, Size = 4, AutoPad = PoolingAutoPad.SameLower, Stride = 2)]
            private partial void Smooth(ReadOnlySpan<sbyte> samples, Span<sbyte> smoothed, int length);

            [PoolingOutputShape("Smooth")]
            private partial int Length(int length);
        }

        public partial interface IPools<in T>
        {
            [PoolingKernel(PoolingMode.Min, Global = true, Channels = 3), Obsolete("Old.")]
            static partial void Smallest(ReadOnlySpan<uint> input, Span<uint> output, ref readonly int height, int width);
        }
        """,
        """
        using P = PoolingGen.PoolingKernelAttribute;
        namespace User.System
        {
            partial class Outer
            {
                protected partial class Pools
                {
                    [@P(PoolingMode.Average, OutputSize = 2)]
                    protected internal virtual partial void Pool(global::System.ReadOnlySpan<ushort> input, global::System.Span<float> output, int width = 8, int height = 8);
                }
            }
        }
        """,
        """
        #nullable disable
        partial class Pools
        {
            [method: PoolingGen.PoolingKernelAttribute(PoolingGen.PoolingMode.Max, Size = 3, AutoPad = PoolingGen.PoolingAutoPad.Valid, InputSize = 9)]
            partial void Pool(System.ReadOnlySpan<float> input, System.Span<float> output);

            [PoolingGen.PoolingOutputShape(nameof(Pool))]
            private static partial (int, int) Shape();
        }

        partial class Pools
        {
            partial void Other();
        }
        """,
    ];
}
