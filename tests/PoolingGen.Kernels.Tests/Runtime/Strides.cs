namespace PoolingGen.Kernels.Tests.Runtime;

/// <summary>Ways in which a tensor can lie in memory.</summary>
internal static class Strides
{
    /// <summary>Every way for a tensor of these lengths, with a name.</summary>
    public static IReadOnlyList<(string Name, nint[] Strides)> Of(nint[] lengths) =>
        [.. Ways(lengths).Select(way => (way.Name, WithoutSingle(way.Strides, lengths)))];

    /// <summary>Axes along which every element is the same.</summary>
    public static IEnumerable<(string Name, nint[] Strides)> Repeating(nint[] lengths)
    {
        for (int axis = 0; axis < lengths.Length; axis++)
        {
            nint[] strides = Dense([.. lengths.Select((length, other) => other == axis ? 1 : length)]);
            strides[axis] = 0;
            yield return ($"repeated along axis {axis}", WithoutSingle(strides, lengths));
        }
    }

    private static IEnumerable<(string Name, nint[] Strides)> Ways(nint[] lengths)
    {
        int last = lengths.Length - 1;
        yield return ("dense", Dense(lengths));
        for (int axis = 0; axis <= last; axis++)
        {
            yield return ($"part of axis {axis}", Dense(Grown(lengths, axis)));
        }

        for (int axis = 0; axis < last; axis++)
        {
            int[] order = [.. Enumerable.Range(0, lengths.Length).Where(other => other != axis), axis];
            yield return ($"axis {axis} last", Ordered(lengths, order));
        }

        yield return ("reversed axes", Ordered(lengths, [.. Enumerable.Range(0, lengths.Length).Reverse()]));
        yield return ("every other element", [.. Dense(lengths).Select(static stride => 2 * stride)]);
        yield return ("every other element of part of it", [.. Dense(Grown(Grown(lengths, last), 1)).Select(static stride => 2 * stride)]);
    }

    /// <summary>A tensor span insists on it: there is no step along an axis of one element.</summary>
    private static nint[] WithoutSingle(nint[] strides, nint[] lengths) =>
        [.. strides.Zip(lengths, static (stride, length) => length == 1 ? 0 : stride)];

    private static nint[] Dense(nint[] lengths) => Ordered(lengths, [.. Enumerable.Range(0, lengths.Length)]);

    private static nint[] Grown(nint[] lengths, int axis) => [.. lengths.Select((length, other) => other == axis ? length + 2 : length)];

    private static nint[] Ordered(nint[] lengths, int[] order)
    {
        nint[] strides = new nint[lengths.Length];
        nint size = 1;
        foreach (int axis in order.Reverse())
        {
            strides[axis] = size;
            size *= lengths[axis];
        }

        return strides;
    }
}
