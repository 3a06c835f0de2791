using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>Emits a tree over the rows of a tile; a row is loaded where it is first needed, so that few vectors are alive at once.</summary>
internal sealed class TileReduction(Code code, ReductionTree tree, Func<int, Operation> load, Func<int, Register?> inside, string suffix, bool exact)
{
    /// <summary>Every row that was loaded, in order.</summary>
    public List<Register> Loaded { get; } = [];

    private readonly Dictionary<int, (Register Register, int First, int Last)> _values = [];

    /// <summary>The operation that makes a value, its operands emitted before it.</summary>
    public Operation Result(int value)
    {
        if (value < tree.Inputs || IsUsedAgain(value))
        {
            return new Copy(Emit(value).Register);
        }

        ReductionStep step = tree.Steps[value - tree.Inputs];
        return new Combine(Emit(step.Left).Register, Emit(step.Right).Register, exact);
    }

    /// <summary>Whether an output is an operand too, or another output, and so needs a register of its own.</summary>
    private bool IsUsedAgain(int value) =>
        tree.Steps.Any(step => step.Left == value || step.Right == value) || tree.Outputs.Count(output => output == value) > 1;

    private (Register Register, int First, int Last) Emit(int value)
    {
        if (_values.TryGetValue(value, out var known))
        {
            return known;
        }

        if (value < tree.Inputs)
        {
            Register row = code.Define($"r{value}{suffix}", load(value));
            Loaded.Add(row);
            if (inside(value) is { } mask)
            {
                row = code.Define($"r{value}{suffix}Inside", new SelectInside(mask, row));
            }

            return _values[value] = (row, value, value);
        }

        ReductionStep step = tree.Steps[value - tree.Inputs];
        var left = Emit(step.Left);
        var right = Emit(step.Right);
        Register register = code.Define($"r{left.First}to{right.Last}{suffix}", new Combine(left.Register, right.Register, exact));
        return _values[value] = (register, left.First, right.Last);
    }
}
