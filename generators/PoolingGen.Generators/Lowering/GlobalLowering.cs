using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>One result a plane: several planes at a time, so that their chains of dependent operations overlap.</summary>
internal sealed class GlobalLowering
{
    private readonly GlobalPlan _plan;
    private readonly LoopNest _nest;
    private readonly GlobalWidthPlan _width;
    private readonly int _lanes;
    private Register[] _inside = [];
    private Index? _divisor;
    private Register? _divisors;

    private GlobalLowering(GlobalPlan plan, LoopNest nest, GlobalWidthPlan width) => (_plan, _nest, _width, _lanes) = (plan, nest, width, width.Width.Lanes);

    private Arithmetic Arithmetic => _plan.Arithmetic;

    /// <summary>Partial results of a plane.</summary>
    private int VirtualLanes => Math.Max(_plan.VirtualLanes, _lanes);

    /// <summary>Registers that hold the virtual lanes of one plane.</summary>
    private int Parts => VirtualLanes / _lanes;

    private bool HasPositions => Arithmetic.Form == LaneForm.Indexed;

    private Index Planes => _nest.Tensors.Outer;

    /// <summary>One procedure for planes of any size, or one for those of a single level of sums and one for larger ones.</summary>
    public static IReadOnlyList<Procedure> Lower(GlobalPlan plan, GlobalWidthPlan width, LoopNest nest)
    {
        GlobalLowering lowering = new(plan, nest, width);
        Condition isLarge = plan.ChainLength == 0
            ? new ConstantCondition(false)
            : nest.Tensors.InputSize >= (plan.ChainLength + 1) * lowering.VirtualLanes;
        return
        [
            .. isLarge is ConstantCondition { Value: true } ? [] : new[] { lowering.Lower("Planes", width.PlanesAtATime, isLarge, lowering.Accumulate) },
            .. isLarge is ConstantCondition { Value: false } ? [] : new[] { lowering.Lower("LargePlanes", width.LargePlanesAtATime, !isLarge, lowering.AccumulateLevels) },
        ];
    }

    /// <param name="together">Planes at a time.</param>
    /// <param name="others">Which planes are not for this procedure.</param>
    private Procedure Lower(string name, int together, Condition others, Accumulation accumulate)
    {
        Code code = new();
        code.Leave(others);
        Index size = code.Let("size", _nest.Tensors.InputSize);
        Index whole = code.Let("whole", size / VirtualLanes * VirtualLanes);
        Index groups = code.Let("together", Planes / together * together);
        DefineInside(code, size, whole);
        DefineDivisor(code, size, together);
        Index elements = code.Let("elements", Planes * size);
        code.For("plane", 0, groups, together, (inner, plane) => LowerPlanes(inner, plane, together, size, whole, elements, accumulate));
        if (together > 1)
        {
            code.For("plane", groups, Planes, 1, (inner, plane) => LowerPlanes(inner, plane, 1, size, whole, elements, accumulate));
        }

        string planes = together == 1 ? "1 plane" : $"{together} planes";
        string sums = accumulate == AccumulateLevels ? ", and levels of them" : "";
        return new Procedure(name, $"{planes} at a time, each in {VirtualLanes} partial results{sums}.", code.Statements);
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

    /// <summary>By what sums are divided, and all lanes of it where results are stored together.</summary>
    private void DefineDivisor(Code code, Index size, int together)
    {
        _divisor = Arithmetic.Division == Division.None ? null
            : _plan.Pooling.DivisorOverride is not 0 and int divisorOverride ? divisorOverride
            : size;
        _divisors = _divisor is not null && MayStoreTogether(together)
            ? code.Define("divisors", new SplatIndex(_divisor), RegisterKind.Scale)
            : null;
    }

    private void LowerPlanes(Code code, Index plane, int count, Index size, Index whole, Index elements, Accumulation accumulate)
    {
        Index start = code.Let("start", plane * size);
        List<Place> planes = [code.Let("plane0", Place.Input, start)];
        for (int p = 1; p < count; p++)
        {
            planes.Add(code.Let($"plane{p}", planes[p - 1], size));
        }

        Register[][] totals = Declare(code, "total", count);
        accumulate(code, planes, totals, whole);
        code.If(whole < size, rest => AddRest(rest, planes, start + count * size + VirtualLanes <= elements, totals, size, whole));
        StoreResults(code, plane, totals);
    }

    /// <summary>Joins whole vectors of some planes to their totals, which are the identity.</summary>
    private delegate void Accumulation(Code code, IReadOnlyList<Place> planes, Register[][] totals, Index whole);

    private void AccumulateLevels(Code code, IReadOnlyList<Place> planes, Register[][] totals, Index whole) =>
        AccumulateLevel(code, planes, totals, GlobalPlan.Levels - 1, 0, whole);

    /// <summary>The first elements are the first totals, which spares a join.</summary>
    private void Accumulate(Code code, IReadOnlyList<Place> planes, Register[][] totals, Index whole)
    {
        code.If(whole > 0, first => ForEach(planes.Count, (p, part) =>
            first.Add(new Assign(totals[p][part], new Copy(Load(first, $"first{p}", planes[p], 0, part))))));
        Accumulate(code, planes, totals, VirtualLanes, whole);
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
            inner.Add(new Assign(totals[p][part], Join(totals[p][part], Load(inner, $"x{p}", planes[p], i, part))))));

    private Register Load(Code code, string name, Place plane, Index from, int part)
    {
        Index first = from + part * _lanes;
        return code.DefineTap($"{name}{Suffix(part)}", new Load(plane, first, At(first)), Arithmetic);
    }

    private Positions At(Index position) => HasPositions ? new Positions(position, 1) : Positions.None;

    /// <summary>The last elements, fewer than the virtual lanes. What follows them in the tensor may be read, and is masked.</summary>
    /// <param name="surrounded">Whether the tensor goes on behind the planes by so many elements.</param>
    private void AddRest(Code code, IReadOnlyList<Place> planes, Condition surrounded, Register[][] totals, Index size, Index whole)
    {
        bool mayReadFew = _width.ReadsFew && planes.Count > 1;
        code.If(
            _lanes == 1 ? new ConstantCondition(false) : surrounded,
            fast => fast.If(
                mayReadFew ? size - whole <= LoadFew.Count : new ConstantCondition(false),
                few => Add(few, 1, "few", (p, first) => _lanes == LoadFew.Count ? new Load(planes[p], first, At(first)) : new LoadFew(planes[p], first), masked: true),
                many => Add(many, Parts, "read", (p, first) => new Load(planes[p], first, At(first)), masked: true)),
            careful => Add(careful, Parts, "rest", (p, first) => new LoadEdge(planes[p], first, size, At(first)), masked: false));

        void Add(Code branch, int parts, string name, Func<int, Index, Operation> load, bool masked) => ForEach(planes.Count, parts, (p, part) =>
        {
            Register value = branch.DefineTap($"{name}{p}{Suffix(part)}", load(p, whole + part * _lanes), Arithmetic);
            value = masked ? branch.Define($"rest{p}{Suffix(part)}", new SelectInside(_inside[part], value)) : value;
            branch.Add(new Assign(totals[p][part], Join(totals[p][part], value)));
        });
    }

    private void StoreResults(Code code, Index plane, Register[][] totals)
    {
        List<Register> results = [.. totals.Select((parts, p) => FoldParts(code, p, parts))];
        if (MayStoreTogether(results.Count))
        {
            code.Add(new StoreFolded(plane, results, null, _divisors, []));
            return;
        }

        for (int p = 0; p < results.Count; p++)
        {
            code.Add(new StoreFolded(plane + p, [results[p]], _divisor, null, HasPositions ? [_nest.IndexOffset(plane + p)] : []));
        }
    }

    private bool MayStoreTogether(int results) =>
        results == 4 && Arithmetic is { Lane: ElementType.Single, Output: ElementType.Single or ElementType.Half, Form: LaneForm.Plain, Root: false, Join: not NaNJoin.Number };

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

    private void ForEach(int count, Action<int, int> action) => ForEach(count, Parts, action);

    private static void ForEach(int count, int parts, Action<int, int> action)
    {
        for (int p = 0; p < count; p++)
        {
            for (int part = 0; part < parts; part++)
            {
                action(p, part);
            }
        }
    }

    private string Suffix(int part) => Parts == 1 ? "" : ((char)('a' + part)).ToString();
}
