using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PoolingGen.Kernels.Tests.Catalogue;

namespace PoolingGen.Kernels.Tests.Suite;

/// <summary>Touches one element of a tensor between guard pages, or one beside it: that ends the process.</summary>
internal static class GuardTouch
{
    private const int Elements = 3;

    /// <param name="access"><c>read</c> or <c>write</c>.</param>
    /// <param name="place"><c>before</c> the tensor, its <c>first</c> or <c>last</c> element, or <c>behind</c> it.</param>
    /// <returns>The process's exit code, if it lives.</returns>
    public static int Run(string access, string place)
    {
        GuardedRegion region = new();
        Span<byte> tensor = region.Take(Elements, Element.Single); // the first lies at the end, the next at the start
        int element = place switch
        {
            "before" => -1,
            "first" => 0,
            "last" => Elements - 1,
            "behind" => Elements,
            _ => throw new ArgumentException($"There is no place {place}.", nameof(place)),
        };
        if (element <= 0)
        {
            tensor = region.Take(Elements, Element.Single);
        }

        ref float touched = ref Unsafe.Add(ref MemoryMarshal.GetReference(MemoryMarshal.Cast<byte, float>(tensor)), element);
        if (access == "write")
        {
            touched = 1;
        }

        Console.WriteLine($"{place}: {touched}");
        return 0;
    }
}
