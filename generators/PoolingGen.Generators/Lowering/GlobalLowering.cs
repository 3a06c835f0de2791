using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>One result a plane: several planes at a time, so that their chains of dependent operations overlap.</summary>
internal sealed class GlobalLowering
{
    private readonly GlobalPlan _plan;
    private readonly LoopNest _nest;
    private readonly int _lanes;
    private Register[] _inside = [];

    private GlobalLowering(GlobalPlan plan, LoopNest nest, int lanes) => (_plan, _nest, _lanes) = (plan, nest, lanes);

    private Arithmetic Arithmetic => _plan.Arithmetic;

    /// <summary>Partial results of a plane.</summary>
    private int VirtualLanes => Math.Max(_plan.VirtualLanes, _lanes);

    /// <summary>Registers that hold the virtual lanes of one plane.</summary>
    private int Parts => VirtualLanes / _lanes;

    private bool HasPositions => Arithmetic.Form == LaneForm.Indexed;

    private Index Planes => _nest.Tensors.Outer;

    public static Procedure Lower(GlobalPlan plan, GlobalWidthPlan width, LoopNest nest)
    {
        GlobalLowering lowering = new(plan, nest, width.Width.Lanes);
        Code code = new();
        Index size = code.Let("size", nest.Tensors.InputSize);
        Index whole = code.Let("whole", size / lowering.VirtualLanes * lowering.VirtualLanes);
        Index together = code.Let("together", lowering.Planes / width.PlanesAtATime * width.PlanesAtATime);
        lowering.DefineInside(code, size, whole);
        code.For("plane", 0, together, width.PlanesAtATime, (inner, plane) => lowering.LowerPlanes(inner, plane, width.PlanesAtATime, size, whole));
        if (width.PlanesAtATime > 1)
        {
            code.For("plane", together, lowering.Planes, 1, (inner, plane) => lowering.LowerPlanes(inner, plane, 1, size, whole));
        }

        string planes = width.PlanesAtATime == 1 ? "1 plane" : $"{width.PlanesAtATime} planes";
        return new Procedure("Planes", $"{planes} at a time, each in {lowering.VirtualLanes} partial results.", code.Statements);
    }

    /// <summary>Masks of the last elements of a plane, fewer than the virtual lanes, for what is read there.</summary>
    private void DefineInside(Code code, Index size, Index whole)
    {
        if (_lanes > 1 && whole < size is not ConstantCondition { Value: false })
        {
            _inside = [.. Enumerable.Range(0, Parts).Select(part =>
                code.Define($"inside{Suffix(part)}", new Inside(whole + part * _lanes, size), RegisterKind.Number))];
        }
    }

    private void LowerPlanes(Code code, Index plane, int count, Index size, Index whole)
    {
        List<Place> planes = [code.Let("plane0", Place.Input, plane * size)];
        for (int p = 1; p < count; p++)
        {
            planes.Add(code.Let($"plane{p}", planes[p - 1], size));
        }

        Register[][] totals = Declare(code, "total", count);
        Condition isShort = _plan.ChainLength == 0 ? new ConstantCondition(true) : whole <= _plan.ChainLength * VirtualLanes;
        code.If(
            isShort,
            then => Accumulate(then, planes, totals, 0, whole),
            otherwise => AccumulateLevel(otherwise, planes, totals, GlobalPlan.Levels - 1, 0, whole));

        code.If(whole < size, rest => AddRest(rest, planes, plane + count, totals, size, whole));
        StoreResults(code, plane, totals, size);
    }

    /// <summary>Adds up parts of a plane, each by the level below.</summary>
    private void AccumulateLevel(Code code, IReadOnlyList<Place> planes, Register[][] totals, int level, Index from, Index to)
    {
        if (level == 0)
        {
            Accumulate(code, planes, totals, from, to);
            return;
        }

        long length = VirtualLanes * (long)Math.Pow(_plan.ChainLength, level);
        code.For($"part{level}", from, to, new ConstantIndex(length), (inner, part) =>
        {
            Register[][] partial = Declare(inner, $"level{level}x", planes.Count);
            Index end = inner.Let($"end{level}", Index.Min(part + new ConstantIndex(length), to));
            AccumulateLevel(inner, planes, partial, level - 1, part, end);
            ForEach(planes.Count, (p, number) => inner.Add(new Assign(totals[p][number], Join(totals[p][number], partial[p][number]))));
        });
    }

    private void Accumulate(Code code, IReadOnlyList<Place> planes, Register[][] totals, Index from, Index to) =>
        code.For("i", from, to, VirtualLanes, (inner, i) => ForEach(planes.Count, (p, part) =>
        {
            Index first = i + part * _lanes;
            Register value = inner.DefineTap($"x{p}{Suffix(part)}", new Load(planes[p], first, At(first)), Arithmetic);
            inner.Add(new Assign(totals[p][part], Join(totals[p][part], value)));
        }));

    private Positions At(Index position) => HasPositions ? new Positions(position, 1) : Positions.None;

    /// <summary>The last elements, fewer than the virtual lanes. What follows them in the tensor may be read, and is masked.</summary>
    private void AddRest(Code code, IReadOnlyList<Place> planes, Index next, Register[][] totals, Index size, Index whole)
    {
        Condition surrounded = _lanes == 1 ? new ConstantCondition(false)
            : next * size + VirtualLanes <= Planes * size;
        code.If(
            surrounded,
            fast => Add(fast, "read", (p, first) => new Load(planes[p], first, At(first)), (part, read) => new SelectInside(_inside[part], read)),
            careful => Add(careful, "rest", (p, first) => new LoadEdge(planes[p], first, size, At(first)), null));

        void Add(Code branch, string name, Func<int, Index, Operation> load, Func<int, Register, Operation>? mask) => ForEach(planes.Count, (p, part) =>
        {
            Register value = branch.DefineTap($"{name}{p}{Suffix(part)}", load(p, whole + part * _lanes), Arithmetic);
            if (mask is not null)
            {
                value = branch.Define($"rest{p}{Suffix(part)}", mask(part, value));
            }

            branch.Add(new Assign(totals[p][part], Join(totals[p][part], value)));
        });
    }

    private void StoreResults(Code code, Index plane, Register[][] totals, Index size)
    {
        Index? divisor = Arithmetic.Division == Division.None ? null
            : _plan.Pooling.DivisorOverride is not 0 and int divisorOverride ? divisorOverride
            : size;
        List<Register> results = [.. totals.Select((parts, p) => FoldParts(code, p, parts))];
        bool together = results.Count == 4 && Arithmetic is { Lane: ElementType.Single, Output: ElementType.Single or ElementType.Half, Form: LaneForm.Plain, Root: false, Join: not NaNJoin.Number };
        foreach ((int first, int count) in together ? [(0, 4)] : Enumerable.Range(0, results.Count).Select(static p => (p, 1)))
        {
            code.Add(new StoreFolded(plane + first, results.GetRange(first, count), divisor, HasPositions ? [_nest.IndexOffset(plane + first)] : []));
        }
    }

    /// <summary>Halves the number of registers until one is left, as <see cref="StoreFolded"/> goes on with its lanes.</summary>
    private Register FoldParts(Code code, int plane, Register[] parts)
    {
        while (parts.Length > 1)
        {
            int half = parts.Length / 2;
            parts = [.. Enumerable.Range(0, half).Select(part =>
                code.Define($"fold{plane}_{half + part}", Join(parts[part], parts[part + half])))];
        }

        return parts[0];
    }

    private Combine Join(Register left, Register right) => new(left, right, Arithmetic.Join != NaNJoin.Plain);

    private Register[][] Declare(Code code, string name, int count) =>
        [.. Enumerable.Range(0, count).Select(p => Enumerable.Range(0, Parts)
            .Select(part => code.Declare($"{name}{p}{Suffix(part)}", new Identity())).ToArray())];

    private void ForEach(int count, Action<int, int> action)
    {
        for (int p = 0; p < count; p++)
        {
            for (int part = 0; part < Parts; part++)
            {
                action(p, part);
            }
        }
    }

    private string Suffix(int part) => Parts == 1 ? "" : ((char)('a' + part)).ToString();
}
