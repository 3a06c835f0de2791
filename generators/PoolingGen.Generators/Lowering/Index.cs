namespace PoolingGen.Generators.Lowering;

/// <summary>A scalar of the program: a position, an extent or a counter, in elements. Evaluated as a native integer.</summary>
/// <remarks>The operators fold constants, so that what is known at compile time is not computed at run time.</remarks>
internal abstract record Index
{
    public static implicit operator Index(int value) => new ConstantIndex(value);

    public static Index operator +(Index left, Index right) => (left, right) switch
    {
        (ConstantIndex a, ConstantIndex b) => new ConstantIndex(a.Value + b.Value),
        (ConstantIndex { Value: 0 }, _) => right,
        (_, ConstantIndex { Value: 0 }) => left,
        (BinaryIndex { Operator: IndexOperator.Add, Right: ConstantIndex a } sum, ConstantIndex b) => sum.Left + new ConstantIndex(a.Value + b.Value),
        (BinaryIndex { Operator: IndexOperator.Subtract, Right: ConstantIndex a } sum, ConstantIndex b) => sum.Left + new ConstantIndex(b.Value - a.Value),
        (_, ConstantIndex { Value: < 0 } b) => new BinaryIndex(IndexOperator.Subtract, left, new ConstantIndex(-b.Value)),
        (ConstantIndex a, _) => right + a,
        _ => new BinaryIndex(IndexOperator.Add, left, right),
    };

    public static Index operator -(Index left, Index right) => (left, right) switch
    {
        (ConstantIndex a, ConstantIndex b) => new ConstantIndex(a.Value - b.Value),
        (_, ConstantIndex b) => left + new ConstantIndex(-b.Value),
        _ when left == right => 0,
        _ => new BinaryIndex(IndexOperator.Subtract, left, right),
    };

    public static Index operator *(Index left, Index right) => (left, right) switch
    {
        (ConstantIndex a, ConstantIndex b) => new ConstantIndex(a.Value * b.Value),
        (ConstantIndex { Value: 0 }, _) or (_, ConstantIndex { Value: 0 }) => 0,
        (ConstantIndex { Value: 1 }, _) => right,
        (_, ConstantIndex { Value: 1 }) => left,
        (ConstantIndex a, _) => new BinaryIndex(IndexOperator.Multiply, right, a),
        _ => new BinaryIndex(IndexOperator.Multiply, left, right),
    };

    /// <summary>Division of a non-negative value, rounding down.</summary>
    public static Index operator /(Index left, Index right) => (left, right) switch
    {
        (ConstantIndex a, ConstantIndex b) => new ConstantIndex(a.Value / b.Value),
        (_, ConstantIndex { Value: 1 }) => left,
        _ => new BinaryIndex(IndexOperator.Divide, left, right),
    };

    public static Condition operator <(Index left, Index right) => Comparison.Of(left, IndexRelation.Less, right);

    public static Condition operator <=(Index left, Index right) => Comparison.Of(left, IndexRelation.LessOrEqual, right);

    public static Condition operator >(Index left, Index right) => Comparison.Of(left, IndexRelation.Greater, right);

    public static Condition operator >=(Index left, Index right) => Comparison.Of(left, IndexRelation.GreaterOrEqual, right);

    /// <summary>The product of some values, the first times the second and so on; 1 of none.</summary>
    public static Index Product(IEnumerable<Index> factors) => factors.Aggregate((Index)1, static (product, factor) => product * factor);

    /// <summary>One of two values.</summary>
    public static Index Select(Condition condition, Index ifTrue, Index ifFalse) =>
        condition is ConstantCondition known ? (known.Value ? ifTrue : ifFalse) : new SelectIndex(condition, ifTrue, ifFalse);

    public static Index Min(Index left, Index right) => (left, right) switch
    {
        (ConstantIndex a, ConstantIndex b) => new ConstantIndex(Math.Min(a.Value, b.Value)),
        _ => new BinaryIndex(IndexOperator.Min, left, right),
    };

    public static Index Max(Index left, Index right) => (left, right) switch
    {
        (ConstantIndex a, ConstantIndex b) => new ConstantIndex(Math.Max(a.Value, b.Value)),
        _ => new BinaryIndex(IndexOperator.Max, left, right),
    };
}

/// <summary>A value known at compile time.</summary>
internal sealed record ConstantIndex(long Value) : Index;

/// <summary>A dimension, a loop counter or a local defined by <see cref="LetIndex"/>.</summary>
internal sealed record VariableIndex(string Name) : Index;

/// <summary>Arithmetic on two values.</summary>
internal sealed record BinaryIndex(IndexOperator Operator, Index Left, Index Right) : Index;

/// <summary>One of two values.</summary>
internal sealed record SelectIndex(Condition Condition, Index IfTrue, Index IfFalse) : Index;

internal enum IndexOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Min,
    Max,
}

/// <summary>What a branch of the program depends on.</summary>
internal abstract record Condition
{
    public static Condition operator !(Condition condition) => condition switch
    {
        ConstantCondition known => new ConstantCondition(!known.Value),
        Comparison { Relation: not IndexRelation.Equal } comparison => comparison with { Relation = Opposite(comparison.Relation) },
        AndCondition both => !both.Left | !both.Right,
        OrCondition any => !any.Left & !any.Right,
        _ => new NotCondition((Flag)condition),
    };

    private static IndexRelation Opposite(IndexRelation relation) => relation switch
    {
        IndexRelation.Less => IndexRelation.GreaterOrEqual,
        IndexRelation.LessOrEqual => IndexRelation.Greater,
        IndexRelation.Greater => IndexRelation.LessOrEqual,
        _ => IndexRelation.Less,
    };

    public static Condition operator &(Condition left, Condition right) => (left, right) switch
    {
        (ConstantCondition a, _) => a.Value ? right : left,
        (_, ConstantCondition b) => b.Value ? left : right,
        (Comparison { Relation: IndexRelation.Greater, Right: ConstantIndex a } one, Comparison { Relation: IndexRelation.Greater, Right: ConstantIndex b } other)
            when one.Left == other.Left => a.Value > b.Value ? left : right,
        _ => new AndCondition(left, right),
    };

    public static Condition operator |(Condition left, Condition right) => (left, right) switch
    {
        (ConstantCondition a, _) => a.Value ? left : right,
        (_, ConstantCondition b) => b.Value ? right : left,
        _ => new OrCondition(left, right),
    };
}

/// <summary>A comparison of two scalars.</summary>
internal sealed record Comparison(Index Left, IndexRelation Relation, Index Right) : Condition
{
    public static Condition Of(Index left, IndexRelation relation, Index right) =>
        (left, right) is (ConstantIndex a, ConstantIndex b)
            ? new ConstantCondition(relation switch
            {
                IndexRelation.Less => a.Value < b.Value,
                IndexRelation.LessOrEqual => a.Value <= b.Value,
                IndexRelation.Greater => a.Value > b.Value,
                IndexRelation.GreaterOrEqual => a.Value >= b.Value,
                _ => a.Value == b.Value,
            })
            : left == right ? new ConstantCondition(relation is IndexRelation.LessOrEqual or IndexRelation.GreaterOrEqual or IndexRelation.Equal)
            : new Comparison(left, relation, right);
}

/// <summary>Both of two conditions.</summary>
internal sealed record AndCondition(Condition Left, Condition Right) : Condition;

/// <summary>The opposite of a flag.</summary>
internal sealed record NotCondition(Flag Operand) : Condition;

/// <summary>One or both of two conditions.</summary>
internal sealed record OrCondition(Condition Left, Condition Right) : Condition;

/// <summary>A condition known at compile time.</summary>
internal sealed record ConstantCondition(bool Value) : Condition;

/// <summary>Whether any lane of a register is NaN.</summary>
internal sealed record AnyNaN(Register Value) : Condition;

/// <summary>A condition named by <see cref="LetCondition"/>.</summary>
internal sealed record Flag(string Name) : Condition;

internal enum IndexRelation
{
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
}
