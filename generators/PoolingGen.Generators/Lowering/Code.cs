using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>Collects the statements of a block; what is decided at compile time leaves no trace.</summary>
internal sealed class Code
{
    private readonly List<Statement> _statements = [];

    public IReadOnlyList<Statement> Statements => _statements;

    public void Add(Statement statement) => _statements.Add(statement);

    public void Remark(string text) => Add(new Remark(text));

    public Index Let(string name, Index value, string? remark = null)
    {
        if (value is ConstantIndex or VariableIndex)
        {
            return value;
        }

        VariableIndex target = new(name);
        Add(new LetIndex(target, value, remark));
        return target;
    }

    public Condition Let(string name, Condition value, string? remark = null)
    {
        if (value is ConstantCondition or Flag)
        {
            return value;
        }

        Flag target = new(name);
        Add(new LetCondition(target, value, remark));
        return target;
    }

    public Place Let(string name, Place origin, Index offset)
    {
        if (offset is ConstantIndex { Value: 0 })
        {
            return origin;
        }

        Place target = new(name, origin.Tensor);
        Add(new LetPlace(target, origin, offset));
        return target;
    }

    public Register Define(string name, Operation value, RegisterKind kind = RegisterKind.Value)
    {
        Register target = new(name, kind);
        Add(new Define(target, value));
        return target;
    }

    /// <summary>A tap as it is joined: what <paramref name="load"/> reads, transformed as the arithmetic says.</summary>
    public Register DefineTap(string name, Operation load, Arithmetic arithmetic) =>
        arithmetic.Transform == TapTransform.None ? Define(name, load) : Define(name, new Transform(Define($"{name}Read", load)));

    /// <summary>What is stored of joined taps.</summary>
    public Register DefineFinished(string name, Register value, Arithmetic arithmetic) =>
        arithmetic is { Form: LaneForm.Indexed, Join: NaNJoin.Number } ? DefineForgotten(name, value)
        : arithmetic.Root || arithmetic.AddsZero || arithmetic.Transform == TapTransform.Ordered ? Define(name, new Finish(value)) : value;

    /// <summary>
    /// An ignored NaN loses its position in a join. Of windows with a single tap inside the input nothing has been joined
    /// yet, so that is made up for.
    /// </summary>
    private Register DefineForgotten(string name, Register value) =>
        Define(name, new Combine(value, Define($"{name}None", new Identity()), Exact: true));

    public Register Declare(string name, Operation? initial = null, RegisterKind kind = RegisterKind.Value)
    {
        Register target = new(name, kind);
        Add(new Declare(target, initial));
        return target;
    }

    public void For(string counter, Index from, Index to, Index step, Action<Code, Index> body)
    {
        if (from >= to is ConstantCondition { Value: true })
        {
            return;
        }

        if (from is ConstantIndex && from + step >= to is ConstantCondition { Value: true })
        {
            Scope(inside => body(inside, from));
            return;
        }

        VariableIndex variable = new(counter);
        Code inner = new();
        body(inner, variable);
        Add(new For(variable, from, to, step, inner.Statements));
    }

    public void Scope(Action<Code> body)
    {
        Code inner = new();
        body(inner);
        Add(new Scope(inner.Statements));
    }

    /// <summary>Statements that become a method of their own; see <see cref="Lowering.Apart"/>.</summary>
    public void Apart(string name, string summary, Action<Code> body)
    {
        Code inner = new();
        body(inner);
        Add(new Apart(name, summary, inner.Statements));
    }

    /// <summary>Statements whose names end with them, under a condition that is not known to be false.</summary>
    public void Scope(Condition condition, Action<Code> body)
    {
        if (condition is ConstantCondition)
        {
            Scope(body);
            return;
        }

        If(condition, body);
    }

    /// <summary>One of two scopes.</summary>
    public void Either(Condition condition, Action<Code> then, Action<Code> otherwise)
    {
        if (condition is ConstantCondition known)
        {
            Scope(known.Value ? then : otherwise);
            return;
        }

        If(condition, then, otherwise);
    }

    /// <summary>Statements on vectors half as wide; see <see cref="Lowering.Halved"/>.</summary>
    public void Halved(Action<Code> body)
    {
        Code inner = new();
        body(inner);
        Add(new Halved(inner.Statements));
    }

    /// <summary>Leaves the procedure if the condition holds. It is not known to.</summary>
    public void Leave(Condition condition)
    {
        if (condition is not ConstantCondition)
        {
            Add(new Leave(condition));
        }
    }

    public void If(Condition condition, Action<Code> then, Action<Code>? otherwise = null)
    {
        if (condition is ConstantCondition known)
        {
            (known.Value ? then : otherwise)?.Invoke(this);
            return;
        }

        Code inner = new();
        then(inner);
        Code other = new();
        otherwise?.Invoke(other);
        if (inner._statements.Count + other._statements.Count > 0)
        {
            Add(new If(condition, inner.Statements, other.Statements));
        }
    }
}
