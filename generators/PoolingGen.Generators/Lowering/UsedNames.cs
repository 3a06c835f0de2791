namespace PoolingGen.Generators.Lowering;

/// <summary>The names that statements read: of registers, scalars, conditions and places.</summary>
internal sealed class UsedNames
{
    private readonly HashSet<string> _names = [];

    public bool Contains(string name) => _names.Contains(name);

    public void Add(IReadOnlyList<Statement> statements)
    {
        foreach (Statement statement in statements)
        {
            Add(statement);
        }
    }

    private void Add(Statement statement)
    {
        switch (statement)
        {
            case Remark:
                break;
            case LetIndex let:
                Add(let.Value);
                break;
            case LetCondition let:
                Add(let.Value);
                break;
            case LetPlace let:
                Add(let.Origin);
                Add(let.Offset);
                break;
            case Scope scope:
                Add(scope.Body);
                break;
            case Apart apart:
                Add(apart.Body);
                break;
            case Halved halved:
                Add(halved.Body);
                break;
            case For loop:
                Add(loop.From, loop.To, loop.Step);
                Add(loop.Body);
                break;
            case If branch:
                Add(branch.Condition);
                Add(branch.Then);
                Add(branch.Else);
                break;
            case Leave leave:
                Add(leave.Condition);
                break;
            case Prefetch prefetch:
                Add(prefetch.Row);
                Add(prefetch.From, prefetch.To);
                break;
            case PrefetchLine prefetch:
                Add(prefetch.Row);
                Add(prefetch.Column);
                break;
            case Define define:
                Add(define.Value);
                break;
            case Declare declare:
                Add(declare.Initial ?? new Identity());
                break;
            case Assign assign:
                AddOthers(assign);
                break;
            default:
                AddStore(statement);
                break;
        }
    }

    /// <summary>What is read only to be assigned to itself is not used.</summary>
    private void AddOthers(Assign assign)
    {
        bool known = Contains(assign.Target.Name);
        Add(assign.Value);
        if (!known)
        {
            _names.Remove(assign.Target.Name);
        }
    }

    private void AddStore(Statement statement)
    {
        switch (statement)
        {
            case Store store:
                Add(store.Row);
                Add(store.Column);
                Add(store.Value);
                Add(store.Divisor is null ? [] : [store.Divisor]);
                break;
            case StoreScratch store:
                Add(store.Row);
                Add(store.Column);
                Add(store.Value);
                break;
            case StoreEdge store:
                Add(store.Row);
                Add(store.Column, store.Extent, store.Pitch);
                Add([.. store.Values, .. store.Divisors]);
                break;
            case StoreIndices store:
                Add(store.Row);
                Add(store.Column, store.Extent ?? 0, store.Offset);
                Add(store.Value);
                break;
            case StoreFolded store:
                Add([store.Column, store.Divisor ?? 0, .. store.IndexOffsets]);
                Add([.. store.Values, .. store.Divisors is { } divisors ? [divisors] : (Register[])[]]);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(statement));
        }
    }

    private void Add(Operation operation)
    {
        switch (operation)
        {
            case Identity:
                break;
            case Copy copy:
                Add(copy.Source);
                break;
            case LowerHalf lower:
                Add(lower.Whole);
                break;
            case UpperHalf upper:
                Add(upper.Whole);
                break;
            case AddHalf add:
                Add(add.Whole, add.Half);
                break;
            case Transform transform:
                Add(transform.Value);
                break;
            case Finish finish:
                Add(finish.Value);
                break;
            case SelectInside select:
                Add(select.Mask, select.Value);
                break;
            case SelectAny select:
                Add(select.Counts, select.Value);
                break;
            case Combine combine:
                Add(combine.Left, combine.Right);
                break;
            case Add add:
                Add(add.Left, add.Right);
                break;
            case Multiply multiply:
                Add(multiply.Left, multiply.Right);
                break;
            case MultiplyAdd multiply:
                Add(multiply.Left, multiply.Right, multiply.Sum);
                break;
            case SmallQuotient quotient:
                Add(quotient.Sums, quotient.Scales);
                break;
            case Reciprocal reciprocal:
                Add(reciprocal.Counts);
                break;
            case PairedColumns paired:
                Add(paired.Outputs);
                break;
            case Rearrange rearrange:
                Add(rearrange.Left, rearrange.Right, rearrange.Columns);
                break;
            case Deinterleave deinterleave:
                Add([.. deinterleave.Sources]);
                break;
            case ShiftIn shift:
                Add(shift.Current, shift.Previous);
                break;
            case SplatLast splat:
                Add(splat.Source);
                break;
            case CountColumns count:
                Add(count.Ends, count.Begins);
                break;
            default:
                AddIndexed(operation);
                break;
        }
    }

    private void AddIndexed(Operation operation)
    {
        switch (operation)
        {
            case SplatIndex splat:
                Add(splat.Value);
                break;
            case SplatColumn splat:
                Add(splat.Value);
                break;
            case SplatReciprocal splat:
                Add(splat.Value);
                break;
            case Columns columns:
                Add(columns.First);
                break;
            case WindowBegins begins:
                Add(begins.Output, begins.Extent);
                break;
            case WindowEnds ends:
                Add(ends.Output, ends.Extent);
                break;
            case MovePositions move:
                Add(move.Value, move.Columns);
                break;
            case MoveColumns move:
                Add(move.Source);
                Add(move.Distance);
                break;
            case Load load:
                Add(load.Row);
                Add(load.Column);
                Add(load.Position);
                break;
            case LoadFew load:
                Add(load.Row);
                Add(load.Column);
                break;
            case LoadScratch load:
                Add(load.Row);
                Add(load.Column);
                break;
            case LoadEdge load:
                Add(load.Row);
                Add(load.Column, load.Extent);
                Add(load.Position);
                break;
            case LoadGather load:
                Add(load.Row);
                Add(load.Columns, load.Ends);
                Add(load.Position.First);
                break;
            case Inside inside:
                Add(inside.Column, inside.Extent);
                break;
            case InsideAll inside:
                Add(inside.Position, inside.Extent);
                break;
            case TapCounts counts:
                Add(counts.FirstTap, counts.Extent);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(operation));
        }
    }

    private void Add(Positions positions)
    {
        if (positions.Splat is { } splat)
        {
            Add(splat);
            return;
        }

        Add(positions.First);
    }

    private void Add(params Register[] registers) => _names.UnionWith(registers.Select(static register => register.Name));

    private void Add(Place place) => _names.Add(place.Name);

    private void Add(params Index[] indices)
    {
        foreach (Index index in indices)
        {
            switch (index)
            {
                case VariableIndex variable:
                    _names.Add(variable.Name);
                    break;
                case BinaryIndex binary:
                    Add(binary.Left, binary.Right);
                    break;
                case SelectIndex select:
                    Add(select.Condition);
                    Add(select.IfTrue, select.IfFalse);
                    break;
            }
        }
    }

    private void Add(Condition condition)
    {
        switch (condition)
        {
            case Flag flag:
                _names.Add(flag.Name);
                break;
            case NotCondition not:
                _names.Add(not.Operand.Name);
                break;
            case Comparison comparison:
                Add(comparison.Left, comparison.Right);
                break;
            case AndCondition and:
                Add(and.Left);
                Add(and.Right);
                break;
            case OrCondition or:
                Add(or.Left);
                Add(or.Right);
                break;
            case AnyNaN any:
                Add(any.Value);
                break;
        }
    }
}
