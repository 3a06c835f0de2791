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
    public static void See(Code code, Register? seen, IReadOnlyList<Register> read, string suffix)
    {
        if (seen is null)
        {
            return;
        }

        code.Add(new Assign(seen, read.Count == 1 ? new MultiplyAdd(read[0], read[0], seen) : new Add(seen, SumOf(code, read, suffix))));
    }

    /// <summary>Likewise of what was read with vectors half as wide: what <see cref="SumOf"/> makes of each is added up before it joins the sum.</summary>
    public static void SeeHalves(Code code, Register seen, IReadOnlyList<Register> sums)
    {
        Register sum = sums[0];
        for (int vector = 1; vector < sums.Count; vector++)
        {
            sum = code.Define($"sums{vector + 1}", new Add(sum, sums[vector]), RegisterKind.Number);
        }

        code.Add(new Assign(seen, new AddHalf(seen, sum)));
    }

    /// <summary>A sum of all that was read, of products as far as it goes.</summary>
    public static Register SumOf(Code code, IReadOnlyList<Register> read, string suffix)
    {
        Register sum = read.Count % 2 == 1 ? read[0] : code.Define($"sum1{suffix}", new Add(read[0], read[1]), RegisterKind.Number);
        for (int number = 2 - read.Count % 2; number < read.Count; number += 2)
        {
            sum = code.Define($"sum{number + 1}{suffix}", new MultiplyAdd(read[number], read[number + 1], sum), RegisterKind.Number);
        }

        return sum;
    }
}
