using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PoolingGen.Kernels.Tests.Catalogue;
using PoolingGen.Kernels.Tests.Oracle;

namespace PoolingGen.Kernels.Tests.Suite;

/// <summary>What became of one kernel's cases.</summary>
/// <param name="Digest">SHA-256 over the bits of all results, but for what may differ: see <see cref="CaseRunner"/>.</param>
/// <param name="Cases">How many they were.</param>
/// <param name="Failure">The first case that went wrong, in words; <see langword="null"/> if none did.</param>
internal sealed record SuiteResult(string Digest, int Cases, string? Failure);

/// <summary>
/// Runs one kernel on tensors, compares with the oracle, and digests the results. Two levels of instructions have to give
/// the same digest; it leaves out the payload of a NaN and the sign of a zero maximum or minimum, which the contract
/// leaves open, and the results of windows with a NaN where it leaves those open.
/// </summary>
/// <param name="kernel">The kernel.</param>
/// <param name="regions">Where its tensors are to lie.</param>
/// <param name="pool">What to call instead of it, so that a test can see what this takes for wrong.</param>
internal sealed class CaseRunner(Kernel kernel, Regions regions, Pool? pool = null)
{
    private readonly Pooling _pooling = kernel.Pooling;
    private readonly Pool _pool = pool ?? kernel.Pool;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int _cases;
    private string? _failure;

    public SuiteResult Result() => new(Convert.ToHexString(_hash.GetHashAndReset()), _cases, _failure);

    /// <summary>Runs one case. What goes wrong is kept for the result.</summary>
    public void Run(Shape shape, Filling filling, int seed)
    {
        NaivePooling oracle = new(_pooling, shape);
        int outputs = oracle.Output.Length;
        Span<byte> input = regions.Inputs.Take(shape.Length, _pooling.Input);
        Span<byte> output = regions.Outputs.TakeAtLeast(outputs, _pooling.Output);
        Span<byte> indices = _pooling.Indices is { } element ? regions.Indices.TakeAtLeast(outputs, element) : default;
        filling.Fill(input, shape, seed);
        _cases++;
        Numbers numbers = _pooling.Input.Decode(input);
        try
        {
            _pool(input, output, indices, shape);
        }
        catch (Exception exception)
        {
            _failure ??= Describe(shape, filling, seed, exception.ToString().ReplaceLineEndings(" | "));
            return;
        }

        Result[] expected = oracle.Results(numbers);
        Numbers actual = _pooling.Output.Decode(output[..(outputs * _pooling.Output.Size)]);
        Numbers? actualIndices = _pooling.Indices?.Decode(indices[..(outputs * _pooling.Indices.Size)]);
        string? wrong = Damage() ?? FirstWrong(oracle.Output, expected, actual, actualIndices);
        _failure ??= wrong is null ? null : Describe(shape, filling, seed, wrong);
        Digest(expected, actual, actualIndices);
    }

    private string? Damage() =>
        regions.Inputs.FirstDamage() is int inInput ? $"wrote beside the input at byte {inInput}"
        : regions.Outputs.FirstDamage() is int inOutput ? $"wrote beside the output at byte {inOutput}"
        : _pooling.Indices is not null && regions.Indices.FirstDamage() is int inIndices ? $"wrote beside the indices at byte {inIndices}"
        : null;

    private string? FirstWrong(Shape shape, Result[] expected, Numbers actual, Numbers? indices)
    {
        for (int element = 0; element < expected.Length; element++)
        {
            if (!expected[element].Admits(actual, element))
            {
                string right = _pooling.Output.IsFloating ? $"{expected[element].Floating}" : $"{expected[element].Integer}";
                return $"output[{Position(shape, element)}] is {actual[element]}, not {right}";
            }

            if (indices is not null && !expected[element].AdmitsIndex(indices, element))
            {
                return $"indices[{Position(shape, element)}] is {indices[element]}, not {expected[element].Index}";
            }
        }

        return null;
    }

    /// <summary>An element of the output, for people.</summary>
    private string Position(Shape shape, int element)
    {
        bool channelsFirst = _pooling.Layout == PoolingLayout.ChannelsFirst;
        int position = channelsFirst ? element % shape.PlaneSize : element / shape.Channels % shape.PlaneSize;
        int plane = channelsFirst ? element / shape.PlaneSize : element / shape.Length * shape.Channels + element % shape.Channels;
        int batch = channelsFirst ? plane / shape.Channels : element / (shape.PlaneSize * shape.Channels);
        (int row, int width) = Math.DivRem(position, shape.Width);
        (int depth, int height) = Math.DivRem(row, shape.Height);
        return $"batch {batch}, channel {plane % shape.Channels}, depth {depth}, row {height}, column {width} of {shape.Depth}x{shape.Height}x{shape.Width}";
    }

    private string Describe(Shape shape, Filling filling, int seed, string wrong) =>
        $"{kernel.Name}; {shape}; filled {filling.Name}, seed {seed}; {Levels.InstructionLevel.Here}: {wrong}";

    private void Digest(Result[] expected, Numbers actual, Numbers? indices)
    {
        for (int element = 0; element < expected.Length; element++)
        {
            if (expected[element].IsUndefined)
            {
                Clear(actual, element);
                Clear(indices, element);
            }
            else if (actual.Floating is { } floating)
            {
                double value = floating[element];
                floating[element] = double.IsNaN(value) ? double.NaN : value == 0 && _pooling.IsExtremum ? 0 : value;
            }
        }

        Append(actual);
        if (indices is not null)
        {
            Append(indices);
        }
    }

    private static void Clear(Numbers? numbers, int element)
    {
        if (numbers?.Floating is { } floating)
        {
            floating[element] = 0;
        }
        else if (numbers is not null)
        {
            numbers.Integer![element] = 0;
        }
    }

    private void Append(Numbers numbers) => _hash.AppendData(
        numbers.Floating is { } floating ? MemoryMarshal.AsBytes<double>(floating) : MemoryMarshal.AsBytes<Int128>(numbers.Integer));
}
