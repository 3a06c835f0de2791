using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Lowering;

/// <summary>One result a plane: several planes at a time, so that their chains of dependent operations overlap.</summary>
internal sealed class GlobalLowering
{
    private readonly GlobalPlan _plan;
    private readonly TensorShape _shape;
    private readonly int _lanes;

    private GlobalLowering(GlobalPlan plan, TensorShape shape, int lanes) => (_plan, _shape, _lanes) = (plan, shape, lanes);

    /// <summary>Registers that hold the virtual lanes of one plane.</summary>
    private int Parts => _plan.VirtualLanes / _lanes;

    public static KernelProgram Lower(GlobalPlan plan, GlobalWidthPlan width, TensorShape shape)
    {
        GlobalLowering lowering = new(plan, shape, width.Lanes);
        Code code = new();
        Index size = code.Let("size", shape.InputSize);
        Index whole = code.Let("whole", size / plan.VirtualLanes * plan.VirtualLanes);
        Index together = code.Let("together", shape.Outer / width.PlanesAtATime * width.PlanesAtATime);
        code.For("plane", 0, together, width.PlanesAtATime, (inner, plane) => lowering.LowerPlanes(inner, plane, width.PlanesAtATime, size, whole));
        if (width.PlanesAtATime > 1)
        {
            code.For("plane", together, shape.Outer, 1, (inner, plane) => lowering.LowerPlanes(inner, plane, 1, size, whole));
        }

        Procedure procedure = new("Planes", $"{width.PlanesAtATime} planes at a time, each in {plan.VirtualLanes} partial results.", code.Statements);
        return new KernelProgram(width.Lanes, plan.Reduction, new ConstantCondition(true), [procedure]);
    }

    private void LowerPlanes(Code code, Index plane, int count, Index size, Index whole)
    {
        Place[] planes = [.. Enumerable.Range(0, count).Select(p => code.Let($"plane{p}", Place.Input, (plane + p) * size))];
        Register[][] totals = Declare(code, "total", count);
        if (_plan.ChunkLength > 0)
        {
            code.For("chunk", 0, whole, _plan.ChunkLength, (inner, chunk) =>
            {
                Register[][] partial = Declare(inner, "partial", count);
                Accumulate(inner, planes, partial, chunk, Index.Min(chunk + _plan.ChunkLength, whole));
                ForEach(count, (p, part) => inner.Add(new Assign(totals[p][part], Join(totals[p][part], partial[p][part]))));
            });
        }
        else
        {
            Accumulate(code, planes, totals, 0, whole);
        }

        code.If(whole < size, rest => AddRest(rest, planes, plane + count, totals, size, whole));
        StoreResults(code, plane, totals, size);
    }

    private void Accumulate(Code code, Place[] planes, Register[][] totals, Index from, Index to) =>
        code.For("i", from, to, _plan.VirtualLanes, (inner, i) => ForEach(planes.Length, (p, part) =>
        {
            Register value = inner.Define($"x{p}{Suffix(part)}", new Load(planes[p], i + part * _lanes));
            inner.Add(new Assign(totals[p][part], Join(totals[p][part], value)));
        }));

    /// <summary>The last elements, fewer than the virtual lanes. What follows them in the tensor may be read, and is masked.</summary>
    private void AddRest(Code code, Place[] planes, Index next, Register[][] totals, Index size, Index whole)
    {
        Condition surrounded = _lanes == 1 ? new ConstantCondition(false)
            : next * size + _plan.VirtualLanes <= _shape.Outer * size;
        code.If(
            surrounded,
            fast =>
            {
                Register[] inside = [.. Enumerable.Range(0, Parts)
                    .Select(part => fast.Define($"inside{Suffix(part)}", new Inside(whole + part * _lanes, size)))];
                Add(fast, "read", (p, part) => new Load(planes[p], whole + part * _lanes), (p, part, read) => new SelectInside(inside[part], read));
            },
            careful => Add(careful, "rest", (p, part) => new LoadEdge(planes[p], whole + part * _lanes, size), null));

        void Add(Code branch, string name, Func<int, int, Operation> load, Func<int, int, Register, Operation>? mask) => ForEach(planes.Length, (p, part) =>
        {
            Register value = branch.Define($"{name}{p}{Suffix(part)}", load(p, part));
            if (mask is not null)
            {
                value = branch.Define($"rest{p}{Suffix(part)}", mask(p, part, value));
            }

            branch.Add(new Assign(totals[p][part], Join(totals[p][part], value)));
        });
    }

    private void StoreResults(Code code, Index plane, Register[][] totals, Index size)
    {
        Index? divisor = _plan.Reduction.Divides ? size : null;
        List<Register> results = [.. totals.Select((parts, p) => FoldParts(code, p, parts))];
        if (results.Count == 4)
        {
            code.Add(new StoreFolded(Place.Output, plane, results, divisor));
            return;
        }

        for (int p = 0; p < results.Count; p++)
        {
            code.Add(new StoreFolded(Place.Output, plane + p, [results[p]], divisor));
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

    private Combine Join(Register left, Register right) => new(left, right, _plan.Reduction.PropagatesNaN);

    private Register[][] Declare(Code code, string name, int count) =>
        [.. Enumerable.Range(0, count).Select(p => Enumerable.Range(0, Parts)
            .Select(part => code.Declare($"{name}{p}{Suffix(part)}", new Splat(_plan.Reduction.Identity))).ToArray())];

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
