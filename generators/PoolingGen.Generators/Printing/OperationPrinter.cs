using System.Globalization;
using PoolingGen.Generators.Lowering;
using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Printing;

/// <summary>Prints vector operations in one dialect.</summary>
internal sealed class OperationPrinter(Dialect dialect, Arithmetic arithmetic)
{
    private readonly string _suffix = dialect.Suffix;
    private readonly string _lane = arithmetic.Lane.Name();
    private readonly string _column = arithmetic.Lane.Position().Name();

    private string Fill => Literals.Print(arithmetic.Lane, arithmetic.Fill);

    private string Order => arithmetic.NormOrder.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>What is read, and what it becomes, as type arguments.</summary>
    private string Conversion => $"<{arithmetic.Storage.Name()}, {_lane}>";

    private bool Converts => arithmetic.Storage != arithmetic.Lane;

    public string Print(Operation operation) => operation switch
    {
        Copy copy => copy.Source.Name,
        LowerHalf lower => $"{lower.Whole.Name}.GetLower()",
        UpperHalf upper => $"{upper.Whole.Name}.GetUpper()",
        AddHalf add => $"{add.Whole.Name} + {add.Half.Name}.ToVector{2 * dialect.Bits}()",
        Identity => IdentityValue(),
        SplatIndex { Value: ConstantIndex number } when arithmetic.Lane.IsFloatingPoint() => Splat(arithmetic.Lane, Literals.Print(arithmetic.Lane, number.Value)),
        SplatIndex splat => Splat(arithmetic.Lane, $"({_lane})({IndexPrinter.Print(splat.Value)})"),
        SplatReciprocal { Value: ConstantIndex constant } => Splat(arithmetic.Scale, Literals.PrintReciprocal(arithmetic, constant.Value)),
        SplatReciprocal splat when arithmetic.Scale == ElementType.Int16 => Splat(arithmetic.Scale, $"Lanes.ReciprocalAbove((short)({IndexPrinter.Print(splat.Value)}))"),
        SplatReciprocal splat => Splat(arithmetic.Scale, $"{Literals.PrintOne(arithmetic)} / ({IndexPrinter.Print(splat.Value)})"),
        SplatColumn splat => Splat(arithmetic.Lane.Position(), $"({_column})({IndexPrinter.Print(splat.Value)})"),
        Load load => Load(load),
        LoadFew load => $"Lanes.LoadFew{_suffix}(ref {At(load.Row, load.Column)})",
        LoadScratch load => $"{dialect.Indexed(arithmetic)}.LoadScratch(ref {At(load.Row, load.Column)}, {load.Distance})",
        LoadEdge load => LoadEdge(load),
        LoadGather load => LoadGather(load),
        Transform transform => Transformed(transform.Value.Name),
        Finish finish => Finished(finish.Value.Name),
        Inside inside => $"Lanes.Inside{_suffix}<{_lane}>({IndexPrinter.Print(inside.Column)}, {IndexPrinter.Print(inside.Extent)})",
        InsideAll inside when dialect.IsScalar => $"{IndexPrinter.Print(inside.Position)} >= 0 && {IndexPrinter.Print(inside.Position)} < {IndexPrinter.Print(inside.Extent)} ? ({_lane})1 : ({_lane})0",
        InsideAll inside => $"Lanes.InsideAll{_suffix}<{_lane}>({IndexPrinter.Print(inside.Position)}, {IndexPrinter.Print(inside.Extent)})",
        SelectInside select when dialect.IsScalar => $"{select.Mask.Name} != 0 ? {select.Value.Name} : {(arithmetic is { Form: LaneForm.Plain } && arithmetic.Lane.Bytes() < 4 ? $"({_lane})({IdentityValue()})" : IdentityValue())}",
        SelectInside select => arithmetic.Form == LaneForm.Plain
            ? $"{dialect.Class}.ConditionalSelect({select.Mask.Name}, {select.Value.Name}, {IdentityValue()})"
            : $"Lanes.SelectInside({select.Mask.Name}, {select.Value.Name}, {IdentityValue()})",
        SelectAny select => SelectAny(select),
        Combine combine => Combine(combine),
        Add add => Narrowed($"{Values(add.Left)} + {Values(add.Right)}"),
        Multiply multiply => Narrowed($"{multiply.Left.Name} * {multiply.Right.Name}"),
        MultiplyAdd multiply => $"{dialect.Class}.MultiplyAddEstimate({Values(multiply.Left)}, {Values(multiply.Right)}, {Values(multiply.Sum)})",
        SmallQuotient quotient => $"Lanes.SmallQuotient({quotient.Sums.Name}, {quotient.Scales.Name})",
        Reciprocal reciprocal when arithmetic.Division == Division.SmallQuotient => $"Lanes.ReciprocalAbove({reciprocal.Counts.Name})",
        Reciprocal reciprocal => $"Lanes.Reciprocal({reciprocal.Counts.Name}, {Math.Min(reciprocal.Most, int.MaxValue)})",
        Deinterleave deinterleave => Deinterleave(deinterleave),
        Rearrange rearrange => $"Lanes.Rearrange({rearrange.Left.Name}, {rearrange.Right.Name}, {rearrange.Columns.Name})",
        ShiftIn shift => $"Lanes.ShiftIn({shift.Current.Name}, {shift.Previous.Name}, {shift.Count})",
        SplatLast splat => $"Lanes.SplatLast({splat.Source.Name})",
        TapCounts counts => $"Lanes.TapCounts{_suffix}<{_lane}>({IndexPrinter.Print(counts.FirstTap)}, {counts.Window}, {counts.Stride}, {IndexPrinter.Print(counts.Extent)}, {counts.Dilation})",
        _ => Columns(operation),
    };

    /// <summary>Where lanes that are apart are read.</summary>
    private string Columns(Operation operation) => operation switch
    {
        Columns columns when dialect.IsScalar => $"({_column})({IndexPrinter.Print(columns.First)})",
        Columns columns => $"{dialect.Vector(arithmetic.Lane.Position())}.Indices{(columns.Stride == 1 ? "" : $" * {columns.Stride}")} + {dialect.Class}.Create(({_column})({IndexPrinter.Print(columns.First)}))",
        MovePositions move => $"new {dialect.Indexed(arithmetic)}({move.Value.Name}.Values, {move.Value.Name}.Positions + {move.Columns.Name})",
        MoveColumns move => dialect.IsScalar
            ? $"({_column})({move.Source.Name} + {IndexPrinter.Print(move.Distance)})"
            : $"{move.Source.Name} + {dialect.Class}.Create(({_column})({IndexPrinter.Print(move.Distance)}))",
        PairedColumns paired => $"Lanes.PairedColumns{_suffix}({IndexPrinter.Print(paired.Outputs)}, {paired.Phase})",
        WindowBegins begins => $"Lanes.WindowBegins{_suffix}<{_column}>({IndexPrinter.Print(begins.Output)}, {IndexPrinter.Print(begins.Extent)}, {begins.Outputs})",
        WindowEnds ends => $"Lanes.WindowEnds{_suffix}<{_column}>({IndexPrinter.Print(ends.Output)}, {IndexPrinter.Print(ends.Extent)}, {ends.Outputs})",
        CountColumns count => Count($"{count.Ends.Name} - {count.Begins.Name}"),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    /// <summary>Numbers of columns as divisors.</summary>
    private string Count(string difference) => !arithmetic.Lane.IsFloatingPoint() ? difference
        : dialect.IsScalar ? $"({_lane})({difference})"
        : $"{dialect.Class}.ConvertTo{arithmetic.Lane}({difference})";

    /// <summary>One or four registers, each folded into an element: a scalar or a vector of four.</summary>
    public string Fold(IReadOnlyList<Register> values) => dialect.IsScalar ? values[0].Name
        : $"Lanes.{Joiner("Sum")}Across({string.Join(", ", values.Select(value => value.Name))})";

    /// <summary>Of narrow integers, C# computes with <c>int</c>.</summary>
    private string Narrowed(string value) => dialect.IsScalar && arithmetic.Form == LaneForm.Plain && arithmetic.Lane.Bytes() < 4 ? $"({_lane})({value})" : value;

    /// <summary>The numbers in a register, without positions.</summary>
    private string Values(Register register) =>
        register.Kind == RegisterKind.Value && arithmetic.Form == LaneForm.Indexed ? $"{register.Name}.Values" : register.Name;

    /// <summary>An element of a row.</summary>
    public static string At(Place row, Index column) => column is ConstantIndex { Value: 0 }
        ? row.Name
        : $"Unsafe.Add(ref {row.Name}, {IndexPrinter.Print(column)})";

    /// <summary>What the arithmetic makes of a result before it is stored; the result itself if that is nothing.</summary>
    public string Finished(string value) =>
        arithmetic.Transform == TapTransform.Ordered ? $"Lanes.FromOrdered({value})"
        : arithmetic.AddsZero ? $"{value} + {Splat(arithmetic.Lane, Literals.Print(arithmetic.Lane, 0))}"
        : !arithmetic.Root ? value
        : arithmetic.NormOrder == 2 ? SquareRoot(value)
        : $"Lanes.Root({value}, {Order})";

    private string SquareRoot(string value) => !dialect.IsScalar ? $"{dialect.Class}.Sqrt({value})"
        : arithmetic.Lane == ElementType.Single ? $"MathF.Sqrt({value})"
        : $"Math.Sqrt({value})";

    private string Splat(ElementType type, string value) => dialect.IsScalar ? value
        : value == $"{type.Name()}.NaN" || value.Contains('.') || value.Contains('(') || type is ElementType.Single or ElementType.Double or ElementType.Int32 ? $"{dialect.Class}.Create({value})"
        : $"{dialect.Class}.Create<{type.Name()}>({value})";

    private string IdentityValue()
    {
        string value = Literals.Print(arithmetic.Lane, arithmetic.Identity);
        return arithmetic.Form switch
        {
            LaneForm.Indexed => $"{dialect.Indexed(arithmetic)}.None({value})",
            LaneForm.Wide => $"Wide{_suffix}.Zero",
            _ => Splat(arithmetic.Lane, value),
        };
    }

    private string SelectAny(SelectAny select)
    {
        string nothing = Literals.Print(arithmetic.Lane, arithmetic.Nothing!.Value);
        return dialect.IsScalar && arithmetic.Form == LaneForm.Plain
            ? $"{select.Counts.Name} == 0 ? {nothing} : {select.Value.Name}"
            : $"Lanes.SelectAny({select.Counts.Name}, {select.Value.Name}, {(arithmetic.Form == LaneForm.Indexed ? $"{dialect.Indexed(arithmetic)}.None({nothing})" : Splat(arithmetic.Lane, nothing))})";
    }

    private string Load(Load load)
    {
        string at = At(load.Row, load.Column);
        string values = dialect.IsScalar && !Converts ? at
            : Converts && arithmetic.Lane == ElementType.Int16 && !dialect.IsScalar ? $"Lanes.LoadBytes{_suffix}(ref {at})"
            : Converts ? $"Lanes.Load{_suffix}{Conversion}(ref {at})"
            : $"{dialect.Class}.LoadUnsafe(ref {at})";
        return arithmetic.Form switch
        {
            LaneForm.Wide => $"Lanes.LoadWide{_suffix}(ref {at})",
            LaneForm.Indexed => At(values, load.Position),
            _ => values,
        };
    }

    private string LoadEdge(LoadEdge load)
    {
        string where = $"ref {load.Row.Name}, {IndexPrinter.Print(load.Column)}, {IndexPrinter.Print(load.Extent)}";
        return arithmetic.Form switch
        {
            LaneForm.Wide => $"Lanes.LoadWideEdge{_suffix}({where})",
            LaneForm.Indexed when load.Position.Step == 0 && !dialect.IsScalar => At(LoadEdge(where), load.Position),
            LaneForm.Indexed => $"Lanes.LoadIndexedEdge{_suffix}<{arithmetic.Storage.Name()}, {_lane}, {_column}>({where}, {Fill}, {Position(load.Position)})",
            _ => LoadEdge(where),
        };
    }

    private string LoadEdge(string where) => !Converts && arithmetic.Lane.IsFloatingPoint()
        ? $"Lanes.LoadEdge({where}, {Splat(arithmetic.Lane, Fill)})"
        : $"Lanes.LoadEdge{_suffix}{Conversion}({where}, {Fill})";

    /// <summary>Values with their positions.</summary>
    private string At(string values, Positions positions) => positions.Splat is { } splat
        ? $"new {dialect.Indexed(arithmetic)}({values}, {splat.Name})"
        : $"{dialect.Indexed(arithmetic)}.At({values}, {Position(positions)})";

    private string LoadGather(LoadGather load)
    {
        string where = $"ref {load.Row.Name}, {load.Columns.Name}, {load.Ends.Name}";
        return arithmetic.Form switch
        {
            LaneForm.Wide => $"Lanes.LoadWideGather{_suffix}({where})",
            LaneForm.Indexed => $"Lanes.LoadIndexedGather{_suffix}<{arithmetic.Storage.Name()}, {_lane}, {_column}>({where}, {Fill}, {IndexPrinter.Print(load.Position.First)})",
            _ => $"Lanes.LoadGather{_suffix}<{arithmetic.Storage.Name()}, {_lane}, {_column}>({where}, {Fill})",
        };
    }

    private static string Position(Positions positions) => $"{IndexPrinter.Print(positions.First)}, {positions.Step}";

    private string Transformed(string value) => arithmetic.Transform switch
    {
        TapTransform.Absolute => dialect.IsScalar ? $"{_lane}.Abs({value})" : $"{dialect.Class}.Abs({value})",
        TapTransform.Square => $"{value} * {value}",
        TapTransform.Power => $"Lanes.Power({value}, {Order})",
        TapTransform.Ordered => $"Lanes.ToOrdered({value}, {OrderedNaN})",
        _ => value,
    };

    /// <summary>Where NaN propagates, it is the integer that wins every join; where it is ignored, the one that loses every join.</summary>
    private string OrderedNaN => (arithmetic.Operator == ReductionOperator.Max) == (arithmetic.Nothing is null) ? "short.MaxValue" : "short.MinValue";

    private string Combine(Combine operation)
    {
        string operands = $"{operation.Left.Name}, {operation.Right.Name}";
        if (arithmetic.Operator == ReductionOperator.Add)
        {
            return Narrowed($"{operation.Left.Name} + {operation.Right.Name}");
        }

        string order = arithmetic.Form == LaneForm.Indexed && operation.InOrder ? "InOrder" : "";
        bool native = arithmetic.Form == LaneForm.Plain && (arithmetic.Join == NaNJoin.Plain || !operation.Exact);
        string owner = dialect.IsScalar ? _lane : dialect.Class;
        return !native ? $"Lanes.{(operation.Exact ? Joiner("") : $"{arithmetic.Operator}Native")}{order}({operands})"
            : arithmetic.Lane.IsFloatingPoint() ? $"{owner}.{arithmetic.Operator}Native({operands})"
            : $"{owner}.{arithmetic.Operator}({operands})";
    }

    /// <summary>The name of the join that meets NaN as it should.</summary>
    private string Joiner(string sum) => arithmetic.Operator == ReductionOperator.Add ? sum
        : arithmetic.Operator + (arithmetic.Join switch
        {
            NaNJoin.Number => "Number",
            NaNJoin.Plain when sum.Length == 0 => "Native",
            _ => "",
        });

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

        return arithmetic.Form switch
        {
            LaneForm.Indexed => $"new {dialect.Indexed(arithmetic)}({Pick(operation, ".Values")}, {Pick(operation, ".Positions")})",
            LaneForm.Wide => $"new Wide{_suffix}({Pick(operation, ".High")}, {Pick(operation, ".Low")})",
            _ => Pick(operation, ""),
        };
    }

    /// <summary>Lane i is column i * n + phase of the n vectors; an index outside a vector leaves a zero for the others to fill.</summary>
    private string Pick(Deinterleave operation, string part) =>
        string.Join(" | ", operation.Sources.Select((source, number) => Picked(source.Name, part, number, operation)).Where(text => text.Length > 0));

    private string Picked(string source, string part, int number, Deinterleave operation)
    {
        int count = dialect.Bits / 8 / arithmetic.Lane.Bytes();
        int[] lanes = [.. Enumerable.Range(0, count)
            .Select(lane => lane * operation.Sources.Count + operation.Phase - number * count)
            .Select(lane => lane >= 0 && lane < count ? lane : -1)];
        if (lanes.All(lane => lane < 0))
        {
            return "";
        }

        // As many numbers as lanes, of which the highest stands for none, tell the overload.
        ElementType type = part == ".Positions" ? arithmetic.Lane.Position() : arithmetic.Lane;
        string none = type switch
        {
            ElementType.Byte => "255",
            ElementType.UInt16 => "65535",
            ElementType.UInt32 or ElementType.UInt64 => $"{type.Name()}.MaxValue",
            _ => "-1",
        };
        string indices = string.Join(", ", lanes.Select(lane => lane < 0 ? none : lane.ToString(CultureInfo.InvariantCulture)));
        return $"{dialect.Class}.Shuffle({source}{part}, {dialect.Class}.Create({indices}))";
    }
}
