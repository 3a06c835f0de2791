using PoolingGen.Generators.Lowering;
using PoolingGen.Generators.Planning;

namespace PoolingGen.Generators.Tests.Lowering;

/// <summary>Runs the programs of one kernel on tensors of one shape.</summary>
internal sealed class ProgramComparison
{
    private readonly PoolingSpec _pooling;
    private readonly Extents _input;
    private readonly ReferencePooling _reference;
    private readonly IReadOnlyList<KernelProgram> _programs;
    private readonly Dictionary<string, long> _dimensions;

    /// <param name="change">What becomes of the plan before it is lowered.</param>
    public ProgramComparison(PoolingSpec pooling, Extents input, Func<KernelPlan, KernelPlan>? change = null)
    {
        _pooling = pooling;
        _input = input;
        _reference = new ReferencePooling(pooling, input);
        KernelPlan plan = KernelPlanner.Plan(pooling);
        plan = input.Channels == 1 ? plan.SingleChannel ?? plan : plan;
        _programs = [.. KernelLowering.Lower(change?.Invoke(plan) ?? plan)];
        HashSet<string> asked = [.. TensorShape.Of(plan.Pooling).Variables.Select(static variable => variable.Name)];
        _dimensions = Dimensions().Where(dimension => asked.Contains(dimension.Name)).ToDictionary(static dimension => dimension.Name, static dimension => dimension.Extent);
    }

    public void Compare(Number[] elements)
    {
        Expected[] expected = _reference.Pool(elements);
        Number[]? first = null;
        foreach (KernelProgram program in _programs)
        {
            ProgramTensors tensors = ProgramTensors.Of(program.Arithmetic, _pooling.Input, elements, expected.Length, _pooling.Indices is not null);
            if (!Bands().All(dimensions => ProgramInterpreter.Fits(program, tensors, dimensions)))
            {
                continue;
            }

            foreach (Dictionary<string, long> dimensions in Bands())
            {
                ProgramInterpreter.Run(program, tensors, dimensions);
                CheckUntouched(program, tensors, dimensions);
            }

            Number[] results = tensors.Results(program.Arithmetic, _pooling.Output);
            first ??= results;
            for (int i = 0; i < expected.Length; i++)
            {
                if (expected[i].IsDefined)
                {
                    Check(program, i, expected[i], results[i], first[i], _pooling.Indices is null ? null : (long)tensors.Indices[i].Whole);
                }
            }
        }
    }

    /// <summary>What a program is told: of one that makes bands of outputs, of each band.</summary>
    private IEnumerable<Dictionary<string, long>> Bands()
    {
        if (!_dimensions.ContainsKey("bandBegin"))
        {
            return [_dimensions];
        }

        // A single image in one band is what a core makes that has several.
        long outputs = _reference.Axes[0].Windows;
        long first = _input.Batch == 1 ? outputs : outputs / 3 + 1;
        return new[] { (Begin: 0L, End: first), (Begin: first, End: outputs) }
            .Where(static band => band.Begin < band.End)
            .Select(band => new Dictionary<string, long>(_dimensions) { ["bandBegin"] = band.Begin, ["bandEnd"] = band.End });
    }

    /// <summary>Behind a band nothing may have been written yet.</summary>
    private void CheckUntouched(KernelProgram program, ProgramTensors tensors, Dictionary<string, long> dimensions)
    {
        long outputs = _reference.Axes[0].Windows;
        if (!dimensions.TryGetValue("bandEnd", out long end) || end == outputs)
        {
            return;
        }

        int position = _pooling.Layout == PoolingLayout.ChannelsLast ? _input.Channels : 1;
        long inner = _reference.Axes.Skip(1).Aggregate((long)position, static (size, axis) => size * axis.Windows);
        for (int element = 0; element < tensors.Output.Length; element++)
        {
            if (element / inner % outputs >= end && tensors.Output[element] != ProgramTensors.Untouched)
            {
                Assert.Fail($"{program.Procedures[0].Name}{program.Lanes}, {_input}: element {element} is behind the band, but was written.");
            }
        }
    }

    private void Check(KernelProgram program, int element, Expected expected, Number actual, Number first, long? index)
    {
        bool isRight = Equals(actual.Real, expected.Value.Real, expected.Tolerance) && actual.Whole == expected.Value.Whole;
        if (!isRight || !HaveSameBits(actual, first) || (index is not null && index != expected.Index))
        {
            string fixedShape = _pooling.Axes[0].Input.Fixed is null ? "" : " (fixed)";
            Assert.Fail($"{program.Procedures[0].Name}{program.Lanes}, {_input}{fixedShape}: element {element} is {actual} of {index}, not {expected}, but {first} at another width.");
        }
    }

    private static bool Equals(double actual, double expected, double tolerance) =>
        double.IsNaN(expected) ? double.IsNaN(actual) : actual == expected || Math.Abs(actual - expected) <= tolerance;

    /// <summary>The sign of a maximum's or minimum's zero is not said.</summary>
    private bool HaveSameBits(Number left, Number right) =>
        left.Whole == right.Whole
        && (double.IsNaN(left.Real)
            ? double.IsNaN(right.Real)
            : left.Real == right.Real && (_pooling.Mode is PoolingMode.Max or PoolingMode.Min || double.IsNegative(left.Real) == double.IsNegative(right.Real)));

    private IEnumerable<(string Name, long Extent)> Dimensions()
    {
        yield return ("batch", _input.Batch);
        yield return ("channels", _input.Channels);
        yield return ("planes", _input.Batch * _input.Channels);
        yield return ("bandBegin", 0);
        yield return ("bandEnd", _reference.Axes[0].Windows);
        foreach ((string name, ReferenceAxis axis) in new[] { "Depth", "Height", "Width" }.Skip(3 - _reference.Axes.Count).Zip(_reference.Axes))
        {
            yield return (name.ToLowerInvariant(), axis.Extent);
            yield return ($"output{name}", axis.Windows);
            yield return ($"pad{name}", axis.PadBegin);
        }
    }
}
