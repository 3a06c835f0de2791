namespace PoolingGen.Generators.Lowering;

/// <summary>Watches what is read for NaN, so that joins need not keep it: a sum of products of all that was read is NaN if there was one.</summary>
/// <remarks>
/// Products take two vectors at a time, as they are read, on units that have nothing else to do: joins and additions share
/// theirs. The sum starts from 1, and each block's from a vector that is not multiplied, so that tiny numbers do not make it
/// subnormal.
/// </remarks>
/// <param name="seen">The sum.</param>
/// <param name="suffix">Tells vectors side by side apart.</param>
/// <param name="isHalf">Whether what is read has half as many lanes as the sum.</param>
internal sealed class NaNWatch(Code code, Register seen, string suffix, bool isHalf = false)
{
    private Register? _sum;
    private Register? _pending;
    private int _number;

    public static Register Declare(Code code)
    {
        code.Remark("Fast joins may lose a NaN; a sum of products of all that was read keeps it (and may be NaN for infinities, too).");
        return code.Declare("seen", new SplatIndex(1), RegisterKind.Number);
    }

    public void See(Register read)
    {
        if (_sum is null)
        {
            _sum = read;
        }
        else if (_pending is null)
        {
            _pending = read;
        }
        else
        {
            _sum = code.Define($"sum{++_number}{suffix}", new MultiplyAdd(_pending, read, _sum), RegisterKind.Number);
            _pending = null;
        }
    }

    /// <summary>Adds what was seen.</summary>
    public void End()
    {
        if (isHalf)
        {
            Register sum = _pending is null ? _sum! : code.Define($"sum{++_number}{suffix}", new MultiplyAdd(_pending, _pending, _sum!), RegisterKind.Number);
            code.Add(new Assign(seen, new AddHalf(seen, sum)));
            return;
        }

        if (_pending is not null)
        {
            code.Add(new Assign(seen, new MultiplyAdd(_pending, _pending, seen)));
        }

        code.Add(new Assign(seen, _number == 0 ? new MultiplyAdd(_sum!, _sum!, seen) : new Add(seen, _sum!)));
    }
}
