using System.Globalization;
using PoolingGen.Kernels.Tests.Catalogue;
using PoolingGen.Kernels.Tests.Oracle;

namespace PoolingGen.Kernels.Tests.Specs;

/// <summary>The drawing of one kernel.</summary>
internal sealed class SpecDraw(Dice dice)
{
    private static readonly string[] LongNames = ["batch", "channels", "depth", "height", "width"];
    private static readonly string[] ShortNames = ["n", "c", "d", "h", "w"];

    private readonly List<string> _properties = [];
    private readonly List<string> _dimensions = [];
    private int _rank;
    private PoolingMode _mode;

    public Spec Draw()
    {
        _rank = dice.Pick(1, 2, 2, 3);
        _mode = dice.Pick(Enum.GetValues<PoolingMode>());
        bool takesTensors = dice.Chance(10);
        Element input = DrawInput();
        Element output = DrawOutput(input);
        Element? indices = DrawIndices();
        bool channelsLast = dice.Chance(40);
        Add("Layout", "PoolingLayout.ChannelsLast", channelsLast);
        Axis[] axes = new WindowDraw(dice, _rank, _properties).Draw();
        DrawArithmetic(input, axes);
        DrawDimensions(axes, channelsLast, takesTensors);
        Add("Parallel", "true", dice.Chance(3));
        return new Spec(_mode, _rank, input, output, indices, _properties, _dimensions)
        {
            TakesTensors = takesTensors,
            Rotation = dice.Chance(20) && !takesTensors ? dice.Between(1, 6) : 0,
        };
    }

    private Element DrawInput() => dice.Chance(25) ? Element.Single
        : _mode == PoolingMode.LpNorm ? dice.Pick(Element.Single, Element.Double, Element.Half)
        : dice.Pick(Element.All);

    private Element DrawOutput(Element input)
    {
        if (input.IsFloating || _mode is not (PoolingMode.Average or PoolingMode.Sum) || dice.Chance(40))
        {
            return input;
        }

        // Wider is what holds every value of the input.
        Element[] wider = [.. Element.All.Where(element => !element.IsFloating && element.Size > input.Size)];
        return _mode == PoolingMode.Sum && wider.Length > 0 && dice.Chance(60)
            ? dice.Pick(wider)
            : dice.Pick(Element.Single, Element.Double);
    }

    private Element? DrawIndices()
    {
        if (_mode is not (PoolingMode.Max or PoolingMode.Min) || dice.Chance(65))
        {
            return null;
        }

        Add("IndexOrigin", "PoolingIndexOrigin.Tensor", dice.Chance(40));
        Add("IndexOrder", "PoolingIndexOrder.ColumnMajor", dice.Chance(40));
        return dice.Pick(Element.Int32, Element.Int64);
    }

    private void DrawArithmetic(Element input, Axis[] axes)
    {
        switch (_mode)
        {
            case PoolingMode.Max or PoolingMode.Min:
                Add("NaN", $"NaNHandling.{dice.Pick(NaNHandling.Ignore, NaNHandling.Unspecified)}", dice.Chance(input.IsFloating ? 50 : 5));
                break;
            case PoolingMode.Average:
                Add("CountIncludePad", "true", axes[0].Outputs is null && dice.Chance(40));
                Add("DivisorOverride", dice.Pick(-7, -1, 1, 2, 3, 5, 16, 1000), dice.Chance(20));
                break;
            case PoolingMode.LpNorm:
                Add("NormOrder", dice.Pick("1", "2", "3", "1.5", "2.5"), dice.Chance(80));
                break;
        }
    }

    /// <summary>Each dimension is a parameter, or fixed, or (batch and channels) absent; tensors bring all that are not fixed.</summary>
    private void DrawDimensions(Axis[] axes, bool channelsLast, bool takesTensors)
    {
        string[] names = dice.Chance(10) ? ShortNames : LongNames;
        AddParameter(names[0], dice.Chance(50) && !takesTensors);
        bool fixesChannels = dice.Chance(25);
        Add("Channels", dice.Between(1, channelsLast ? 40 : 5), fixesChannels);
        AddParameter(names[1], !fixesChannels && !takesTensors && dice.Chance(70));
        bool fixesPlane = dice.Chance(30);
        if (fixesPlane)
        {
            Add("InputSizes", Array([.. axes.Select((axis, index) => FixedExtent(axis, isLast: index == axes.Length - 1))]), true);
        }

        for (int axis = 0; axis < _rank; axis++)
        {
            string name = names[LongNames.Length - _rank + axis];
            AddParameter(_rank == 1 && dice.Chance(50) ? "length" : name, !fixesPlane && !takesTensors);
        }

        Add("Rank", _rank, takesTensors || dice.Chance(10));
    }

    private int FixedExtent(Axis axis, bool isLast)
    {
        int windows = isLast ? dice.Between(1, 40) : dice.Between(1, 4);
        int extent = axis.Outputs is null ? Math.Max(1, axis.LeastExtent(windows) + dice.Between(0, axis.Stride - 1)) : windows;
        while (axis.Windows(extent).Length == 0)
        {
            extent++;
        }

        return extent;
    }

    private void AddParameter(string name, bool isThere)
    {
        if (isThere)
        {
            _dimensions.Add(name);
        }
    }

    private void Add(string property, object value, bool isThere)
    {
        if (isThere)
        {
            _properties.Add(string.Create(CultureInfo.InvariantCulture, $"{property} = {value}"));
        }
    }

    private static string Array(int[] values) => $"[{string.Join(", ", values)}]";
}
