namespace PoolingGen.Generators.Lowering;

/// <summary>Watches what is read for NaN, so that joins need not keep it: a sum of products of all that was read is NaN if there was one.</summary>
/// <remarks>
/// Products take two vectors at a time, on units that have nothing else to do: joins and additions share theirs. The sum
/// starts from 1, and each block's from a vector that is not multiplied, so that tiny numbers do not make it subnormal.
/// </remarks>
internal static class NaNWatch
{
    /// <summary>Likewise of vectors as they are read: few are alive at once, as is needed where values with positions take two each.</summary>
    public sealed class Sum(Code code, Register seen, string suffix)
    {
        private Register? _sum;
        private Register? _pending;
        private int _number;

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

        public void End()
        {
            if (_pending is not null)
            {
                code.Add(new Assign(seen, new MultiplyAdd(_pending, _pending, seen)));
            }

            code.Add(new Assign(seen, _number == 0 ? new MultiplyAdd(_sum!, _sum!, seen) : new Add(seen, _sum!)));
        }
    }

    public static Register Declare(Code code)
    {
        code.Remark("Fast joins may lose a NaN; a sum of products of all that was read keeps it (and may be NaN for infinities, too).");
        return code.Declare("seen", new SplatIndex(1), RegisterKind.Number);
    }

    /// <param name="code">Gets the statements.</param>
    /// <param name="seen">The sum, if there is one.</param>
    /// <param name="read">What was read.</param>
    /// <param name="suffix">Tells vectors side by side apart.</param>
    /// <param name="isHalf">Whether it was read with vectors half as wide as the sum.</param>
    public static void See(Code code, Register? seen, IReadOnlyList<Register> read, string suffix, bool isHalf = false)
    {
        if (seen is null)
        {
            return;
        }

        if (read.Count == 1 && !isHalf)
        {
            code.Add(new Assign(seen, new MultiplyAdd(read[0], read[0], seen)));
            return;
        }

        Register sum = read.Count % 2 == 1 ? read[0] : code.Define($"sum1{suffix}", new Add(read[0], read[1]), RegisterKind.Number);
        for (int number = 2 - read.Count % 2; number < read.Count; number += 2)
        {
            sum = code.Define($"sum{number + 1}{suffix}", new MultiplyAdd(read[number], read[number + 1], sum), RegisterKind.Number);
        }

        code.Add(new Assign(seen, isHalf ? new AddHalf(seen, sum) : new Add(seen, sum)));
    }
}
