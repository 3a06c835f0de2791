using PoolingGen.Generators.Lowering;

namespace PoolingGen.Generators.Printing;

/// <summary>Prints what follows from an input's extent at run time: the number of windows, and automatic padding.</summary>
internal static class DerivedExtentPrinter
{
    /// <param name="writer">Where to write.</param>
    /// <param name="axis">The windows along the axis.</param>
    /// <param name="shape">The names of its extents.</param>
    /// <param name="blamed">Further arguments of the check, which say what an exception names.</param>
    public static void Print(SourceWriter writer, AxisSpec axis, AxisShape shape, string blamed)
    {
        string input = IndexPrinter.Print(shape.Input);
        if (shape.Output is VariableIndex output)
        {
            writer.Line(axis.Same == SamePadding.None
                ? $"nint {output.Name} = Checks.{(axis.CeilMode ? "Ceil" : "")}OutputExtent({input}, {axis.EffectiveSize}, {axis.Stride}, {axis.PadBegin}, {axis.PadEnd}, {blamed});"
                : $"nint {output.Name} = SamePadding.OutputExtent({input}, {axis.Stride});");
        }

        if (shape.PadBegin is VariableIndex pad)
        {
            writer.Line($"nint {pad.Name} = SamePadding.Begin{axis.Same}({input}, {axis.EffectiveSize}, {axis.Stride});");
        }
    }
}
