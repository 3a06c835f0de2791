using PoolingGen.Generators.Tests.Hosting;

namespace PoolingGen.Generators.Tests.Parsing;

/// <summary>The names of generated files and of the code in them.</summary>
public sealed class KernelNameTests
{
    private const string Kernel = "[PoolingKernel(PoolingMode.Max, Size = 2)] public static partial void";

    [Theory]
    [InlineData("partial class Pools { @ MaxPool2x2(#); }", "Pools.MaxPool2x2.g.cs", "Pools_MaxPool2x2")]
    [InlineData("namespace A.B; partial class Pools { @ Max(#); }", "A.B.Pools.Max.g.cs", "A_B_Pools_Max")]
    [InlineData("partial class Outer { partial class Inner { @ Max(#); } }", "Outer.Inner.Max.g.cs", "Outer_Inner_Max")]
    [InlineData("partial class Outer<T> { partial class Inner<U, V> { @ Max(#); } }", "Outer`1.Inner`2.Max.g.cs", "Outer_1_Inner_2_Max")]
    [InlineData("namespace @in; partial class @class { @ @void(#); }", "in.class.void.g.cs", "in_class_void")]
    [InlineData("partial class Pöols { @ Größe(#); }", "Pöols.Größe.g.cs", "Pöols_Größe")]
    public void A_kernel_is_named_after_its_method(string source, string hintName, string kernelName)
    {
        MethodSpec method = Assert.Single(Methods(source));

        Assert.Equal(hintName, method.HintName);
        Assert.Equal(kernelName, method.KernelName);
    }

    [Theory]
    [InlineData("partial class Pools { @ Max(#); @ Max(#, int batch); }")]
    [InlineData("partial class Pools { @ Max(#); @ max(#); }")]
    [InlineData("partial class Pools { @ Max(#); } partial class POOLS { @ Max(#); }")]
    [InlineData("partial class Pools { @ Max(#); @ Max<T>(#); }")]
    [InlineData("partial class Pools_A { @ Max(#); } namespace Pools { partial class A { @ Max(#); } }")]
    public void Kernels_that_share_a_name_get_a_suffix_of_their_own(string source)
    {
        MethodSpec[] methods = Methods(source);

        Assert.Equal(2, methods.Length);
        Assert.All(methods, method => Assert.Matches(@"\.[0-9a-f]{8}\.g\.cs$", method.HintName));
        Assert.All(methods, method => Assert.Matches("_[0-9a-f]{8}$", method.KernelName));
        Assert.Equal(2, methods.Select(method => method.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(2, methods.Select(method => method.KernelName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void A_suffix_depends_on_the_method_alone()
    {
        string[] names = [.. Methods("partial class Pools { @ Max(#); @ Max(#, int batch); }").Select(method => method.HintName)];
        string[] reordered = [.. Methods("partial class Pools { @ Max(#, int batch); @ Other(#); @ Max(#); }").Select(method => method.HintName)];

        Assert.Equal([names[1], "Pools.Other.g.cs", names[0]], reordered);
    }

    private static MethodSpec[] Methods(string source) =>
    [
        .. GeneratorDriverHost
            .RunValid(source.Replace("@ ", $"{Kernel} ", StringComparison.Ordinal).Replace("#", Sources.Parameters, StringComparison.Ordinal))
            .Kernels.Select(kernel => kernel.Method),
    ];
}
