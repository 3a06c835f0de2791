using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PoolingGen.Kernels.Tests.Catalogue;
using PoolingGen.Kernels.Tests.Oracle;

namespace PoolingGen.Kernels.Tests.Suite;

/// <summary>What became of one kernel's cases.</summary>
/// <param name="Digest">SHA-256 over the bits of all results, but for what may differ: see <see cref="NumericalSuite"/>.</param>
/// <param name="Failure">The first case that went wrong, in words; <see langword="null"/> if none did.</param>
internal sealed record SuiteResult(string Digest, string? Failure);

/// <summary>
/// Runs one kernel on all shapes and fillings, compares with the oracle, and digests the results. Two levels of
/// instructions have to give the same digest; it leaves out the payload of a NaN and the sign of a zero maximum or
/// minimum, which the contract leaves open.
/// </summary>
internal sealed class NumericalSuite
{
    /// <summary>Windows times taps per special value, so that the oracle stays quick.</summary>
    private const int MaxTapsPerSpecial = 250_000;

    private static readonly ConcurrentDictionary<string, Lazy<SuiteResult>> InProcess = [];

    private readonly Kernel _kernel;
    private readonly Region _inputs;
    private readonly Region _outputs;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private string? _failure;

    private NumericalSuite(Kernel kernel, Region inputs, Region outputs)
    {
        _kernel = kernel;
        _inputs = inputs;
        _outputs = outputs;
    }

    /// <summary>The result at the level of instructions of this process; each kernel runs once.</summary>
    public static SuiteResult Here(Kernel kernel) =>
        InProcess.GetOrAdd(kernel.Name, _ => new(() => Run(kernel, new ArrayRegion(), new ArrayRegion()))).Value;

    /// <summary>Runs a kernel with its tensors in these regions.</summary>
    public static SuiteResult Run(Kernel kernel, Region inputs, Region outputs)
    {
        NumericalSuite suite = new(kernel, inputs, outputs);
        suite.RunShapes();
        suite.RunSpecials();
        return new SuiteResult(Convert.ToHexString(suite._hash.GetHashAndReset()), suite._failure);
    }

    private void RunShapes()
    {
        int index = 0;
        foreach (Shape shape in ShapeGrid.For(_kernel))
        {
            foreach (Filling filling in Filling.For(_kernel, shape, index))
            {
                RunCase(shape, filling, index);
            }

            index++;
        }
    }

    /// <summary>Every special value at every position of a plane, as far as the oracle's time allows; then evenly spread.</summary>
    private void RunSpecials()
    {
        Shape plane = ShapeGrid.ForSpecials(_kernel, planes: 1);
        long affordable = Math.Max(1, MaxTapsPerSpecial * plane.Planes / ShapeGrid.Taps(_kernel, plane));
        int positions = (int)Math.Min(plane.PlaneSize, affordable);
        Shape shape = ShapeGrid.ForSpecials(_kernel, positions);
        int step = plane.PlaneSize / positions;
        foreach (Filling filling in Filling.OneSpecialPerPlane(_kernel, step))
        {
            for (int seed = 0; seed * shape.Planes < positions; seed++)
            {
                RunCase(shape, filling, seed);
            }
        }
    }

    private void RunCase(Shape shape, Filling filling, int seed)
    {
        Span<float> input = _inputs.Take(shape.Length);
        Span<float> output = _outputs.Take(_kernel.OutputOf(shape).Length);
        filling.Fill(input, shape, seed);
        try
        {
            _kernel.Pool(input, output, shape);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{Describe(shape, filling, seed)}: {exception.Message}", exception);
        }

        _failure ??= Verify(shape, filling, seed, input, output);
        Normalize(output);
        _hash.AppendData(MemoryMarshal.AsBytes(output));
    }

    private string? Verify(Shape shape, Filling filling, int seed, ReadOnlySpan<float> input, ReadOnlySpan<float> output)
    {
        string? wrong =
            _inputs.FirstDamage() is int inInput ? $"wrote beside the input at {inInput}"
            : _outputs.FirstDamage() is int inOutput ? $"wrote beside the output at {inOutput}"
            : FirstWrongElement(shape, input, output);
        return wrong is null ? null : $"{Describe(shape, filling, seed)}: {wrong}";
    }

    private string? FirstWrongElement(Shape shape, ReadOnlySpan<float> input, ReadOnlySpan<float> output)
    {
        NaivePooling oracle = new(_kernel, shape.Height, shape.Width);
        int index = 0;
        for (int plane = 0; plane < shape.Planes; plane++)
        {
            ReadOnlySpan<float> taps = input.Slice(plane * shape.PlaneSize, shape.PlaneSize);
            for (int y = 0; y < oracle.OutputHeight; y++)
            {
                for (int x = 0; x < oracle.OutputWidth; x++, index++)
                {
                    Expectation expected = oracle.Window(taps, y, x);
                    if (!expected.Admits(output[index]))
                    {
                        return $"output[plane {plane}, row {y}, column {x}] of {oracle.OutputHeight}x{oracle.OutputWidth} is {output[index]:R}, not {expected}";
                    }
                }
            }
        }

        return null;
    }

    private string Describe(Shape shape, Filling filling, int seed) =>
        $"{_kernel}; {shape}; filled {filling.Name}, seed {seed}; {Levels.InstructionLevel.Here}";

    private void Normalize(Span<float> results)
    {
        foreach (ref float result in results)
        {
            result = float.IsNaN(result) ? float.NaN : result == 0 && _kernel.Mode != PoolingMode.Average ? 0 : result;
        }
    }
}
