using PoolingGen.Generators.Lowering;
using Index = PoolingGen.Generators.Lowering.Index;

namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>What the names of a running procedure stand for.</summary>
internal sealed class ProgramState
{
    private readonly Dictionary<string, long> _indices = [];
    private readonly Dictionary<string, bool> _flags = [];
    private readonly Dictionary<string, (Number[] Tensor, long Offset)> _places = [];
    private readonly Dictionary<string, Lane[]?> _registers = [];

    public ProgramState(ProgramTensors tensors, IReadOnlyDictionary<string, long> dimensions)
    {
        _places[Place.Input.Name] = (tensors.Input, 0);
        _places[Place.Output.Name] = (tensors.Output, 0);
        _places[Place.Indices.Name] = (tensors.Indices, 0);
        foreach ((string name, long extent) in dimensions)
        {
            _indices[name] = extent;
        }
    }

    public void Let(VariableIndex target, long value) => _indices[target.Name] = value;

    public void Let(Flag target, bool value) => _flags[target.Name] = value;

    public void Let(Register target, Lane[]? value) => _registers[target.Name] = value;

    public void Let(Place target, Place origin, long distance)
    {
        (Number[] tensor, long offset) = _places[origin.Name];
        CheckInside(target, tensor, offset + distance);
        _places[target.Name] = (tensor, offset + distance);
    }

    public Lane[] Read(Register register) =>
        _registers[register.Name] ?? throw new InvalidOperationException($"{register.Name} is read before it is assigned.");

    public ref Number At(Place place, long column)
    {
        (Number[] tensor, long offset) = _places[place.Name];
        CheckInside(place, tensor, offset + column);
        return ref tensor[offset + column];
    }

    public long Evaluate(Index index) => index switch
    {
        ConstantIndex constant => constant.Value,
        VariableIndex variable => _indices[variable.Name],
        SelectIndex select => Evaluate(select.Condition) ? Evaluate(select.IfTrue) : Evaluate(select.IfFalse),
        BinaryIndex binary => Evaluate(binary.Operator, Evaluate(binary.Left), Evaluate(binary.Right)),
        _ => throw new NotSupportedException($"The interpreter has no {index.GetType().Name}."),
    };

    public bool Evaluate(Condition condition) => condition switch
    {
        ConstantCondition constant => constant.Value,
        Flag flag => _flags[flag.Name],
        NotCondition not => !Evaluate(not.Operand),
        AndCondition and => Evaluate(and.Left) && Evaluate(and.Right),
        OrCondition or => Evaluate(or.Left) || Evaluate(or.Right),
        AnyNaN any => Read(any.Value).Any(static lane => lane.IsNaN),
        Comparison comparison => Evaluate(comparison.Relation, Evaluate(comparison.Left), Evaluate(comparison.Right)),
        _ => throw new NotSupportedException($"The interpreter has no {condition.GetType().Name}."),
    };

    private static long Evaluate(IndexOperator operation, long left, long right)
    {
        switch (operation)
        {
            case IndexOperator.Add:
                return left + right;
            case IndexOperator.Subtract:
                return left - right;
            case IndexOperator.Multiply:
                return left * right;
            case IndexOperator.Divide:
                Assert.True(left >= 0 && right > 0, $"{left} / {right} does not round down.");
                return left / right;
            case IndexOperator.Min:
                return Math.Min(left, right);
            case IndexOperator.Max:
                return Math.Max(left, right);
            default:
                throw new NotSupportedException($"The interpreter has no {operation}.");
        }
    }

    private static bool Evaluate(IndexRelation relation, long left, long right) => relation switch
    {
        IndexRelation.Less => left < right,
        IndexRelation.LessOrEqual => left <= right,
        IndexRelation.Greater => left > right,
        _ => left >= right,
    };

    private static void CheckInside(Place place, Number[] tensor, long position)
    {
        if (position < 0 || position >= tensor.Length)
        {
            Assert.Fail($"{place.Name} reaches element {position} of {tensor.Length}.");
        }
    }
}
