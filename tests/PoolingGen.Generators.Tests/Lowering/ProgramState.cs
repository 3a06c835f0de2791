using PoolingGen.Generators.Lowering;
using Index = PoolingGen.Generators.Lowering.Index;

namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>What the names of a running procedure stand for.</summary>
internal sealed class ProgramState
{
    /// <summary>What scratch holds to begin with: a number of every type, and greater than most.</summary>
    private static readonly Number s_leftover = new(12345.678, 77);

    private readonly Dictionary<string, long> _indices = [];
    private readonly Dictionary<string, bool> _flags = [];
    private readonly Dictionary<string, (Number[] Tensor, long Offset)> _places = [];
    private readonly Dictionary<string, Lane[]?> _registers = [];

    /// <summary>The names that end with each of the scopes at hand.</summary>
    private readonly Stack<List<string>> _scopes = new([[]]);
    private readonly HashSet<string> _declared = [];

    /// <param name="tensors">What is read and written.</param>
    /// <param name="dimensions">The extents that are not known at compile time.</param>
    /// <param name="scratchLength">Elements of the scratch.</param>
    public ProgramState(ProgramTensors tensors, IReadOnlyDictionary<string, long> dimensions, int scratchLength = 0)
    {
        Declare(Place.Scratch.Name);
        _places[Place.Scratch.Name] = ([.. Enumerable.Repeat(s_leftover, scratchLength)], 0);
        foreach ((Place place, Number[] tensor) in new[] { (Place.Input, tensors.Input), (Place.Output, tensors.Output), (Place.Indices, tensors.Indices) })
        {
            Declare(place.Name);
            _places[place.Name] = (tensor, 0);
        }

        foreach ((string name, long extent) in dimensions)
        {
            Let(new VariableIndex(name), extent);
        }
    }

    public void Enter() => _scopes.Push([]);

    public void Leave()
    {
        foreach (string name in _scopes.Pop())
        {
            _declared.Remove(name);
        }
    }

    /// <summary>What is executed apart knows no register from around it.</summary>
    public void WithoutRegisters(Action execute)
    {
        string[] registers = [.. _declared.Where(_registers.ContainsKey)];
        _declared.ExceptWith(registers);
        execute();
        _declared.UnionWith(registers);
    }

    public void Let(VariableIndex target, long value)
    {
        Declare(target.Name);
        _indices[target.Name] = value;
    }

    public void Let(Flag target, bool value)
    {
        Declare(target.Name);
        _flags[target.Name] = value;
    }

    public void Let(Register target, Lane[]? value)
    {
        Declare(target.Name);
        _registers[target.Name] = value;
    }

    public void Assign(Register target, Lane[] value)
    {
        CheckDeclared(target.Name);
        Assert.True((_registers[target.Name] ?? value).Length == value.Length, $"{target.Name} gets {value.Length} lanes, of which it has another number.");
        _registers[target.Name] = value;
    }

    public void Let(Place target, Place origin, long distance)
    {
        Declare(target.Name);
        CheckDeclared(origin.Name);
        (Number[] tensor, long offset) = _places[origin.Name];
        CheckInside(target, tensor, offset + distance);
        _places[target.Name] = (tensor, offset + distance);
    }

    /// <param name="register">The register.</param>
    /// <param name="lanes">How many it has to have: in halved statements, one from around them has twice as many as others.</param>
    public Lane[] Read(Register register, int lanes)
    {
        Lane[] value = Read(register);
        Assert.True(value.Length == lanes, $"{register.Name} has {value.Length} lanes, not {lanes}.");
        return value;
    }

    public ref Number At(Place place, long column)
    {
        CheckDeclared(place.Name);
        (Number[] tensor, long offset) = _places[place.Name];
        CheckInside(place, tensor, offset + column);
        return ref tensor[offset + column];
    }

    public long Evaluate(Index index) => index switch
    {
        ConstantIndex constant => constant.Value,
        VariableIndex variable => Read(variable),
        SelectIndex select => Evaluate(select.Condition) ? Evaluate(select.IfTrue) : Evaluate(select.IfFalse),
        BinaryIndex binary => Evaluate(binary.Operator, Evaluate(binary.Left), Evaluate(binary.Right)),
        _ => throw new NotSupportedException($"The interpreter has no {index.GetType().Name}."),
    };

    public bool Evaluate(Condition condition) => condition switch
    {
        ConstantCondition constant => constant.Value,
        Flag flag => Read(flag),
        NotCondition not => !Evaluate(not.Operand),
        AndCondition and => Evaluate(and.Left) && Evaluate(and.Right),
        OrCondition or => Evaluate(or.Left) || Evaluate(or.Right),
        AnyNaN any => Read(any.Value).Any(static lane => lane.IsNaN),
        Comparison comparison => Evaluate(comparison.Relation, Evaluate(comparison.Left), Evaluate(comparison.Right)),
        _ => throw new NotSupportedException($"The interpreter has no {condition.GetType().Name}."),
    };

    private Lane[] Read(Register register)
    {
        CheckDeclared(register.Name);
        return _registers[register.Name] ?? throw new InvalidOperationException($"{register.Name} is read before it is assigned.");
    }

    private long Read(VariableIndex variable)
    {
        CheckDeclared(variable.Name);
        return _indices[variable.Name];
    }

    private bool Read(Flag flag)
    {
        CheckDeclared(flag.Name);
        return _flags[flag.Name];
    }

    /// <summary>As in C#, no name may mean two things in a scope and those around it.</summary>
    private void Declare(string name)
    {
        if (!_declared.Add(name))
        {
            Assert.Fail($"{name} is declared twice.");
        }

        _scopes.Peek().Add(name);
    }

    private void CheckDeclared(string name)
    {
        if (!_declared.Contains(name))
        {
            Assert.Fail($"{name} is not declared.");
        }
    }

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
        IndexRelation.Equal => left == right,
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
