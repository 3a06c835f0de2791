using PoolingGen.Generators.Lowering;
using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>Executes operations on registers, lane by lane.</summary>
internal sealed class OperationInterpreter(KernelProgram program, ProgramState state)
{
    private readonly LaneArithmetic _arithmetic = new(program.Arithmetic);

    /// <summary>What columns are counted with; they wrap as the vectors do.</summary>
    private readonly ElementType _column = program.Arithmetic.Lane.Position();

    public LaneArithmetic Arithmetic => _arithmetic;

    public Lane[] Evaluate(Operation operation) => operation switch
    {
        Copy copy => Read(copy.Source),
        LowerHalf lower => state.Read(lower.Whole, 2 * program.Lanes)[..program.Lanes],
        UpperHalf upper => state.Read(upper.Whole, 2 * program.Lanes)[program.Lanes..],
        AddHalf add => AddHalf(add),
        Identity => Splat(_arithmetic.Identity),
        SplatIndex splat => Splat(_arithmetic.OfCount(state.Evaluate(splat.Value))),
        SplatReciprocal splat => Splat(_arithmetic.ReciprocalOf(state.Evaluate(splat.Value))),
        Load load => Load(load),
        LoadFew load => LoadFew(load),
        LoadScratch load => LoadScratch(load),
        LoadEdge load => LoadEdge(load),
        LoadGather load => LoadGather(load),
        Transform transform => Each(transform.Value, _arithmetic.Transform),
        Finish finish => Each(finish.Value, _arithmetic.Finish),
        MovePositions move => Each(move.Value, move.Columns, (value, column) => value with { Position = value.Position + (long)column.Value.Whole }),
        Inside inside => Masks(state.Evaluate(inside.Column), state.Evaluate(inside.Extent), 1),
        InsideAll inside => Masks(state.Evaluate(inside.Position), state.Evaluate(inside.Extent), 0),
        SelectInside select => Each(select.Mask, select.Value, (mask, value) => mask.IsSet ? value : _arithmetic.Identity),
        SelectAny select => Each(select.Counts, select.Value, (count, value) => count.IsSet || count.Value.Real != 0 ? value : _arithmetic.Nothing),
        Combine combine => Each(combine.Left, combine.Right, (left, right) => _arithmetic.Combine(left, right, combine.Exact, combine.InOrder)),
        Add add => Each(add.Left, add.Right, _arithmetic.Add),
        Multiply multiply => Each(multiply.Left, multiply.Right, _arithmetic.Multiply),
        MultiplyAdd multiply => [.. Each(multiply.Left, multiply.Right, _arithmetic.Multiply).Zip(Read(multiply.Sum), _arithmetic.Add)],
        SmallQuotient quotient => Each(quotient.Sums, quotient.Scales, _arithmetic.SmallQuotient),
        Reciprocal reciprocal => Each(reciprocal.Counts, count => _arithmetic.Reciprocal(count, reciprocal.Most)),
        Deinterleave deinterleave => Deinterleave(deinterleave),
        Rearrange rearrange => Rearrange(rearrange),
        ShiftIn shift => ShiftIn(shift),
        SplatLast splat => SplatLast(splat),
        TapCounts counts => TapCounts(counts),
        _ => Columns(operation),
    };

    /// <summary>Operations on columns.</summary>
    private Lane[] Columns(Operation operation)
    {
        switch (operation)
        {
            case SplatColumn splat:
                return Splat(Column(state.Evaluate(splat.Value)));
            case Columns columns:
                long first = state.Evaluate(columns.First);
                return Lanes(lane => Column(first + lane * (Int128)columns.Stride));
            case MoveColumns move:
                long distance = state.Evaluate(move.Distance);
                return Each(move.Source, column => Column(column.Value.Whole + distance));
            case PairedColumns paired:
                long outputs = state.Evaluate(paired.Outputs);
                return Lanes(lane => Column(lane < outputs ? 2 * lane + paired.Phase : program.Lanes + 2 * (lane - outputs) + paired.Phase));
            case WindowBegins begins:
                return WindowEnds(state.Evaluate(begins.Output), state.Evaluate(begins.Extent), begins.Outputs, 0, 0);
            case WindowEnds ends:
                return WindowEnds(state.Evaluate(ends.Output), state.Evaluate(ends.Extent), ends.Outputs, 1, ends.Outputs - 1);
            case CountColumns count:
                return Each(count.Ends, count.Begins, (end, begin) => _arithmetic.OfCount((long)(end.Value.Whole - begin.Value.Whole)));
            default:
                throw new NotSupportedException($"The interpreter has no {operation.GetType().Name}.");
        }
    }

    /// <summary>There is nothing in windows behind the last one.</summary>
    private Lane[] WindowEnds(long output, long extent, int outputs, int next, int roundUp) => Lanes(lane =>
        Column(output + lane < outputs ? ((output + lane + next) * (Int128)extent + roundUp) / outputs : 0));

    private Lane[] Load(Load load)
    {
        long first = state.Evaluate(load.Column);
        long position = Position(load.Position);
        return Lanes(lane => _arithmetic.Read(state.At(load.Row, first + lane), position + lane * load.Position.Step));
    }

    private Lane[] LoadFew(LoadFew load)
    {
        long first = state.Evaluate(load.Column);
        return Lanes(lane => lane < PoolingGen.Generators.Lowering.LoadFew.Count ? _arithmetic.Read(state.At(load.Row, first + lane), Lane.NoPosition) : Lane.OfReal(double.NaN));
    }

    private Lane[] LoadScratch(LoadScratch load)
    {
        long first = state.Evaluate(load.Column);
        return Lanes(lane => new Lane(state.At(load.Row, first + lane), (long)state.At(load.Row, first + lane + load.Distance).Whole));
    }

    private long Position(Positions positions) =>
        positions.Splat is { } splat ? (long)Read(splat).Select(static lane => lane.Value.Whole).Distinct().Single() : state.Evaluate(positions.First);

    private Lane[] LoadEdge(LoadEdge load)
    {
        long first = state.Evaluate(load.Column);
        long extent = state.Evaluate(load.Extent);
        long position = Position(load.Position);
        return Lanes(lane => first + lane >= 0 && first + lane < extent
            ? _arithmetic.Read(state.At(load.Row, first + lane), position + lane * load.Position.Step)
            : _arithmetic.Fill with { Position = load.Position.Step == 0 ? position : Lane.NoPosition });
    }

    private Lane[] LoadGather(LoadGather load)
    {
        long position = state.Evaluate(load.Position.First);
        return Each(load.Columns, load.Ends, (column, end) => column.Value.Whole >= 0 && column.Value.Whole < end.Value.Whole
            ? _arithmetic.Read(state.At(load.Row, (long)column.Value.Whole), position + (long)column.Value.Whole * load.Position.Step)
            : _arithmetic.Fill);
    }

    private Lane[] Masks(long position, long extent, int step) =>
        Lanes(lane => Lane.OfMask(position + lane * step >= 0 && position + lane * step < extent));

    private Lane[] Deinterleave(Deinterleave operation)
    {
        Lane[][] sources = [.. operation.Sources.Select(Read)];
        return Lanes(lane =>
        {
            int column = lane * sources.Length + operation.Phase;
            return sources[column / program.Lanes][column % program.Lanes];
        });
    }

    /// <summary>Lanes for which there is no column hold whatever is there.</summary>
    private Lane[] Rearrange(Rearrange rearrange)
    {
        Lane[] columns = Read(rearrange.Columns);
        Lane[] sources = [.. Read(rearrange.Left), .. Read(rearrange.Right)];
        return Lanes(lane => sources[(int)(columns[lane].Value.Whole % sources.Length)]);
    }

    private Lane[] ShiftIn(ShiftIn shift)
    {
        Assert.InRange(shift.Count, 1, program.Lanes - 1);
        Lane[] current = Read(shift.Current);
        Lane[] previous = Read(shift.Previous);
        return Lanes(lane => lane < shift.Count ? previous[program.Lanes - shift.Count + lane] : current[lane - shift.Count]);
    }

    private Lane[] SplatLast(SplatLast splat)
    {
        Lane[] source = Read(splat.Source);
        return Lanes(_ => source[^1]);
    }

    private Lane[] AddHalf(AddHalf add)
    {
        Lane[] whole = state.Read(add.Whole, 2 * program.Lanes);
        return [.. whole.Zip(Read(add.Half), _arithmetic.Add), .. whole[program.Lanes..]];
    }

    private Lane[] TapCounts(TapCounts counts)
    {
        long first = state.Evaluate(counts.FirstTap);
        long extent = state.Evaluate(counts.Extent);
        return Lanes(lane => _arithmetic.OfCount(Enumerable.Range(0, counts.Window)
            .Select(tap => first + lane * (long)counts.Stride + tap * (long)counts.Dilation)
            .Count(column => column >= 0 && column < extent)));
    }

    private Lane Column(Int128 column) => Lane.OfWhole(_column.Wrap(column));

    private Lane[] Each(Register source, Func<Lane, Lane> operation)
    {
        Lane[] lanes = Read(source);
        return Lanes(lane => operation(lanes[lane]));
    }

    private Lane[] Each(Register left, Register right, Func<Lane, Lane, Lane> operation)
    {
        Lane[] lefts = Read(left);
        Lane[] rights = Read(right);
        return Lanes(lane => operation(lefts[lane], rights[lane]));
    }

    private Lane[] Read(Register register) => state.Read(register, program.Lanes);

    private Lane[] Splat(Lane value) => Lanes(_ => value);

    private Lane[] Lanes(Func<int, Lane> lane)
    {
        Lane[] lanes = new Lane[program.Lanes];
        for (int number = 0; number < lanes.Length; number++)
        {
            lanes[number] = lane(number);
        }

        return lanes;
    }
}
