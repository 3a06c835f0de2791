using PoolingGen.Generators.Lowering;
using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>
/// Executes a program lane by lane, with every access checked: it proves a lowering right without printing, compiling or
/// running it, for every vector width on every machine.
/// </summary>
internal sealed class ProgramInterpreter
{
    private readonly KernelProgram _program;
    private readonly Dictionary<string, long> _indices = [];
    private readonly Dictionary<string, bool> _flags = [];
    private readonly Dictionary<string, (float[] Tensor, long Offset)> _places = [];
    private readonly Dictionary<string, float[]?> _registers = [];

    private ProgramInterpreter(KernelProgram program, float[] input, float[] output, IReadOnlyDictionary<string, long> dimensions)
    {
        _program = program;
        _places[Place.Input.Name] = (input, 0);
        _places[Place.Output.Name] = (output, 0);
        foreach ((string name, long extent) in dimensions)
        {
            _indices[name] = extent;
        }
    }

    public static void Run(KernelProgram program, float[] input, float[] output, IReadOnlyDictionary<string, long> dimensions)
    {
        foreach (Procedure procedure in program.Procedures)
        {
            new ProgramInterpreter(program, input, output, dimensions).Execute(procedure.Body);
        }
    }

    private void Execute(IReadOnlyList<Statement> statements)
    {
        foreach (Statement statement in statements)
        {
            Execute(statement);
        }
    }

    private void Execute(Statement statement)
    {
        switch (statement)
        {
            case Remark:
                break;
            case LetIndex let:
                _indices[let.Target.Name] = Evaluate(let.Value);
                break;
            case LetCondition let:
                _flags[let.Target.Name] = Evaluate(let.Value);
                break;
            case LetPlace let:
                DefinePlace(let);
                break;
            case Define define:
                _registers[define.Target.Name] = Evaluate(define.Value);
                break;
            case Declare declare:
                _registers[declare.Target.Name] = declare.Initial is null ? null : Evaluate(declare.Initial);
                break;
            case Assign assign:
                _registers[assign.Target.Name] = Evaluate(assign.Value);
                break;
            case Scope scope:
                Execute(scope.Body);
                break;
            case For loop:
                ExecuteLoop(loop);
                break;
            case If branch:
                Execute(Evaluate(branch.Condition) ? branch.Then : branch.Else);
                break;
            default:
                ExecuteStore(statement);
                break;
        }
    }

    private void DefinePlace(LetPlace let)
    {
        (float[] tensor, long offset) = _places[let.Origin.Name];
        long target = offset + Evaluate(let.Offset);
        CheckInside(let.Target, tensor, target);
        _places[let.Target.Name] = (tensor, target);
    }

    private void ExecuteLoop(For loop)
    {
        for (long counter = Evaluate(loop.From); counter < Evaluate(loop.To); counter += Evaluate(loop.Step))
        {
            _indices[loop.Counter.Name] = counter;
            Execute(loop.Body);
        }
    }

    private void ExecuteStore(Statement statement)
    {
        switch (statement)
        {
            case Store store:
                ForLanes(lane => At(store.Row, Evaluate(store.Column) + lane) = Read(store.Value)[lane]);
                break;
            case StoreEdge store:
                StoreInside(store);
                break;
            case StoreFolded store:
                for (int value = 0; value < store.Values.Count; value++)
                {
                    float folded = Fold(Read(store.Values[value]));
                    At(store.Row, Evaluate(store.Column) + value) = store.Divisor is null ? folded : folded / Evaluate(store.Divisor);
                }

                break;
            default:
                throw new NotSupportedException($"The interpreter has no {statement.GetType().Name}.");
        }
    }

    private void StoreInside(StoreEdge store)
    {
        long extent = Evaluate(store.Extent);
        for (int row = 0; row < store.Values.Count; row++)
        {
            float[] value = Read(store.Values[row]);
            ForLanes(lane =>
            {
                long column = Evaluate(store.Column) + lane;
                if (column >= 0 && column < extent)
                {
                    At(store.Row, row * extent + column) = value[lane];
                }
            });
        }
    }

    private float[] Evaluate(Operation operation) => operation switch
    {
        Copy copy => Read(copy.Source),
        Splat splat => Lanes(_ => splat.Value),
        SplatIndex splat => Lanes(_ => Evaluate(splat.Value)),
        SplatReciprocal splat => Lanes(_ => 1f / Evaluate(splat.Value)),
        Load load => Lanes(lane => At(load.Row, Evaluate(load.Column) + lane)),
        LoadEdge load => Strided(load.Row, Evaluate(load.Column), 1, Evaluate(load.Extent)),
        LoadStrided load => Strided(load.Row, Evaluate(load.Column), load.Stride, Evaluate(load.Extent)),
        Inside inside => Lanes(lane => Mask(Evaluate(inside.Column) + lane, Evaluate(inside.Extent))),
        InsideAll inside => Lanes(_ => Mask(Evaluate(inside.Position), Evaluate(inside.Extent))),
        SelectInside select => Lanes(lane => IsSet(Read(select.Mask)[lane]) ? Read(select.Value)[lane] : _program.Reduction.Identity),
        Combine combine => Lanes(lane => Join(Read(combine.Left)[lane], Read(combine.Right)[lane], combine.Exact)),
        Add add => Lanes(lane => Read(add.Left)[lane] + Read(add.Right)[lane]),
        Multiply multiply => Lanes(lane => Read(multiply.Left)[lane] * Read(multiply.Right)[lane]),
        Reciprocal reciprocal => Lanes(lane => 1f / Read(reciprocal.Counts)[lane]),
        Deinterleave deinterleave => Lanes(lane => Interleaved(deinterleave, lane)),
        ShiftIn shift => Lanes(lane => lane < shift.Count
            ? Read(shift.Previous)[_program.Lanes - shift.Count + lane]
            : Read(shift.Current)[lane - shift.Count]),
        TapCounts counts => Lanes(lane => Taps(counts, lane)),
        _ => throw new NotSupportedException($"The interpreter has no {operation.GetType().Name}."),
    };

    private float[] Lanes(Func<int, float> lane)
    {
        float[] lanes = new float[_program.Lanes];
        ForLanes(number => lanes[number] = lane(number));
        return lanes;
    }

    private void ForLanes(Action<int> action)
    {
        for (int lane = 0; lane < _program.Lanes; lane++)
        {
            action(lane);
        }
    }

    private float[] Read(Register register)
    {
        float[]? value = _registers[register.Name];
        return value ?? throw new InvalidOperationException($"{register.Name} is read before it is assigned.");
    }

    private ref float At(Place place, long column)
    {
        (float[] tensor, long offset) = _places[place.Name];
        CheckInside(place, tensor, offset + column);
        return ref tensor[offset + column];
    }

    private static void CheckInside(Place place, float[] tensor, long position)
    {
        if (position < 0 || position >= tensor.Length)
        {
            Assert.Fail($"{place.Name} reaches element {position} of {tensor.Length}.");
        }
    }

    private float[] Strided(Place row, long column, int stride, long extent) => Lanes(lane =>
    {
        long position = column + lane * (long)stride;
        return position >= 0 && position < extent ? At(row, position) : _program.Reduction.Identity;
    });

    private float Interleaved(Deinterleave operation, int lane)
    {
        int column = lane * operation.Sources.Count + operation.Phase;
        return Read(operation.Sources[column / _program.Lanes])[column % _program.Lanes];
    }

    private float Taps(TapCounts counts, int lane)
    {
        long first = Evaluate(counts.FirstTap) + lane * (long)counts.Stride;
        return Math.Min(first + counts.Window, Evaluate(counts.Extent)) - Math.Max(first, 0);
    }

    private float Fold(float[] lanes)
    {
        while (lanes.Length > 1)
        {
            int half = lanes.Length / 2;
            float[] folding = lanes;
            lanes = [.. Enumerable.Range(0, half).Select(lane => Join(folding[lane], folding[lane + half], _program.Reduction.PropagatesNaN))];
        }

        return lanes[0];
    }

    /// <summary>An inexact join is that of x86: the second operand if either is NaN.</summary>
    private float Join(float left, float right, bool exact) => _program.Reduction.Operator switch
    {
        ReductionOperator.Max => exact ? MathF.Max(left, right) : left > right ? left : right,
        ReductionOperator.Min => exact ? MathF.Min(left, right) : left < right ? left : right,
        _ => left + right,
    };

    private static float Mask(long position, long extent) => BitConverter.Int32BitsToSingle(position >= 0 && position < extent ? -1 : 0);

    private static bool IsSet(float mask) => BitConverter.SingleToInt32Bits(mask) != 0;

    private long Evaluate(PoolingGen.Generators.Lowering.Index index) => index switch
    {
        ConstantIndex constant => constant.Value,
        VariableIndex variable => _indices[variable.Name],
        SelectIndex select => Evaluate(select.Condition) ? Evaluate(select.IfTrue) : Evaluate(select.IfFalse),
        BinaryIndex binary => Evaluate(binary.Operator, Evaluate(binary.Left), Evaluate(binary.Right)),
        _ => throw new NotSupportedException($"The interpreter has no {index.GetType().Name}."),
    };

    private static long Evaluate(IndexOperator operation, long left, long right) => operation switch
    {
        IndexOperator.Add => left + right,
        IndexOperator.Subtract => left - right,
        IndexOperator.Multiply => left * right,
        IndexOperator.Divide => left / right,
        IndexOperator.Min => Math.Min(left, right),
        IndexOperator.Max => Math.Max(left, right),
        _ => throw new NotSupportedException($"The interpreter has no {operation}."),
    };

    private bool Evaluate(Condition condition) => condition switch
    {
        ConstantCondition constant => constant.Value,
        Flag flag => _flags[flag.Name],
        NotCondition not => !Evaluate(not.Operand),
        AndCondition and => Evaluate(and.Left) && Evaluate(and.Right),
        OrCondition or => Evaluate(or.Left) || Evaluate(or.Right),
        AnyNaN any => Read(any.Value).Any(float.IsNaN),
        Comparison { Relation: IndexRelation.Less } less => Evaluate(less.Left) < Evaluate(less.Right),
        Comparison { Relation: IndexRelation.LessOrEqual } less => Evaluate(less.Left) <= Evaluate(less.Right),
        Comparison { Relation: IndexRelation.Greater } greater => Evaluate(greater.Left) > Evaluate(greater.Right),
        Comparison greater => Evaluate(greater.Left) >= Evaluate(greater.Right),
        _ => throw new NotSupportedException($"The interpreter has no {condition.GetType().Name}."),
    };
}
