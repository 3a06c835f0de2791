using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PoolingGen.Generators.Diagnostics;

namespace PoolingGen.Generators.Parsing;

/// <summary>Reads the properties that have one value for every axis or, in their plural, one value per axis.</summary>
internal sealed class AxisValues(AttributeArguments arguments, int rank, Problems problems)
{
    /// <summary>Whether the property or its plural is set, rightly or wrongly.</summary>
    public bool IsSet(string scalar, string plural) => arguments.IsSet(scalar) || arguments.IsSet(plural);

    /// <summary>Where the property is set.</summary>
    public Location LocationOf(string scalar, string plural) => arguments.LocationOf(NameOf(scalar, plural));

    /// <summary>The one of the two that is set.</summary>
    public string NameOf(string scalar, string plural) => arguments.IsSet(plural) ? plural : scalar;

    /// <summary>One value per axis, or <see langword="null"/> if the property is not set or in error.</summary>
    public ImmutableArray<int>? Read(string scalar, string plural, int minimum) =>
        Read(scalar, plural, minimum, rank) is { } values && values.Length == rank ? values : null;

    /// <summary>The distances between taps, 1 if the property is not set; <see langword="null"/> if they are in error.</summary>
    public ImmutableArray<int>? ReadDilations() => IsSet("Dilation", "Dilations")
        ? Read("Dilation", "Dilations", minimum: 1)
        : [.. Enumerable.Repeat(1, rank)];

    /// <summary>The paddings: all begins, then all ends; <see langword="null"/> if they are in error.</summary>
    public ImmutableArray<int>? ReadPaddings()
    {
        if (!IsSet("Padding", "Paddings"))
        {
            return [.. Enumerable.Repeat(0, 2 * rank)];
        }

        return Read("Padding", "Paddings", minimum: 0, rank, 2 * rank) switch
        {
            { } values when values.Length == rank => [.. values, .. values],
            { } values => values,
            null => null,
        };
    }

    /// <summary>A number with its noun.</summary>
    private static string Count(int count, string singular, string plural) => count == 1 ? $"1 {singular}" : $"{count} {plural}";

    private ImmutableArray<int>? Read(string scalar, string plural, int minimum, params int[] lengths)
    {
        if (arguments.IsSet(scalar) && arguments.IsSet(plural))
        {
            problems.Add(KernelDiagnostics.ScalarAndPlural, arguments.LocationOf(plural), scalar, plural);
            return null;
        }

        if (arguments.Integer(scalar) is { } value)
        {
            return Check(scalar, value, minimum, scalar) ? [.. Enumerable.Repeat(value, rank)] : null;
        }

        return arguments.Integers(plural) is { } values && CheckLength(plural, values.Length, lengths) && CheckAll(plural, values, minimum)
            ? values
            : null;
    }

    private bool CheckLength(string name, int length, int[] lengths)
    {
        if (lengths.Contains(length))
        {
            return true;
        }

        problems.Add(
            KernelDiagnostics.WrongArrayLength,
            arguments.LocationOf(name),
            name,
            Count(length, "value", "values"),
            Count(rank, "spatial axis", "spatial axes"),
            string.Join(" or ", lengths));
        return false;
    }

    private bool CheckAll(string name, ImmutableArray<int> values, int minimum)
    {
        bool right = true;
        for (int axis = 0; axis < values.Length; axis++)
        {
            right &= Check($"{name}[{axis}]", values[axis], minimum, name);
        }

        return right;
    }

    private bool Check(string label, int value, int minimum, string name)
    {
        if (value >= minimum)
        {
            return true;
        }

        problems.Add(KernelDiagnostics.OutOfRange, arguments.LocationOf(name), label, value, $"at least {minimum}");
        return false;
    }
}
