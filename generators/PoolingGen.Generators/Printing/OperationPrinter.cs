using System.Globalization;
using PoolingGen.Generators.Lowering;
using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Printing;

/// <summary>Prints vector operations in one dialect.</summary>
internal sealed class OperationPrinter(Dialect dialect, Reduction reduction)
{
    private string Identity => Splat(Literal(reduction.Identity));

    public string Print(Operation operation) => operation switch
    {
        Copy copy => copy.Source.Name,
        Splat splat => Splat(Literal(splat.Value)),
        SplatIndex splat => Splat($"(float)({IndexPrinter.Print(splat.Value)})"),
        Load load => dialect.IsScalar ? At(load.Row, load.Column) : $"{dialect.Class}.LoadUnsafe(ref {At(load.Row, load.Column)})",
        LoadEdge load => $"Lanes.LoadEdge(ref {load.Row.Name}, {IndexPrinter.Print(load.Column)}, {IndexPrinter.Print(load.Extent)}, {Identity})",
        LoadStrided load => $"Lanes.LoadStrided(ref {load.Row.Name}, {IndexPrinter.Print(load.Column)}, {load.Stride}, {IndexPrinter.Print(load.Extent)}, {Identity})",
        Inside inside => $"Lanes.Inside{dialect.Lanes}({IndexPrinter.Print(inside.Column)}, {IndexPrinter.Print(inside.Extent)})",
        InsideAll inside => $"Lanes.InsideAll{dialect.Lanes}({IndexPrinter.Print(inside.Position)}, {IndexPrinter.Print(inside.Extent)})",
        SelectInside select => $"{dialect.Class}.ConditionalSelect({select.Mask.Name}, {select.Value.Name}, {Identity})",
        Combine combine => Combine(combine),
        Add add => $"{add.Left.Name} + {add.Right.Name}",
        Multiply multiply => $"{multiply.Left.Name} * {multiply.Right.Name}",
        SplatReciprocal splat => Splat($"1f / ({IndexPrinter.Print(splat.Value)})"),
        Reciprocal reciprocal => $"Lanes.Reciprocal({reciprocal.Counts.Name}, {reciprocal.Most})",
        Deinterleave deinterleave => Deinterleave(deinterleave),
        ShiftIn shift => $"Lanes.ShiftIn({shift.Current.Name}, {shift.Previous.Name}, {shift.Count})",
        TapCounts counts => Counts(counts),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    /// <summary>One or four registers, each folded into an element: a scalar or a vector of four.</summary>
    public string Fold(IReadOnlyList<Register> values) => dialect.IsScalar ? values[0].Name
        : $"Lanes.{(reduction.Operator == ReductionOperator.Add ? "Sum" : reduction.Operator.ToString())}Across({string.Join(", ", values.Select(value => value.Name))})";

    /// <summary>An element of a row.</summary>
    public static string At(Place row, Index column) => column is ConstantIndex { Value: 0 }
        ? row.Name
        : $"Unsafe.Add(ref {row.Name}, {IndexPrinter.Print(column)})";

    public static string Literal(float value) =>
        float.IsNegativeInfinity(value) ? "float.NegativeInfinity"
        : float.IsPositiveInfinity(value) ? "float.PositiveInfinity"
        : value == 0 && 1 / value < 0 ? "-0f"
        : value.ToString("G9", CultureInfo.InvariantCulture) + "f";

    private string Splat(string value) => dialect.IsScalar ? value : $"{dialect.Class}.Create({value})";

    private string Combine(Combine operation)
    {
        string operands = $"{operation.Left.Name}, {operation.Right.Name}";
        return reduction.Operator == ReductionOperator.Add ? $"{operation.Left.Name} + {operation.Right.Name}"
            : operation.Exact ? $"Lanes.{reduction.Operator}({operands})"
            : $"{(dialect.IsScalar ? "float" : dialect.Class)}.{reduction.Operator}Native({operands})";
    }

    private string Counts(TapCounts counts)
    {
        string arguments = $"{IndexPrinter.Print(counts.FirstTap)}, {counts.Window}, {counts.Stride}, {IndexPrinter.Print(counts.Extent)}";
        return $"Lanes.TapCounts{dialect.Lanes}({arguments})";
    }

    private string Deinterleave(Deinterleave operation)
    {
        if (dialect.IsScalar)
        {
            return operation.Sources[operation.Phase].Name;
        }

        if (operation.Sources.Count == 2)
        {
            return $"Lanes.{(operation.Phase == 0 ? "Even" : "Odd")}({operation.Sources[0].Name}, {operation.Sources[1].Name})";
        }

        // Lane i is column i * n + phase of the n vectors; an index outside a vector leaves a zero for the others to fill.
        return string.Join(" | ", operation.Sources.Select((source, number) => Picked(source, number, operation)).Where(text => text.Length > 0));
    }

    private string Picked(Register source, int number, Deinterleave operation)
    {
        int[] lanes = [.. Enumerable.Range(0, dialect.Lanes)
            .Select(lane => lane * operation.Sources.Count + operation.Phase - number * dialect.Lanes)
            .Select(lane => lane >= 0 && lane < dialect.Lanes ? lane : -1)];
        return lanes.All(lane => lane < 0) ? ""
            : $"{dialect.Class}.Shuffle({source.Name}, {dialect.Class}.Create({string.Join(", ", lanes.Select(lane => lane.ToString(CultureInfo.InvariantCulture)))}))";
    }
}
