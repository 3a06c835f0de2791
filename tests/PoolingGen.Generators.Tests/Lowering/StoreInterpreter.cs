using PoolingGen.Generators.Lowering;
using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>Executes stores, element by element.</summary>
internal sealed class StoreInterpreter(KernelProgram program, ProgramState state, LaneArithmetic arithmetic)
{
    /// <summary>What is written of no position where there always is one, if NaN does not get in the way of it; then it is made again.</summary>
    private static readonly Int128 s_undefined = -2;

    public void Execute(Statement statement)
    {
        switch (statement)
        {
            case Store store:
                Write(store.Row, 0, state.Evaluate(store.Column), null, store.Value, store.Divisor);
                break;
            case StoreScratch store:
                StoreScratch(store);
                break;
            case StoreEdge store:
                StoreEdge(store);
                break;
            case StoreIndices store:
                StoreIndices(store);
                break;
            case StoreFolded store:
                StoreFolded(store);
                break;
            default:
                throw new NotSupportedException($"The interpreter has no {statement.GetType().Name}.");
        }
    }

    private void StoreScratch(StoreScratch store)
    {
        long column = state.Evaluate(store.Column);
        Lane[] lanes = Read(store.Value);
        for (int lane = 0; lane < lanes.Length; lane++)
        {
            state.At(store.Row, column + lane) = lanes[lane].Value;
            state.At(store.Row, column + lane + store.Distance) = Number.OfWhole(lanes[lane].Position);
        }
    }

    private void StoreEdge(StoreEdge store)
    {
        long extent = state.Evaluate(store.Extent);
        for (int row = 0; row < store.Values.Count; row++)
        {
            Register? divisor = store.Divisors.Count > 0 ? store.Divisors[row] : null;
            Write(store.Row, row * state.Evaluate(store.Pitch), state.Evaluate(store.Column), extent, store.Values[row], divisor);
        }
    }

    private void Write(Place place, long row, long column, long? extent, Register values, Register? divisors)
    {
        Lane[] lanes = Read(values);
        for (int lane = 0; lane < lanes.Length; lane++)
        {
            if (IsInside(column + lane, extent))
            {
                state.At(place, row + column + lane) = divisors is null
                    ? arithmetic.Write(lanes[lane])
                    : arithmetic.WriteQuotient(lanes[lane], Read(divisors)[lane].Value.Whole);
            }
        }
    }

    private void StoreIndices(StoreIndices store)
    {
        long column = state.Evaluate(store.Column);
        long? extent = store.Extent is null ? null : state.Evaluate(store.Extent);
        long offset = state.Evaluate(store.Offset);
        Lane[] lanes = Read(store.Value);
        for (int lane = 0; lane < lanes.Length; lane++)
        {
            if (IsInside(column + lane, extent))
            {
                state.At(store.Row, column + lane) = IndexOf(lanes[lane].Position, offset, lane);
            }
        }
    }

    private void StoreFolded(StoreFolded store)
    {
        Assert.True(store.Values.Count is 1 or 4, $"{store.Values.Count} values cannot be folded together.");
        long column = state.Evaluate(store.Column);
        for (int value = 0; value < store.Values.Count; value++)
        {
            Lane folded = Fold(Read(store.Values[value]));
            state.At(Place.Output, column + value) = Finish(folded, store.Divisors is { } divisors ? (long)Read(divisors)[value].Value.Real
                : store.Divisor is not null ? state.Evaluate(store.Divisor) : null);
            if (store.IndexOffsets.Count > 0)
            {
                state.At(Place.Indices, column + value) = IndexOf(folded.Position, state.Evaluate(store.IndexOffsets[value]), 0);
            }
        }
    }

    private Number Finish(Lane folded, long? divisor) =>
        divisor is null ? arithmetic.Write(arithmetic.Finish(folded))
        : program.Arithmetic.Division is Division.Quotient or Division.SmallQuotient ? arithmetic.WriteQuotient(folded, divisor.Value)
        : arithmetic.Write(arithmetic.Divide(folded, divisor.Value));

    private Lane Fold(Lane[] lanes)
    {
        while (lanes.Length > 1)
        {
            int half = lanes.Length / 2;
            lanes = [.. lanes.Take(half).Zip(lanes.Skip(half), (lower, upper) => arithmetic.Combine(lower, upper, exact: true))];
        }

        return lanes[0];
    }

    private Number IndexOf(long position, long offset, int lane)
    {
        IndexFormat format = program.Indices ?? throw new InvalidOperationException("The program has no indices.");
        Int128 index = position == Lane.NoPosition ? (format.MayBeNone ? -1 : s_undefined)
            : (Int128)(format.ColumnMajor is { } extents ? ColumnMajor(position, extents) : position) * state.Evaluate(format.Scale) + offset + lane * format.Step;
        Assert.Equal(index, format.Type.Saturate(index));
        return Number.OfWhole(index);
    }

    private long ColumnMajor(long position, EquatableArray<PoolingGen.Generators.Lowering.Index> extents)
    {
        (long depth, long height, long width) = (state.Evaluate(extents[0]), state.Evaluate(extents[1]), state.Evaluate(extents[2]));
        (long row, long w) = Math.DivRem(position, width);
        (long d, long h) = Math.DivRem(row, height);
        return (w * height + h) * depth + d;
    }

    private Lane[] Read(Register register) => state.Read(register, program.Lanes);

    private static bool IsInside(long column, long? extent) => extent is null || (column >= 0 && column < extent);
}
