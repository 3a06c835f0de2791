using PoolingGen.Generators.Lowering;
using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Printing;

/// <summary>Prints how results are written in one dialect.</summary>
internal sealed class StorePrinter(Dialect dialect, KernelProgram program, OperationPrinter operations)
{
    private readonly Arithmetic _arithmetic = program.Arithmetic;
    private readonly string _suffix = dialect.Suffix;

    /// <summary>Whether a lane is written as it is.</summary>
    private bool IsPlain => _arithmetic is { Form: LaneForm.Plain, Division: not Division.Quotient } && _arithmetic.Lane == _arithmetic.Output;

    /// <summary>Whether lanes of 16 bits are written as bytes, which they fit.</summary>
    private bool StoresBytes => !IsPlain && _arithmetic.Lane == ElementType.Int16 && !dialect.IsScalar;

    /// <summary>What is written, and what it becomes, as type arguments.</summary>
    private string Conversion => _arithmetic.Form == LaneForm.Wide
        ? $"<{_arithmetic.Output.Name()}>"
        : $"<{_arithmetic.Lane.Name()}, {_arithmetic.Output.Name()}>";

    private string Wide => _arithmetic.Form == LaneForm.Wide ? "Wide" : "";

    public IEnumerable<string> Print(Statement statement) => statement switch
    {
        Store store => [Print(store)],
        StoreScratch store => [$"{store.Value.Name}.StoreScratch(ref {OperationPrinter.At(store.Row, store.Column)}, {store.Distance});"],
        StoreEdge store => Print(store),
        StoreIndices store => [Print(store)],
        StoreFolded store => Print(store),
        _ => throw new ArgumentOutOfRangeException(nameof(statement)),
    };

    private string Print(Store store)
    {
        string at = OperationPrinter.At(store.Row, store.Column);
        return StoresBytes ? $"Lanes.StoreBytes{_suffix}(ref {at}, {store.Value.Name});"
            : !IsPlain ? $"Lanes.{Name(store.Divisor, "")}{Conversion}(ref {at}, {Values(store.Value)}{Over(store.Divisor)});"
            : dialect.IsScalar ? $"{at} = {store.Value.Name};"
            : $"{store.Value.Name}.StoreUnsafe(ref {at});";
    }

    private IEnumerable<string> Print(StoreEdge store)
    {
        string where = $"{IndexPrinter.Print(store.Column)}, {IndexPrinter.Print(store.Extent)}";
        if (IsPlain && _arithmetic.Lane == ElementType.Single)
        {
            string apart = store.Pitch == store.Extent || store.Values.Count == 1 ? "" : $"{IndexPrinter.Print(store.Pitch)}, ";
            return [$"Lanes.StoreEdge(ref {store.Row.Name}, {where}, {apart}{string.Join(", ", store.Values.Select(value => value.Name))});"];
        }

        return store.Values.Select((value, row) =>
        {
            Register? divisor = store.Divisors.Count > 0 ? store.Divisors[row] : null;
            string start = OperationPrinter.At(store.Row, row * store.Pitch);
            return StoresBytes ? $"Lanes.StoreBytesEdge{_suffix}(ref {start}, {where}, {value.Name});" : $"Lanes.{Name(divisor, "Edge")}{Conversion}(ref {start}, {where}, {Values(value)}{Over(divisor)});";
        });
    }

    private string Print(StoreIndices store)
    {
        string where = store.Extent is null
            ? $"ref {OperationPrinter.At(store.Row, store.Column)}"
            : $"ref {store.Row.Name}, {IndexPrinter.Print(store.Column)}, {IndexPrinter.Print(store.Extent)}";
        return StoreIndices(store.Extent is null ? "" : "Edge", _suffix, where, $"{store.Value.Name}.Positions", store.Offset);
    }

    private string StoreIndices(string edge, string suffix, string where, string positions, Index offset)
    {
        IndexFormat format = program.Indices!;
        string position = _arithmetic.Lane.Position().Name();
        if (format.ColumnMajor is { } extents)
        {
            positions = $"Lanes.ColumnMajor{suffix}<{position}>({positions}, {string.Join(", ", extents.Select(IndexPrinter.Print))})";
        }

        return $"Lanes.StoreIndices{edge}{suffix}<{position}, {format.Type.Name()}>({where}, {positions}, {IndexPrinter.Print(format.Scale)}, {IndexPrinter.Print(offset)}, {format.Step}{(format.MayBeNone ? "" : ", mayBeNone: false")});";
    }

    /// <summary>The registers are folded into scalars, or four of them into a vector of four.</summary>
    private IEnumerable<string> Print(StoreFolded store)
    {
        string at = OperationPrinter.At(Place.Output, store.Column);
        string folded = operations.Fold(store.Values);
        if (store.Values.Count == 4)
        {
            string average = store.Divisors is null ? folded : $"({folded} / {FirstFour(store.Divisors)})";
            yield return IsPlain ? $"{average}.StoreUnsafe(ref {at});" : $"Lanes.Store128{Conversion}(ref {at}, {average});";
            yield break;
        }

        Dialect scalar = Dialect.Of(VectorWidth.Scalar);
        OperationPrinter scalars = new(scalar, _arithmetic);
        bool divides = store.Divisor is not null && _arithmetic.Division == Division.Reciprocal;
        string result = divides ? $"{folded} / {IndexPrinter.PrintFactor(store.Divisor!)}" : scalars.Finished(folded);
        if (_arithmetic.Form == LaneForm.Indexed)
        {
            string best = $"best{store.Values[0].Name}";
            yield return $"{scalar.Indexed(_arithmetic)} {best} = {folded};";
            yield return $"Lanes.Store1{Conversion}(ref {at}, {best}.Values);";
            yield return StoreIndices("", "1", $"ref {OperationPrinter.At(Place.Indices, store.Column)}", $"{best}.Positions", store.IndexOffsets[0]);
        }
        else if (IsPlain)
        {
            yield return $"{at} = {result};";
        }
        else if (_arithmetic.Division is Division.Quotient or Division.SmallQuotient)
        {
            string type = _arithmetic.Lane.Name();
            yield return $"Lanes.Store{Wide}Quotient1{Conversion}(ref {at}, {result}, ({type})({IndexPrinter.Print(store.Divisor!)}));";
        }
        else
        {
            yield return $"Lanes.Store{Wide}1{Conversion}(ref {at}, {result});";
        }
    }

    private string FirstFour(Register register) => dialect.Bits switch
    {
        512 => $"{register.Name}.GetLower().GetLower()",
        256 => $"{register.Name}.GetLower()",
        _ => register.Name,
    };

    private string Name(Register? divisor, string edge) => $"Store{Wide}{(divisor is null ? "" : "Quotient")}{edge}{_suffix}";

    private string Values(Register value) => _arithmetic.Form == LaneForm.Indexed ? $"{value.Name}.Values" : value.Name;

    private static string Over(Register? divisor) => divisor is null ? "" : $", {divisor.Name}";
}
