using System.Collections.Immutable;

namespace PoolingGen.Generators.Planning;

/// <summary>
/// In which order values are joined. Values are numbered: first the <paramref name="Inputs"/>, then the result of each
/// step. Every instruction set follows the same tree, so that sums have the same bits everywhere.
/// </summary>
/// <param name="Inputs">How many values there are to begin with: rows of a tile, or phases of a row.</param>
/// <param name="Steps">The joins, each of values that stand before it.</param>
/// <param name="Outputs">The values asked for.</param>
internal sealed record ReductionTree(int Inputs, EquatableArray<ReductionStep> Steps, EquatableArray<int> Outputs)
{
    /// <summary>How many neighbours a value is made of, where steps leave none out.</summary>
    public int LengthOf(int value)
    {
        if (value < Inputs)
        {
            return 1;
        }

        ReductionStep step = Steps[value - Inputs];
        return Math.Max(LengthOf(step.Left), step.Shift + LengthOf(step.Right));
    }

    /// <summary>The same without the joins of inputs that are the identity. Of those of an output, some are not.</summary>
    public ReductionTree Without(Func<int, bool> isIdentity)
    {
        ReductionTreeBuilder tree = new(Inputs);
        int?[] values = new int?[Inputs + Steps.Count];
        for (int input = 0; input < Inputs; input++)
        {
            values[input] = isIdentity(input) ? null : input;
        }

        for (int step = 0; step < Steps.Count; step++)
        {
            (int left, int right, int shift, bool inOrder) = Steps[step];
            values[Inputs + step] = values[left] is not { } first ? values[right]
                : values[right] is not { } second ? first
                : tree.Join(first, second, shift, inOrder);
        }

        return tree.Build(Outputs.Select(output => values[output]!.Value));
    }

    /// <summary>Whether the result takes no join at two different distances: joining what is shifted then takes no more joins than shifting what is joined.</summary>
    public bool JoinsAreMovedOnce
    {
        get
        {
            HashSet<(int Value, int Shift)> uses = [(Outputs[0], 0)];
            for (int value = Inputs + Steps.Count - 1; value >= Inputs; value--)
            {
                ReductionStep step = Steps[value - Inputs];
                foreach ((int _, int shift) in uses.Where(use => use.Value == value).ToArray())
                {
                    uses.Add((step.Left, shift));
                    uses.Add((step.Right, shift + step.Shift));
                }
            }

            return uses.Where(use => use.Value >= Inputs).GroupBy(static use => use.Value).All(static moved => moved.Count() == 1);
        }
    }
}

/// <summary>Joins value <paramref name="Left"/> with value <paramref name="Right"/> of <paramref name="Shift"/> columns before.</summary>
/// <param name="InOrder">
/// Whether, in row-major order, no tap of the left value comes after one of the right value that it does not have itself:
/// of equal taps the first is then found without a look at the positions.
/// </param>
internal sealed record ReductionStep(int Left, int Right, int Shift, bool InOrder = false);

/// <summary>Collects steps; a join that was made before is not made again.</summary>
internal sealed class ReductionTreeBuilder(int inputs)
{
    private readonly List<ReductionStep> _steps = [];

    public int Count => _steps.Count;

    public int Join(int left, int right, int shift = 0, bool inOrder = false)
    {
        ReductionStep step = new(left, right, shift, inOrder);
        int known = _steps.IndexOf(step);
        if (known < 0)
        {
            known = _steps.Count;
            _steps.Add(step);
        }

        return inputs + known;
    }

    /// <summary>Joins a run of values from left to right.</summary>
    public int Chain(IEnumerable<int> values, bool inOrder = false) => values.Aggregate((left, right) => Join(left, right, inOrder: inOrder));

    public ReductionTree Build(IEnumerable<int> outputs) =>
        new(inputs, new([.. _steps]), new([.. outputs]));
}
