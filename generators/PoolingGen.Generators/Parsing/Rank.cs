using Microsoft.CodeAnalysis;

namespace PoolingGen.Generators.Parsing;

/// <summary>The number of spatial axes, with what told it.</summary>
/// <param name="Value">The rank.</param>
/// <param name="Location">Where that is written.</param>
internal readonly record struct Rank(int Value, Location Location)
{
    private static readonly string[] PerAxisArrays = ["InputSizes", "Sizes", "Strides", "Dilations", "OutputSizes"];

    /// <summary>
    /// The surest witness decides: the property itself, a parameter that only one rank has, an array with a value per
    /// axis, a lone width, the paddings; 2 if there is none. Whatever contradicts it is checked elsewhere.
    /// </summary>
    public static Rank Infer(AttributeArguments arguments, Signature signature)
    {
        if (arguments.Integer("Rank") is { } rank)
        {
            return new Rank(rank, arguments.LocationOf("Rank"));
        }

        if (signature[ParameterRole.Depth] is { } depth)
        {
            return new Rank(3, ParameterCheck.LocationOf(depth));
        }

        if (signature[ParameterRole.Height] is { } height)
        {
            return new Rank(2, ParameterCheck.LocationOf(height));
        }

        if (signature[ParameterRole.Width] is { } length && ParameterRoles.IsLength(length))
        {
            return new Rank(1, ParameterCheck.LocationOf(length));
        }

        foreach (string name in PerAxisArrays)
        {
            if (arguments.Integers(name) is { Length: 1 or 2 or 3 } values)
            {
                return new Rank(values.Length, arguments.LocationOf(name));
            }
        }

        if (signature[ParameterRole.Width] is { } width)
        {
            return new Rank(1, ParameterCheck.LocationOf(width));
        }

        return arguments.Integers("Paddings") switch
        {
            { Length: 1 } => new Rank(1, arguments.LocationOf("Paddings")),
            { Length: 3 or 6 } => new Rank(3, arguments.LocationOf("Paddings")),
            _ => new Rank(2, arguments.Location),
        };
    }
}
