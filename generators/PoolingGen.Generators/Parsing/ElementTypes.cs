using Microsoft.CodeAnalysis;

namespace PoolingGen.Generators.Parsing;

/// <summary>The types of elements, and what pooling one of them may give.</summary>
internal static class ElementTypes
{
    private static readonly ElementType[] Integers =
    [
        ElementType.SByte, ElementType.Byte, ElementType.Int16, ElementType.UInt16,
        ElementType.Int32, ElementType.UInt32, ElementType.Int64, ElementType.UInt64,
    ];

    /// <summary>The element type that a type is, or <see langword="null"/>.</summary>
    public static ElementType? Of(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Single => ElementType.Single,
        SpecialType.System_Double => ElementType.Double,
        SpecialType.System_SByte => ElementType.SByte,
        SpecialType.System_Byte => ElementType.Byte,
        SpecialType.System_Int16 => ElementType.Int16,
        SpecialType.System_UInt16 => ElementType.UInt16,
        SpecialType.System_Int32 => ElementType.Int32,
        SpecialType.System_UInt32 => ElementType.UInt32,
        SpecialType.System_Int64 => ElementType.Int64,
        SpecialType.System_UInt64 => ElementType.UInt64,
        _ => IsHalf(type) ? ElementType.Half : null,
    };

    public static bool IsInteger(ElementType type) => type >= ElementType.SByte;

    /// <summary>The types that a result may have, the input's own first.</summary>
    public static IEnumerable<ElementType> ResultsOf(PoolingMode? mode, ElementType input)
    {
        bool isSum = mode == PoolingMode.Sum;
        IEnumerable<ElementType> wider = isSum && IsInteger(input) ? Integers.Where(type => IsWider(type, input)) : [];
        IEnumerable<ElementType> floating = IsInteger(input) && (isSum || mode == PoolingMode.Average) ? [ElementType.Single, ElementType.Double] : [];
        return [input, .. wider, .. floating];
    }

    /// <summary>The type's name in C#.</summary>
    public static string KeywordOf(ElementType type) => type switch
    {
        ElementType.Single => "float",
        ElementType.Half => "Half",
        ElementType.Int16 => "short",
        ElementType.UInt16 => "ushort",
        ElementType.Int32 => "int",
        ElementType.UInt32 => "uint",
        ElementType.Int64 => "long",
        ElementType.UInt64 => "ulong",
        _ => type.ToString().ToLowerInvariant(),
    };

    /// <summary>Whether an integer type has more bits than another one. A sum below its range is saturated.</summary>
    private static bool IsWider(ElementType type, ElementType other) => BitsOf(type) > BitsOf(other);

    private static int BitsOf(ElementType integer) => 8 << (Array.IndexOf(Integers, integer) / 2);

    private static bool IsHalf(ITypeSymbol type) =>
        type is { Name: "Half", ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
