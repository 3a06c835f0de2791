using Xunit;

namespace PoolingGen.Jit.Tests;

/// <summary>Listings are read for what they say.</summary>
public class JitListingTests
{
    private const string Listing = """
        ; Assembly listing for method PoolingGen.Generated.<Pools_Max_g>F01__My_Pools_Max:Run(int) (Tier0)
        ; Total bytes of code 9

        ; Assembly listing for method PoolingGen.Generated.<Pools_Max_g>F01__My_Pools_Max:Tiles16(byref,nint) (Tier1)
        ; rbp based frame

        G_M000_IG01:                ;; offset=0x0000
               vmovdqu32 zmmword ptr [rbp-0xF0], zmm8

        G_M000_IG02:                ;; offset=0x0043
               vmovups  zmm1, zmmword ptr [reloc @RWD00]
               vmovups  zmm2, zmmword ptr [rdi+4*rax]
               mov      qword ptr [rbp-0x38], rcx
               vmovups  zmmword ptr [rbp-0x70], zmm2
               call     [PoolingGen.Runtime.Lanes:Max(int):int]

        G_M000_IG03:                ;; offset=0x0080
               vmaxps   ymm1, ymm0, ymmword ptr [rbp-0x90]
               tail.jmp [PoolingGen.Runtime.Lanes:Min(int):int]

        G_M000_IG04:                ;; offset=0x0142
               vmovaps  xmm6, xmmword ptr [rbp-0xA0]
               ret

        ; Total bytes of code 2247

        ; Assembly listing for method PoolingGen.Generated.<Pools_Max_g>F01__My_Pools_Max:Rows4(byref,nint) (FullOpts)
        ; rsp based frame

        G_M000_IG01:                ;; offset=0x0000
               sub      rsp, 24

        G_M000_IG02:                ;; offset=0x0043
               vmovups  xmm1, xmmword ptr [rbp+4*rax]
               vmovups  xmmword ptr [rsp], xmm1

        ; Total bytes of code 33
        """;

    private static readonly IReadOnlyList<JitMethod> s_methods = JitListing.Parse(Listing).Methods;

    [Fact]
    public void Methods_of_a_kernel_are_listed_without_its_entry() =>
        Assert.Equal(
            [("Max", "Tiles16", "Tier1", 2247, true), ("Max", "Rows4", "FullOpts", 33, false)],
            s_methods.Select(static method => (method.Kernel, method.Name, method.Tier, method.Bytes, method.IsHot)));

    [Fact]
    public void Vectors_on_the_stack_are_counted_between_the_way_in_and_the_way_out() => Assert.Equal(2, s_methods[0].Spills);

    [Fact]
    public void Frames_without_a_base_lie_at_the_stack_pointer() => Assert.Equal(1, s_methods[1].Spills);

    [Fact]
    public void Calls_are_listed() =>
        Assert.Equal(["[PoolingGen.Runtime.Lanes:Max(int):int]", "[PoolingGen.Runtime.Lanes:Min(int):int]"], s_methods[0].Calls);
}
