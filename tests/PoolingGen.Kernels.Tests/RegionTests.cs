using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PoolingGen.Kernels.Tests.Catalogue;
using PoolingGen.Kernels.Tests.Suite;
using Xunit;

namespace PoolingGen.Kernels.Tests;

/// <summary>The canaries beside a tensor give away one changed byte.</summary>
public class RegionTests
{
    private const int Elements = 5;

    [Fact]
    public void Changed_byte_beside_a_tensor_in_an_array_is_damage() => AssertFinds(new ArrayRegion());

    [SkippableFact]
    public void Changed_byte_beside_a_tensor_between_guard_pages_is_damage()
    {
        Skip.IfNot(GuardPages.IsSupported, "This system's guard pages are unknown here.");
        AssertFinds(new GuardedRegion());
    }

    /// <summary>Over two tensors, because those between guard pages have their margin on either side in turn.</summary>
    private static void AssertFinds(Region region)
    {
        HashSet<int> found = [];
        for (int turn = 0; turn < 2; turn++)
        {
            Span<byte> tensor = region.Take(Elements, Element.Int32);
            tensor.Clear();
            Assert.Null(region.FirstDamage());
            foreach (int place in Beside(region, turn, tensor.Length))
            {
                ref byte beside = ref Unsafe.Add(ref MemoryMarshal.GetReference(tensor), place);
                beside ^= 1;
                Assert.Equal(place, region.FirstDamage());
                beside ^= 1;
                found.Add(place);
            }
        }

        Assert.Equal(4, found.Count);
    }

    /// <summary>The bytes next to the tensor and the furthest ones with a canary, where they can be touched.</summary>
    private static IEnumerable<int> Beside(Region region, int turn, int length) =>
        ((int[])[-Region.Margin, -1, length, length + Region.Margin - 1])
            .Where(place => region is ArrayRegion || place < 0 == (turn == 0));
}
