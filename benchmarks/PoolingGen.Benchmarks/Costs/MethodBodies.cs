using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PoolingGen.Benchmarks.Costs;

/// <summary>The code in an assembly.</summary>
/// <param name="Count">Methods that have a body.</param>
/// <param name="Bytes">Bytes of their IL, without headers and metadata.</param>
internal sealed record MethodBodies(int Count, int Bytes)
{
    public static MethodBodies Of(Stream assembly)
    {
        using var file = new PEReader(assembly);
        MetadataReader metadata = file.GetMetadataReader();
        int[] sizes =
        [
            .. metadata.MethodDefinitions
                .Select(handle => metadata.GetMethodDefinition(handle).RelativeVirtualAddress)
                .Where(address => address != 0)
                .Select(address => file.GetMethodBody(address).GetILReader().Length),
        ];
        return new MethodBodies(sizes.Length, sizes.Sum());
    }
}
