using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolingGen.Generators.Tests.Hosting;
using Xunit.Sdk;

namespace PoolingGen.Generators.Tests.Pipeline;

/// <summary>The check that every generator test makes would notice what it looks for.</summary>
public sealed class ObjectGraphTests
{
    private sealed record Holder(string Name, object?[] Items);

    [Fact]
    public void What_belongs_to_a_compilation_is_found_however_deep()
    {
        CSharpCompilation compilation = TestCompilation.Create("class C;");
        SyntaxTree tree = compilation.SyntaxTrees[1];
        object[] forbidden =
        [
            compilation,
            compilation.Assembly.GetTypeByMetadataName("C")!,
            compilation.GetSemanticModel(tree),
            tree,
            tree.GetRoot(),
            tree.GetRoot().GetLocation(),
            tree.GetRoot().GetReference(),
        ];

        Assert.All(forbidden, item =>
            Assert.ThrowsAny<XunitException>(() => ObjectGraph.AssertFreeOfCompiler(new Holder("outer", [null, new Holder("inner", [item])]), "root")));
    }

    [Fact]
    public void Plain_values_pass()
    {
        Holder holder = new("outer", [1, "two", ParameterRole.Input, new EquatableArray<string>(["three"])]);
        holder.Items[0] = holder;

        ObjectGraph.AssertFreeOfCompiler(holder, "root");
    }
}
