namespace PoolingGen.Jit.Tests;

/// <summary><c>run</c> calls every kernel, for the JIT to list what it makes of them. <c>measure</c> writes <c>Budgets.md</c> anew.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["run"]:
                KernelCalls.Run();
                return 0;
            case ["measure"]:
                Budgets.Write(JitLevel.All.ToDictionary(static level => level.Name, static level => JitListing.Of(level).Methods));
                return 0;
            default:
                Console.Error.WriteLine("usage: run | measure");
                return 2;
        }
    }
}
