using PoolingGen.Generators.Lowering;

namespace PoolingGen.Generators.Printing;

/// <summary>What an entry calls once it has checked everything.</summary>
/// <param name="writer">Where it is called.</param>
/// <param name="all">The plan for any number of channels.</param>
/// <param name="single">The plan for one channel, if that is another.</param>
internal sealed class EntryCalls(SourceWriter writer, DispatchPrinter all, DispatchPrinter? single)
{
    /// <param name="origins">The first elements.</param>
    /// <param name="argument">Where the value of a dimension is to be had.</param>
    public void Print(TensorOrigins origins, Func<VariableIndex, string> argument)
    {
        if (single is null)
        {
            all.PrintCall(origins, argument);
            return;
        }

        using (writer.Block("if (channels == 1)"))
        {
            single.PrintCall(origins, argument);
        }

        using (writer.Block("else"))
        {
            all.PrintCall(origins, argument);
        }
    }

    /// <summary>What a thread runs of the plan that shares the entry's class.</summary>
    public void PrintPart() => all.PrintPart();
}
