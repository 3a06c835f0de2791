using PoolingGen.Kernels.Tests.Oracle;

namespace PoolingGen.Kernels.Tests.Specs;

/// <summary>The drawing of a kernel's windows.</summary>
/// <param name="dice">The choices.</param>
/// <param name="rank">The number of axes.</param>
/// <param name="properties">Where the attribute's properties go.</param>
internal sealed class WindowDraw(Dice dice, int rank, List<string> properties)
{
    private const int MaxTaps = 600;

    /// <returns>The windows along each axis, as the properties that it added say.</returns>
    public Axis[] Draw() => dice.Between(1, 10) switch
    {
        1 => Global(),
        2 or 3 => Adaptive(),
        _ => Sliding(),
    };

    private Axis[] Global()
    {
        properties.Add("Global = true");
        return [.. Enumerable.Repeat(new Axis(1, 1, Outputs: 1), rank)];
    }

    private Axis[] Adaptive()
    {
        int[] outputs = dice.Several(rank, () => dice.Chance(15) ? dice.Between(1, 40) : dice.Between(1, 9));
        Add("OutputSize", outputs);
        return [.. outputs.Select(static count => new Axis(1, 1, Outputs: count))];
    }

    private Axis[] Sliding()
    {
        int[] sizes = DrawSizes();
        Add("Size", sizes);
        int[] strides = DrawStrides(sizes);
        int[] dilations = dice.Chance(25) ? Same(() => dice.Between(1, 4)) : [.. sizes.Select(static _ => 1)];
        Add("Dilation", dilations, isDefault: dilations.All(static dilation => dilation == 1) && dice.Chance(90));
        PoolingAutoPad autoPad = dice.Chance(20) ? dice.Pick(PoolingAutoPad.SameUpper, PoolingAutoPad.SameLower, PoolingAutoPad.Valid) : PoolingAutoPad.Explicit;
        bool ceilMode = dice.Chance(25);
        Axis[] axes = [.. sizes.Select((size, axis) => new Axis(size, strides[axis], 0, 0, dilations[axis], ceilMode, autoPad))];
        if (autoPad != PoolingAutoPad.Explicit)
        {
            properties.Add($"AutoPad = PoolingAutoPad.{autoPad}");
        }
        else if (dice.Chance(60))
        {
            axes = Pad(axes);
        }

        if (ceilMode)
        {
            properties.Add("CeilMode = true");
        }

        return axes;
    }

    private int[] DrawSizes()
    {
        while (true)
        {
            int[] sizes = Same(() => dice.Between(1, 20) switch { 1 => dice.Between(1, 40), <= 5 => dice.Between(1, 12), _ => dice.Between(1, 5) });
            if (sizes.Aggregate(static (product, size) => product * size) <= MaxTaps)
            {
                return sizes;
            }
        }
    }

    private int[] DrawStrides(int[] sizes)
    {
        if (dice.Chance(25))
        {
            return sizes;
        }

        int[] strides = Same(() => dice.Chance(80) ? dice.Between(1, 3) : dice.Between(1, 9));
        Add("Stride", strides);
        return strides;
    }

    private Axis[] Pad(Axis[] axes)
    {
        bool isSymmetric = dice.Chance(60);
        axes =
        [
            .. axes.Select(axis =>
            {
                int begin = dice.Between(0, axis.EffectiveSize - 1);
                return axis with { PadBegin = begin, PadEnd = isSymmetric ? begin : dice.Between(0, axis.EffectiveSize - 1) };
            }),
        ];
        int[] begins = [.. axes.Select(static axis => axis.PadBegin)];
        int[] ends = [.. axes.Select(static axis => axis.PadEnd)];
        if (begins.SequenceEqual(ends) && dice.Chance(80))
        {
            Add("Padding", begins);
        }
        else
        {
            properties.Add($"Paddings = [{string.Join(", ", begins.Concat(ends))}]");
        }

        return axes;
    }

    /// <summary>A value per axis, often the same one.</summary>
    private int[] Same(Func<int> draw) => dice.Chance(40) ? [.. Enumerable.Repeat(draw(), rank)] : dice.Several(rank, draw);

    private void Add(string property, int[] values, bool isDefault = false)
    {
        if (!isDefault)
        {
            properties.Add(values.All(value => value == values[0]) && dice.Chance(60)
                ? $"{property} = {values[0]}"
                : $"{property}s = [{string.Join(", ", values)}]");
        }
    }
}
