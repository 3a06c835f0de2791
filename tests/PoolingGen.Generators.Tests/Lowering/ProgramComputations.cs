namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>What windows are reduced to: modes, types, policies. The axes are left open.</summary>
internal static class ProgramComputations
{
    private static readonly ElementType[] s_types = Enum.GetValues<ElementType>();
    private static readonly ElementType[] s_reals = [ElementType.Single, ElementType.Double, ElementType.Half];
    private static readonly ElementType[] s_integers = [.. s_types.Except(s_reals)];

    private static readonly IndexSpec s_planeIndices = new(ElementType.Int64, PoolingIndexOrigin.Plane, PoolingIndexOrder.RowMajor);

    /// <summary>Tried on all windows, with a type of integers that differs from one to the next.</summary>
    public static IEnumerable<PoolingSpec> ForWindows(int number)
    {
        yield return Of(PoolingMode.Max, ElementType.Single);
        yield return Of(PoolingMode.Min, ElementType.Single);
        yield return Of(PoolingMode.Average, ElementType.Single);
        yield return Of(PoolingMode.Average, ElementType.Single) with { CountIncludePad = true };
        yield return Of(PoolingMode.Max, ElementType.Single) with { Indices = s_planeIndices };
        yield return Of(PoolingMode.Average, s_integers[number % s_integers.Length]) with { CountIncludePad = number % 2 == 0 };
        yield return Of(PoolingMode.Max, s_integers[(number + 3) % s_integers.Length]);
        yield return Of(PoolingMode.Min, s_integers[(number + 5) % s_integers.Length]) with
        {
            Indices = new IndexSpec(ElementType.Int32, (PoolingIndexOrigin)(number % 2), (PoolingIndexOrder)(number / 2 % 2)),
        };
        yield return Of(PoolingMode.Max, s_reals[number % 3]) with { NaN = NaNHandling.Ignore };
    }

    /// <summary>Everything else, tried on a few windows of each kind.</summary>
    public static IEnumerable<PoolingSpec> All =>
    [
        .. from mode in new[] { PoolingMode.Max, PoolingMode.Min, PoolingMode.Average, PoolingMode.Sum }
           from type in s_types
           select Of(mode, type),
        .. from type in s_reals
           from order in new[] { 1, 2, 3, 2.5 }
           select Of(PoolingMode.LpNorm, type) with { NormOrder = order },
        .. from mode in new[] { PoolingMode.Max, PoolingMode.Min }
           from type in s_reals
           from nan in new[] { NaNHandling.Ignore, NaNHandling.Unspecified }
           from indices in new[] { null, s_planeIndices }
           select Of(mode, type) with { NaN = nan, Indices = indices },
        .. from type in s_types
           from mode in new[] { PoolingMode.Max, PoolingMode.Min }
           select Of(mode, type) with { Indices = s_planeIndices },
        .. from type in new[] { ElementType.Single, ElementType.Byte, ElementType.Int64 }
           from index in new[] { ElementType.Int32, ElementType.Int64 }
           from origin in Enum.GetValues<PoolingIndexOrigin>()
           from order in Enum.GetValues<PoolingIndexOrder>()
           select Of(PoolingMode.Max, type) with { Indices = new IndexSpec(index, origin, order) },
        .. from type in s_integers
           from output in new[] { ElementType.Single, ElementType.Double }
           from mode in new[] { PoolingMode.Average, PoolingMode.Sum }
           select Of(mode, type) with { Output = output },
        Of(PoolingMode.Sum, ElementType.SByte) with { Output = ElementType.Int16 },
        Of(PoolingMode.Sum, ElementType.Byte) with { Output = ElementType.Int32 },
        Of(PoolingMode.Sum, ElementType.Byte) with { Output = ElementType.UInt32 },
        Of(PoolingMode.Sum, ElementType.Int16) with { Output = ElementType.Int64 },
        Of(PoolingMode.Sum, ElementType.UInt16) with { Output = ElementType.UInt64 },
        Of(PoolingMode.Sum, ElementType.Int32) with { Output = ElementType.Int64 },
        Of(PoolingMode.Sum, ElementType.UInt32) with { Output = ElementType.UInt64 },
        .. from type in new[] { ElementType.Single, ElementType.Half, ElementType.SByte, ElementType.UInt16, ElementType.Int64, ElementType.UInt64 }
           from divisor in new[] { 3, -7 }
           select Of(PoolingMode.Average, type) with { DivisorOverride = divisor, CountIncludePad = divisor < 0 },
        .. from type in s_types
           select Of(PoolingMode.Average, type) with { CountIncludePad = true },
    ];

    private static PoolingSpec Of(PoolingMode mode, ElementType type) =>
        new(mode, NaNHandling.Propagate, EquatableArray<AxisSpec>.Empty, HasBatch: true, new DimensionSpec(null), type, type);
}
