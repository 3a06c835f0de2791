using System.Reflection;

namespace PoolingGen.Kernels.Tests.Catalogue;

/// <summary>All kernels of this assembly. A method is in it by having the attribute: no list can forget one.</summary>
internal static class KernelCatalogue
{
    public const BindingFlags AnyMethod =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<string, Kernel> ByName = In(typeof(KernelCatalogue).Assembly).ToDictionary(kernel => kernel.Name);

    public static IEnumerable<string> Names => ByName.Keys;

    public static IEnumerable<Kernel> All => ByName.Values;

    /// <summary>Of the kernels with the same name and windows, which differ in their modes, one: the modes in turn.</summary>
    public static IEnumerable<Kernel> EachGeometryOnce { get; } =
    [
        .. ByName.Values
            .GroupBy(static kernel => (kernel.Name.Split('.')[^1], string.Join(';', kernel.Pooling.Axes)))
            .Select(static (modes, turn) => modes.ElementAt(turn % modes.Count())),
    ];

    public static Kernel Get(string name) => ByName[name];

    /// <summary>The kernels of an assembly, in the order of their types' names.</summary>
    public static IEnumerable<Kernel> In(Assembly assembly) =>
        from type in assembly.GetTypes()
        where type.GetMethods(AnyMethod).Any(IsKernel)
        orderby type.FullName
        from method in Closed(type).GetMethods(AnyMethod).Where(IsKernel)
        select new Kernel(method);

    private static bool IsKernel(MethodInfo method) => method.IsDefined(typeof(PoolingKernelAttribute));

    /// <summary>A generic type with some argument for each parameter, so that its methods can be called.</summary>
    private static Type Closed(Type type) =>
        type.IsGenericTypeDefinition
            ? type.MakeGenericType([.. type.GetGenericArguments().Select(_ => typeof(string))])
            : type;
}
