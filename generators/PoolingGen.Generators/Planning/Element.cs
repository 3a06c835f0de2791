namespace PoolingGen.Generators.Planning;

/// <summary>The facts about the types of elements.</summary>
internal static class Element
{
    /// <summary>The type's name in C#.</summary>
    public static string Name(this ElementType type) => type switch
    {
        ElementType.Single => "float",
        ElementType.Double => "double",
        ElementType.Half => "Half",
        ElementType.SByte => "sbyte",
        ElementType.Byte => "byte",
        ElementType.Int16 => "short",
        ElementType.UInt16 => "ushort",
        ElementType.Int32 => "int",
        ElementType.UInt32 => "uint",
        ElementType.Int64 => "long",
        _ => "ulong",
    };

    /// <summary>Bytes of an element.</summary>
    public static int Bytes(this ElementType type) => type switch
    {
        ElementType.SByte or ElementType.Byte => 1,
        ElementType.Half or ElementType.Int16 or ElementType.UInt16 => 2,
        ElementType.Single or ElementType.Int32 or ElementType.UInt32 => 4,
        _ => 8,
    };

    public static bool IsFloatingPoint(this ElementType type) => type is ElementType.Single or ElementType.Double or ElementType.Half;

    /// <summary>The integers that say where a lane of this type was found: as many to a vector.</summary>
    public static ElementType Position(this ElementType lane) => lane.Bytes() == 8 ? ElementType.Int64 : ElementType.Int32;
}
